//! What is for the file, for paper and for oneself, walked in the made-up language.
//! Judges nothing: the eye does.

use super::Eye;
use super::walk::go;
use crate::page::Place;

/// Of an open session.
pub async fn filed(place: &Place, eye: &mut Eye) {
    for (address, shown) in [
        ("#/record", ".record"),
        ("#/file", ".person-file"),
        ("#/paper", ".paper"),
        ("#/handover", ".picking"),
    ] {
        go(place, address, shown).await;
        eye.read(place, address);
    }
}

/// On an open worksheet.
pub async fn pause(place: &Place, eye: &mut Eye) {
    place.press_first(".worksheet__pause").await;
    place.until(".pause[open]").await;
    eye.read(place, "a pause");
    place.press_first(".pause[open]").await;
}
