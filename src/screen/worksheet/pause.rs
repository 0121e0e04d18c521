//! A pause, always one tap away: the page dims to one still shape and three plain lines, and any key or tap returns.
//! Never asks why, and never counts.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use crate::desk::{Kept, Phase};
use crate::i18n::more;
use crate::screen::desk;

const PAUSE: &str = "pause";

pub fn view_pause() -> AnyView {
    let desk = desk();
    let pause = &more().pause;
    // What is kept nowhere goes with the page, and a pause must not promise more.
    let nothing_lost = move || match desk.phase().get() {
        Phase::Open(Kept::ThisVisit | Kept::Blocked | Kept::Example) => pause.nothing_lost_here,
        _ => pause.nothing_lost,
    };
    let close = || crate::browser::close_dialog(PAUSE);
    let open = move || {
        desk.keep_now();
        crate::browser::show_dialog(PAUSE);
    };
    let lines = el("div")
        .class("pause__lines")
        .child(el("p").id("pause-stop").child(pause.stop))
        .child(el("p").live(nothing_lost))
        .child(el("p").child(pause.who))
        .child(el("p").class("soft small").child(pause.back));
    nodes![
        button().class("button worksheet__pause").on_click(open).child(pause.open),
        el("dialog")
            .id(PAUSE)
            .class("pause")
            .attr("aria-labelledby", "pause-stop")
            .attr("tabindex", "-1")
            .on("click", move |_| close())
            .on_key(move |event| {
                // The key that opened it may still be held down.
                if !event.repeat() {
                    event.prevent_default();
                    close();
                }
            })
            .child(el("span").class("pause__shape").attr("aria-hidden", "true"))
            .child(lines)
    ]
}
