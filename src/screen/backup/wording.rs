//! What stood in the way of a backup or of restoring one, in words.
//! Never blames: what happened, what is safe, what to do.

use crate::desk::{NotMade, NotRead, NotRestored, Refused, SaveError, Spot};
use crate::i18n::{fill, more, text};
use crate::worker::{OpenError, SealError, Trouble};

pub fn trouble_text(trouble: Trouble) -> &'static str {
    let words = &more().lock;
    match trouble {
        Trouble::NotFetched | Trouble::NotStarted => words.no_help,
        Trouble::Died | Trouble::NoMemory => words.no_memory,
        Trouble::Gone => words.helper_gone,
    }
}

pub fn not_made_text(error: NotMade) -> &'static str {
    let words = &more().backup;
    match error {
        NotMade::Notes(refused) => not_written_text(&refused),
        NotMade::Worker(trouble) => trouble_text(trouble),
        NotMade::Seal(SealError::TooLarge) => words.too_large,
        NotMade::Seal(SealError::NoMemory) => more().lock.no_memory,
        NotMade::Seal(SealError::NotReadBack) => words.not_read_back,
    }
}

pub fn not_written_text(refused: &Refused) -> &'static str {
    let words = &more().backup;
    match refused {
        Refused::TooLarge => words.too_large,
        Refused::NotAttune | Refused::Newer { .. } | Refused::Damaged { .. } => words.not_whole,
    }
}

pub fn not_restored_text(error: NotRestored) -> &'static str {
    let words = &more().restore;
    match error {
        NotRestored::OnlyReads => text().trouble.only_reads,
        NotRestored::NotSaved(SaveError::Full) => words.not_kept_full,
        NotRestored::NotSaved(SaveError::Elsewhere) => text().trouble.elsewhere,
        NotRestored::NoFile | NotRestored::NotSaved(_) => words.not_kept,
    }
}

pub fn not_read_text(error: NotRead) -> String {
    let words = &more().restore;
    let plain = match error {
        NotRead::Notes(Refused::Damaged { at }) => return damaged_text(&at),
        NotRead::Worker(trouble) => trouble_text(trouble),
        NotRead::Notes(Refused::NotAttune) | NotRead::Open(OpenError::NotSealed) => words.not_ours,
        NotRead::Notes(Refused::Newer { .. }) | NotRead::Open(OpenError::Newer) => words.newer,
        NotRead::Notes(Refused::TooLarge) | NotRead::Open(OpenError::TooLarge) => words.too_large,
        NotRead::Open(OpenError::ForKeys) => words.for_keys,
        NotRead::Open(OpenError::TooMuchWork) => words.too_much_work,
        NotRead::Open(OpenError::WrongPassphrase) => words.wrong_passphrase,
        NotRead::Open(OpenError::Damaged) => words.damaged,
        NotRead::Open(OpenError::NoMemory) => more().lock.no_memory,
    };
    plain.to_string()
}

fn damaged_text(at: &Spot) -> String {
    let words = &more().restore;
    match at {
        Spot::Field(field) if field.is_empty() => words.damaged.to_string(),
        Spot::Field(field) => fill(words.damaged_field, &[("field", field)]),
        Spot::Line { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            fill(words.damaged_line, &[("line", &line), ("column", &column)])
        }
    }
}
