//! What was deleted last, in words, and the way to take that back.
//! Never names another client during a session.

use crate::ui::markup::{button, el};
use leptos::prelude::*;

use crate::desk::{Desk, Notice, Removal, removed_text};
use crate::domain::Removed;
use crate::i18n::{fill, text};
use crate::route::Route;
use crate::screen::wording::{item_text, person_text};
use crate::ui::{Icon, icon};

pub(super) fn view_notice(desk: Desk, notice: Notice, route: Route) -> Option<AnyView> {
    let (words, undo) = match notice {
        Notice::Deleted(removal) => (removal_text(desk, &removal, route)?, Some(view_undo(desk))),
        Notice::NotPutBack => (text().trouble.not_put_back.to_string(), None),
        Notice::OnlyReads => (text().trouble.only_reads.to_string(), None),
    };
    Some(
        el("div")
            .class("toast")
            .child(el("span").attr("translate", "no").child(words))
            .child(undo)
            .child(
                button()
                    .class("plain")
                    .attr("aria-label", text().shared.close)
                    .on_click(move || desk.dismiss_notice())
                    .child(icon(Icon::Close)),
            )
            .into_any(),
    )
}

fn view_undo(desk: Desk) -> AnyView {
    let undo = move || {
        desk.undo();
    };
    button().class("toast__undo").on_click(undo).child(text().shared.undo).into_any()
}

fn removal_text(desk: Desk, removal: &Removal, route: Route) -> Option<String> {
    let frame = &text().frame;
    Some(match removal {
        // During a session no other client's code is on the screen.
        Removal::Person { .. }
            if matches!(route, Route::Attune | Route::Turned | Route::Record) =>
        {
            return None;
        }
        Removal::Person { journal, .. } => {
            fill(frame.deleted_person, &[("code", &person_text(&journal.person))])
        }
        Removal::OfChange { removed, .. } => {
            fill(frame.deleted_item, &[("what", removed_text(removed))])
        }
        Removal::Record { .. } => frame.let_go_record.to_string(),
        Removal::Conversation { .. } => frame.deleted_conversation.to_string(),
        Removal::Part { removed: Removed::Session { .. }, .. } => frame.deleted_session.to_string(),
        Removal::Part { removed: Removed::Moment { .. }, .. } => frame.deleted_moment.to_string(),
        Removal::Part { removed: Removed::Item { item, .. }, .. } => {
            fill(frame.deleted_item, &[("what", &item_text(item, desk.person().as_deref()))])
        }
    })
}
