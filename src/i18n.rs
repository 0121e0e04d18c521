//! Every word a person sees that is not in the vocabulary: one struct of texts, one value of it per language.
//! Never decides when a text is shown, and never holds a person's own words.

#[macro_use]
mod shape;
mod canvas;
mod capture;
mod care;
mod dates;
pub mod en_gb;
mod example;
mod frame;
mod learn;
mod people;
mod sessions;
mod settings;
mod shared;
mod welcome;
mod words;

use std::cell::Cell;

pub use canvas::{Canvas, Marks, Suggesting};
pub use capture::{Capture, Pickers};
pub use care::Care;
pub use dates::Dates;
pub use example::{ExampleHealthcare, ExampleSue};
pub use frame::{Frame, Shortcuts};
pub use learn::Learn;
pub use people::People;
pub use sessions::Sessions;
pub use settings::Settings;
pub use shape::{count, fill, inside};
pub use shared::{Shared, Trouble};
pub use welcome::Welcome;
pub use words::{Wheel, Words};

bundle! {
    /// All texts of one language. A missing one does not compile.
    Text {
        shared: Shared,
        trouble: Trouble,
        frame: Frame,
        shortcuts: Shortcuts,
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
        learn: Learn,
        words: Words,
        wheel: Wheel,
        settings: Settings,
        example_sue: ExampleSue,
        example_healthcare: ExampleHealthcare,
    }
}

thread_local! {
    static SPOKEN: Cell<&'static Text> = const { Cell::new(&en_gb::TEXT) };
}

/// The texts of the language in use.
pub fn text() -> &'static Text {
    SPOKEN.get()
}

/// Changes the language for what is built from now on; a page that stands already keeps its words.
pub fn speak(text: &'static Text) {
    SPOKEN.set(text);
}
