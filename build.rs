//! Checks words.toml and compiles it into tables; a broken vocabulary does not build.
//! Never reaches beyond words.toml and OUT_DIR.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "build/check.rs"]
mod check;
#[path = "build/emit.rs"]
mod emit;
// The page's own folding and phrase search: what the check proves is then true of the page.
#[allow(dead_code)]
#[path = "src/vocabulary/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "src/order.rs"]
mod order;
#[allow(dead_code)]
#[path = "src/vocabulary/phrase.rs"]
mod phrase;
#[path = "build/words.rs"]
mod words;

const FILE: &str = "words.toml";

fn main() -> ExitCode {
    let shared = ["src/order.rs", "src/vocabulary/fold.rs", "src/vocabulary/phrase.rs"];
    for path in [FILE, "build.rs", "build"].into_iter().chain(shared) {
        println!("cargo::rerun-if-changed={path}");
    }
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={FILE}: {fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Vec<String>> {
    let said = |error: io::Error| vec![error.to_string()];
    let text = fs::read_to_string(FILE).map_err(said)?;
    let output = emit::emit(&check::check(&text)?);
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join("tables.rs"), output.tables).map_err(said)?;
    fs::write(folder.join("ids.txt"), output.ids).map_err(said)?;
    fs::write(folder.join("en-GB.txt"), output.texts).map_err(said)?;
    fs::write(folder.join("en-GB-meanings.txt"), output.meanings).map_err(said)
}
