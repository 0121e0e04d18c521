//! What a need rests on, each part a way to its moments; and lines that lead to where they were said.
//! Never says how much anything weighs.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::Frame;
use super::behind::open_moment;
use super::names::Names;
use crate::i18n::{count, fill, inside, more};
use crate::insight::evidence::{Evidence, SignSeen};
use crate::insight::reading::{Sign, Spot};
use crate::screen::desk;
use crate::screen::wording::area_text;

/// Of each kind of line; the rest is a press away, in the moments behind.
const MOST: usize = 5;

/// Everything a need rests on, each of it a way to its moments.
pub fn view_evidence(frame: Frame, need: &str, evidence: &Evidence, names: &Names) -> AnyView {
    let texts = &more().core_needs;
    let moments = &more().understanding;
    let link = |words: String, title: String, spots: &[Spot], class: &'static str| {
        let spots = spots.to_vec();
        let show = move || frame.behind.show(title.clone(), spots.clone());
        el("li").child(button().class(class).on_click(show).child(words)).into_any()
    };
    let all = count(evidence.moments.len(), moments.moments_one, moments.moments_other);
    let sessions = count(evidence.sessions.len(), texts.sessions_one, texts.sessions_other);
    let of_sessions =
        fill(texts.behind_sessions, &[("need", need), ("sessions", &inside(&sessions))]);
    let counted = [
        link(all, need.to_string(), &evidence.moments, "tag"),
        link(sessions, of_sessions, &evidence.moments, "tag"),
    ];
    let signs = evidence.signs.iter().map(|seen| {
        let name = sign_text(&seen.sign, names);
        let title = fill(texts.behind_sign, &[("need", need), ("sign", &name)]);
        link(times(&name, seen.moments.len()), title, &seen.moments, "tag tag--feeling")
    });
    let areas = evidence.areas.iter().map(|(area, spots)| {
        let name = area_text(area);
        let title = fill(texts.behind_area, &[("need", need), ("area", &name)]);
        link(times(&name, spots.len()), title, spots, "area")
    });
    let list = counted.into_iter().chain(signs).chain(areas).collect::<Vec<_>>();
    let history = evidence.signs.iter().filter_map(|seen| view_history(need, seen, names));
    nodes![
        el("ul").class("chips core__evidence").attr("aria-label", texts.evidence).child(list),
        history.collect::<Vec<_>>()
    ]
}

/// Where the person's own history says more than the vocabulary.
fn view_history(need: &str, seen: &SignSeen, names: &Names) -> Option<AnyView> {
    let (times, all) = seen.history?;
    let values = [
        ("feeling", &*sign_text(&seen.sign, names)),
        ("need", &inside(need)),
        ("times", &times.to_string()),
        ("all", &all.to_string()),
    ];
    let words = fill(more().core_needs.history, &values);
    Some(el("p").class("soft small").child(words).into_any())
}

fn times(what: &str, times: usize) -> String {
    match times {
        ..=1 => what.to_string(),
        _ => fill(more().core_needs.times, &[("what", what), ("count", &times.to_string())]),
    }
}

fn sign_text(sign: &Sign, names: &Names) -> String {
    match sign {
        Sign::Feeling(feeling) => names.feeling(feeling),
        Sign::Judgement(judgement) => judgement.name().to_string(),
    }
}

/// Each leads to its moment; what is more than a few, to all of them.
pub fn view_lines(frame: Frame, name: &'static str, lines: Vec<(String, Spot)>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let spots: Vec<Spot> = lines.iter().map(|(_, spot)| *spot).collect();
    let rest = lines.len().saturating_sub(MOST);
    let shown = lines.into_iter().take(MOST).map(|(words, spot)| view_line(words, spot));
    let show_all = move || frame.behind.show(name.to_string(), spots.clone());
    let texts = &more().footprints;
    let all = (rest > 0).then(|| {
        let words = count(rest, texts.and_more, texts.and_more);
        el("li").child(button().class("plain").on_click(show_all).child(words))
    });
    el("div")
        .class("footprint__row")
        .child(el("h3").class("eyebrow").child(name))
        .child(el("ul").class("footprint__lines").children(shown).child(all))
        .into_any()
}

fn view_line(words: String, spot: Spot) -> AnyView {
    let desk = desk();
    let open = move || open_moment(desk, spot);
    el("li").child(button().class("footprint__line").on_click(open).child(words)).into_any()
}
