//! The walk through backups, what is stored, and erasing, as far as it goes without a file.
//! Never makes one and never erases: `tests/e2e/backup.rs` does.

use super::Eye;
use super::walk::go;
use crate::page::{Place, settle, tap};

pub async fn backups(place: &Place, eye: &mut Eye) {
    go(place, "#/settings", ".settings .stored").await;
    eye.read(place, "backup, and what is stored");
    for at in 0..3 {
        tap(&place.all(".backup__doors button")[at]);
        settle().await;
        eye.read(place, "a part of backup");
        place.press_first(".settings__part:nth-of-type(2) .answers button:last-child").await;
        place.until(".backup__doors").await;
    }
    place.press_first(".erase").await;
    eye.read(place, "erasing, asked");
    place.press_first(".settings__part:nth-of-type(4) .answers button:last-child").await;
    place.until(".erase").await;
}
