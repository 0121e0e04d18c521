//! The other ways to find a word: families and a wheel of feelings, needs in their groups, own words.
//! Never closes by itself: several may be picked in a row.

use crate::reactive::{Look, derived};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::catch_line::CATCH_ID;
use crate::desk::Desk;
use crate::domain::naming::Listed;
use crate::domain::{FeelingWord, NeedWord, OwnWord, OwnWordKind};
use crate::i18n::text;
use crate::screen::desk;
use crate::screen::pointer::PointerInDialog;
use crate::screen::second::view_piece;
use crate::screen::wording::too_long;
use crate::ui::feeling_list::FeelingList;
use crate::ui::need_list::NeedList;
use crate::ui::wheel::Wheel;
use crate::ui::{Choice, ChoiceGroup, Dialog, PersonField};
use crate::vocabulary::{Family, Feeling, Need};

#[component]
pub fn Pickers() -> impl IntoView {
    let pickers = &text().pickers;
    let feelings = RwSignal::new(false);
    let needs = RwSignal::new(false);
    let back = Callback::new(move |()| crate::browser::focus(CATCH_ID));
    nodes![el("div").class("pickers").child(button().class("plain").attr("aria-haspopup", "dialog").on_click(move || feelings.set(true)).child(pickers.feelings_open)).child(button().class("plain").attr("aria-haspopup", "dialog").on_click(move || needs.set(true)).child(pickers.needs_open)).child(button().class("plain pickers__next").on_click(move || {
                desk().begin_moment();
                crate::browser::focus(CATCH_ID);
            }).child(text().canvas.next_moment)), view! { <Dialog id="feelings" title=pickers.feelings_title open=feelings on_close=back body=Callback::new(|()| view_piece(|it| (it.feelings)())) /> }.into_any(), view! { <Dialog id="needs" title=pickers.needs_title open=needs on_close=back body=Callback::new(|()| view_piece(|it| (it.needs)())) /> }.into_any()]
}

fn caught_feelings(desk: Desk) -> Signal<Vec<Feeling>> {
    derived(move || {
        desk.moment().look(|moment| {
            let felt = moment.iter().flat_map(|moment| moment.felt());
            felt.filter_map(|felt| felt.feeling.known()).collect()
        })
    })
}

fn caught_needs(desk: Desk) -> Signal<Vec<Need>> {
    derived(move || {
        desk.moment().look(|moment| {
            let needs = moment.iter().flat_map(|moment| moment.needs());
            needs.filter_map(|mark| mark.need.known()).collect()
        })
    })
}

/// The list comes first; the wheel is one tap away.
pub fn view_feelings() -> AnyView {
    let desk = desk();
    let pickers = &text().pickers;
    let wheel = RwSignal::new(false);
    let picked = caught_feelings(desk);
    let pick = Callback::new(move |feeling| {
        desk.catch_feeling(FeelingWord::Known(feeling));
    });
    let show = move || match wheel.get() {
        true => view! { <Wheel on_pick=pick picked=picked /> }.into_any(),
        false => view! { <FeelingList on_pick=pick picked=picked /> }.into_any(),
    };
    let own = view! { <OwnWords feelings=true /> }.into_any();
    let choices = vec![Choice::named(pickers.as_list), Choice::named(pickers.as_wheel)];
    nodes![view! { <ChoiceGroup label=pickers.feelings_open choices=choices always=true chosen=derived(move || Some(usize::from(wheel.get()))) on_choose=Callback::new(move |at| wheel.set(at == Some(1))) /> }.into_any(), live(show), own]
}

pub fn view_needs() -> AnyView {
    let desk = desk();
    let pick = Callback::new(move |need| {
        desk.catch_need(NeedWord::Known(need), None);
    });
    nodes![
        view! { <NeedList on_pick=pick picked=caught_needs(desk) /> }.into_any(),
        view! { <OwnWords feelings=false /> }.into_any()
    ]
}

