//! What stood in the way of receiving, in words; and for whom something is, by their code.
//! Never blames: what happened, what is safe, what to do.

use crate::desk::{Desk, NotArrived, NotTakenIn};
use crate::domain::{Kind, PersonId};
use crate::i18n::{more, text};
use crate::reactive::Look;
use crate::screen::backup::trouble_text;
use crate::screen::wording::{code_error, person_text};

pub fn not_arrived_text(error: NotArrived) -> &'static str {
    let words = &more().receive;
    match error {
        NotArrived::NotAHandover => words.not_ours,
        NotArrived::ForAnotherKey => words.another_key,
        NotArrived::AsksForPassphrase => words.passphrase_lead,
        NotArrived::WrongPassphrase => more().restore.wrong_passphrase,
        NotArrived::TooMuchWork => more().restore.too_much_work,
        NotArrived::Damaged => words.damaged,
        NotArrived::TooLarge => words.too_large,
        NotArrived::Newer => words.newer,
        NotArrived::Worker(trouble) => trouble_text(trouble),
    }
}

pub fn not_taken_in_text(error: NotTakenIn) -> String {
    let words = &more().receive;
    let plain = match error {
        NotTakenIn::Code(error) => return code_error(error),
        NotTakenIn::Gone => words.gone,
        // The button has said so before it was pressed; between the two another tab has taken it in.
        NotTakenIn::Doubled(..) => words.just_now,
        NotTakenIn::TooLarge => words.too_much,
        NotTakenIn::OnlyReads => text().trouble.only_reads,
    };
    plain.to_string()
}

/// The code, or "yourself"; nothing of somebody who is gone.
pub fn whom_text(desk: Desk, id: PersonId) -> String {
    desk.cabinet().glance(|cabinet| match cabinet.journal(id).map(|it| &it.person) {
        Some(person) if person.kind == Kind::Me => more().receive.myself.to_string(),
        Some(person) => person_text(person),
        None => String::new(),
    })
}
