//! What a group controls, can influence, and cannot change, line by line.
//! Asks nobody to solve what is not in their hands.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::Changing;
use super::fields::view_add;
use crate::domain::{GroupId, Hands};
use crate::i18n::{fill, more, text};
use crate::ui::{Icon, icon};

pub fn view_in_hands(changing: Changing, group: GroupId) -> AnyView {
    let parts = Hands::ALL.map(|hands| view_part(changing, group, hands));
    el("div").class("change__in-hands").child(parts.into_iter().collect::<Vec<_>>()).into_any()
}

fn view_part(changing: Changing, group: GroupId, hands: Hands) -> AnyView {
    let words = &more().change;
    let (id, label) = match hands {
        Hands::Mine => ("in-hands-mine", words.controls),
        Hands::Influence => ("in-hands-influence", words.influences),
        Hands::NotMine => ("in-hands-not", words.cannot),
    };
    let of_it = changing.group(group);
    let lines = memo(move || {
        of_it.look(|it| {
            let all = it.iter().flat_map(|it| it.in_hands.iter().enumerate());
            let of_these = all.filter(|(_, it)| it.hands == hands);
            of_these.map(|(at, it)| (at, it.text.as_str().to_string())).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let lines = lines.get().into_iter();
        lines.map(|(at, line)| view_line(changing, group, at, line, id)).collect::<Vec<_>>()
    };
    let add = move |raw: &str| changing.desk.add_in_hands(group, raw, hands);
    el("div")
        .class("change__lines")
        .child(el("ul").attr("aria-label", label).live(rows))
        .child(view_add(id, label, text().shared.add, add))
        .into_any()
}

fn view_line(
    changing: Changing,
    group: GroupId,
    at: usize,
    line: String,
    field: &'static str,
) -> AnyView {
    let remove = move || {
        // Where it cannot be, the notices say why.
        let _ = changing.desk.remove_in_hands(group, at);
        crate::browser::soon(Box::new(move || crate::browser::focus(field)));
    };
    let name = fill(more().change.remove, &[("what", &line)]);
    el("li")
        .child(el("span").attr("translate", "no").child(line))
        .child(
            button()
                .class("plain")
                .attr("aria-label", name)
                .on_click(remove)
                .child(icon(Icon::Delete)),
        )
        .into_any()
}
