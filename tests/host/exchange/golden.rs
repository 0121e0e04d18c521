//! Files kept in the repository as they were once written: every later version reads them to the same cabinet.
//! Never written again, unless on purpose: `ATTUNE_WRITE_GOLDEN=1` writes what is not there yet.

use std::fs;
use std::path::{Path, PathBuf};

use attune::domain::*;
use attune::exchange;

use super::{any, read, written};
use crate::samples;
use crate::shown::shown;

pub fn folder(version: u8) -> PathBuf {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden");
    golden.join(format!("exchange-v{version}"))
}

/// Of the version that is written today, made where it is to be written; and of those before, which were made by Attune as it was.
fn check(name: &str, make: impl Fn() -> Cabinet) {
    write_where_missing(name, make);
    (1..=4).for_each(|version| check_kept(version, name));
}

fn write_where_missing(name: &str, make: impl Fn() -> Cabinet) {
    let folder = folder(4);
    let file = folder.join(format!("{name}.json"));
    if std::env::var_os("ATTUNE_WRITE_GOLDEN").is_some() && !file.exists() {
        fs::create_dir_all(&folder).unwrap();
        fs::write(&file, written(&make())).unwrap();
        fs::write(folder.join(format!("{name}.txt")), shown(&make())).unwrap();
    }
}

/// Each file has a text beside it: the cabinet it reads to, field by field.
fn check_kept(version: u8, name: &str) {
    let folder = folder(version);
    let (file, text) = (folder.join(format!("{name}.json")), folder.join(format!("{name}.txt")));
    let bytes = fs::read(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    let cabinet = read(&bytes);
    assert!(shown(&cabinet) == fs::read_to_string(&text).unwrap(), "{name} reads otherwise");
    // It is not only read: it is written again and read.
    assert!(read(&written(&cabinet)) == cabinet, "{name}");
    // One of an editor with a mark of byte order, and of Windows' line ends.
    let edited = String::from_utf8(bytes).unwrap().replace('\n', "\r\n");
    assert!(read(format!("\u{FEFF}{edited}").as_bytes()) == cabinet, "{name}");
}

#[test]
fn a_file_of_one_person_is_read_for_ever() {
    check("one_person", || samples::cabinet(201, 1, 2, 3, 200));
}

#[test]
fn a_file_of_many_people_is_read_for_ever() {
    check("many_people", || samples::cabinet(202, 6, 3, 2, 300));
}

#[test]
fn a_file_of_a_lived_in_cabinet_is_read_for_ever() {
    check("lived_in", || any(203));
}

#[test]
fn a_file_of_nothing_is_read_for_ever() {
    check("nothing", Cabinet::default);
}

#[test]
fn a_file_of_conversations_and_changes_is_read_for_ever() {
    write_where_missing("together", || {
        samples::with_together(204, samples::cabinet(204, 1, 1, 1, 60))
    });
    check_kept(4, "together");
}

#[test]
fn the_document_shows_a_file_that_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paper = fs::read_to_string(root.join("docs/exchange-format.md")).unwrap();
    let from = paper.find("```json\n").unwrap() + "```json\n".len();
    let example = &paper[from..from + paper[from..].find("```").unwrap()];
    let read = exchange::read(example.as_bytes()).unwrap();
    // The layout and the names are those of a file written today.
    assert_eq!(
        String::from_utf8(exchange::write(&read.cabinet, &read.meta).unwrap()).unwrap(),
        example
    );
}
