//! What is in a handover: from which invitation, how much, and each moment in a few lines.
//! Never shows a word of it as anything but plain text, set apart from what stands around, and never so much at once that the
//! page stands still.

use std::sync::Arc;

use leptos::prelude::*;

use super::wording::whom_text;
use crate::desk::{Arrived, Desk};
use crate::domain::{Code, Item, Kind, Moment, Person, PersonId, Standing};
use crate::exchange::handover::{HandedBy, HandedSession, Handover};
use crate::i18n::{count, fill, more, text};
use crate::reactive::{Look, memo};
use crate::screen::paper::{choice_words, felt_words, need_words};
use crate::screen::wording::{area_text, day_inside, day_text, item_text};
use crate::ui::markup::{button, el, live, nodes};

/// In moments, and sessions count as one: drawn at once, and at each press for more.
const SHOWN: usize = 100;

/// Of one kind in one moment, in words: the rest shows once it is taken in.
const WORDS: usize = 50;

pub fn view_contents(desk: Desk, arrived: &Arc<Arrived>) -> AnyView {
    let words = &more().receive;
    let handover = &arrived.handover;
    let doubled = arrived.doubled.map(|(person, day)| {
        let (day, whom) = (day_inside(day, desk.today()), whom_text(desk, person));
        let said = fill(words.doubled, &[("day", &day), ("code", &whom)]);
        el("p").class("notice notice--warn").attr("translate", "no").child(said)
    });
    nodes![
        el("h2").child(words.arrived),
        el("div")
            .class("receive__from")
            .attr("role", "status")
            .child(el("p").attr("translate", "no").child(from_text(desk, arrived)))
            .child(el("p").class("soft").child(made_text(desk, handover))),
        doubled,
        handover.sessions.is_empty().then(|| el("p").class("empty").child(words.nothing)),
        view_sessions(desk, arrived.clone())
    ]
}

fn view_sessions(desk: Desk, arrived: Arc<Arrived>) -> AnyView {
    let shown = RwSignal::new(SHOWN);
    let all: usize = arrived.handover.sessions.iter().map(|it| 1 + it.moments.len()).sum();
    let has_more = memo(move || shown.get() < all);
    let some = move || {
        let reader = reader(&arrived.handover)?;
        let mut room = shown.get();
        let mut views = Vec::new();
        for session in &arrived.handover.sessions {
            if room == 0 {
                break;
            }
            views.push(view_session(desk, session, room - 1, &reader));
            room = room.saturating_sub(1 + session.moments.len());
        }
        Some(views)
    };
    let words = &more().receive;
    let show_more = move || {
        let more = button().class("plain").on_click(move || shown.update(|it| *it += SHOWN));
        el("p").child(more.child(words.show_more))
    };
    nodes![
        el("div").class("receive__sessions").live(some),
        live(move || has_more.get().then(show_more))
    ]
}

fn from_text(desk: Desk, arrived: &Arrived) -> String {
    let words = &more().receive;
    let found = arrived.invited.and_then(|id| {
        let journal = desk.cabinet().glance(|it| it.journal(id).cloned())?;
        Some((journal.person.kind, journal.invitation.as_ref()?.made_on, id))
    });
    let from = match found {
        None => words.from_nobody.to_string(),
        Some((kind, day, id)) => {
            let (day, code) = (day_inside(day, desk.today()), whom_text(desk, id));
            let template = if kind == Kind::Me { words.from_mine } else { words.from_invitation };
            fill(template, &[("code", &code), ("day", &day)])
        }
    };
    match arrived.handover.from {
        HandedBy::Person => from,
        HandedBy::Therapist => [&from, " ", words.by_therapist].concat(),
    }
}

fn made_text(desk: Desk, handover: &Handover) -> String {
    let moments = handover.sessions.iter().map(|it| it.moments.len()).sum();
    let sessions =
        count(handover.sessions.len(), text().people.sessions_one, text().people.sessions_other);
    let moments = count(moments, text().sessions.moments_one, text().sessions.moments_other);
    let day = day_inside(handover.made_on, desk.today());
    let values = [("day", day.as_str()), ("sessions", &sessions), ("moments", &moments)];
    fill(more().receive.made_on, &values)
}

/// Somebody whose own words are those of the handover, so that its words have their texts. Known nowhere else.
fn reader(handover: &Handover) -> Option<Person> {
    let code = Code::parse("-").ok()?;
    let own_words = handover.own_words.clone();
    Some(Person { own_words, ..Person::new(PersonId([0; 8]), Kind::Client, code) })
}

fn view_session(desk: Desk, session: &HandedSession, room: usize, reader: &Person) -> AnyView {
    let moments = session.moments.iter().take(room);
    let moments: Vec<_> = moments.map(|it| view_moment(it, reader)).collect();
    let summary = (!session.summary.is_empty()).then(|| {
        el("p")
            .class("receive__summary")
            .attr("dir", "auto")
            .attr("translate", "no")
            .child(session.summary.as_str().to_string())
    });
    el("section")
        .class("receive__session")
        .child(el("h3").child(day_text(session.day, desk.today())))
        .child(summary)
        .child(el("ul").child(moments))
        .into_any()
}

fn view_moment(moment: &Moment, reader: &Person) -> AnyView {
    let paper = &more().paper;
    let of = |is_it: fn(&Item) -> bool| {
        let items = moment.items.iter().filter(move |it| is_it(it));
        first(items.map(|it| item_text(it, Some(reader))))
    };
    let needs = |standing: Standing| {
        let marks = moment.needs().filter(move |it| it.standing == standing);
        first(marks.map(|it| need_words(it, reader)))
    };
    let felt = first(moment.felt().map(|it| felt_words(it, moment, reader)));
    let choices = moment.items.iter().filter_map(|it| match it {
        Item::Choice(choice) => Some(choice_words(choice, reader)),
        _ => None,
    });
    let rows = [
        (paper.feeling, felt),
        (paper.judgement, of(|it| matches!(it, Item::Heard(_)))),
        (paper.unmet, needs(Standing::Unmet)),
        (paper.partly, needs(Standing::Partly)),
        (paper.not_said, needs(Standing::NotSaid)),
        (paper.met, needs(Standing::Met)),
        (paper.did, of(|it| matches!(it, Item::Behaviour(_)))),
        (paper.choices, first(choices)),
    ];
    let label = moment.label.as_ref().map(|label| view_apart(label.as_str().to_string()));
    let area = moment.area.as_ref().map(|it| el("span").class("soft small").child(area_text(it)));
    el("li")
        .class("receive__moment")
        .child(el("p").class("receive__label").child(label).child(area))
        .child(el("dl").children(rows.into_iter().map(|(name, words)| view_row(name, words))))
        .into_any()
}

/// As many as are shown, and a sign that there are more.
fn first(mut words: impl Iterator<Item = String>) -> Vec<String> {
    let mut shown: Vec<String> = words.by_ref().take(WORDS).collect();
    shown.extend(words.next().map(|_| "…".to_string()));
    shown
}

fn view_row(name: &'static str, words: Vec<String>) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    let words = words.into_iter().map(|word| el("li").child(view_apart(word)).into_any());
    el("div").child(el("dt").child(name)).child(el("dd").child(el("ul").children(words))).into_any()
}

/// Whatever it holds turns nothing outside of it round.
fn view_apart(words: String) -> AnyView {
    el("bdi").attr("dir", "auto").attr("translate", "no").child(words).into_any()
}
