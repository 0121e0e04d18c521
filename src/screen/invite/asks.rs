//! What an invitation suggests to begin with: areas, needs, and the open questions of needs.
//! Never typed words: whoever comes upon the link can read it.

use leptos::prelude::*;

use crate::domain::{Ask, Listed};
use crate::i18n::{fill, more};
use crate::reactive::{Look, derived};
use crate::route::invitation::ASKS_MOST;
use crate::screen::wording::area_text;
use crate::ui::markup::{button, el};
use crate::vocabulary::{Area, Need, NeedGroup};

/// `choose` gets all that is chosen then.
pub fn view_asks(asks: Signal<Vec<Ask>>, choose: Callback<Vec<Ask>>) -> AnyView {
    let words = &more().invite;
    el("section")
        .class("invite__part")
        .child(el("h2").child(words.begin))
        .child(el("p").class("soft").child(words.begin_hint))
        .child(view_fold(words.areas, move || view_areas(asks, choose)))
        .child(view_fold(words.needs, move || {
            view_groups(asks, choose, |need| (Ask::Need(Listed::Known(need)), need.name()))
        }))
        .child(view_fold(words.questions, move || {
            view_groups(asks, choose, |need| (Ask::Question(Listed::Known(need)), need.ask()))
        }))
        .child(
            el("p")
                .class("soft small")
                .attr("role", "status")
                .live(move || asks.look(|asks| chosen_text(asks))),
        )
        .into_any()
}

fn chosen_text(asks: &[Ask]) -> Option<String> {
    let words = &more().invite;
    let names: Vec<String> = asks.iter().map(ask_text).collect();
    let (count, most) = (asks.len().to_string(), ASKS_MOST.to_string());
    let values = [("count", count.as_str()), ("most", &most), ("what", &names.join(" · "))];
    let chosen = fill(words.chosen, &values);
    match asks.len() {
        0 => None,
        ASKS_MOST.. => Some([&chosen, ". ", words.full].concat()),
        _ => Some(chosen),
    }
}

fn ask_text(ask: &Ask) -> String {
    let need = |need: &Listed<Need>, name: fn(Need) -> &'static str| match need {
        Listed::Known(need) => name(*need).to_string(),
        Listed::Unknown(id) => id.to_string(),
    };
    match ask {
        Ask::Area(area) => area_text(area),
        Ask::Need(it) => need(it, Need::name),
        Ask::Question(it) => need(it, Need::ask),
    }
}

/// Built when it is first opened.
fn view_fold(title: &'static str, list: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let opened = RwSignal::new(false);
    el("details")
        .class("question__fold")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").child(title))
        .live(move || opened.get().then(&list))
        .into_any()
}

fn view_areas(asks: Signal<Vec<Ask>>, choose: Callback<Vec<Ask>>) -> AnyView {
    let area = |area: Area| view_ask(Ask::Area(Listed::Known(area)), area.name(), asks, choose);
    el("div").class("invite__asks").children(Area::all().map(area)).into_any()
}

fn view_groups(
    asks: Signal<Vec<Ask>>,
    choose: Callback<Vec<Ask>>,
    ask: fn(Need) -> (Ask, &'static str),
) -> AnyView {
    let one = move |need| {
        let (ask, name) = ask(need);
        view_ask(ask, name, asks, choose)
    };
    let group = move |group: NeedGroup| {
        el("div")
            .class("invite__asks")
            .attr("role", "group")
            .attr("aria-label", group.name())
            .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(group.name()))
            .children(group.needs().map(one))
            .into_any()
    };
    el("div").class("invite__groups").children(NeedGroup::all().map(group)).into_any()
}

fn view_ask(
    ask: Ask,
    name: &'static str,
    asks: Signal<Vec<Ask>>,
    choose: Callback<Vec<Ask>>,
) -> AnyView {
    let is_chosen = {
        let ask = ask.clone();
        derived(move || asks.look(|asks| asks.contains(&ask)))
    };
    let is_full = derived(move || !is_chosen.get() && asks.look(|it| it.len() >= ASKS_MOST));
    let press = move || {
        let mut chosen = asks.get_untracked();
        match is_chosen.get_untracked() {
            true => chosen.retain(|it| *it != ask),
            false if is_full.get_untracked() => return,
            false => chosen.push(ask.clone()),
        }
        choose.run(chosen);
    };
    button()
        .class("choice")
        .live_attr("aria-pressed", move || is_chosen.get().to_string())
        .live_attr("aria-disabled", move || is_full.get().then_some("true"))
        .on_click(press)
        .child(name)
        .into_any()
}
