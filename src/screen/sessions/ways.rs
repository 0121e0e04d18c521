//! From one person's sessions on: to what they have in common, to handing over, to paper, to everything of theirs.
//! Names nobody but the one whose sessions they are.

use crate::ui::markup::el;
use leptos::prelude::*;

use crate::domain::Kind;
use crate::i18n::{fill, more};
use crate::route::{Route, View};
use crate::screen::desk;
use crate::screen::wording::person_text;

/// Some lead anywhere only once there is a session.
pub(super) fn view_ways(has_sessions: Signal<bool>) -> AnyView {
    let person = desk().person();
    let is_me = person.as_ref().is_some_and(|person| person.kind == Kind::Me);
    let code = person.map(|person| person_text(&person)).unwrap_or_default();
    let (invite, handing) = (&more().invite, &more().handing);
    let across = Route::Understanding(View::CoreNeeds);
    let first = [(across, more().understanding.door), (Route::Paper, more().paper.title)];
    let between = [
        (Route::Invite, if is_me { invite.title_mine } else { invite.title }),
        (Route::Receive, more().receive.door),
    ];
    let hand_over = (Route::HandOver, if is_me { handing.door_me } else { handing.door_client });
    let everything = fill(more().filing.of, &[("code", &code)]);
    el("p")
        .class("links")
        .live(move || {
            has_sessions.get().then(|| first.map(view_way).into_iter().collect::<Vec<_>>())
        })
        .children(between.map(view_way))
        .live(move || has_sessions.get().then(|| view_way(hand_over)))
        .child(view_way((Route::PersonFile, &everything)))
        .into_any()
}

fn view_way((route, name): (Route, &str)) -> AnyView {
    el("a")
        .class("link")
        .attr("href", route.address())
        .attr("translate", "no")
        .child(name.to_string())
        .into_any()
}
