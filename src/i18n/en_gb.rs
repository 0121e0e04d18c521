//! British English: the one value of `i18n::Text` and of `i18n::MoreText` so far.
//! Holds no shapes; each part's words are in a file of the part's name.

mod backup;
mod canvas;
mod capture;
mod care;
mod core_needs;
mod dates;
mod example;
mod find;
mod frame;
mod learn;
mod lock;
mod people;
mod plans;
mod restore;
mod sessions;
mod settings;
mod shared;
mod storage;
mod understanding;
mod welcome;
mod words;

use super::{MoreText, Text};

pub static TEXT: Text = Text {
    shared: shared::SHARED,
    trouble: shared::TROUBLE,
    frame: frame::FRAME,
    welcome: welcome::WELCOME,
    people: people::PEOPLE,
    sessions: sessions::SESSIONS,
    canvas: canvas::CANVAS,
    marks: canvas::MARKS,
    suggesting: canvas::SUGGESTING,
    capture: capture::CAPTURE,
    pickers: capture::PICKERS,
    care: care::CARE,
    dates: dates::DATES,
};

pub static MORE_TEXT: MoreText = MoreText {
    shortcuts: frame::SHORTCUTS,
    learn: learn::LEARN,
    words: words::WORDS,
    wheel: words::WHEEL,
    settings: settings::SETTINGS,
    lock: lock::LOCK,
    backup: backup::BACKUP,
    restore: restore::RESTORE,
    storage: storage::STORAGE,
    understanding: understanding::UNDERSTANDING,
    pictures: understanding::PICTURES,
    find: find::FIND,
    example_sue: example::SUE,
    example_healthcare: example::HEALTHCARE,
    core_needs: core_needs::CORE_NEEDS,
    footprints: core_needs::FOOTPRINTS,
    openings: core_needs::OPENINGS,
    plans: plans::PLANS,
    met_needs: plans::MET_NEEDS,
};
