//! Components that need a real page: what is pressed, what a field carries, where the focus stays.
//! Never a whole screen.

use attune::ui::{Choice, ChoiceGroup, PersonArea, PersonField, keyed};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Place, focused, settle};

fn pressed(place: &Place) -> Vec<bool> {
    let buttons = place.all("button");
    buttons.iter().map(|it| it.get_attribute("aria-pressed").as_deref() == Some("true")).collect()
}

fn choices(chosen: RwSignal<Option<usize>>, always: bool) -> Place {
    Place::of(move || {
        let choices = vec![Choice::named("one"), Choice::named("two"), Choice::named("three")];
        let on_choose = Callback::new(move |at| chosen.set(at));
        view! { <ChoiceGroup label="row" choices=choices chosen=chosen on_choose=on_choose always=always /> }
    })
}

#[wasm_bindgen_test]
async fn of_a_row_one_or_none_is_pressed() {
    let chosen = RwSignal::new(None);
    let place = choices(chosen, false);
    assert_eq!(pressed(&place), [false, false, false]);
    for (press, now) in [(1, Some(1)), (2, Some(2)), (2, None), (0, Some(0))] {
        place.all("button")[press].click();
        settle().await;
        assert_eq!(chosen.get_untracked(), now);
        let expected: Vec<_> = (0..3).map(|at| now == Some(at)).collect();
        assert_eq!(pressed(&place), expected);
    }
    place.leave();
}

#[wasm_bindgen_test]
async fn a_row_that_always_has_one_keeps_it() {
    let chosen = RwSignal::new(Some(1));
    let place = choices(chosen, true);
    place.all("button")[1].click();
    settle().await;
    assert_eq!((chosen.get_untracked(), pressed(&place)), (Some(1), vec![false, true, false]));
    assert_eq!(place.first("[role=group]").get_attribute("aria-label").as_deref(), Some("row"));
    place.leave();
}

#[wasm_bindgen_test]
async fn a_field_for_words_is_private_named_and_says_what_is_wrong() {
    let (value, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let place = Place::of(move || {
        view! {
            <PersonField id="line" label="a line" hint="a hint" value=value error=wrong />
            <PersonArea id="area" label="an area" hint="a hint" value=value on_input=Callback::new(move |it| value.set(it)) />
        }
    });
    for field in ["#line", "#area"] {
        let element = place.first(field);
        for (name, expected) in [
            ("autocomplete", "off"),
            ("spellcheck", "false"),
            ("writingsuggestions", "false"),
            ("translate", "no"),
        ] {
            assert_eq!(element.get_attribute(name).as_deref(), Some(expected), "{field} {name}");
        }
        let described = element.get_attribute("aria-describedby").unwrap();
        for id in described.split(' ') {
            assert!(
                place.has(&format!("[id='{id}']")),
                "{field} is described by {id}, which is not there"
            );
        }
        assert!(place.has(&format!("label[for='{}']", &field[1..])), "{field} has no label");
    }
    place.write("#line", "typed").await;
    assert_eq!(value.get_untracked(), "typed");
    wrong.set(Some("too long".to_owned()));
    settle().await;
    assert_eq!(place.first("#line").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(place.first("#line-error").text_content().as_deref(), Some("too long"));
    place.leave();
}

#[wasm_bindgen_test]
async fn an_entry_of_a_list_keeps_the_focus_while_others_come_go_and_change() {
    let keys = RwSignal::new(vec![1, 2, 3]);
    let words = RwSignal::new("before");
    let place = Place::of(move || {
        let entry = move |key: u64| {
            view! { <button id=format!("entry-{key}")>{move || words.get()}</button> }.into_any()
        };
        view! { <div>{keyed(move || keys.get(), entry)}</div> }
    });
    let second = place.first("#entry-2");
    second.focus().unwrap();
    for now in [vec![4, 1, 2, 3], vec![4, 2, 3], vec![2, 3, 5], vec![2]] {
        keys.set(now.clone());
        words.set("after");
        settle().await;
        assert_eq!(focused(), Some(second.clone().into()), "{now:?}");
        let order: Vec<_> = place.all("button").iter().map(|it| it.id()).collect();
        let expected: Vec<_> = now.iter().map(|key| format!("entry-{key}")).collect();
        assert_eq!(order, expected);
    }
    assert_eq!(second.text_content().as_deref(), Some("after"));
    place.leave();
}
