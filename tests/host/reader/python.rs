//! Calls tests/reader, and keeps what goes between it and us in a folder that is removed in the end.
//! Never goes on without Python: it says how to install what is missing.

use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use attune::storage::{Memory, Slot};
use serde_json::Value;

/// What the reader is given to come in with.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    None,
    Passphrase(&'a str),
    Code(&'a str),
    /// What the passkey answers, in hex.
    Passkey(&'a str),
}

/// Where `make setup` puts it: beside what Cargo builds.
pub fn python() -> PathBuf {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let python = built.join("tools/python/bin/python");
    assert!(
        python.exists(),
        "Python with what tests/reader and tests/traces need is missing: `make setup` installs it ({python:?})."
    );
    python
}

fn call(command: &str, paths: &[&Path], key: Key, is_clear: bool) -> String {
    let (flag, secret) = match key {
        Key::None => (is_clear.then_some("--clear"), ""),
        Key::Passphrase(secret) => (Some("--passphrase"), secret),
        Key::Code(secret) => (Some("--code"), secret),
        Key::Passkey(secret) => (Some("--passkey"), secret),
    };
    // It leaves no compiled files in the source, and reads UTF-8 wherever it runs.
    let mut child = Command::new(python())
        .args(["-B", "-X", "utf8"])
        .arg(super::script())
        .arg(command)
        .args(flag)
        .args(paths)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{secret}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the reader in Python ended in an error of its own");
    String::from_utf8(output.stdout).unwrap()
}

/// What it found in each store: `lock`, `unread` and `notes`, or why it `refused`.
pub fn read(stores: &[PathBuf], key: Key) -> Vec<Value> {
    let stores: Vec<&Path> = stores.iter().map(PathBuf::as_path).collect();
    let printed = call("read", &stores, key, false);
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A vault that it made of notes.
pub fn write(notes: &Path, folder: &Path, key: Key, is_clear: bool) -> Memory {
    call("write", &[notes, folder], key, is_clear);
    let memory = Memory::default();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let key = path.file_name().unwrap().to_str().unwrap();
        memory.write(key, &fs::read(&path).unwrap()).unwrap();
    }
    memory
}

/// A folder for one test.
pub struct Scratch {
    folder: PathBuf,
    stores: Cell<usize>,
}

impl Scratch {
    pub fn new() -> Scratch {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("reader-{}-{number}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        Scratch { folder, stores: Cell::new(0) }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    /// A file for each key.
    pub fn store(&self, memory: &Memory) -> PathBuf {
        self.stores.set(self.stores.get() + 1);
        let folder = self.path(&format!("store-{}", self.stores.get()));
        fs::create_dir_all(&folder).unwrap();
        for key in memory.keys().unwrap() {
            fs::write(folder.join(&key), memory.read(&key).unwrap().unwrap()).unwrap();
        }
        folder
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.folder);
    }
}
