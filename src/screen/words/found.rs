//! What a search has found, best first.
//! Searches nothing itself: the vocabulary does.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::Browsing;
use crate::i18n::{count, fill, more};
use crate::ui::entry::{definition, kind, name};
use crate::vocabulary::{Danger, Found, search};

/// More would be scrolling, not finding: another letter narrows it sooner.
const MOST: usize = 40;

pub fn view_found(browsing: Browsing) -> AnyView {
    let found = memo(move || browsing.query.look(|query| search(query)));
    let rows = move || {
        let rows = found.get().into_iter().take(MOST).map(|found| view_row(browsing, &found));
        rows.collect_view()
    };
    nodes![
        el("p").class("words__about").attr("role", "status").live(move || {
            match found.look(Vec::len) {
                // Whoever may be in danger is pointed to people, and told nothing about words.
                0 if browsing.query.look(|query| Danger::find(query)).is_some() => String::new(),
                0 => more().words.found_none.to_owned(),
                all if all > MOST => fill(
                    more().words.found_many,
                    &[("count", &all.to_string()), ("shown", &MOST.to_string())],
                ),
                all => count(all, more().words.found_one, more().words.found_other),
            }
        }),
        el("ul").class("word-list words__found").live(rows)
    ]
}

fn view_row(browsing: Browsing, found: &Found) -> AnyView {
    let entry = found.entry;
    let by_name = found.text == name(entry);
    let title = if by_name { view_bold(found) } else { name(entry).into_any() };
    let also = (!by_name).then(|| fill(more().words.also, &[("synonym", found.text)]));
    el("li")
        .child(
            button()
                .class("word-list__word")
                .on_click(move || browsing.open(entry))
                .child(
                    el("span").class("word-list__name").child(el("span").child(title)).child(
                        el("span")
                            .class("words__what")
                            .child(kind(entry))
                            .child(also.map(|also| [", ", &also].concat())),
                    ),
                )
                .child(el("span").class("word-list__meaning").child(definition(entry))),
        )
        .into_any()
}

fn view_bold(found: &Found) -> AnyView {
    let text = found.text;
    let part = |from, to| text.get(from..to).unwrap_or_default();
    let (start, end) = (found.span.start, found.span.end);
    nodes![part(0, start), el("mark").child(part(start, end)), part(end, text.len())]
}