/// The person's own words of one kind, and a field for another.
#[component]
fn OwnWords(feelings: bool) -> impl IntoView {
    let desk = desk();
    let pickers = &text().pickers;
    let words = move || {
        let person = desk.person();
        let own = person.iter().flat_map(|person| person.own_words.iter());
        let of_kind = own.filter(|word| matches!(word.kind, OwnWordKind::Feeling(_)) == feelings);
        of_kind.map(|word| view_own(desk, word)).collect::<Vec<_>>()
    };
    el("section")
        .class("own-words")
        .child(el("h3").child(if feelings { pickers.own_feelings } else { pickers.own_needs }))
        .child(el("div").class("chips").live(words))
        .child(view! { <AddOwnWord feelings=feelings /> }.into_any())
        .into_any()
}

fn view_own(desk: Desk, word: &OwnWord) -> AnyView {
    let (id, is_feeling) = (word.id, matches!(word.kind, OwnWordKind::Feeling(_)));
    let class = if is_feeling { "tag tag--feeling" } else { "tag tag--need" };
    let take = move |_| {
        match is_feeling {
            true => desk.catch_feeling(FeelingWord::Own(id)),
            false => desk.catch_need(NeedWord::Own(id), None),
        };
    };
    button()
        .class(class)
        .attr("translate", "no")
        .on("click", take)
        .child(word.text.as_str().to_string())
        .into_any()
}

#[component]
fn AddOwnWord(feelings: bool) -> impl IntoView {
    let desk = desk();
    let pickers = &text().pickers;
    let typed = RwSignal::new(String::new());
    let kin = RwSignal::new(None::<usize>);
    let wrong = RwSignal::new(None::<String>);
    let add = Callback::new(move |()| {
        let kind = own_kind(feelings, kin.get_untracked());
        match desk.catch_own_word(&typed.get_untracked(), kind) {
            Ok(Some(_)) => {
                typed.set(String::new());
                wrong.set(None);
            }
            Ok(None) => {}
            Err(error) => wrong.set(too_long(error, text().trouble.long_word)),
        }
    });
    let (id, label) = match feelings {
        true => ("own-feeling", pickers.add_own_feeling),
        false => ("own-need", pickers.add_own_need),
    };
    el("div")
        .class("own-words__add")
        .child(
            view! { <PersonField id=id label=label value=typed error=wrong on_enter=add /> }
                .into_any(),
        )
        .child(view! { <PointerInDialog /> }.into_any())
        .child(view_kin(feelings, kin))
        .child(button().class("button").on_click(move || add.run(())).child(text().shared.add))
        .into_any()
}

/// A feeling or a need, kin to the family or need at this place of the list, or to none.
fn own_kind(feelings: bool, kin: Option<usize>) -> OwnWordKind {
    match feelings {
        true => OwnWordKind::Feeling(kin.and_then(|at| Family::all().nth(at)).map(Listed::Known)),
        false => OwnWordKind::Need(kin.and_then(|at| Need::all().nth(at)).map(Listed::Known)),
    }
}

/// What the person's own word is kin to; nothing needs to be.
fn view_kin(feelings: bool, kin: RwSignal<Option<usize>>) -> AnyView {
    let pickers = &text().pickers;
    let (label, names): (_, Vec<_>) = match feelings {
        true => (pickers.kin_family, Family::all().map(Family::name).collect()),
        false => (pickers.kin_need, Need::all().map(Need::name).collect()),
    };
    let options = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| el("option").attr("value", at.to_string()).child(name).into_any());
    let choose = move |event| kin.set(event_target_value(&event).parse().ok());
    el("label")
        .class("field")
        .child(el("span").child(label))
        .child(
            el("select")
                .class("field__input")
                .on("change", choose)
                .child(el("option").attr("value", "").child(pickers.no_kin))
                .child(options.collect::<Vec<_>>()),
        )
        .into_any()
}
