//! A QR code on the page and on paper: black on white, in the dark too, for many readers know no other.
//! Never says what it is for: its name is given. Nothing in it can be read by a person, so what it carries stands beside it.

use leptos::prelude::*;

use crate::chart::qr::Qr;
use crate::ui::markup::svg;

/// `name` is read in its place: what it is, and what to do with it.
pub fn view_qr(code: &Qr, name: String) -> AnyView {
    let side = code.side().to_string();
    let box_of_it = ["0 0 ", &side, " ", &side].concat();
    svg("svg")
        .class("qr")
        .attr("viewBox", box_of_it)
        .attr("role", "img")
        .attr("aria-label", name)
        .child(svg("path").class("qr__dark").attr("d", code.outline()))
        .into_any()
}
