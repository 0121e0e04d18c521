//! Where to start next time: at most three questions, each with what it comes from.
//! Never a plan for the session: any of them can be left.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::question::{places_text, sessions_text};
use crate::desk::Desk;
use crate::domain::{Journal, NeedWord};
use crate::i18n::{fill, inside, more};
use crate::insight::care::heavy_lately;
use crate::insight::evidence::Evidence;
use crate::insight::opening::Opening;
use crate::insight::reading::Spot;
use crate::screen::pointer::view_pointer;
use crate::screen::understanding::behind::open_moment;
use crate::screen::understanding::names::Names;
use crate::screen::wording::{join_text, moment_text};

pub(super) fn view_openings(desk: Desk, found: Memo<Arc<Vec<Opening>>>) -> AnyView {
    let texts = &more().openings;
    let heavy = memo(move || desk.journal().look(|it| heavy_lately(it.as_deref()?)));
    let view_all = move || {
        let (found, journal) = (found.get(), desk.journal().get_untracked()?);
        if found.is_empty() {
            return Some(el("p").class("soft").child(more().openings.none).into_any());
        }
        let rows = found.iter().map(|opening| view_opening(desk, &journal, opening));
        Some(el("ul").class("openings").attr("translate", "no").children(rows).into_any())
    };
    el("aside")
        .class("card core-needs__openings")
        .attr("aria-labelledby", "openings")
        .child(el("h2").id("openings").child(texts.title))
        .child(el("p").class("soft small").child(texts.lead))
        .live(move || heavy.get().map(|heavy| view_pointer(heavy, false)))
        .child(live(view_all))
        .into_any()
}

fn view_opening(desk: Desk, journal: &Journal, opening: &Opening) -> AnyView {
    let names = Names(Some(journal.person.clone()));
    let (question, because, spot) = words(opening, journal, &names);
    let because = match spot {
        Some(spot) => button()
            .class("openings__because openings__because--link")
            .on_click(move || open_moment(desk, spot))
            .child(because),
        None => el("p").class("openings__because").child(because),
    };
    el("li").child(el("p").class("openings__question").child(question)).child(because).into_any()
}

/// The question, what it comes from, and the moment to look at where there is one.
fn words(opening: &Opening, journal: &Journal, names: &Names) -> (String, String, Option<Spot>) {
    let texts = &more().openings;
    let about = |template, need: &NeedWord, because: &Evidence| {
        let name = names.need(need);
        (fill(template, &[("need", &inside(&name))]), because_text(&name, because), None)
    };
    match opening {
        Opening::Ask { need, because } => {
            (need.ask().to_string(), because_text(need.name(), because), None)
        }
        Opening::Hands { need, because } => about(texts.hands, need, because),
        Opening::Elsewhere { need, because } => about(texts.elsewhere, need, because),
        Opening::GuessedFeeling { spot, felt } => {
            let feeling = inside(&names.feeling(&felt.feeling));
            let question = fill(texts.guessed_feeling, &[("feeling", &feeling)]);
            (question, guess_text(journal, *spot), Some(*spot))
        }
        Opening::GuessedNeed { spot, need } => {
            let question = fill(texts.guessed_need, &[("need", &inside(&names.need(need)))]);
            (question, guess_text(journal, *spot), Some(*spot))
        }
        Opening::LookBack { spot, text, needs } => {
            let needs = join_text(needs.iter().map(|need| inside(&names.need(need))).collect());
            let question = fill(texts.look_back, &[("choice", text)]);
            (question, fill(texts.because_choice, &[("needs", &needs)]), Some(*spot))
        }
    }
}

fn because_text(need: &str, because: &Evidence) -> String {
    let texts = &more().openings;
    let places = places_text(because);
    match places.is_empty() {
        true => fill(texts.because_need, &[("need", need), ("sessions", &sessions_text(because))]),
        false => fill(texts.because_place, &[("need", need), ("places", &places)]),
    }
}

fn guess_text(journal: &Journal, (session, moment): Spot) -> String {
    let moment = journal.session(session).and_then(|it| it.moment(moment));
    let moment = moment.map(|it| moment_text(it, Some(&journal.person))).unwrap_or_default();
    fill(more().openings.because_guess, &[("moment", &moment)])
}
