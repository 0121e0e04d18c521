//! Who writes on this device: chosen by those who sit before it.
//! Never moves anyone whose words would stay behind, or who was heard of from another device.

use leptos::prelude::*;

use super::{open_now, taking_part};
use crate::desk::{Desk, NotShared};
use crate::domain::PersonId;
use crate::i18n::{fill, more, text};
use crate::reactive::{Look, memo};
use crate::screen::conversation::code_now;
use crate::screen::wording::person_text;
use crate::ui::markup::{button, el};

/// `done` is told when it is so.
pub fn view_seating(
    desk: Desk,
    name: &'static str,
    done: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    let words = &more().devices;
    let people = desk.conversation().glance(|it| {
        let people = it.iter().flat_map(|it| taking_part(it));
        let named = people.map(|one| (one.person.id, person_text(&one.person), one.is_here));
        named.collect::<Vec<_>>()
    });
    let here: Vec<PersonId> =
        people.iter().filter(|(_, _, is_here)| *is_here).map(|(id, ..)| *id).collect();
    let chosen = RwSignal::new(here);
    let people = people.into_iter().map(|(id, code, _)| (id, code)).collect();
    let trouble = RwSignal::new(None::<String>);
    let share = move || {
        let Some(id) = untrack(|| open_now(desk)) else { return };
        match desk.share_conversation(id, &chosen.get_untracked()) {
            Ok(()) => done(),
            Err(why) => trouble.set(Some(not_shared_text(desk, why))),
        }
    };
    el("div")
        .class("talk__seating")
        .child(view_chosen(words.who_here, people, chosen))
        .child(el("p").class("soft small").child(words.who_here_hint))
        .child(el("p").class("field__error").attr("role", "alert").live(move || trouble.get()))
        .child(el("p").class("answers").child(button().class("button").on_click(share).child(name)))
        .into_any()
}

/// Participants to choose from, each by a press.
pub fn view_chosen(
    label: &'static str,
    people: Vec<(PersonId, String)>,
    chosen: RwSignal<Vec<PersonId>>,
) -> AnyView {
    let doors = people.into_iter().map(|(person, name)| {
        let is_in = memo(move || chosen.look(|it| it.contains(&person)));
        let press = move || {
            chosen.update(|it| match it.iter().position(|one| *one == person) {
                Some(at) => drop(it.remove(at)),
                None => it.push(person),
            });
        };
        button()
            .class("choice")
            .attr("translate", "no")
            .live_attr("aria-pressed", move || is_in.get().to_string())
            .on_click(press)
            .child(name)
            .into_any()
    });
    el("div")
        .class("talk__chosen")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(label))
        .child(el("span").class("choices__flow").child(doors.collect::<Vec<_>>()))
        .into_any()
}

fn not_shared_text(desk: Desk, why: NotShared) -> String {
    let words = &more().devices;
    let about = |template: &'static str, person: PersonId| {
        fill(template, &[("code", &untrack(|| code_now(desk, person)))])
    };
    let plain = match why {
        NotShared::HasBegun(person) => return about(words.has_begun, person),
        NotShared::WritesElsewhere(person) => return about(words.writes_there, person),
        NotShared::Gone => more().conversing.nothing_open,
        NotShared::TooFew => words.too_few,
        NotShared::NobodyHere => words.nobody_here,
        NotShared::NoChance => words.no_chance,
        NotShared::OnlyReads => text().trouble.only_reads,
    };
    plain.to_string()
}
