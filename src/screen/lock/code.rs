//! The recovery code as it is shown once: to be printed or written down.
//! Never kept by the page beyond this view.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use crate::desk::RecoveryCode;
use crate::i18n::more;

pub fn view_code(code: &RecoveryCode) -> AnyView {
    let words = &more().lock;
    let shown = code.shown();
    let groups = shown.split('-').map(|group| el("span").child(group.to_owned()));
    nodes![
        el("h2").child(words.code),
        el("p").child(words.code_lead),
        el("p")
            .class("code")
            .attr("translate", "no")
            .attr("aria-label", words.code)
            .children(groups),
        el("p").class("soft").child(words.code_safe),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(crate::browser::print).child(words.print))
    ]
}
