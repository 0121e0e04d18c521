//! Worksheets that are handed over for a change: the invitation to give, files to count, and what they come to.
//! Never shows anything of one worksheet, nor a number below five.

mod counting;
mod invitation;

use crate::reactive::memo;
use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;

use super::Changing;
use super::needs::need_name;
use crate::domain::{Group, Invitation, Listed};
use crate::i18n::{count, fill, more};
use crate::insight::change::{Tally, tally};
use crate::vocabulary::Feeling;

pub fn view_worksheets(changing: Changing) -> AnyView {
    let words = &more().change_sheets;
    let is_invited = memo(move || changing.look(|map| open(map.invitation.as_deref())));
    el("section")
        .class("change__part change__sheets")
        .child(el("h2").child(words.title))
        .child(el("p").class("soft").child(words.lead))
        .child(el("p").class("soft").child(words.honest))
        .live(move || match is_invited.get() {
            true => nodes![counting::view_files(changing), invitation::view_made(changing)],
            false => nodes![
                el("p").class("soft small").child(words.no_key),
                invitation::view_new(changing)
            ],
        })
        .child(view_counted(changing))
        .into_any()
}

fn open(invitation: Option<&Invitation>) -> bool {
    invitation.is_some_and(|it| it.secret.is_some())
}

/// How many are here of the group that is looked at, and what has been counted of all.
fn view_counted(changing: Changing) -> AnyView {
    let tallies = memo(move || {
        changing.look(|map| {
            let shown = |group: &std::sync::Arc<Group>| {
                let tally = tally(group);
                tally.people.map(|people| Shown { name: name(group), people, tally })
            };
            map.groups.iter().filter_map(shown).collect::<Vec<_>>()
        })
    });
    live(move || tallies.get().into_iter().map(view_tally).collect::<Vec<_>>())
}

fn name(group: &Group) -> String {
    group.name.as_str().to_string()
}

#[derive(Clone, PartialEq)]
struct Shown {
    name: String,
    people: u32,
    tally: Tally,
}

fn view_tally(shown: Shown) -> AnyView {
    let words = &more().change_sheets;
    let Shown { name, people, tally } = shown;
    let values = [("count", &*people.to_string()), ("group", &name)];
    let title = fill(words.shown, &values);
    let is_empty = tally.needs.is_empty() && tally.feelings.is_empty();
    let inside = match is_empty {
        true => el("p").class("soft").child(words.shown_none).into_any(),
        false => nodes![view_needs(&title, &tally), view_felt(&tally.feelings)],
    };
    el("article")
        .class("card change__counted")
        .child(el("h3").attr("translate", "no").child(title))
        .child(inside)
        .into_any()
}

fn view_needs(title: &str, tally: &Tally) -> Option<AnyView> {
    let words = &more().change_sheets;
    let rows = tally.needs.iter().map(|it| {
        el("tr")
            .child(el("th").attr("scope", "row").child(need_name(&it.need)))
            .child(el("td").child(step_text(it.unmet)))
            .child(el("td").child(step_text(it.met)))
    });
    let heads = [more().pictures.need, words.short, words.met];
    let heads = heads.map(|it| el("th").attr("scope", "col").child(it));
    let is_any = !tally.needs.is_empty();
    is_any.then(|| {
        el("table")
            .class("numbers")
            .child(el("caption").class("unseen").child(title))
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(rows))
            .into_any()
    })
}

/// "5 or more": a whole step of five, of which nobody knows how many more.
fn step_text(step: Option<u32>) -> String {
    let words = &more().change_sheets;
    match step {
        Some(step) => count(step as usize, words.at_least, words.at_least),
        None => words.fewer.to_string(),
    }
}

fn view_felt(feelings: &[(Listed<Feeling>, u32)]) -> Option<AnyView> {
    let said = feelings.iter().map(|(feeling, step)| {
        let name = match feeling {
            Listed::Known(it) => it.name().to_string(),
            Listed::Unknown(id) => id.to_string(),
        };
        el("li").class("feeling").child([&name, ": ", &step_text(Some(*step))].concat()).into_any()
    });
    let is_any = !feelings.is_empty();
    is_any.then(|| {
        el("div")
            .class("change__felt")
            .child(el("span").class("eyebrow").child(more().change_sheets.felt))
            .child(el("ul").class("chips").child(said.collect::<Vec<_>>()))
            .into_any()
    })
}
