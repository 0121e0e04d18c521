//! With someone, or a team: what this is for and what it is not for, the conversations, and a new one.
//! Never shows what anyone wrote: a list names a topic, codes and how far it has come.

mod row;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::change::view_changes;
use super::conversation::arriving::view_arriving;
use super::conversation::starting::{Start, relation_name};
use super::pointer::view_who_can_help;
use super::{desk, go};
use crate::desk::{Beginning, Desk};
use crate::domain::{ConversationId, Relation};
use crate::i18n::more;
use crate::route::Route;
use crate::ui::keyed;

#[component]
pub fn TogetherScreen() -> impl IntoView {
    let desk = desk();
    let together = &more().together;
    el("main")
        .class("main together")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").child(together.title)))
        .child(el("p").class("soft lead").child(together.lead))
        .child(view_care())
        .child(view_conversations(desk))
        .child(view_changes_at_work(desk))
        .into_any()
}

/// Before anything else: when this is not the right tool, who can help, and how to be gone at once.
fn view_care() -> AnyView {
    let together = &more().together;
    el("section")
        .class("together__care")
        .attr("aria-labelledby", "together-care")
        .child(el("h2").id("together-care").child(together.care))
        .child(el("p").child(together.care_not))
        .child(view_who_can_help())
        .child(el("p").class("soft small").child(together.care_hide))
        .into_any()
}

fn view_changes_at_work(desk: Desk) -> AnyView {
    let together = &more().together;
    el("section")
        .class("together__part")
        .attr("aria-labelledby", "together-changes")
        .child(el("h2").id("together-changes").child(together.changes))
        .child(el("p").class("soft").child(together.changes_lead))
        .child(view_changes(desk))
        .into_any()
}

fn view_conversations(desk: Desk) -> AnyView {
    let together = &more().together;
    let keys = memo(move || {
        desk.cabinet().look(|cabinet| {
            let ids = cabinet.conversations.iter().rev();
            ids.map(|it| u64::from_le_bytes(it.id.0)).collect::<Vec<_>>()
        })
    });
    let is_empty = memo(move || keys.look(Vec::is_empty));
    let row = move |key: u64| row::view_row(desk, ConversationId(key.to_le_bytes()));
    el("section")
        .class("together__part")
        .attr("aria-labelledby", "together-conversations")
        .child(el("h2").id("together-conversations").child(together.conversations))
        .live(move || is_empty.get().then(|| el("p").class("empty").child(together.none)))
        .child(el("ul").class("people").child(keyed(move || keys.get(), row)))
        .child(view_begin(desk))
        .child(el("h3").child(more().arriving.title))
        .child(el("p").class("soft small").child(more().arriving.lead))
        .child(view_arriving(desk, false))
        .into_any()
}

/// Who it is between chooses the words to begin with; all of them can be changed.
fn view_begin(desk: Desk) -> AnyView {
    let together = &more().together;
    let relations = Relation::ALL.into_iter().map(Some).chain([None]);
    let doors = relations.map(|relation| {
        let name = relation.map_or(together.begin_other, relation_name);
        button().class("choice").on_click(move || begin(desk, relation)).child(name).into_any()
    });
    nodes![
        el("h3").id("together-begin").child(together.begin),
        el("p").class("soft small").child(together.begin_hint),
        el("div")
            .class("choices__flow together__begin")
            .attr("role", "group")
            .attr("aria-labelledby", "together-begin")
            .child(doors.collect::<Vec<_>>())
    ]
}

fn begin(desk: Desk, relation: Option<Relation>) {
    let start = Start::of(relation);
    let beginning = Beginning { relation, opening: start.opening, areas: start.areas };
    // A text of ours fits, and a tab that only reads says so itself.
    if let Ok(Some(_)) = desk.begin_conversation(beginning) {
        go(Route::Conversation);
    }
}
