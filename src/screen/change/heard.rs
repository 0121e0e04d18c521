//! What is heard from a group: feelings and judgements, and what may lie underneath a judgement.
//! Never calls a judgement false, never says who spoke it, and translates nothing that may be exactly what happened.

use crate::reactive::{Look, derived, memo};
use crate::ui::feeling_list::FeelingList;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::Changing;
use crate::domain::{About, Group, GroupId, Listed, Moment, MomentId, Naming, Standing, TouchKind};
use crate::i18n::{fill, inside, more, text};
use crate::insight::heard::{Beneath, HeardWord, heard_in_moment};
use crate::ui::word_list::view_words;
use crate::ui::{Icon, PersonField, icon};
use crate::vocabulary::{Entry, Feeling, Need, search};

/// More would be scrolling, not finding: another letter narrows it sooner.
const MOST: usize = 8;

pub fn view_heard(changing: Changing, group: GroupId) -> AnyView {
    let words = &more().change;
    let of_it = changing.group(group);
    let picked = derived(move || of_it.look(|it| it.as_deref().map(heard).unwrap_or_default()));
    let pick = Callback::new(move |entry| hear(changing, group, entry));
    let chips = move || {
        let chips = picked.get().into_iter().map(|it| view_chip(it, pick));
        chips.collect::<Vec<_>>()
    };
    let lines = memo(move || {
        of_it.look(|it| it.as_deref().map(|it| heard_in_moment(&as_moment(it))).unwrap_or_default())
    });
    nodes![
        el("p").class("soft small").child(words.heard_hint),
        el("div").class("chips").live(chips),
        view_find(pick, picked),
        view_feelings(pick, picked),
        live(move || {
            let lines = lines.get().into_iter();
            lines.map(|it| view_beneath(changing, group, it)).collect::<Vec<_>>()
        })
    ]
}

fn heard(group: &Group) -> Vec<Entry> {
    let feelings = group.feelings.iter().filter_map(Listed::known).map(Entry::Feeling);
    let judgements = group.judgements.iter().filter_map(Listed::known).map(Entry::Judgement);
    feelings.chain(judgements).collect()
}

/// Says that a word is heard, or takes it back.
fn hear(changing: Changing, group: GroupId, entry: Entry) {
    // Where it cannot be, the notices say why.
    let _ = match entry {
        Entry::Feeling(it) => changing.desk.hear_feeling(group, Listed::Known(it)),
        Entry::Judgement(it) => changing.desk.hear_judgement(group, Listed::Known(it)),
        Entry::Need(_) | Entry::Area(_) | Entry::Concept(_) => Ok(()),
    };
}

fn view_chip(entry: Entry, pick: Callback<Entry>) -> AnyView {
    let (class, name) = match entry {
        Entry::Judgement(it) => ("judgement", it.name()),
        Entry::Feeling(it) => ("feeling", it.name()),
        Entry::Need(_) | Entry::Area(_) | Entry::Concept(_) => return ().into_any(),
    };
    let take_back = move || {
        pick.run(entry);
        crate::browser::soon(Box::new(|| crate::browser::focus(FIND)));
    };
    button()
        .class(class)
        .attr("aria-label", fill(more().change.remove, &[("what", name)]))
        .on_click(take_back)
        .child(name)
        .child(icon(Icon::Close))
        .into_any()
}

const FIND: &str = "change-heard";

fn view_find(pick: Callback<Entry>, picked: Signal<Vec<Entry>>) -> AnyView {
    let typed = RwSignal::new(String::new());
    let found = memo(move || {
        let is_heard = |it: &Entry| matches!(it, Entry::Feeling(_) | Entry::Judgement(_));
        let found = typed.look(|typed| search(typed));
        let entries = found.into_iter().map(|it| it.entry).filter(is_heard);
        Found(entries.take(MOST).collect())
    });
    let take = Callback::new(move |entry| {
        pick.run(entry);
        typed.set(String::new());
        crate::browser::focus(FIND);
    });
    let first = Callback::new(move |()| {
        found.glance(|it| it.0.first().copied()).into_iter().for_each(|it| take.run(it));
    });
    let clear = Callback::new(move |()| typed.set(String::new()));
    nodes![
        view! { <PersonField id=FIND label=more().change.heard_find value=typed search=true on_enter=first on_escape=clear /> }.into_any(),
        live(move || found.look(|it| (!it.0.is_empty()).then(|| view_words(it.0.clone(), take, picked))))
    ]
}

