//! Every word a person sees that is not in the vocabulary: two structs of texts, one value of each per language.
//! Never decides when a text is shown, and never holds a person's own words.

#[macro_use]
mod shape;
mod backup;
mod canvas;
mod capture;
mod care;
mod change;
mod core_needs;
mod dates;
mod devices;
pub mod en_gb;
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

use std::cell::Cell;

pub use backup::Backup;
pub use canvas::{Canvas, Marks, Suggesting};
pub use capture::{Capture, Pickers};
pub use care::Care;
pub use change::{Change, ChangeSeen, ChangeSheets};
pub use core_needs::{CoreNeeds, Footprints, Openings};
pub use dates::Dates;
pub use devices::{Arriving, Devices};
pub use example::{ExampleHealthcare, ExampleSue};
pub use filing::Filing;
pub use find::Find;
pub use frame::{Frame, Shortcuts};
pub use handing::{Guest, Handing};
pub use invite::Invite;
pub use learn::Learn;
pub use lock::Lock;
pub use paper::Paper;
pub use people::People;
pub use plans::{MetNeeds, Plans};
pub use receive::Receive;
pub use recording::Recording;
pub use restore::Restore;
pub use scanner::Scanner;
pub use sessions::Sessions;
pub use settings::Settings;
pub use shape::{count, fill, inside};
pub use shared::{Shared, Trouble};
pub use storage::Storage;
pub use together::{Conversing, Passing, Reveal, Sheets, Starting, TalkPatterns, Together};
pub use understanding::{Pictures, Understanding};
pub use welcome::Welcome;
pub use words::{Wheel, Words};
pub use worksheet::{Pause, Sentences, Worksheet};
pub use written::{Filed, Tables, Written};

bundle! {
    /// The texts of the first screen and of catching. A missing one does not compile.
    Text {
        shared: Shared,
        trouble: Trouble,
        frame: Frame,
        welcome: Welcome,
        people: People,
        sessions: Sessions,
        canvas: Canvas,
        marks: Marks,
        suggesting: Suggesting,
        capture: Capture,
        pickers: Pickers,
        care: Care,
        dates: Dates,
    }
}

bundle! {
    /// The texts of what comes with the second part of the program. Named from there alone, they travel with it.
    MoreText {
        shortcuts: Shortcuts,
        learn: Learn,
        words: Words,
        wheel: Wheel,
        settings: Settings,
        lock: Lock,
        backup: Backup,
        restore: Restore,
        storage: Storage,
        understanding: Understanding,
        pictures: Pictures,
        find: Find,
        scanner: Scanner,
        invite: Invite,
        receive: Receive,
        example_sue: ExampleSue,
        example_healthcare: ExampleHealthcare,
        core_needs: CoreNeeds,
        footprints: Footprints,
        openings: Openings,
        plans: Plans,
        met_needs: MetNeeds,
        worksheet: Worksheet,
        pause: Pause,
        sentences: Sentences,
        paper: Paper,
        handing: Handing,
        guest: Guest,
        written: Written,
        filed: Filed,
        tables: Tables,
        recording: Recording,
        filing: Filing,
        together: Together,
        starting: Starting,
        conversing: Conversing,
        passing: Passing,
        sheets: Sheets,
        reveal: Reveal,
        patterns: TalkPatterns,
        devices: Devices,
        arriving: Arriving,
        change: Change,
        change_seen: ChangeSeen,
        change_sheets: ChangeSheets,
    }
}

thread_local! {
    static SPOKEN: Cell<&'static Text> = const { Cell::new(&en_gb::TEXT) };
    static MORE_SPOKEN: Cell<&'static MoreText> = const { Cell::new(&en_gb::MORE_TEXT) };
}

/// The texts of the language in use, of the first part.
pub fn text() -> &'static Text {
    SPOKEN.get()
}

/// The texts of the language in use, of the second part.
pub fn more() -> &'static MoreText {
    MORE_SPOKEN.get()
}

/// Changes the language for what is built from now on; a page that stands already keeps its words.
pub fn speak(text: &'static Text, more: &'static MoreText) {
    SPOKEN.set(text);
    MORE_SPOKEN.set(more);
}
