//! What runs across the sessions of a person: its pictures, their tables and the moments behind them.
//! Never checks anything but that it gets there: the eye reads.

use super::Eye;
use super::walk::go;
use crate::page::{Place, tap};

/// The pictures with their tables, and the moments behind the first place of each.
pub async fn across(place: &Place, eye: &mut Eye) {
    for view in ["map", "river", "time"] {
        go(place, &["#/understanding/", view].concat(), ".picture__svg").await;
        for summary in place.all(".picture__table summary") {
            tap(&summary);
        }
        place.until(".numbers__button").await;
        eye.read(place, view);
        place.press_first(".numbers__button").await;
        place.until("#behind[open] li").await;
        eye.read(place, "the moments behind");
        place.press_first("#behind header button").await;
    }
}