#[derive(Clone, PartialEq)]
struct Found(Vec<Entry>);

fn view_feelings(pick: Callback<Entry>, picked: Signal<Vec<Entry>>) -> AnyView {
    let opened = RwSignal::new(false);
    let feelings = derived(move || {
        let feeling = |it: Entry| match it {
            Entry::Feeling(it) => Some(it),
            _ => None,
        };
        picked.get().into_iter().filter_map(feeling).collect::<Vec<Feeling>>()
    });
    let take = Callback::new(move |feeling| pick.run(Entry::Feeling(feeling)));
    let list = move || {
        opened.get().then(|| view! { <FeelingList on_pick=take picked=feelings /> }.into_any())
    };
    el("details")
        .class("question__fold")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(more().change.heard_list))
        .live(list)
        .into_any()
}

/// What is heard from a group as a moment has it, for that is what insight reads.
fn as_moment(group: &Group) -> Moment {
    let mut moment = Moment::new(MomentId([0; 8]));
    for feeling in group.feelings.iter().filter_map(Listed::known) {
        moment.feel(Naming::Known(feeling), About::Moment);
    }
    for need in group.touches.iter().filter_map(|it| it.need.known()) {
        moment.mark_need(Naming::Known(need), Standing::NotSaid);
    }
    for judgement in group.judgements.iter().filter_map(Listed::known) {
        moment.hear(Naming::Known(judgement));
    }
    moment
}

fn view_beneath(changing: Changing, group: GroupId, line: HeardWord) -> AnyView {
    let (words, care) = (&more().change, &text().care);
    let word = [("word", line.written.as_str())];
    let (feelings, needs) = match line.beneath {
        Beneath::MayBeHarm => {
            return el("p").class("gentle").child(fill(care.harm, &word)).into_any();
        }
        Beneath::Underneath { feelings, needs } => (feelings, needs),
    };
    if feelings.is_empty() && needs.is_empty() {
        return ().into_any();
    }
    let before_feelings = (!feelings.is_empty()).then_some(words.beneath_feelings);
    let before_needs = (!needs.is_empty()).then_some(words.beneath_needs);
    let feelings = feelings.into_iter().map(|it| view_feeling(changing, group, it));
    let needs = needs.into_iter().map(|it| view_need(changing, group, it));
    el("p")
        .class("gentle")
        .child(el("span").child(fill(words.heard_word, &word)))
        .child(" ")
        .child(before_feelings)
        .child(" ")
        .child(feelings.collect::<Vec<_>>())
        .child(before_needs)
        .child(" ")
        .child(needs.collect::<Vec<_>>())
        .child(care.does_one_fit)
        .into_any()
}

fn view_feeling(changing: Changing, group: GroupId, feeling: Feeling) -> AnyView {
    let take = move || {
        hear(changing, group, Entry::Feeling(feeling));
        crate::browser::soon(Box::new(|| crate::browser::focus(FIND)));
    };
    let button = button().class("tag tag--feeling").on_click(take).child(inside(feeling.name()));
    nodes![button, " "]
}

fn view_need(changing: Changing, group: GroupId, need: Need) -> AnyView {
    let take = move || {
        let _ = changing.desk.mark_touch(group, Listed::Known(need), Some(TouchKind::Threatens));
        crate::browser::soon(Box::new(|| crate::browser::focus(FIND)));
    };
    let button = button().class("tag tag--need").on_click(take).child(inside(need.name()));
    nodes![button, " "]
}
