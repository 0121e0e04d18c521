//! The open session on paper: moment by moment what was felt, what is met and what goes short, and the sentences it ends in.
//! Never a reflection or a record: this is for whoever it is about.

use crate::ui::markup::{el, nodes};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{
    About, Choice, EffectKind, Felt, Item, KnownBy, Moment, NeedMark, Person, Standing,
};
use crate::i18n::{fill, inside, more};
use crate::screen::wording::{
    about_text, area_text, feeling_text, full_day_text, item_text, join_text, need_text,
};
use crate::ui::mark::{hands_name, mark};

pub fn view_session(desk: Desk) -> AnyView {
    let (Some(session), Some(person)) = (desk.session().get(), desk.person()) else {
        return ().into_any();
    };
    let paper = &more().paper;
    let moments = session.moments.iter().filter(|moment| !moment.is_blank());
    let moments: Vec<_> = moments.map(|moment| view_moment(moment, &person)).collect();
    let is_empty = moments.is_empty() && session.summary.is_empty();
    let summary = (!session.summary.is_empty()).then(|| {
        el("section")
            .class("paper__summary")
            .child(el("h3").child(paper.summary))
            .child(el("p").attr("translate", "no").child(session.summary.as_str().to_string()))
    });
    nodes![
        el("h2").child(paper.heard),
        el("p").class("soft small").child(full_day_text(session.day)),
        is_empty.then(|| el("p").class("soft").child(paper.empty)),
        moments,
        summary
    ]
}

fn view_moment(moment: &Moment, person: &Person) -> AnyView {
    let paper = &more().paper;
    let area = moment.area.as_ref().map(area_text);
    let head = match (&moment.label, area) {
        (Some(label), Some(area)) => [label.as_str(), " · ", &area].concat(),
        (Some(label), None) => label.as_str().to_string(),
        (None, area) => area.unwrap_or_default(),
    };
    let lines = |is_it: fn(&Item) -> bool| {
        moment.items.iter().filter(move |it| is_it(it)).map(|it| item_text(it, Some(person)))
    };
    let needs = [
        (paper.unmet, Standing::Unmet),
        (paper.partly, Standing::Partly),
        (paper.not_said, Standing::NotSaid),
        (paper.met, Standing::Met),
    ];
    let mut rows = vec![
        view_row(paper.feeling, moment.felt().map(|it| felt_words(it, moment, person)).collect()),
        view_row(
            paper.judgement,
            lines(|it| matches!(it, Item::Heard(_))).map(|it| ["“", &it, "”"].concat()).collect(),
        ),
    ];
    rows.extend(needs.map(|(name, standing)| view_needs(name, standing, moment, person)));
    rows.push(view_row(paper.did, lines(|it| matches!(it, Item::Behaviour(_))).collect()));
    rows.push(view_row(paper.choices, choices(moment, person)));
    el("section")
        .class("paper__moment")
        .child((!head.is_empty()).then(|| el("h3").attr("translate", "no").child(head)))
        .child(el("dl").child(rows))
        .into_any()
}

/// A name and what belongs to it; nothing where there is none.
fn view_row(name: &'static str, words: Vec<String>) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("paper__row")
        .child(el("dt").child(name))
        .child(el("dd").attr("translate", "no").child(words.join("; ")))
        .into_any()
}

/// With its strength, what it is about, and how it is known.
pub fn felt_words(felt: &Felt, moment: &Moment, person: &Person) -> String {
    let paper = &more().paper;
    let name = feeling_text(&felt.feeling, Some(person));
    let strong = match felt.strength {
        Some(strength) => {
            let strength = strength.get().to_string();
            fill(paper.strength, &[("feeling", &name), ("strength", &strength)])
        }
        None => name,
    };
    let about = match felt.about {
        About::Item(id) => moment.item(id).map(|item| about_text(item, Some(person))),
        About::Moment => None,
    };
    let words = about.map_or(strong.clone(), |about| [strong.as_str(), " ", &about].concat());
    known_by(words, felt.known_by)
}

/// What was said goes without saying; what was seen or guessed does not.
fn known_by(words: String, known_by: KnownBy) -> String {
    let paper = &more().paper;
    match known_by {
        KnownBy::Said | KnownBy::Confirmed => words,
        KnownBy::Guessed => fill(paper.guess, &[("what", &words)]),
        KnownBy::Seen => fill(paper.seen, &[("what", &words)]),
    }
}

fn view_needs(name: &'static str, standing: Standing, moment: &Moment, person: &Person) -> AnyView {
    let marks = moment.needs().filter(|it| it.standing == standing);
    let words: Vec<_> = marks.map(|it| need_words(it, person)).collect();
    if words.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("paper__row")
        .child(el("dt").child(mark(standing)).child(name))
        .child(el("dd").attr("translate", "no").child(words.join("; ")))
        .into_any()
}

/// With whose hands it is in, and how it is known.
pub fn need_words(mark: &NeedMark, person: &Person) -> String {
    let name = known_by(need_text(&mark.need, Some(person)), mark.known_by);
    match mark.hands {
        Some(hands) => [name.as_str(), " (", &inside(hands_name(hands)), ")"].concat(),
        None => name,
    }
}

fn choices(moment: &Moment, person: &Person) -> Vec<String> {
    let all = moment.items.iter().filter_map(|item| match item {
        Item::Choice(choice) => Some(choice_words(choice, person)),
        _ => None,
    });
    all.collect()
}

/// With the needs it serves and costs.
pub fn choice_words(choice: &Choice, person: &Person) -> String {
    let paper = &more().paper;
    let needs = |kind| {
        let effects = choice.effects.iter().filter(move |it| it.kind == kind);
        effects.map(|it| inside(&need_text(&it.need, Some(person)))).collect::<Vec<_>>()
    };
    let mut words = choice.text.as_str().to_string();
    for (kind, template) in
        [(EffectKind::Serves, paper.choice_serves), (EffectKind::Costs, paper.choice_costs)]
    {
        let needs = needs(kind);
        if !needs.is_empty() {
            words = fill(template, &[("choice", &words), ("needs", &join_text(needs))]);
        }
    }
    words
}
