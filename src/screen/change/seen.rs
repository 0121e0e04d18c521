//! What is seen in a change: needs threatened in several groups, what is left out, questions, what is in whose hands.
//! Works out none of it: `insight::change` does. Never ranks the groups.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::Changing;
use super::needs::{hands_text, need_name};
use crate::domain::{ChangeMap, GroupId, Hands, TouchKind};
use crate::i18n::{fill, inside, more};
use crate::insight::change::{
    Because, Held, NeedIn, Question, hands, left_out, questions, threatened_in_several,
};
use crate::screen::wording::join_text;

pub fn view_seen(changing: Changing) -> AnyView {
    let map = memo(move || changing.map.get().map(Shared));
    live(move || map.look(|it| it.as_ref().map(|it| view_of(&it.0))))
}

#[derive(Clone, PartialEq)]
struct Shared(Arc<ChangeMap>);

fn view_of(map: &ChangeMap) -> AnyView {
    let parts = vec![view_several(map), view_left_out(map), view_questions(map), view_split(map)];
    el("div").class("change__seen").child(parts).into_any()
}

fn view_part(title: &'static str, hint: Option<&'static str>, rows: Vec<AnyView>) -> AnyView {
    el("section")
        .class("card change__found")
        .child(el("h2").child(title))
        .child(hint.map(|it| el("p").class("soft small").child(it)))
        .child(el("ul").attr("translate", "no").child(rows))
        .into_any()
}

fn view_plain(title: &'static str, words: &'static str) -> AnyView {
    el("section")
        .class("card change__found")
        .child(el("h2").child(title))
        .child(el("p").class("soft").child(words))
        .into_any()
}

/// "Nurses, doctors and the porters".
fn group_names(map: &ChangeMap, groups: &[GroupId]) -> String {
    let names = groups.iter().filter_map(|it| map.group(*it));
    join_text(names.map(|it| it.name.as_str().to_string()).collect())
}

fn view_need_in(map: &ChangeMap, it: &NeedIn) -> AnyView {
    let values = [("need", &*need_name(&it.need)), ("groups", &group_names(map, &it.groups))];
    el("li").child(fill(more().change_seen.needs_in, &values)).into_any()
}

fn view_several(map: &ChangeMap) -> AnyView {
    let words = &more().change_seen;
    let several = threatened_in_several(map);
    match several.is_empty() {
        true => view_plain(words.several, words.several_none),
        false => {
            let rows = several.iter().map(|it| view_need_in(map, it)).collect();
            view_part(words.several, Some(words.several_hint), rows)
        }
    }
}

fn view_left_out(map: &ChangeMap) -> AnyView {
    let words = &more().change_seen;
    let mut touches = map.groups.iter().flat_map(|it| &it.touches);
    let is_any = touches.any(|it| it.kind == TouchKind::Threatens);
    let left = left_out(map);
    match (left.is_empty(), is_any) {
        (true, true) => view_plain(words.left_out, words.left_out_none),
        (true, false) => view_plain(words.left_out, words.left_out_nothing),
        (false, _) => {
            view_part(words.left_out, None, left.iter().map(|it| view_need_in(map, it)).collect())
        }
    }
}

fn view_questions(map: &ChangeMap) -> AnyView {
    let words = &more().change_seen;
    let questions = questions(map);
    if questions.is_empty() {
        return view_plain(words.questions, words.questions_none);
    }
    let rows = questions.iter().map(|it| {
        el("li")
            .child(el("p").class("change__question").child(it.need.ask()))
            .child(el("p").class("soft small").child(because_text(map, it)))
            .into_any()
    });
    view_part(words.questions, Some(words.questions_hint), rows.collect())
}

fn because_text(map: &ChangeMap, question: &Question) -> String {
    let words = &more().change_seen;
    let (template, word) = match question.because {
        Because::Threatened { in_hand: true } => (words.because_in_hand, String::new()),
        Because::Threatened { in_hand: false } => (words.because_in_no_hand, String::new()),
        Because::Judgement(it) => (words.because_judgement, it.name().to_string()),
        Because::Feeling(it) => (words.because_feeling, inside(it.name())),
        Because::Counted => (words.because_counted, String::new()),
    };
    let groups = group_names(map, &question.groups);
    let values = [("need", question.need.name()), ("word", &*word), ("groups", &groups)];
    fill(template, &values)
}

fn view_split(map: &ChangeMap) -> AnyView {
    let words = &more().change_seen;
    let split = hands(&map.groups);
    let held = [
        (hands_text(Hands::Mine), split.mine),
        (hands_text(Hands::Influence), split.influence),
        (hands_text(Hands::NotMine), split.not_mine),
        (words.not_said, split.not_said),
    ];
    let rows: Vec<AnyView> =
        held.into_iter().filter_map(|(title, held)| view_held(map, title, held)).collect();
    match rows.is_empty() {
        true => view_plain(words.split, words.split_none),
        false => view_part(words.split, None, rows),
    }
}

fn view_held(map: &ChangeMap, title: &'static str, held: Held) -> Option<AnyView> {
    let lines = held.lines.iter().map(|(group, line)| (*group, line.as_str().to_string()));
    let needs = held.touches.iter().map(|(group, it)| (*group, need_name(&it.need)));
    let said = lines.chain(needs).map(|(group, what)| {
        let values = [("need", &*what), ("group", &group_names(map, &[group]))];
        el("li").child(fill(more().change_seen.place, &values)).into_any()
    });
    let said: Vec<AnyView> = said.collect();
    (!said.is_empty()).then(|| {
        el("li")
            .child(el("h3").class("eyebrow").child(title))
            .child(el("ul").child(said))
            .into_any()
    })
}
