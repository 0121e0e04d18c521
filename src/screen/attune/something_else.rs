//! "Something else": the end of whatever is offered for a moment; leads to the catch line, which takes any word.
//! Takes nothing itself.

use crate::ui::markup::button;
use leptos::prelude::*;

use super::catch_line::CATCH_ID;
use crate::i18n::text;

/// `turn` makes the moment current for which something was offered, before the focus goes to the line.
pub fn view_something_else(turn: impl Fn() + 'static) -> AnyView {
    let lead_on = move || {
        turn();
        crate::browser::focus(CATCH_ID);
    };
    button().class("tag").on_click(lead_on).child(text().shared.something_else).into_any()
}
