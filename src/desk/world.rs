//! The world as the desk needs it: a date, chance, a later, and a place to keep things.
//! Never used by anything but the desk; tests hand in one of their own.

use crate::domain::Day;
use crate::storage::{Slot, StorageError};
use crate::vault::key::Draw;
#[cfg(target_arch = "wasm32")]
use crate::vault::key::NoChance;

#[derive(Clone, Copy)]
pub struct World {
    pub today: fn() -> Day,
    pub draw: fn() -> [u8; 8],
    /// Chance for keys: where there is none, there is no key, and never a weak one.
    pub draw_secret: Draw,
    /// Does a task as soon as the current one has ended.
    pub soon: fn(Box<dyn FnOnce()>),
    /// Where things are kept. Errors: the browser keeps nothing for this page.
    pub home: fn() -> Result<Box<dyn Slot>, StorageError>,
}

impl World {
    /// The browser's.
    #[cfg(target_arch = "wasm32")]
    pub fn of_the_browser() -> World {
        World {
            today,
            draw: crate::browser::draw,
            draw_secret: |bytes| crate::browser::draw_secret(bytes).then_some(()).ok_or(NoChance),
            soon: crate::browser::soon,
            home: || Ok(Box::new(crate::storage::Local::open()?)),
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn today() -> Day {
    use crate::domain::day::Civil;
    let (year, month, day) = crate::browser::local_date();
    // A device whose clock stands outside the years a day can have gets the first of them.
    Day::from_civil(Civil { year, month, day }).unwrap_or(Day::FIRST)
}
