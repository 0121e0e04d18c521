//! The walk through a change at work, as far as it goes without a key and a file.
//! Never counts a worksheet: `tests/e2e/change.rs` does.

use super::Eye;
use super::walk::go;
use crate::page::{Place, settle, tap};

pub async fn changing(place: &Place, eye: &mut Eye) {
    go(place, "#/change", "#change-new").await;
    place.write("#change-new", "the rota").await;
    place.key("#change-new", "Enter").await;
    place.until("#change-group-new").await;
    eye.read(place, "a change without a group");
    place.write("#change-group-new", "Heron").await;
    place.key("#change-group-new", "Enter").await;
    place.until(".change__need").await;
    eye.read(place, "a change without a mark");
    place.press_first("#touch-control").await;
    place.press_first(".change__hands .choice").await;
    place.press_first(".change__need .choice").await;
    for (field, words) in
        [("#in-hands-mine", "stayed late"), ("#change-measure-new", "ask for a break")]
    {
        place.write(field, words).await;
        place.key(field, "Enter").await;
    }
    for word in ["betrayed", "abused", "ashamed"] {
        place.write("#change-heard", word).await;
        place.key("#change-heard", "Enter").await;
    }
    for at in 0..place.all(".change summary").len() {
        tap(&place.all(".change summary")[at]);
        settle().await;
    }
    eye.read(place, "a change, mapped");
    place.press_first(".change__answers .choice").await;
    eye.read(place, "a change with something planned");
    place.press_first(".change > .links .button:last-child").await;
    place.until("#change-new").await;
    place.press_first(".change__list summary").await;
    place.press_first(".change__list .menu__items .plain").await;
    eye.read(place, "the changes, one about to be deleted");
    place.press_first(".change__sure .button").await;
}
