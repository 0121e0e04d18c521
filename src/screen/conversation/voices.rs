//! What people said, once it is revealed: a need with everyone who named it, a guess beside what stands there, one's own words.
//! Never tells a need's standing by colour alone.

use std::sync::Arc;

use crate::ui::markup::el;
use leptos::prelude::*;

use super::code_of;
use crate::domain::{Conversation, Listed, NeedWord, Person, PersonId, Round, Standing, Words};
use crate::i18n::{fill, inside, more};
use crate::insight::together::{Beside, Guess, Guessed, Meant, Voice, Voiced};
use crate::screen::turned::view_caught;
use crate::screen::wording::{feeling_text, join_text, need_text, person_text};
use crate::ui::{mark, standing_class, standing_name};

pub fn named(it: &Conversation, who: &[PersonId]) -> String {
    join_text(who.iter().map(|id| code_of(it, *id)).collect())
}

/// A need by its name; an own word by the text of who wrote it.
pub fn meant_text(it: &Conversation, need: &Meant) -> String {
    match need {
        Meant::Listed(Listed::Known(need)) => need.name().to_string(),
        Meant::Listed(Listed::Unknown(id)) => id.to_string(),
        Meant::Own(whose, word) => {
            let person = it.participant(*whose).map(|it| &*it.person);
            need_text(&NeedWord::Own(*word), person)
        }
    }
}

/// A need, and how it stands for each who named it.
pub fn view_voiced(it: &Arc<Conversation>, one: &Voiced) -> AnyView {
    let voices = one.voices.iter().map(|voice| view_voice(it, voice)).collect::<Vec<_>>();
    el("li")
        .class("talk__need")
        .child(
            el("span")
                .class("talk__need-name")
                .attr("translate", "no")
                .child(meant_text(it, &one.need)),
        )
        .child(el("ul").class("chips").child(voices))
        .into_any()
}

fn view_voice(it: &Conversation, voice: &Voice) -> AnyView {
    let class = ["need need--flat need--", standing_class(voice.standing)].concat();
    let said = (voice.standing != Standing::NotSaid)
        .then(|| el("span").class("hands").child(standing_name(voice.standing)));
    el("li")
        .class(class)
        .child(mark(voice.standing))
        .child(el("span").attr("translate", "no").child(code_of(it, voice.who)))
        .child(said)
        .into_any()
}

/// A guess is said as one, and what stands beside it is an opening to ask.
pub fn view_guess(it: &Arc<Conversation>, guess: &Guess) -> AnyView {
    let words = &more().reveal;
    let (who, about) = (code_of(it, guess.who), code_of(it, guess.about));
    let guesser = it.participant(guess.who).map(|it| Arc::clone(&it.person));
    let (template, what) = guessed(&guess.what, guesser.as_deref());
    let values = [("who", &*who), ("about", &*about), ("what", &*what)];
    let beside = match guess.beside {
        Beside::AlsoNamed => fill(words.also_named, &values),
        Beside::StandsOtherwise(standing) => {
            let standing = inside(standing_name(standing));
            fill(words.stands_otherwise, &[("about", &about), ("standing", &standing)])
        }
        Beside::NotNamed => fill(words.not_named, &values),
        Beside::NothingShared => fill(words.nothing_shared, &values),
        Beside::OnTheirWay => fill(words.on_their_way, &values),
    };
    el("li")
        .class("talk__guess")
        .attr("translate", "no")
        .child(el("p").child(fill(template, &values)))
        .child(el("p").class("soft").child(beside))
        .into_any()
}

fn guessed(what: &Guessed, guesser: Option<&Person>) -> (&'static str, String) {
    let words = &more().reveal;
    match what {
        Guessed::Feeling(word) => (words.guess_feels, inside(&feeling_text(word, guesser))),
        Guessed::Need(word, Standing::Met) => (words.guess_met, inside(&need_text(word, guesser))),
        Guessed::Need(word, _) => (words.guess_needs, inside(&need_text(word, guesser))),
    }
}

/// Everything each one shared of themselves, in their own words.
pub fn view_voices(it: &Arc<Conversation>, round: Round) -> AnyView {
    let Some(told) = it.revealed(round) else { return ().into_any() };
    let cards = told.into_iter().filter_map(|(one, words)| {
        let words = words.filter(|words: &Words| !words.mine.moment.is_blank())?;
        let card = el("article")
            .class("card talk__voice")
            .child(el("h4").attr("translate", "no").child(person_text(&one.person)))
            .child(view_caught(&words.mine.moment, Some(&one.person)));
        Some(card.into_any())
    });
    let cards: Vec<_> = cards.collect();
    if cards.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("talk__seen")
        .child(el("h3").child(more().reveal.voices))
        .child(el("div").class("talk__voices").child(cards))
        .into_any()
}
