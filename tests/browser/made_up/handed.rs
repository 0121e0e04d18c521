//! The walk through asking for a worksheet and receiving one, as far as it goes without a key and a file.
//! Never makes or opens one: `tests/e2e/receiving.rs` does.

use super::Eye;
use super::walk::go;
use crate::page::{Place, settle, tap};

pub async fn handed(place: &Place, eye: &mut Eye) {
    super::changing::changing(place, eye).await;
    go(place, "#/invite", ".invite__part").await;
    for at in 0..3 {
        tap(&place.all(".question__fold > summary")[at]);
        settle().await;
    }
    place.until(".invite__groups").await;
    place.press_first(".invite__asks .choice").await;
    eye.read(place, "an invitation to be made");
    go(place, "#/receive", "#receive-file").await;
    eye.read(place, "receiving");
    place.press_first(".receive > .answers .button").await;
    eye.read(place, "receiving with the camera");
}
