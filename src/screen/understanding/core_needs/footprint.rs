//! A need that rings true, and what it does: where it shows up, what is done, felt and chosen, and whose hands it is in.
//! Never advises: it gathers what was said, and leads to where it was said.

use std::sync::Arc;

use crate::reactive::memo;
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use crate::domain::{CoreNeed, Effect, EffectKind, Item, Journal, NeedWord, Standing};
use crate::i18n::{fill, inside, more};
use crate::insight::footprint::{Footprint, footprint};
use crate::insight::reading::Spot;
use crate::screen::desk;
use crate::screen::understanding::Frame;
use crate::screen::understanding::evidence::{view_evidence, view_lines};
use crate::screen::understanding::names::Names;
use crate::screen::wording::{about_text, day_inside, item_text, moment_text};
use crate::ui::standing_name;

pub(super) fn view_footprint(frame: Frame, answered: &CoreNeed) -> AnyView {
    let desk = desk();
    let texts = &more().footprints;
    let need = answered.need.clone();
    let name = Names(desk.person()).need(&need);
    let since = fill(texts.true_since, &[("day", &day_inside(answered.day, desk.today()))]);
    let taken_back = need.clone();
    let found = memo({
        let need = need.clone();
        move || Some(Arc::new(footprint(&*desk.journal().get()?, &need)))
    });
    let view_found = move || {
        let (found, journal) = (found.get()?, desk.journal().get_untracked()?);
        let names = Names(Some(journal.person.clone()));
        Some(Gathered { frame, journal, names }.view(&found, &need))
    };
    el("article")
        .class("core core--true card")
        .attr("aria-label", name.clone())
        .attr("translate", "no")
        .child(
            el("header")
                .class("core__head")
                .child(el("h2").child(name))
                .child(el("span").class("soft small").child(since))
                .child(
                    button()
                        .class("plain")
                        .on_click(move || {
                            desk.take_back_core_need(&taken_back);
                        })
                        .child(texts.take_back),
                ),
        )
        .child(live(view_found))
        .into_any()
}

/// What the rows are made with.
struct Gathered {
    frame: Frame,
    journal: Arc<Journal>,
    names: Names,
}

impl Gathered {
    fn view(&self, found: &Footprint, need: &NeedWord) -> AnyView {
        let texts = &more().footprints;
        let Some(evidence) = &found.evidence else {
            return el("p").class("soft").child(texts.nothing_yet).into_any();
        };
        let person = Some(&*self.journal.person);
        let done = found.behaviours.iter().map(|(spot, item)| (item_text(item, person), *spot));
        let chosen = found.choices.iter().map(|(spot, item)| (self.choice_text(item), *spot));
        let about = found.about.iter().map(|(spot, felt, item)| {
            let feeling = self.names.feeling(&felt.feeling);
            let values = [("feeling", &*feeling), ("about", &about_text(item, person))];
            (fill(texts.about_item, &values), *spot)
        });
        el("div")
            .class("footprint")
            .child(view_evidence(self.frame, &self.names.need(need), evidence, &self.names))
            .child(view_lines(self.frame, texts.done, done.collect()))
            .child(view_lines(self.frame, texts.about, about.collect()))
            .child(view_lines(self.frame, texts.choices, chosen.collect()))
            .child(self.view_hands(found))
            .into_any()
    }

    /// "Leave at six: serves love (met), joy; costs rest".
    fn choice_text(&self, item: &Item) -> String {
        let texts = &more().footprints;
        let words = item_text(item, Some(&*self.journal.person));
        let Item::Choice(choice) = item else { return words };
        let kinds = [(EffectKind::Serves, texts.serves), (EffectKind::Costs, texts.costs)];
        let told = kinds.into_iter().filter_map(|(kind, template)| {
            let of_kind = choice.effects.iter().filter(|effect| effect.kind == kind);
            let needs: Vec<String> = of_kind.map(|effect| self.effect_text(effect)).collect();
            let needs = needs.join(", ");
            (!needs.is_empty()).then(|| fill(template, &[("needs", &needs)]))
        });
        let told = told.collect::<Vec<_>>().join("; ");
        match told.is_empty() {
            true => words,
            false => fill(texts.choice_told, &[("choice", &words), ("told", &told)]),
        }
    }

    /// The need, and how it stood afterwards where someone looked back.
    fn effect_text(&self, effect: &Effect) -> String {
        let need = inside(&self.names.need(&effect.need));
        match effect.turned_out {
            Standing::NotSaid => need,
            standing => {
                let standing = inside(standing_name(standing));
                let values = [("need", &*need), ("standing", &*standing)];
                fill(more().footprints.turned_out, &values)
            }
        }
    }

    fn view_hands(&self, found: &Footprint) -> AnyView {
        let texts = &more().footprints;
        let person = Some(&*self.journal.person);
        if found.is_open() {
            return el("p").class("soft small").child(texts.hands_open).into_any();
        }
        let named = |spots: &[Spot]| {
            let found = spots.iter().filter_map(|spot| {
                let moment = self.journal.session(spot.0)?.moment(spot.1)?;
                Some((moment_text(moment, person), *spot))
            });
            found.collect::<Vec<_>>()
        };
        el("div")
            .class("footprint__hands")
            .attr("role", "group")
            .attr("aria-label", texts.hands)
            .child(view_lines(self.frame, texts.mine, named(&found.mine)))
            .child(view_lines(self.frame, texts.influence, named(&found.influence)))
            .child(view_lines(self.frame, texts.not_mine, named(&found.not_mine)))
            .into_any()
    }
}
