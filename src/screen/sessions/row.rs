//! One session among a person's: opened, re-dated, deleted.
//! Never shows what was said in it, only what its moments are called.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::view_day_field;
use crate::desk::Desk;
use crate::domain::{Day, Kind, Session, SessionId};
use crate::i18n::{count, fill, more, text};
use crate::route::Route;
use crate::screen::attune::session_text;
use crate::screen::wording::{day_inside, moment_text};
use crate::screen::{desk, go, session_route};
use crate::ui::{MenuItem, RowMenu};

#[component]
pub(super) fn SessionRow(id: SessionId) -> impl IntoView {
    let desk = desk();
    let redating = RwSignal::new(false);
    let session =
        memo(move || desk.journal().look(|journal| journal.as_ref()?.session(id).cloned()));
    let view_row = move || session.get().map(|session| view_open(desk, &session, redating));
    el("li")
        .class("person")
        .live(move || {
            if redating.get() {
                view_redate(desk, id, session, redating)
            } else {
                view_row().into_any()
            }
        })
        .into_any()
}

fn view_open(desk: Desk, session: &Arc<Session>, redating: RwSignal<bool>) -> AnyView {
    let id = session.id;
    let all = desk
        .journal()
        .look(|journal| journal.as_ref().map(|it| it.sessions.clone()))
        .unwrap_or_default();
    let when = session_text(session, &all, desk.today());
    let open = move |_| {
        desk.open_session(id);
        go(session_route(desk));
    };
    let more = [text().shared.more, ": ", &when].concat();
    nodes![
        button()
            .class("person__open")
            .on("click", open)
            .child(el("span").class("person__code").child(when))
            .child(
                el("span")
                    .class("soft small")
                    .attr("translate", "no")
                    .child(summary_text(desk, session))
            )
            .child(received_text(desk, session).map(|it| el("span").class("tag").child(it))),
        view_menu(desk, id, more, redating)
    ]
}

fn view_menu(desk: Desk, id: SessionId, name: String, redating: RwSignal<bool>) -> AnyView {
    let record = move || {
        desk.open_session(id);
        go(Route::Record);
    };
    let is_me = desk.person().is_some_and(|person| person.kind == Kind::Me);
    let record = (!is_me).then(|| MenuItem::new(more().recording.title, record));
    let redate = MenuItem::new(text().sessions.redate, move || redating.set(true));
    let delete = MenuItem::new(text().shared.delete, move || desk.remove_session(id));
    let items = record.into_iter().chain([redate, delete]).collect::<Vec<_>>();
    let name = derived(move || name.clone());
    view! { <RowMenu name=name items=items /> }.into_any()
}

/// Since when it is here, where somebody handed it over.
fn received_text(desk: Desk, session: &Session) -> Option<String> {
    let day = day_inside(session.received?.day, desk.today());
    Some(fill(crate::i18n::more().receive.mark, &[("day", &day)]))
}

/// How many moments, and what the first are called.
fn summary_text(desk: Desk, session: &Session) -> String {
    const NAMED: usize = 3;
    let sessions = &text().sessions;
    if session.moments.is_empty() {
        return sessions.moments_none.to_string();
    }
    let person = desk.person();
    let names =
        session.moments.iter().take(NAMED).map(|moment| moment_text(moment, person.as_deref()));
    let names = names.collect::<Vec<_>>().join(" · ");
    [
        count(session.moments.len(), sessions.moments_one, sessions.moments_other).as_str(),
        ": ",
        &names,
    ]
    .concat()
}

fn view_redate(
    desk: Desk,
    id: SessionId,
    session: Memo<Option<Arc<Session>>>,
    redating: RwSignal<bool>,
) -> AnyView {
    let day = session.glance(|session| session.as_ref().map(|session| session.day.iso()));
    let chosen = RwSignal::new(day.unwrap_or_default());
    let wrong = RwSignal::new(None::<&'static str>);
    let keep = move |_| match Day::parse(&chosen.get_untracked()) {
        Some(day) => {
            desk.redate_session(id, day);
            redating.set(false);
        }
        None => wrong.set(Some(text().trouble.wrong_day)),
    };
    el("div")
        .class("person__rename")
        .child(view_day_field("new-day", chosen, wrong))
        .child(button().class("button button--first").on("click", keep).child(text().shared.save))
        .child(
            button()
                .class("button")
                .on_click(move || redating.set(false))
                .child(text().shared.cancel),
        )
        .into_any()
}
