//! The two quiet drawings of Learn: the rings, and feelings that lead to one need.
//! Decorates nothing: each says what the text beside it says.

use leptos::prelude::*;

use crate::i18n::text;
use crate::vocabulary::{Area, Feeling, Need};

/// Two rings that overlap, as in the brand.
pub fn view_rings() -> AnyView {
    let learn = &text().learn;
    view! {
        <svg class="learn__rings" viewBox="0 0 420 180" role="img" aria-label=learn.rings_alt>
            <path class="learn__lens" d="M210 24.5A80 80 0 0 1 210 155.5A80 80 0 0 1 210 24.5Z" />
            <circle class="learn__ring" cx="164" cy="90" r="80" />
            <circle class="learn__ring" cx="256" cy="90" r="80" />
            <text class="learn__word" x="72" y="95" text-anchor="end">{learn.one}</text>
            <text class="learn__word" x="348" y="95">{learn.other}</text>
            {view_middle(learn.both)}
        </svg>
    }
    .into_any()
}

/// A short text in the lens, a word a line.
fn view_middle(both: &'static str) -> AnyView {
    let words = both.split(' ').collect::<Vec<_>>();
    let first = 95 - 9 * (words.len().saturating_sub(1) as i32);
    let lines = words.into_iter().enumerate().map(|(line, word)| {
        let y = (first + 18 * line as i32).to_string();
        view! { <tspan x="210" y=y>{word}</tspan> }
    });
    view! { <text class="learn__middle" text-anchor="middle">{lines.collect_view()}</text> }
        .into_any()
}

/// One row: an area, what is felt there, and the line to the need at the right.
const ROWS: [(&str, &str, &str); 3] = [
    ("area-work", "frustrated", "M232 36C285 36 275 86 318 88"),
    ("area-partner", "helpless", "M232 96L318 96"),
    ("area-family", "torn", "M232 156C285 156 275 106 318 104"),
];

/// Feelings from three areas of Sue's life, and the need they may share.
pub fn view_shared_need() -> AnyView {
    let rows = ROWS.into_iter().zip(0..).map(|((area, feeling, line), place)| {
        let area = Area::from_id(area).map_or("", Area::name);
        let feeling = Feeling::from_id(feeling).map_or("", Feeling::name);
        let y = 36 + 60 * place;
        view! {
            <text class="learn__area" x="0" y=(y + 5).to_string()>{area}</text>
            <rect class="learn__pill" x="92" y=(y - 17).to_string() width="140" height="34" rx="17" />
            <text class="learn__feeling" x="162" y=(y + 5).to_string() text-anchor="middle">{feeling}</text>
            <path class="learn__line" d=line />
        }
    });
    let need = Need::from_id("control").map_or("", Need::name);
    view! {
        <svg class="learn__shared" viewBox="0 0 450 192" role="img" aria-label=text().learn.drawn_need>
            {rows.collect_view()}
            <rect class="learn__need" x="320" y="72" width="126" height="48" rx="10" />
            <circle class="learn__mark" cx="342" cy="96" r="7" />
            <text class="learn__need-name" x="358" y="102">{need}</text>
        </svg>
    }
    .into_any()
}
