//! The two quiet drawings of Learn: the rings, and feelings that lead to one need.
//! Decorates nothing: each says what the text beside it says.

use crate::ui::markup::{nodes, svg};
use leptos::prelude::*;

use crate::i18n::more;
use crate::vocabulary::{Area, Feeling, Need};

/// Two rings that overlap, as in the brand.
pub fn view_rings() -> AnyView {
    let learn = &more().learn;
    svg("svg")
        .class("learn__rings")
        .attr("viewBox", "0 0 420 180")
        .attr("role", "img")
        .attr("aria-label", learn.rings_alt)
        .child(
            svg("path")
                .class("learn__lens")
                .attr("d", "M210 24.5A80 80 0 0 1 210 155.5A80 80 0 0 1 210 24.5Z"),
        )
        .child(
            svg("circle").class("learn__ring").attr("cx", "164").attr("cy", "90").attr("r", "80"),
        )
        .child(
            svg("circle").class("learn__ring").attr("cx", "256").attr("cy", "90").attr("r", "80"),
        )
        .child(
            svg("text")
                .class("learn__word")
                .attr("x", "72")
                .attr("y", "95")
                .attr("text-anchor", "end")
                .child(learn.one),
        )
        .child(svg("text").class("learn__word").attr("x", "348").attr("y", "95").child(learn.other))
        .child(view_middle(learn.both))
        .into_any()
}

/// A short text in the lens, a word a line.
fn view_middle(both: &'static str) -> AnyView {
    let words = both.split(' ').collect::<Vec<_>>();
    let first = 95 - 9 * (words.len().saturating_sub(1) as i32);
    let lines = words.into_iter().enumerate().map(|(line, word)| {
        let y = (first + 18 * line as i32).to_string();
        svg("tspan").attr("x", "210").attr("y", y).child(word)
    });
    svg("text").class("learn__middle").attr("text-anchor", "middle").children(lines).into_any()
}

/// One row: an area, what is felt there, and the line to the need at the right.
const ROWS: [(&str, &str, &str); 3] = [
    ("area-work", "frustrated", "M232 36C285 36 275 86 318 88"),
    ("area-partner", "helpless", "M232 96L318 96"),
    ("area-family", "torn", "M232 156C285 156 275 106 318 104"),
];

/// Feelings from three areas of Sue's life, and the need they may share.
pub fn view_shared_need() -> AnyView {
    let rows = ROWS.into_iter().zip(0..).map(|(row, place)| view_row(row, 36 + 60 * place));
    let need = Need::from_id("control").map_or("", Need::name);
    svg("svg")
        .class("learn__shared")
        .attr("viewBox", "0 0 450 192")
        .attr("role", "img")
        .attr("aria-label", more().learn.drawn_need)
        .children(rows)
        .child(
            svg("rect")
                .class("learn__need")
                .attr("x", "320")
                .attr("y", "72")
                .attr("width", "126")
                .attr("height", "48")
                .attr("rx", "10"),
        )
        .child(svg("circle").class("learn__mark").attr("cx", "342").attr("cy", "96").attr("r", "7"))
        .child(svg("text").class("learn__need-name").attr("x", "358").attr("y", "102").child(need))
        .into_any()
}

/// An area, a feeling and its line; `y` is the middle of the row.
fn view_row((area, feeling, line): (&str, &str, &'static str), y: i32) -> AnyView {
    let area = Area::from_id(area).map_or("", Area::name);
    let feeling = Feeling::from_id(feeling).map_or("", Feeling::name);
    nodes![
        svg("text").class("learn__area").attr("x", "0").attr("y", (y + 5).to_string()).child(area),
        svg("rect")
            .class("learn__pill")
            .attr("x", "92")
            .attr("y", (y - 17).to_string())
            .attr("width", "140")
            .attr("height", "34")
            .attr("rx", "17"),
        svg("text")
            .class("learn__feeling")
            .attr("x", "162")
            .attr("y", (y + 5).to_string())
            .attr("text-anchor", "middle")
            .child(feeling),
        svg("path").class("learn__line").attr("d", line)
    ]
}
