//! British English: the one value of `i18n::Text` and of `i18n::MoreText` so far.
//! Holds no shapes; each part's words are in a file of the part's name.

mod backup;
mod canvas;
mod capture;
mod care;
mod change;
mod core_needs;
mod dates;
mod devices;
mod example;
mod filing;
mod find;
mod frame;
mod handing;
mod invite;
mod learn;
mod lock;
mod paper;
mod people;
mod plans;
mod receive;
mod recording;
mod restore;
mod scanner;
mod sessions;
mod settings;
mod shared;
mod storage;
mod together;
mod understanding;
mod welcome;
mod words;
mod worksheet;
mod written;

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
    scanner: scanner::SCANNER,
    invite: invite::INVITE,
    receive: receive::RECEIVE,
    example_sue: example::SUE,
    example_healthcare: example::HEALTHCARE,
    core_needs: core_needs::CORE_NEEDS,
    footprints: core_needs::FOOTPRINTS,
    openings: core_needs::OPENINGS,
    plans: plans::PLANS,
    met_needs: plans::MET_NEEDS,
    worksheet: worksheet::WORKSHEET,
    pause: worksheet::PAUSE,
    sentences: worksheet::SENTENCES,
    paper: paper::PAPER,
    handing: handing::HANDING,
    guest: handing::GUEST,
    written: written::WRITTEN,
    filed: written::FILED,
    tables: written::TABLES,
    recording: recording::RECORDING,
    filing: filing::FILING,
    together: together::TOGETHER,
    starting: together::STARTING,
    conversing: together::CONVERSING,
    passing: together::PASSING,
    sheets: together::SHEETS,
    reveal: together::REVEAL,
    patterns: together::TALK_PATTERNS,
    devices: devices::DEVICES,
    arriving: devices::ARRIVING,
    change: change::CHANGE,
    change_seen: change::CHANGE_SEEN,
    change_sheets: change::CHANGE_SHEETS,
};
