//! One file per screen, and what several screens say alike.
//! Screens read the desk and send it commands; they keep nothing themselves.

pub mod attune;
pub mod backup;
pub mod change;
pub mod conversation;
pub mod file_passphrase;
pub mod guest;
pub mod handing;
pub mod invite;
pub mod invited;
pub mod learn;
pub mod lock;
pub mod nobody;
pub mod notices;
pub mod paper;
pub mod people;
pub mod person_file;
pub mod plan;
pub mod pointer;
pub mod receive;
pub mod record;
pub mod scanner;
pub mod second;
pub mod sessions;
pub mod settings;
pub mod storage;
pub mod together;
pub mod turned;
pub mod understanding;
pub mod unlock;
pub mod welcome;
pub mod wording;
pub mod words;
pub mod worksheet;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::Kind;
use crate::route::Route;

/// The desk of this page.
pub fn desk() -> Desk {
    expect_context()
}

/// Where an open session is gone on with: what one fills in for oneself is a worksheet.
pub fn session_route(desk: Desk) -> Route {
    match untrack(|| desk.person()).is_some_and(|person| person.kind == Kind::Me) {
        true => Route::Worksheet,
        false => Route::Attune,
    }
}

/// Goes to a screen; the address follows, and the frame follows the address.
pub fn go(route: Route) {
    crate::browser::set_address(route.address());
}
