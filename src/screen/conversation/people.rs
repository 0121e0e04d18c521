//! Who takes part: added by a code, renamed, away for a while, erased.
//! Never lists anyone of another conversation, nor any client.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::code_now;
use crate::desk::{Desk, NotJoined};
use crate::domain::PersonId;
use crate::i18n::{fill, more, text};
use crate::screen::wording::code_error;
use crate::ui::{Icon, MenuItem, PersonField, RowMenu, icon, keyed};

/// What is being done to one of the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doing {
    Nothing,
    Renaming,
    /// Erasing is asked about first: it cannot be undone.
    Erasing,
}

/// `is_ours`: this device began the conversation. Elsewhere only those who write there say of themselves that they leave.
pub fn view_people(desk: Desk, is_ours: bool) -> AnyView {
    let words = &more().conversing;
    let keys = memo(move || {
        desk.conversation().look(|it| {
            let people = it.iter().flat_map(|it| &it.participants);
            people.map(|one| u64::from_le_bytes(one.person.id.0)).collect::<Vec<_>>()
        })
    });
    el("section")
        .class("talk__people")
        .attr("aria-labelledby", "talk-people")
        .child(el("h3").id("talk-people").child(words.people))
        .child(el("ul").class("people").child(keyed(
            move || keys.get(),
            move |key| view_one(desk, PersonId(key.to_le_bytes()), is_ours),
        )))
        .child(is_ours.then(|| view_add(desk)))
        .into_any()
}

fn view_add(desk: Desk) -> AnyView {
    let words = &more().conversing;
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = Callback::new(move |()| match desk.add_participant(&code.get_untracked()) {
        Ok(_) => {
            code.set(String::new());
            wrong.set(None);
            crate::browser::focus("participant");
        }
        Err(why) => wrong.set(Some(told(why))),
    });
    el("div")
        .class("add-client")
        .child(view! { <PersonField id="participant" label=words.code hint=words.code_hint value=code error=wrong on_enter=add /> }.into_any())
        .child(
            button()
                .class("button")
                .on_click(move || add.run(()))
                .child(icon(Icon::Add))
                .child(words.add),
        )
        .into_any()
}

fn told(why: NotJoined) -> String {
    match why {
        NotJoined::Code(error) => code_error(error),
        NotJoined::TooMany => more().conversing.too_many.to_string(),
        NotJoined::NothingOpen => more().conversing.nothing_open.to_string(),
    }
}

fn view_one(desk: Desk, person: PersonId, is_ours: bool) -> AnyView {
    let doing = RwSignal::new(Doing::Nothing);
    let has_left = memo(move || {
        desk.conversation().look(|it| {
            let one = it.as_ref().and_then(|it| it.participant(person));
            one.is_some_and(|one| one.end().is_some())
        })
    });
    el("li")
        .class("person")
        .live(move || match doing.get() {
            // Built anew with it, so that its menu closes.
            Doing::Nothing => view_name(desk, person, has_left.get(), is_ours.then_some(doing)),
            Doing::Renaming => view_rename(desk, person, doing),
            Doing::Erasing => view_erase(desk, person, doing),
        })
        .into_any()
}

fn view_name(
    desk: Desk,
    person: PersonId,
    has_left: bool,
    doing: Option<RwSignal<Doing>>,
) -> AnyView {
    let words = &more().conversing;
    let turn_away = move || match has_left {
        true => desk.come_back(person),
        false => desk.leave(person),
    };
    let away = if has_left { words.come_back } else { words.leave };
    let is_here = desk.conversation().glance(|it| {
        it.as_ref().and_then(|it| it.participant(person)).is_some_and(|one| one.is_here)
    });
    let mut items = Vec::new();
    if doing.is_some() || is_here {
        items.push(MenuItem::new(away, turn_away));
    }
    if let Some(doing) = doing {
        items.insert(0, MenuItem::new(text().shared.rename, move || doing.set(Doing::Renaming)));
        items.push(MenuItem::new(words.erase, move || doing.set(Doing::Erasing)));
    }
    let has_menu = !items.is_empty();
    let name = derived(move || fill(text().people.actions, &[("code", &code_now(desk, person))]));
    nodes![
        el("span")
            .class("person__code talk__code")
            .attr("translate", "no")
            .live(move || code_now(desk, person)),
        has_left.then(|| el("span").class("tag").child(words.has_left)),
        has_menu.then(|| view! { <RowMenu name=name items=items /> }.into_any())
    ]
}

fn view_rename(desk: Desk, person: PersonId, doing: RwSignal<Doing>) -> AnyView {
    let typed = RwSignal::new(untrack(|| code_now(desk, person)));
    let wrong = RwSignal::new(None::<String>);
    let keep =
        Callback::new(move |()| match desk.rename_participant(person, &typed.get_untracked()) {
            Ok(()) => doing.set(Doing::Nothing),
            Err(why) => wrong.set(Some(told(why))),
        });
    let cancel = Callback::new(move |()| doing.set(Doing::Nothing));
    el("div")
        .class("person__rename")
        .child(view! { <PersonField id="new-code" label=text().people.new_code value=typed error=wrong on_enter=keep on_escape=cancel autofocus=true /> }.into_any())
        .child(button().class("button button--first").on_click(move || keep.run(())).child(text().shared.save))
        .child(button().class("button").on_click(move || cancel.run(())).child(text().shared.cancel))
        .into_any()
}

fn view_erase(desk: Desk, person: PersonId, doing: RwSignal<Doing>) -> AnyView {
    let words = &more().conversing;
    let asks = fill(words.erase_asks, &[("code", &untrack(|| code_now(desk, person)))]);
    let erase = move || {
        desk.erase_participant(person);
    };
    el("div")
        .class("talk__erase")
        .attr("role", "group")
        .attr("aria-label", asks.clone())
        .child(el("p").attr("translate", "no").child(asks))
        .child(
            el("p")
                .class("answers")
                .child(button().class("button").on_click(erase).child(words.erase_now))
                .child(
                    button()
                        .class("button")
                        .on_click(move || doing.set(Doing::Nothing))
                        .child(text().shared.cancel),
                ),
        )
        .into_any()
}
