//! The other ways to find a word: families and a wheel of feelings, needs in their groups, own words.
//! Never closes by itself: several may be picked in a row.

use leptos::prelude::*;

use super::catch_line::CATCH_ID;
use crate::desk::Desk;
use crate::domain::naming::Listed;
use crate::domain::{FeelingWord, NeedWord, OwnWord, OwnWordKind};
use crate::i18n::text;
use crate::screen::desk;
use crate::screen::pointer::PointerInDialog;
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
    view! {
        <div class="pickers">
            <button type="button" class="plain" aria-haspopup="dialog" on:click=move |_| feelings.set(true)>{pickers.feelings_open}</button>
            <button type="button" class="plain" aria-haspopup="dialog" on:click=move |_| needs.set(true)>{pickers.needs_open}</button>
            <button type="button" class="plain pickers__next" on:click=move |_| {
                desk().begin_moment();
                crate::browser::focus(CATCH_ID);
            }>{text().canvas.next_moment}</button>
        </div>
        <Dialog id="feelings" title=pickers.feelings_title open=feelings on_close=back body=Callback::new(|()| view_feelings()) />
        <Dialog id="needs" title=pickers.needs_title open=needs on_close=back body=Callback::new(|()| view_needs()) />
    }
    .into_any()
}

fn caught_feelings(desk: Desk) -> Signal<Vec<Feeling>> {
    Signal::derive(move || {
        desk.moment().with(|moment| {
            let felt = moment.iter().flat_map(|moment| moment.felt());
            felt.filter_map(|felt| felt.feeling.known()).collect()
        })
    })
}

fn caught_needs(desk: Desk) -> Signal<Vec<Need>> {
    Signal::derive(move || {
        desk.moment().with(|moment| {
            let needs = moment.iter().flat_map(|moment| moment.needs());
            needs.filter_map(|mark| mark.need.known()).collect()
        })
    })
}

/// The list comes first; the wheel is one tap away.
fn view_feelings() -> AnyView {
    let desk = desk();
    let pickers = &text().pickers;
    let wheel = RwSignal::new(false);
    let picked = caught_feelings(desk);
    let pick = Callback::new(move |feeling| {
        desk.catch_feeling(FeelingWord::Known(feeling));
    });
    let show = move || match wheel.get() {
        true => view! { <Wheel on_pick=pick picked=picked /> }.into_any(),
        false => view! {
            <FeelingList on_pick=pick picked=picked />
            <OwnWords feelings=true />
        }
        .into_any(),
    };
    let choices = vec![Choice::named(pickers.as_list), Choice::named(pickers.as_wheel)];
    view! {
        <ChoiceGroup label=pickers.feelings_open choices=choices always=true
            chosen=Signal::derive(move || Some(usize::from(wheel.get())))
            on_choose=Callback::new(move |at| wheel.set(at == Some(1))) />
        {show}
    }
    .into_any()
}

fn view_needs() -> AnyView {
    let desk = desk();
    let pick = Callback::new(move |need| {
        desk.catch_need(NeedWord::Known(need), None);
    });
    view! {
        <NeedList on_pick=pick picked=caught_needs(desk) />
        <OwnWords feelings=false />
    }
    .into_any()
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
    view! {
        <section class="own-words">
            <h3>{if feelings { pickers.own_feelings } else { pickers.own_needs }}</h3>
            <div class="chips">{words}</div>
            <AddOwnWord feelings=feelings />
        </section>
    }
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
    view! { <button type="button" class=class translate="no" on:click=take>{word.text.as_str().to_string()}</button> }
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
        let kind = match feelings {
            true => OwnWordKind::Feeling(
                kin.get_untracked().and_then(|at| Family::all().nth(at)).map(Listed::Known),
            ),
            false => OwnWordKind::Need(
                kin.get_untracked().and_then(|at| Need::all().nth(at)).map(Listed::Known),
            ),
        };
        match desk.add_own_word(&typed.get_untracked(), kind) {
            Ok(word) => {
                let caught = word.map(|id| match feelings {
                    true => desk.catch_feeling(FeelingWord::Own(id)),
                    false => desk.catch_need(NeedWord::Own(id), None),
                });
                if caught.is_some() {
                    typed.set(String::new());
                    wrong.set(None);
                }
            }
            Err(error) => wrong.set(too_long(error, text().trouble.long_word)),
        }
    });
    let names: Vec<_> = match feelings {
        true => Family::all().map(|family| family.name()).collect(),
        false => Need::all().map(|need| need.name()).collect(),
    };
    let options = names
        .into_iter()
        .enumerate()
        .map(|(at, name)| view! { <option value=at.to_string()>{name}</option> }.into_any());
    let choose = move |event| kin.set(event_target_value(&event).parse().ok());
    let (id, label, kin_label) = match feelings {
        true => ("own-feeling", pickers.add_own_feeling, pickers.kin_family),
        false => ("own-need", pickers.add_own_need, pickers.kin_need),
    };
    view! {
        <div class="own-words__add">
            <PersonField id=id label=label value=typed error=wrong on_enter=add />
            <PointerInDialog />
            <label class="field">
                <span>{kin_label}</span>
                <select class="field__input" on:change=choose>
                    <option value="">{pickers.no_kin}</option>
                    {options.collect::<Vec<_>>()}
                </select>
            </label>
            <button type="button" class="button" on:click=move |_| add.run(())>{text().shared.add}</button>
        </div>
    }
    .into_any()
}
