//! What is different since the session before and since the first one, in words.
//! Never calls it better or worse.

use crate::reactive::memo;
use crate::ui::markup::{el, live};
use leptos::prelude::*;

use super::super::Frame;
use super::super::names::{Names, short_day};
use crate::domain::{FeelingWord, NeedWord};
use crate::i18n::{fill, more};
use crate::insight::timeline::{Shift, shifts};
use crate::screen::desk;

pub fn view_shifted(frame: Frame) -> AnyView {
    let desk = desk();
    let found = memo(move || shifts(&frame.sessions.get()));
    live(move || {
        let (found, texts) = (found.get(), &more().pictures);
        let since_last = found.since_last?;
        let names = Names(desk.person());
        let first = found.since_first.map(|it| view_shift(texts.shift_first, &it, &names));
        let last = view_shift(texts.shift_last, &since_last, &names);
        Some(el("div").class("shifts").child(last).child(first))
    })
}

fn view_shift(title: &'static str, shift: &Shift, names: &Names) -> AnyView {
    let texts = &more().pictures;
    let needs = [
        (texts.more_met, &shift.more_met),
        (texts.less_met, &shift.less_met),
        (texts.still_unmet, &shift.still_unmet),
        (texts.newly_named, &shift.newly_named),
        (texts.not_named_now, &shift.not_named_now),
    ];
    let felt = [(texts.newly_felt, &shift.newly_felt), (texts.not_felt_now, &shift.not_felt_now)];
    let is_none =
        needs.iter().all(|(_, it)| it.is_empty()) && felt.iter().all(|(_, it)| it.is_empty());
    let needs = needs.map(|(name, needs)| view_row(name, view_needs(needs, names)));
    let felt = felt.map(|(name, feelings)| view_row(name, view_feelings(feelings, names)));
    let days = [("from", &*short_day(shift.from)), ("to", &short_day(shift.to))];
    el("section")
        .class("card shift")
        .child(el("h2").child(title))
        .child(el("p").class("soft small").child(fill(texts.shift_days, &days)))
        .children(needs)
        .children(felt)
        .child(is_none.then(|| el("p").class("soft").child(texts.shift_none)))
        .into_any()
}

fn view_needs(needs: &[NeedWord], names: &Names) -> Vec<AnyView> {
    let tags = needs.iter().map(|need| view_tag("tag tag--need", names.need(need)));
    tags.collect()
}

fn view_feelings(feelings: &[FeelingWord], names: &Names) -> Vec<AnyView> {
    let tags = feelings.iter().map(|it| view_tag("tag tag--feeling", names.feeling(it)));
    tags.collect()
}

fn view_tag(class: &'static str, words: String) -> AnyView {
    el("li").class(class).attr("translate", "no").child(words).into_any()
}

fn view_row(name: &'static str, tags: Vec<AnyView>) -> AnyView {
    if tags.is_empty() {
        return ().into_any();
    }
    el("div")
        .class("shift__row")
        .child(el("span").class("eyebrow").child(name))
        .child(el("ul").class("chips").attr("aria-label", name).child(tags))
        .into_any()
}
