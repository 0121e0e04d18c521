//! What the page says by itself: what is not kept, what was deleted, someone to turn to.
//! Never blocks, never asks, one pointer at a time.

mod deleted;

use crate::reactive::Look;
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::invited::Invited;
use super::pointer::Pointer;
use super::second::Second;
use super::wording::person_text;
use super::{desk, go};
use crate::desk::{Desk, Keeping, Kept, KeptIn, Phase, Reason, Role, SaveError, Unread};
use crate::domain::PersonId;
use crate::i18n::{fill, text};
use crate::route::Route;

#[component]
pub fn Notices(route: ReadSignal<Route>) -> impl IntoView {
    let desk = desk();
    let second = Second::of_the_page();
    nodes![
        el("div")
            .class("notices")
            .live(move || view_phase(desk, route.get()))
            .live(move || view_keeping(desk))
            .live(move || view_kept_in(desk))
            .live(move || view_role(desk))
            .live(move || second.is_missing().then(|| view_missing(second)))
            .live(move || view_unread(desk, route.get()))
            .child(view! { <Pointer route=route /> }.into_any()),
        el("div").class("toast-place").attr("role", "status").live(move || desk
            .notice()
            .get()
            .and_then(|notice| deleted::view_notice(desk, notice, route.get())))
    ]
}

fn view_phase(desk: Desk, route: Route) -> AnyView {
    if route == Route::Turned {
        return ().into_any();
    }
    match desk.phase().get() {
        Phase::Open(Kept::Example) => {
            let leave = move |_| {
                desk.leave_examples();
                go(Route::Welcome);
            };
            el("p")
                .class("notice")
                .child(el("span").child(text().frame.looking_around))
                .child(
                    button().class("button").on("click", leave).child(text().frame.leave_example),
                )
                .into_any()
        }
        Phase::Open(Kept::Blocked) => {
            el("p").class("notice notice--warn").child(text().trouble.blocked).into_any()
        }
        // A guest has chosen nothing, and is told by the page itself.
        Phase::Open(Kept::ThisVisit) if !Invited::has_guest() => {
            el("p").class("notice").child(text().trouble.this_visit).into_any()
        }
        Phase::Absent
        | Phase::Locked
        | Phase::Open(Kept::Kept | Kept::ThisVisit)
        | Phase::Erased(_)
        | Phase::Refused(_) => ().into_any(),
    }
}

/// The second part of the program did not come: what needs it waits, and the person can ask for it again.
fn view_missing(second: Second) -> AnyView {
    let again = move || second.with(Box::new(|_| ()));
    el("div")
        .class("notice notice--warn")
        .attr("role", "alert")
        .child(el("span").child(text().trouble.part_missing))
        .child(button().class("button").on_click(again).child(text().trouble.try_again))
        .into_any()
}

fn view_keeping(desk: Desk) -> AnyView {
    let trouble = &text().trouble;
    let Keeping::NotSaved(error) = desk.keeping().get() else { return ().into_any() };
    let words = match error {
        SaveError::Full => trouble.full,
        SaveError::Blocked => trouble.blocked,
        SaveError::Failed => trouble.failed,
        SaveError::Elsewhere => trouble.elsewhere,
    };
    let again = move |_| match error {
        SaveError::Elsewhere => crate::browser::reload(),
        _ => desk.keep_now(),
    };
    let name = if error == SaveError::Elsewhere { trouble.reload } else { trouble.try_again };
    let backup = (error == SaveError::Full).then(view_backup);
    el("div")
        .class("notice notice--warn")
        .attr("role", "alert")
        .child(el("span").child(words))
        .child(button().class("button").on("click", again).child(name))
        .child(backup)
        .into_any()
}

/// The way to a file, which is safe from all that may befall a store.
fn view_backup() -> AnyView {
    let address = Route::Settings.address();
    el("a").class("button").attr("href", address).child(text().trouble.make_backup).into_any()
}

/// Another tab writes: this one can take over.
fn view_role(desk: Desk) -> AnyView {
    let is_shared = desk.phase().get() == Phase::Open(Kept::Kept);
    if !is_shared || desk.role().get() == Role::Writer {
        return ().into_any();
    }
    let take_over = move || leptos::task::spawn_local(desk.take_over_writing());
    el("div")
        .class("notice")
        .child(el("span").child(text().trouble.reads))
        .child(button().class("button").on_click(take_over).child(text().trouble.take_over))
        .into_any()
}

/// What it means where only one of both homes takes what is noted.
fn view_kept_in(desk: Desk) -> AnyView {
    let trouble = &text().trouble;
    let words = match desk.kept_in().get() {
        KeptIn::Both | KeptIn::LocalFirst => return ().into_any(),
        KeptIn::InLedger(SaveError::Full) => trouble.one_full,
        KeptIn::InLedger(_) => trouble.one_home,
        KeptIn::InLocal(_) => trouble.no_ledger,
    };
    el("div").class("notice").child(el("span").child(words)).child(view_backup()).into_any()
}

/// What is kept but cannot be shown. During a session only of the person at hand.
fn view_unread(desk: Desk, route: Route) -> AnyView {
    let in_session = matches!(route, Route::Attune | Route::Turned | Route::Record);
    let here = desk.person().map(|person| person.id.into());
    let shown = desk
        .unread()
        .get()
        .into_iter()
        .filter(|it| !in_session || it.owner.is_some() && it.owner == here);
    let lines: Vec<_> = shown
        .map(|unread| {
            el("p")
                .class("notice notice--warn")
                .attr("translate", "no")
                .child(unread_text(desk, &unread))
                .into_any()
        })
        .collect();
    lines.into_any()
}

fn unread_text(desk: Desk, unread: &Unread) -> String {
    let trouble = &text().trouble;
    let words = match unread.reason {
        Reason::Newer => trouble.unread_newer,
        Reason::Damaged => trouble.unread_damaged,
        Reason::Missing => trouble.unread_missing,
    };
    let cabinet = desk.cabinet();
    let owner = unread.owner.and_then(|owner| {
        cabinet.look(|cabinet| {
            cabinet.journal(PersonId(owner.0)).map(|journal| person_text(&journal.person))
        })
    });
    match owner {
        Some(code) => [words, " ", fill(trouble.unread_of, &[("code", &code)]).as_str()].concat(),
        None => words.to_string(),
    }
}

/// Whether what is on the screen is kept, in a word.
#[component]
pub fn SavedState() -> impl IntoView {
    let desk = desk();
    let frame = &text().frame;
    let words = move || match (desk.phase().get(), desk.keeping().get()) {
        (Phase::Open(Kept::Kept), Keeping::Saved) => frame.saved,
        (Phase::Open(Kept::Kept), Keeping::Saving) => frame.saving,
        (Phase::Open(Kept::Kept), Keeping::NotSaved(_)) => frame.not_saved,
        _ => frame.this_visit,
    };
    let is_kept = move || desk.phase().get() == Phase::Open(Kept::Kept);
    let is_saved = move || is_kept() && desk.keeping().get() == Keeping::Saved;
    let word = el("span").class("saved__word").toggle("saved__word--not", move || !is_saved());
    el("span").class("saved").toggle("saved--kept", is_kept).child(word.live(words)).into_any()
}
