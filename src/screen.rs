//! One file per screen, and what several screens say alike.
//! Screens read the desk and send it commands; they keep nothing themselves.

pub mod attune;
pub mod backup;
pub mod learn;
pub mod lock;
pub mod notices;
pub mod people;
pub mod plan;
pub mod pointer;
pub mod second;
pub mod sessions;
pub mod settings;
pub mod storage;
pub mod turned;
pub mod understanding;
pub mod unlock;
pub mod welcome;
pub mod wording;
pub mod words;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::route::Route;

/// The desk of this page.
pub fn desk() -> Desk {
    expect_context()
}

/// Goes to a screen; the address follows, and the frame follows the address.
pub fn go(route: Route) {
    crate::browser::set_address(route.address());
}
