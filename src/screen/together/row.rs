//! One conversation in the list: what it is about, who takes part, how far it has come.
//! Never shows a word of anybody's sheet.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{Conversation, ConversationId};
use crate::i18n::{fill, more, text};
use crate::route::Route;
use crate::screen::conversation::{round_name, topic_text};
use crate::screen::go;
use crate::screen::wording::{join_text, person_text};
use crate::ui::{MenuItem, RowMenu};

pub(super) fn view_row(desk: Desk, id: ConversationId) -> AnyView {
    let it = memo(move || desk.cabinet().look(|cabinet| cabinet.conversation(id).cloned()));
    let said = move |say: fn(&Arc<Conversation>) -> String| {
        move || it.look(|it| it.as_ref().map(say).unwrap_or_default())
    };
    let open = move || {
        desk.open_conversation(id);
        go(Route::Conversation);
    };
    let topic = said(|it| topic_text(it));
    let name = derived(move || [text().shared.more, ": ", &topic()].concat());
    let items = vec![MenuItem::new(text().shared.delete, move || desk.remove_conversation(id))];
    el("li")
        .class("person")
        .child(
            button()
                .class("person__open")
                .on_click(open)
                .child(
                    el("span")
                        .class("person__code")
                        .attr("translate", "no")
                        .live(said(|it| topic_text(it))),
                )
                .child(
                    el("span")
                        .class("soft small")
                        .attr("translate", "no")
                        .live(said(|it| who_text(it))),
                ),
        )
        .child(view! { <RowMenu name=name items=items /> }.into_any())
        .into_any()
}

/// "Heron and Copper · the second round".
fn who_text(it: &Conversation) -> String {
    let together = &more().together;
    let here = it.participants.iter().filter(|one| one.end().is_none());
    let codes: Vec<_> = here.map(|one| person_text(&one.person)).collect();
    let who = if codes.is_empty() { together.nobody.to_string() } else { join_text(codes) };
    fill(together.row, &[("who", &who), ("round", &round_name(it.current_round()))])
}
