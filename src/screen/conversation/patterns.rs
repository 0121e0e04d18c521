//! What shows over the rounds: needs that moved, that come up each time, that nobody has spoken of, and what became of requests.
//! Never why, and never who is to do something about it.

use std::sync::Arc;

use crate::reactive::memo;
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::code_of;
use super::requests::came_to_text;
use super::voices::{meant_text, named};
use crate::desk::Desk;
use crate::domain::{Conversation, Standing};
use crate::i18n::{fill, inside, more};
use crate::insight::together::{InEveryRound, Moved, Unspoken, patterns};
use crate::screen::wording::join_text;
use crate::ui::{mark, standing_name};

/// From the second revealed round on: before, nothing can have moved.
pub fn view_patterns(desk: Desk) -> AnyView {
    let seen = memo(move || {
        let it = desk.conversation().get()?;
        (it.current_round() > 2).then(|| (patterns(&it), it))
    });
    live(move || {
        let (patterns, it) = seen.get()?;
        let words = &more().patterns;
        let requests = patterns.requests.iter().filter_map(|(id, came_to)| {
            let request = it.request(*id)?;
            let values = [("what", request.text.as_str()), ("came", came_to_text(*came_to))];
            Some(view_line(fill(words.request, &values)))
        });
        let parts = [
            (words.moved, patterns.moved.iter().map(|one| view_moved(&it, one)).collect()),
            (words.every, patterns.in_every_round.iter().map(|one| view_every(&it, one)).collect()),
            (words.unspoken, patterns.unspoken.iter().map(view_unspoken).collect()),
            (words.requests, requests.collect::<Vec<_>>()),
        ];
        let is_none = parts.iter().all(|(_, rows)| rows.is_empty());
        let parts = parts.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(title, rows)| {
            el("div")
                .class("talk__seen")
                .child(el("h3").child(title))
                .child(el("ul").class("talk__rows").child(rows))
                .into_any()
        });
        Some(
            el("section")
                .class("talk__part")
                .attr("aria-labelledby", "talk-patterns")
                .child(el("h2").id("talk-patterns").child(words.title))
                .child(parts.collect::<Vec<_>>())
                .child(is_none.then(|| el("p").class("empty").child(words.none))),
        )
    })
}

fn view_line(says: String) -> AnyView {
    el("li").class("talk__line").attr("translate", "no").child(says).into_any()
}

/// "Heron: rest", with each standing by its mark and its word.
fn view_moved(it: &Arc<Conversation>, moved: &Moved) -> AnyView {
    let step = |standing: Standing| {
        el("span")
            .class("talk__step")
            .child(mark(standing))
            .child(standing_name(standing))
            .into_any()
    };
    let path = moved.path.iter().map(|(_, standing)| step(*standing));
    let values = [("who", &*code_of(it, moved.who)), ("need", &*meant_text(it, &moved.need))];
    el("li")
        .class("talk__line talk__moved")
        .child(el("span").attr("translate", "no").child(fill(more().patterns.whose_need, &values)))
        .child(el("span").class("talk__path").child(path.collect::<Vec<_>>()))
        .into_any()
}

fn view_every(it: &Arc<Conversation>, every: &InEveryRound) -> AnyView {
    let who: Vec<_> = every.who.iter().copied().collect();
    let values = [("who", &*named(it, &who)), ("need", &*meant_text(it, &every.need))];
    view_line(fill(more().patterns.whose_need, &values))
}

/// A question, with the feelings that point there.
fn view_unspoken(unspoken: &Unspoken) -> AnyView {
    let mut feelings: Vec<String> = Vec::new();
    for pointing in &unspoken.pointing {
        let name = inside(pointing.feeling.name());
        if !feelings.contains(&name) {
            feelings.push(name);
        }
    }
    let values = [("need", unspoken.need.name()), ("feelings", &*join_text(feelings))];
    view_line(fill(more().patterns.unspoken_need, &values))
}
