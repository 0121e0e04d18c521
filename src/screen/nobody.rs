//! What a screen about one person says while nobody is chosen, and the door to the people.
//! Never chooses anybody.

use leptos::prelude::*;

use super::go;
use crate::i18n::text;
use crate::route::Route;
use crate::ui::markup::{button, el, nodes};

pub fn view_nobody() -> AnyView {
    let door = button().class("button button--first").on_click(move || go(Route::People));
    nodes![
        el("p").class("empty").child(text().sessions.nobody),
        el("p").child(door.child(text().frame.people))
    ]
}
