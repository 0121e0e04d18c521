//! The marks of standing and strength: full, half, outlined, dotted; five dots.
//! Tells them apart by shape first; colour only helps.

use crate::ui::markup::el;
use leptos::prelude::*;

use crate::domain::{Hands, KnownBy, Standing, Strength};
use crate::i18n::text;

/// The class modifier that a standing bears everywhere.
pub fn standing_class(standing: Standing) -> &'static str {
    match standing {
        Standing::NotSaid => "not-said",
        Standing::Unmet => "unmet",
        Standing::Partly => "partly",
        Standing::Met => "met",
    }
}

pub fn standing_name(standing: Standing) -> &'static str {
    let marks = &text().marks;
    match standing {
        Standing::NotSaid => marks.not_said,
        Standing::Unmet => marks.unmet,
        Standing::Partly => marks.partly,
        Standing::Met => marks.met,
    }
}

pub fn hands_name(hands: Hands) -> &'static str {
    let marks = &text().marks;
    match hands {
        Hands::Mine => marks.mine,
        Hands::Influence => marks.influence,
        Hands::NotMine => marks.not_mine,
    }
}

pub fn known_by_name(known_by: KnownBy) -> &'static str {
    let marks = &text().marks;
    match known_by {
        KnownBy::Said => marks.said,
        KnownBy::Seen => marks.seen,
        KnownBy::Guessed => marks.guessed,
        KnownBy::Confirmed => marks.confirmed,
    }
}

/// A round mark; its meaning stands in words beside it or in the name of its button.
pub fn mark(standing: Standing) -> AnyView {
    let class = ["mark mark--", standing_class(standing)].concat();
    el("span").class(class).attr("aria-hidden", "true").into_any()
}

/// Five dots, as many filled as the feeling is strong, with its words for a screen reader.
pub fn strength_dots(strength: Strength) -> AnyView {
    let words =
        crate::i18n::fill(text().marks.strength_of, &[("count", &strength.get().to_string())]);
    let dots = (1..=Strength::MOST)
        .map(|dot| el("i").toggle("on", move || dot <= strength.get()).into_any())
        .collect::<Vec<_>>();
    el("span")
        .class("strength")
        .child(el("span").class("unseen").child(words))
        .child(el("span").attr("aria-hidden", "true").child(dots))
        .into_any()
}
