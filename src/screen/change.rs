//! A change at work: in a sentence, the groups it touches, what is planned, what is seen in it, worksheets that are counted.
//! Never says whether the change is right, and never shows who said what.

mod fields;
mod groups;
mod hands;
mod heard;
mod list;
mod map;
mod measures;
mod needs;
mod seen;
mod worksheets;

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::desk;
use super::notices::SavedState;
use crate::desk::Desk;
use crate::domain::{ChangeMap, Group, GroupId};
use crate::i18n::more;

use fields::{Words, view_words};
pub use list::view_changes;

/// The open change, in the parts of this screen.
#[derive(Clone, Copy)]
struct Changing {
    desk: Desk,
    map: Memo<Option<Arc<ChangeMap>>>,
    /// The group that is looked at; the first where none was chosen.
    chosen: RwSignal<Option<GroupId>>,
}

impl Changing {
    fn look<R: Default>(self, read: impl FnOnce(&ChangeMap) -> R) -> R {
        self.map.look(|it| it.as_deref().map(read)).unwrap_or_default()
    }

    /// The group that is looked at.
    fn shown(self) -> Option<GroupId> {
        let chosen = self.chosen.get();
        self.look(|map| {
            let chosen = chosen.and_then(|it| map.group(it));
            chosen.or(map.groups.first()).map(|it| it.id)
        })
    }

    fn group(self, id: GroupId) -> Memo<Option<Arc<Group>>> {
        memo(move || self.look(|map| map.group(id).cloned()))
    }
}

#[component]
pub fn ChangeScreen() -> impl IntoView {
    let desk = desk();
    let map = desk.change_map();
    let is_open = memo(move || map.look(|it| it.as_ref().map(|it| it.id)));
    let words = &more().change;
    el("main")
        .class("main change")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header")
                .class("head")
                .child(el("h1").child(words.title))
                .live(move || is_open.get().map(|_| view! { <SavedState /> }.into_any())),
        )
        .child(el("p").class("soft lead").child(words.lead))
        .live(move || match is_open.get() {
            None => view_changes(desk),
            Some(_) => view_open(Changing { desk, map, chosen: RwSignal::new(None) }),
        })
        .into_any()
}

fn view_open(changing: Changing) -> AnyView {
    let (desk, words) = (changing.desk, &more().change);
    let is_touching = memo(move || changing.look(|map| !map.groups.is_empty()));
    let sentence = Words {
        id: "change-sentence".to_string(),
        label: words.sentence,
        empty: words.sentence_add,
        hint: words.sentence_hint,
        value: derived(move || {
            changing.look(|map| map.sentence.as_ref().map(|it| it.as_str().to_string()))
        }),
        keep: Callback::new(move |raw: String| desk.write_change(&raw)),
    };
    nodes![
        el("section").class("change__sentence").child(view_words(sentence)),
        groups::view_groups(changing),
        live(move || is_touching.get().then(|| {
            nodes![
                measures::view_measures(changing),
                map::view_map(changing),
                seen::view_seen(changing),
                worksheets::view_worksheets(changing)
            ]
        })),
        view_ways(desk)
    ]
}

fn view_ways(desk: Desk) -> AnyView {
    let words = &more().change;
    el("p")
        .class("links answers")
        .child(button().class("button").on_click(crate::browser::print).child(words.print))
        .child(
            button().class("button").on_click(move || desk.close_change()).child(words.all_changes),
        )
        .into_any()
}
