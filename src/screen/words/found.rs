//! What a search has found, best first.
//! Searches nothing itself: the vocabulary does.

use leptos::prelude::*;

use super::Browsing;
use crate::i18n::{count, fill, text};
use crate::ui::entry::{definition, kind, name};
use crate::vocabulary::{Danger, Found, search};

/// More would be scrolling, not finding: another letter narrows it sooner.
const MOST: usize = 40;

pub fn view_found(browsing: Browsing) -> AnyView {
    let found = Memo::new(move |_| browsing.query.with(|query| search(query)));
    let rows = move || {
        let rows = found.get().into_iter().take(MOST).map(|found| view_row(browsing, &found));
        rows.collect_view()
    };
    view! {
        <p class="words__about" role="status">
            {move || match found.with(Vec::len) {
                // Whoever may be in danger is pointed to people, and told nothing about words.
                0 if browsing.query.with(|query| Danger::find(query)).is_some() => String::new(),
                0 => text().words.found_none.to_owned(),
                all if all > MOST => fill(
                    text().words.found_many,
                    &[("count", &all.to_string()), ("shown", &MOST.to_string())],
                ),
                all => count(all, text().words.found_one, text().words.found_other),
            }}
        </p>
        <ul class="word-list words__found">{rows}</ul>
    }
    .into_any()
}

fn view_row(browsing: Browsing, found: &Found) -> AnyView {
    let entry = found.entry;
    let by_name = found.text == name(entry);
    let title = if by_name { view_bold(found) } else { name(entry).into_any() };
    let also = (!by_name).then(|| fill(text().words.also, &[("synonym", found.text)]));
    view! {
        <li>
            <button type="button" class="word-list__word" on:click=move |_| browsing.open(entry)>
                <span class="word-list__name">
                    <span>{title}</span>
                    <span class="words__what">{kind(entry)}{also.map(|also| [", ", &also].concat())}</span>
                </span>
                <span class="word-list__meaning">{definition(entry)}</span>
            </button>
        </li>
    }
    .into_any()
}

fn view_bold(found: &Found) -> AnyView {
    let text = found.text;
    let part = |from, to| text.get(from..to).unwrap_or_default();
    let (start, end) = (found.span.start, found.span.end);
    view! { {part(0, start)}<mark>{part(start, end)}</mark>{part(end, text.len())} }.into_any()
}
