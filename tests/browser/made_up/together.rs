//! A conversation of two, walked in the made-up language from its beginning to what it shows.
//! Judges nothing: the eye does.

use super::Eye;
use super::walk::go;
use crate::page::Place;

pub async fn together(place: &Place, eye: &mut Eye) {
    go(place, "#/together", ".together__begin").await;
    eye.read(place, "together");
    place.press_first(".together__begin .choice").await;
    place.until("#participant").await;
    for code in ["Heron", "Copper"] {
        place.write("#participant", code).await;
        place.key("#participant", "Enter").await;
    }
    place.until(".talk__turn .button").await;
    eye.read(place, "the table");
    on_several_devices(place, eye).await;
    place.press_first(".talk__turn .button").await;
    fill_in(place, eye).await;
    place.press_first(".still__ways .button").await;
    fill_in(place, eye).await;
    place.press_first(".still__ways .button").await;
    place.until(".talk__revealed").await;
    eye.read(place, "what a round shows");
}

async fn fill_in(place: &Place, eye: &mut Eye) {
    place.until("#sign").await;
    place.press_first(".still__sign .button--first").await;
    eye.read(place, "no sign");
    place.write("#sign", "Heron").await;
    place.press_first(".still__sign .button--first").await;
    place.until(".sheet #catch").await;
    for word in ["sad", "rest -"] {
        place.write("#catch", word).await;
        place.key("#catch", "Enter").await;
    }
    place.press_first(".worksheet__things .choice:last-child").await;
    eye.read(place, "a guess");
    place.press_first(".worksheet__things .choice").await;
    place.press_first(".question--end > .answers .button").await;
    place.until(".sheet__ready").await;
    eye.read(place, "a sheet");
    place.press_first(".sheet__ready .button--first").await;
    place.until(".still__ways .button").await;
    eye.read(place, "a still page");
}

/// As far as it goes without a worker and a file; both go on writing here.
async fn on_several_devices(place: &Place, eye: &mut Eye) {
    place.press_first(".talk__setting:not([open]) > summary").await;
    place.until(".talk__seating").await;
    for choice in place.all(".talk__seating .choice") {
        choice.click();
    }
    place.press_first(".talk__seating .answers .button").await;
    eye.read(place, "nobody here");
    place.press_first(".talk__seating .choice").await;
    place.press_first(".talk__seating .answers .button").await;
    place.until(".talk__devices").await;
    eye.read(place, "on several devices");
    place.press_first(".talk__devices .talk__file:last-of-type .button").await;
    place.until("#opening-passphrase").await;
    eye.read(place, "an opening file");
    place.press_first(".talk__devices > p:last-child .plain").await;
    place.until(".talk__seating").await;
    for choice in place.all(".talk__seating .choice[aria-pressed=false]") {
        choice.click();
    }
    place.press_first(".talk__seating .answers .button").await;
    place.until(".talk__devices > p:last-child .plain").await;
}
