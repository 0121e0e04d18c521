//! Reads the project's own files for the tidy test: what is code in them, what is text, what is a comment.
//! Never judges: rules do.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One file: its path from the project's root with `/`, and its text.
#[derive(Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Comment,
    /// Inside quotes, the quotes themselves not.
    Text,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    /// The room of `src` the file belongs to: `desk` for `src/desk.rs` and `src/desk/keeper.rs`.
    pub fn room(&self) -> &str {
        let within = self.path.strip_prefix("src/").unwrap_or_default();
        within.split(['/', '.']).next().unwrap_or_default()
    }

    /// The code with comments, the contents of texts, and the tests at the end of the file blanked. Same length, same lines.
    pub fn code(&self) -> String {
        self.keep(|kind| kind == Kind::Code)
    }

    /// The code with its texts, without comments and tests.
    pub fn code_and_texts(&self) -> String {
        self.keep(|kind| kind != Kind::Comment)
    }

    fn keep(&self, wanted: impl Fn(Kind) -> bool) -> String {
        let kinds = kinds(&self.text);
        let end = tests_from(&self.text);
        let mut kept = String::with_capacity(self.text.len());
        for (at, character) in self.text.char_indices() {
            let stays = at < end && wanted(kinds[at]);
            let blank = if character == '\n' { '\n' } else { ' ' };
            // Blanks keep the length in bytes, so that a place in one is the place in the other.
            match stays {
                true => kept.push(character),
                false if character == '\n' => kept.push(blank),
                false => kept.extend(std::iter::repeat_n(blank, character.len_utf8())),
            }
        }
        kept
    }

    /// Every text in the code, with its place between the quotes.
    pub fn literals(&self) -> Vec<Range<usize>> {
        let kinds = kinds(&self.text);
        let end = tests_from(&self.text);
        let mut found = Vec::new();
        let mut from = None;
        for (at, kind) in kinds.iter().enumerate().take(end) {
            match (*kind == Kind::Text, from) {
                (true, None) => from = Some(at),
                (false, Some(start)) => {
                    found.push(start..at);
                    from = None;
                }
                _ => {}
            }
        }
        found
    }

    pub fn line_of(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

/// Where the tests inside a source file begin; its end where there are none.
fn tests_from(text: &str) -> usize {
    text.find("#[cfg(test)]\nmod ").unwrap_or(text.len())
}

/// What each byte of a Rust source is.
fn kinds(text: &str) -> Vec<Kind> {
    let bytes = text.as_bytes();
    let mut kinds = vec![Kind::Code; bytes.len() + 1];
    let mut at = 0;
    while at < bytes.len() {
        let (kind, range, next) = match &bytes[at..] {
            [b'/', b'/', ..] => {
                let end = line_end(text, at);
                (Kind::Comment, at..end, end)
            }
            [b'r', b'"' | b'#', ..] if !is_word(bytes, at) => match raw_text(text, at) {
                Some(range) => (Kind::Text, range.clone(), range.end + 1),
                None => (Kind::Code, at..at + 1, at + 1),
            },
            [b'"', ..] => {
                let end = quote_end(bytes, at + 1);
                (Kind::Text, at + 1..end, end + 1)
            }
            [b'\'', ..] => {
                let range = character(bytes, at);
                (Kind::Text, range.clone(), range.end + usize::from(!range.is_empty()))
            }
            _ => (Kind::Code, at..at + 1, at + 1),
        };
        kinds[range].fill(kind);
        at = next;
    }
    kinds
}

/// Whether the byte before is part of a word, so that an `r` here begins nothing.
fn is_word(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_')
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length)
}

fn quote_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn raw_text(text: &str, at: usize) -> Option<Range<usize>> {
    let hashes = text[at + 1..].bytes().take_while(|byte| *byte == b'#').count();
    let from = at + 1 + hashes;
    if text.as_bytes().get(from) != Some(&b'"') {
        return None;
    }
    let end = ["\"", &"#".repeat(hashes)].concat();
    let length = text[from + 1..].find(&end).unwrap_or(text.len() - from - 1);
    Some(from + 1..from + 1 + length)
}

/// A character between quotes; a lifetime is code, an empty range.
fn character(bytes: &[u8], at: usize) -> Range<usize> {
    let from = at + 1;
    let end = match bytes.get(from) {
        Some(b'\\') => {
            bytes[from + 2..].iter().take(12).position(|byte| *byte == b'\'').map(|it| it + 2)
        }
        // A character has four bytes at most.
        _ => bytes[from..].iter().take(5).skip(1).position(|byte| *byte == b'\'').map(|it| it + 1),
    };
    let is_lifetime = |length: usize| length > 1 && bytes[from].is_ascii_alphabetic();
    match end {
        Some(length) if !is_lifetime(length) => from..from + length,
        _ => from..from,
    }
}

/// The end of the bracket that opens at or after `from` in code without texts and comments.
pub fn bracket(code: &str, from: usize, (open, close): (char, char)) -> Option<Range<usize>> {
    let start = from + code[from..].find(open)?;
    let mut depth = 0_usize;
    for (at, character) in code[start..].char_indices() {
        if character == open {
            depth += 1;
        } else if character == close {
            depth -= 1;
            if depth == 0 {
                return Some(start..start + at + 1);
            }
        }
    }
    None
}

/// Every word of code with its place.
pub fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let parts = code.split(move |character| !is_word(character));
    parts
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - code.as_ptr() as usize, word))
}

/// All files below these folders, or these files themselves, with one of the endings; in the order of their paths.
pub fn files(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for place in places {
        collect(&root.join(place), &mut paths);
    }
    paths.sort();
    let named =
        |path: &PathBuf| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    let fitting = paths.iter().map(|path| (path, named(path)));
    let fitting = fitting.filter(|(_, name)| endings.iter().any(|ending| name.ends_with(ending)));
    fitting.map(|(path, name)| Source::new(&name, &fs::read_to_string(path).unwrap())).collect()
}

fn collect(place: &Path, paths: &mut Vec<PathBuf>) {
    match fs::read_dir(place) {
        Ok(entries) => entries.for_each(|entry| collect(&entry.unwrap().path(), paths)),
        Err(_) => paths.push(place.to_owned()),
    }
}
