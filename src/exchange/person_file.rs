//! All of one person as a file of notes of its own, for themselves or for whoever goes on with them.
//! Never holds another person, a key, or a reflection that was not asked for.

use std::sync::Arc;

use super::{Meta, Refused, write_and_check};
use crate::domain::{Cabinet, Journal, Note};

/// In the form of a backup, so that it can be restored; read back and compared. An invitation stays here: with its key, whoever
/// has the file would open what is handed over to the therapist. Errors: as of `write`.
pub fn person_file(
    journal: &Journal,
    meta: &Meta,
    with_reflections: bool,
) -> Result<Vec<u8>, Refused> {
    let mut journal = Journal { invitation: None, ..journal.clone() };
    for session in journal.sessions.iter_mut().filter(|_| !with_reflections) {
        if !session.reflection.is_empty() {
            Arc::make_mut(session).reflection = Note::default();
        }
    }
    write_and_check(&Cabinet { journals: vec![Arc::new(journal)], ..Cabinet::default() }, meta)
}
