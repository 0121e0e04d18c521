//! One person in the list: open, and behind "more" rename, set aside, delete.
//! Never shows more of a session than that there are some.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::open;
use crate::desk::{Desk, PersonChange};
use crate::domain::{Journal, PersonId};
use crate::i18n::{count, fill, more, text};
use crate::route::Route;
use crate::screen::wording::{code_error, day_inside};
use crate::screen::{desk, go};
use crate::ui::{MenuItem, PersonField, RowMenu};

#[component]
pub fn PersonRow(id: PersonId) -> impl IntoView {
    let desk = desk();
    let renaming = RwSignal::new(false);
    let journal = memo(move || desk.cabinet().look(|cabinet| cabinet.journal(id).cloned()));
    let code = memo(move || {
        journal
            .look(|it| it.as_ref().map(|it| it.person.code.as_str().to_string()))
            .unwrap_or_default()
    });
    let summary = move || journal.look(|it| it.as_ref().map(|it| summary_text(it, desk)));
    let view_code = move || {
        nodes![
            button()
                .class("person__open")
                .on_click(move || open(desk, id))
                .child(
                    el("span")
                        .class("person__code")
                        .attr("translate", "no")
                        .live(move || code.get())
                )
                .child(el("span").class("soft small").live(summary))
                .live(move || view_overdue(journal, desk)),
            view_more(desk, id, code, renaming)
        ]
    };
    el("li")
        .class("person")
        .live(
            move || {
                if renaming.get() { view_rename(desk, id, code, renaming) } else { view_code() }
            },
        )
        .into_any()
}

/// A hint, and no more: nothing is deleted by itself.
fn view_overdue(journal: Memo<Option<Arc<Journal>>>, desk: Desk) -> Option<AnyView> {
    let by = journal.look(|it| it.as_ref().and_then(|it| it.review_by))?;
    let tag = || el("span").class("tag").child(more().filing.overdue).into_any();
    (by <= desk.today()).then(tag)
}

fn summary_text(journal: &Journal, desk: Desk) -> String {
    let people = &text().people;
    match journal.by_day().first() {
        None => people.no_session.to_string(),
        Some(last) => {
            let sessions =
                count(journal.sessions.len(), people.sessions_one, people.sessions_other);
            let day = day_inside(last.day, desk.today());
            [sessions.as_str(), ", ", &fill(people.last, &[("day", &day)])].concat()
        }
    }
}

fn view_more(desk: Desk, id: PersonId, code: Memo<String>, renaming: RwSignal<bool>) -> AnyView {
    let people = &text().people;
    let is_aside = memo(move || {
        desk.cabinet()
            .look(|cabinet| cabinet.journal(id).is_some_and(|journal| journal.person.set_aside))
    });
    let turn_aside = move || {
        // A change that names no code cannot be refused.
        let _ = desk.change_person(id, PersonChange::SetAside(!is_aside.get_untracked()));
    };
    let aside = live(move || if is_aside.get() { people.take_back } else { people.set_aside });
    let file = move || {
        desk.choose(id);
        go(Route::PersonFile);
    };
    let everything = live(move || fill(more().filing.of, &[("code", &code.get())]));
    let ask = move || {
        desk.choose(id);
        go(Route::Invite);
    };
    let items = vec![
        MenuItem::new(text().shared.rename, move || renaming.set(true)),
        MenuItem::new(aside, turn_aside),
        MenuItem::new(more().invite.title, ask),
        MenuItem::new(everything, file),
        MenuItem::new(text().shared.delete, move || desk.remove_person(id)),
    ];
    let name = derived(move || fill(people.actions, &[("code", &code.get())]));
    view! { <RowMenu name=name items=items /> }.into_any()
}

fn view_rename(desk: Desk, id: PersonId, code: Memo<String>, renaming: RwSignal<bool>) -> AnyView {
    let typed = RwSignal::new(code.get_untracked());
    let wrong = RwSignal::new(None::<String>);
    let keep = Callback::new(move |()| {
        match desk.change_person(id, PersonChange::Rename(&typed.get_untracked())) {
            Ok(()) => renaming.set(false),
            Err(error) => wrong.set(Some(code_error(error))),
        }
    });
    let cancel = Callback::new(move |()| renaming.set(false));
    el("div").class("person__rename").child(view! { <PersonField id="new-code" label=text().people.new_code value=typed error=wrong on_enter=keep on_escape=cancel autofocus=true /> }.into_any()).child(button().class("button button--first").on_click(move || keep.run(())).child(text().shared.save)).child(button().class("button").on_click(move || cancel.run(())).child(text().shared.cancel))
    .into_any()
}
