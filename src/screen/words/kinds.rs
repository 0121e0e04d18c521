//! The kinds of words, one at a time: feelings in families, needs in groups, judgements, areas, ideas.
//! Opens no card itself.

use crate::reactive::{Look, derived};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::Browsing;
use crate::i18n::more;
use crate::ui::feeling_list::FeelingList;
use crate::ui::need_list::NeedList;
use crate::ui::wheel::Wheel;
use crate::ui::word_list::{WordFold, view_words};
use crate::vocabulary::{Area, Concept, Entry, Feeling, Judgement, JudgementAbout, Need};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Feelings,
    Wheel,
    Needs,
    Judgements,
    Areas,
    Ideas,
}

pub fn view_kinds(browsing: Browsing) -> AnyView {
    let words = &more().words;
    let kinds = [
        (Kind::Feelings, words.feelings),
        (Kind::Wheel, words.wheel),
        (Kind::Needs, words.needs),
        (Kind::Judgements, words.judgements),
        (Kind::Areas, words.areas),
        (Kind::Ideas, words.ideas),
    ];
    let buttons = kinds.map(|(kind, says)| {
        let chosen = move || if browsing.kind.get() == kind { "true" } else { "false" };
        button()
            .class("words__kind")
            .live_attr("aria-pressed", chosen)
            .on_click(move || browsing.kind.set(kind))
            .child(says)
    });
    el("div")
        .class("words__kinds")
        .attr("role", "group")
        .attr("aria-label", words.kinds)
        .children(buttons)
        .into_any()
}

pub fn view_kind(browsing: Browsing) -> AnyView {
    let shown = derived(move || {
        browsing.trail.look(|trail| trail.last().copied()).into_iter().collect::<Vec<Entry>>()
    });
    let on_pick = Callback::new(move |entry| browsing.open(entry));
    (move || view_one(browsing.kind.get(), on_pick, shown)).into_any()
}

fn view_one(kind: Kind, on_pick: Callback<Entry>, shown: Signal<Vec<Entry>>) -> AnyView {
    let words = &more().words;
    let (lead, list) = match kind {
        Kind::Feelings => (words.feelings_lead, view_feelings(false, on_pick, shown)),
        Kind::Wheel => (words.wheel_lead, view_feelings(true, on_pick, shown)),
        Kind::Needs => (words.needs_lead, view_needs(on_pick, shown)),
        Kind::Judgements => (words.judgements_lead, view_judgements(on_pick, shown)),
        Kind::Areas => {
            (words.areas_lead, view_words(Area::all().map(Entry::Area).collect(), on_pick, shown))
        }
        Kind::Ideas => (
            words.ideas_lead,
            view_words(Concept::all().map(Entry::Concept).collect(), on_pick, shown),
        ),
    };
    nodes![el("p").class("words__about").child(lead), list]
}

fn view_feelings(on_wheel: bool, on_pick: Callback<Entry>, shown: Signal<Vec<Entry>>) -> AnyView {
    let picked = derived(move || {
        let feeling = |entry| match entry {
            Entry::Feeling(feeling) => Some(feeling),
            _ => None,
        };
        shown.get().into_iter().filter_map(feeling).collect::<Vec<_>>()
    });
    let on_pick = Callback::new(move |feeling: Feeling| on_pick.run(Entry::Feeling(feeling)));
    match on_wheel {
        true => view! { <Wheel on_pick picked /> }.into_any(),
        false => view! { <FeelingList on_pick picked /> }.into_any(),
    }
}

fn view_needs(on_pick: Callback<Entry>, shown: Signal<Vec<Entry>>) -> AnyView {
    let picked = derived(move || {
        let need = |entry| match entry {
            Entry::Need(need) => Some(need),
            _ => None,
        };
        shown.get().into_iter().filter_map(need).collect::<Vec<_>>()
    });
    let on_pick = Callback::new(move |need: Need| on_pick.run(Entry::Need(need)));
    view! { <NeedList on_pick picked /> }.into_any()
}

fn view_judgements(on_pick: Callback<Entry>, shown: Signal<Vec<Entry>>) -> AnyView {
    let words = &more().words;
    let unpleasant = |about| {
        let fitting = Judgement::all().filter(move |one| !one.pleasant() && one.about() == about);
        fitting.map(Entry::Judgement).collect::<Vec<_>>()
    };
    let pleasant = Judgement::all().filter(|one| one.pleasant()).map(Entry::Judgement).collect();
    let folds = [
        (words.about_other, unpleasant(JudgementAbout::Other)),
        (words.about_self, unpleasant(JudgementAbout::SelfAbout)),
        (words.about_situation, unpleasant(JudgementAbout::Situation)),
        (words.pleasant, pleasant),
    ];
    folds
        .map(|(title, words)| {
            view! { <WordFold title note="" tone="plain" words on_pick picked=shown /> }
        })
        .collect_view()
        .into_any()
}
