//! Understanding: what keeps coming back, each as a question; what rings true and what it does; where to start next time.
//! Never answers for the person, and weighs nothing itself: `insight` does.

mod another;
mod answered;
mod footprint;
mod openings;
mod question;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::Frame;
use super::evidence::view_evidence;
use super::names::Names;
use crate::desk::Desk;
use crate::domain::{Answer, CoreNeed, Journal, NeedWord};
use crate::i18n::more;
use crate::insight::core_need::{Candidate, traces};
use crate::insight::evidence::Naming;
use crate::screen::desk;

use another::view_another;
use answered::view_answered;
use footprint::view_footprint;
use openings::view_openings;
use question::question_text;

pub fn view_core_needs(frame: Frame) -> AnyView {
    let desk = desk();
    let found = frame.seen.candidates;
    let answers = memo(move || desk.journal().look(|it| Some(it.as_ref()?.core_needs.clone())));
    el("div")
        .class("core-needs")
        .child(
            el("div")
                .class("core-needs__asked")
                .live(move || view_true(frame, &answers.get().unwrap_or_default()))
                .live(move || view_candidates(frame, &found.get()))
                .child(view_another(desk))
                .live(move || view_answered(desk, &answers.get().unwrap_or_default())),
        )
        .child(view_openings(desk, frame.seen.openings))
        .into_any()
}

fn view_true(frame: Frame, answers: &[CoreNeed]) -> Vec<AnyView> {
    let is_true = |it: &&CoreNeed| it.answer == Answer::RingsTrue;
    answers.iter().filter(is_true).map(|it| view_footprint(frame, it)).collect()
}

fn view_candidates(frame: Frame, found: &[Candidate]) -> AnyView {
    let desk = desk();
    let texts = &more().core_needs;
    if found.is_empty() {
        let moments = frame.sessions.look(|it| it.iter().map(|it| it.moments.len()).sum::<usize>());
        let words = if moments < 2 { texts.early } else { texts.none };
        return el("p").class("empty core-needs__none").child(words).into_any();
    }
    let Some(journal) = desk.journal().get_untracked() else { return ().into_any() };
    found.iter().map(|it| view_candidate(frame, &journal, it)).collect::<Vec<_>>().into_any()
}

/// The questions alone, with nothing to press.
pub fn view_questions(frame: Frame) -> AnyView {
    let desk = desk();
    let found = frame.seen.candidates;
    let view = move || {
        let names = Names(desk.person());
        let question = |it: &Candidate| {
            el("p")
                .class("paper__question")
                .child(question_text(&names.need(&it.need), &it.evidence))
        };
        found.look(|found| found.iter().map(|it| question(it).into_any()).collect::<Vec<_>>())
    };
    el("div").class("paper__questions").attr("translate", "no").live(view).into_any()
}

fn view_candidate(frame: Frame, journal: &Journal, candidate: &Candidate) -> AnyView {
    let names = Names(Some(journal.person.clone()));
    let need = names.need(&candidate.need);
    let texts = &more().core_needs;
    let tag = match candidate.evidence.naming {
        Naming::NotYet => Some(texts.tag_not_named),
        Naming::OnlyGuessed => Some(texts.tag_only_guessed),
        Naming::Named => None,
    };
    el("article")
        .class("core card")
        .attr("aria-label", need.clone())
        .attr("translate", "no")
        .child(tag.map(|tag| el("span").class("tag").child(tag)))
        .child(el("h2").class("core__question").child(question_text(&need, &candidate.evidence)))
        .child(view_evidence(frame, &need, &candidate.evidence, &names))
        .child(view_answers(desk(), &candidate.need))
        .into_any()
}

fn view_answers(desk: Desk, need: &NeedWord) -> AnyView {
    let texts = &more().core_needs;
    let answers = [
        (Answer::RingsTrue, texts.rings_true, "button button--first"),
        (Answer::NotQuite, texts.not_quite, "button"),
        (Answer::Later, texts.later, "plain"),
    ];
    let buttons = answers.map(|(answer, words, class)| {
        let need = need.clone();
        button().class(class).on_click(move || keep_answer(desk, &need, answer)).child(words)
    });
    el("div").class("core__answers").children(buttons).into_any()
}

/// With how many traces there are now: more of them will be new evidence.
fn keep_answer(desk: Desk, need: &NeedWord, answer: Answer) {
    if let Some(journal) = desk.journal().get_untracked() {
        desk.answer_core_need(need.clone(), answer, traces(&journal, need));
    }
    crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
}
