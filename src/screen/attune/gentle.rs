//! What a judgement may tell: one gentle line with the feelings and needs that may lie underneath.
//! Never calls a word false; what may be harm is let stand as what happened.

use crate::reactive::memo;
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::moment_card::Current;
use super::something_else::view_something_else;
use super::take_once::take_once;
use crate::domain::{FeelingWord, NeedWord};
use crate::i18n::{fill, inside, text};
use crate::insight::heard::{Beneath, HeardWord, heard_in_moment, heard_in_text};
use crate::screen::desk;
use crate::vocabulary::{Feeling, Need};

/// The lines of a card, for the judgements caught in it or found in its texts.
#[component]
pub fn GentleLines(card: Current) -> impl IntoView {
    let lines = memo(move || card.read(heard_in_moment));
    let view_all =
        move || lines.get().into_iter().map(|line| view_line(card, line)).collect::<Vec<_>>();
    view_all.into_any()
}

fn view_line(card: Current, line: HeardWord) -> AnyView {
    let care = &text().care;
    match line.beneath {
        Beneath::MayBeHarm => {
            let words = fill(care.harm, &[("word", &line.written)]);
            el("p").class("gentle").attr("translate", "no").child(words).into_any()
        }
        Beneath::Underneath { feelings, needs } if feelings.is_empty() && needs.is_empty() => {
            ().into_any()
        }
        Beneath::Underneath { feelings, needs } => {
            let feelings =
                feelings.into_iter().map(|feeling| view_feeling(card, feeling)).collect::<Vec<_>>();
            let needs = needs.into_iter().map(|need| view_need(card, need)).collect::<Vec<_>>();
            let between = (!feelings.is_empty() && !needs.is_empty()).then_some(care.beneath_need);
            el("p")
                .class("gentle")
                .child(
                    el("span")
                        .attr("translate", "no")
                        .child(fill(care.heard, &[("word", &line.written)])),
                )
                .child(" ")
                .child(el("span").class("soft").child(line.judgement.definition()))
                .child(" ")
                .child(care.beneath)
                .child(" ")
                .child(feelings)
                .child(between)
                .child(" ")
                .child(needs)
                .child(care.does_one_fit)
                .child(" ")
                .child(view_something_else(move || desk().make_current(card.id, None)))
                .into_any()
        }
    }
}

fn view_feeling(card: Current, feeling: Feeling) -> AnyView {
    let desk = desk();
    let take = move || {
        desk.make_current(card.id, None);
        desk.catch_feeling(FeelingWord::Known(feeling));
    };
    nodes![take_once(button().class("tag tag--feeling"), take).child(inside(feeling.name())), " "]
}

fn view_need(card: Current, need: Need) -> AnyView {
    let desk = desk();
    let take = move || {
        desk.make_current(card.id, None);
        desk.catch_need(NeedWord::Known(need), None);
    };
    nodes![take_once(button().class("tag tag--need"), take).child(inside(need.name())), " "]
}

/// The same in words only, while a text is being typed.
pub fn view_typed(typed: &str) -> AnyView {
    let lines = heard_in_text(typed, None).into_iter().take(1);
    lines.map(view_in_words).collect::<Vec<_>>().into_any()
}

fn view_in_words(heard: HeardWord) -> AnyView {
    let judgement = heard.judgement;
    let care = &text().care;
    let list = |names: Vec<String>| {
        let last = [" ", care.or, " "].concat();
        match names.split_last() {
            Some((end, [])) => end.clone(),
            Some((end, rest)) => [rest.join(care.comma).as_str(), &last, end].concat(),
            None => String::new(),
        }
    };
    let words = match heard.beneath {
        Beneath::MayBeHarm => fill(care.harm, &[("word", &heard.written)]),
        Beneath::Underneath { feelings, needs } => {
            let feelings = list(feelings.iter().map(|it| inside(it.name())).collect());
            let needs = list(needs.iter().map(|it| inside(it.name())).collect());
            [
                judgement.definition(),
                " ",
                care.beneath,
                " ",
                &feelings,
                ", ",
                care.beneath_need,
                " ",
                &needs,
                care.or_something_else,
            ]
            .concat()
        }
    };
    el("p").class("gentle gentle--typing").child(words).into_any()
}
