//! A worksheet to be filled in with a pen: areas, feelings by family, needs by group, and room to write.
//! Holds nothing of anyone.

use crate::ui::markup::{el, nodes};
use leptos::prelude::*;

use crate::domain::Hands;
use crate::i18n::more;
use crate::ui::mark::hands_name;
use crate::vocabulary::{Area, Family, NeedGroup};

pub fn view_blank() -> AnyView {
    let (paper, worksheet) = (&more().paper, &more().worksheet);
    let families = Family::all().map(|family| {
        let words = family.feelings().map(|feeling| feeling.name());
        view_words(family.name(), "paper__tick", words)
    });
    let groups = NeedGroup::all().map(|group| {
        view_words(group.name(), "paper__ring", group.needs().map(|need| need.name()))
    });
    nodes![
        el("h2").child(paper.blank_title),
        el("p").class("small").child(paper.blank_lead),
        el("p").class("small").child(paper.about),
        view_lines(1),
        view_ticks(),
        view_part(worksheet.feeling, paper.feelings_how),
        el("div").class("paper__words").child(families.collect::<Vec<_>>()),
        view_own(2),
        view_part(&[worksheet.need, " ", worksheet.met].concat(), paper.needs_how),
        el("div").class("paper__words").child(groups.collect::<Vec<_>>()),
        view_own(2),
        view_part(worksheet.elsewhere, paper.elsewhere),
        view_ticks(),
        view_part(worksheet.mine, worksheet.mine_hint),
        view_hands(),
        view_part(worksheet.end, ""),
        view_lines(6)
    ]
}

fn view_part(title: &str, how: &'static str) -> AnyView {
    el("div")
        .class("paper__part")
        .child(el("h3").child(title.to_string()))
        .child((!how.is_empty()).then(|| el("p").class("small").child(how)))
        .into_any()
}

fn view_words(
    title: &'static str,
    box_class: &'static str,
    words: impl Iterator<Item = &'static str>,
) -> AnyView {
    let words = words.map(|word| el("li").class(box_class).child(word).into_any());
    el("section")
        .class("paper__group")
        .child(el("h4").child(title))
        .child(el("ul").child(words.collect::<Vec<_>>()))
        .into_any()
}

fn view_ticks() -> AnyView {
    let areas = Area::all().map(|area| el("li").class("paper__tick").child(area.name()).into_any());
    el("ul").class("paper__ticks").child(areas.collect::<Vec<_>>()).into_any()
}

fn view_own(lines: usize) -> AnyView {
    el("div")
        .class("paper__own")
        .child(el("p").class("small").child(more().paper.own_room))
        .child(view_lines(lines))
        .into_any()
}

fn view_lines(count: usize) -> AnyView {
    let lines = (0..count).map(|_| el("div").class("paper__line").into_any());
    el("div")
        .class("paper__lines")
        .attr("aria-hidden", "true")
        .child(lines.collect::<Vec<_>>())
        .into_any()
}

/// A column each, so that what is not mine stands apart from what is.
fn view_hands() -> AnyView {
    let columns = Hands::ALL.map(|hands| {
        el("div").child(el("h4").child(hands_name(hands))).child(view_lines(4)).into_any()
    });
    el("div").class("paper__hands").child(columns.into_iter().collect::<Vec<_>>()).into_any()
}
