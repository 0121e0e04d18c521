//! What of a sheet the others will see: each item shared or kept private, then ready, with what will be shown said plainly.
//! Never shows anything to anybody else, and never counts.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::sheet::{About, Sheet, standing_said, view_keyed_list};
use super::{code_now, turn};
use crate::domain::{Item, ItemId, Participant, Person, Side};
use crate::i18n::{fill, more};
use crate::screen::wording::{area_text, feeling_text, item_text};
use crate::ui::{Choice, ChoiceGroup};

/// A row, as a number: which side, and which item of it.
fn key_of(side: usize, item: ItemId) -> u64 {
    (side as u64) << 16 | u64::from(item.0)
}

fn place_of(key: u64) -> (usize, ItemId) {
    ((key >> 16) as usize, ItemId(key as u16))
}

impl Sheet {
    fn item(self, key: u64) -> Option<Item> {
        let (side, item) = place_of(key);
        let (_, moment) = *self.sides().get(side)?;
        self.desk.session().look(|it| it.as_ref()?.moment(moment)?.item(item).cloned())
    }

    fn about(self, key: u64) -> About {
        self.sides().get(place_of(key).0).and_then(|(about, _)| *about)
    }

    /// Whether the others will see it, as it stands on the page's desk.
    fn is_shared(self, key: u64) -> bool {
        let (about, (_, item)) = (self.about(key), place_of(key));
        let Some(item) = self.item(key).filter(|it| it.id() == item) else { return false };
        let side = self.side(about);
        side.is_none_or(|side| side.is_shared(&item)) && !matches!(item, Item::Heard(_))
    }

    fn side(self, about: About) -> Option<Side> {
        self.page.conversation().look(|it| {
            let words = it.as_ref()?.participant(self.writer)?.sheet(self.round)?.words.as_ref()?;
            match about {
                None => Some(words.mine.clone()),
                Some(person) => words.guess(person).cloned(),
            }
        })
    }

    fn keys(self) -> Vec<u64> {
        let sides = self.sides();
        self.desk.session().look(|session| {
            let sides = sides.iter().enumerate();
            let keys = sides.flat_map(|(at, (_, id))| {
                let moment = session.as_ref().and_then(|it| it.moment(*id));
                let items = moment.iter().flat_map(|it| &it.items);
                items.map(|item| key_of(at, item.id())).collect::<Vec<_>>()
            });
            keys.collect()
        })
    }

    /// "Rest, unmet", "Copper: sad".
    fn says(self, key: u64) -> String {
        let person = self.desk.person();
        let Some(item) = self.item(key) else { return String::new() };
        let what = item_said(&item, person.as_deref());
        match self.about(key) {
            None => what,
            Some(about) => {
                let code = code_now(self.page, about);
                fill(more().sheets.guess_says, &[("code", &code), ("what", &what)])
            }
        }
    }

    /// The labels and areas of the sides, which are shared as they stand.
    fn around(self) -> Vec<String> {
        let sides = self.sides();
        self.desk.session().look(|session| {
            let moments =
                sides.iter().filter_map(|(_, id)| session.as_ref().and_then(|it| it.moment(*id)));
            let said = moments.flat_map(|it| {
                let label = it.label.as_ref().map(|label| label.as_str().to_string());
                label.into_iter().chain(it.area.as_ref().map(area_text))
            });
            said.collect()
        })
    }
}

fn item_said(item: &Item, person: Option<&Person>) -> String {
    match item {
        Item::Felt(felt) => feeling_text(&felt.feeling, person),
        Item::Need(mark) => {
            let name = item_text(item, person);
            match standing_said(mark.standing) {
                Some(standing) => fill(
                    more().sheets.need_says,
                    &[("need", &name), ("standing", &crate::i18n::inside(standing))],
                ),
                None => name,
            }
        }
        Item::Heard(_) => fill(more().sheets.heard_says, &[("what", &item_text(item, person))]),
        _ => item_text(item, person),
    }
}

pub fn view_sharing(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let keys = memo(move || sheet.keys());
    let is_empty = memo(move || keys.look(Vec::is_empty));
    let is_asking = RwSignal::new(false);
    el("section")
        .class("question question--end")
        .attr("aria-labelledby", "sheet-sharing")
        .child(el("h2").id("sheet-sharing").child(words.sharing))
        .child(el("p").class("soft small").live(move || match is_empty.get() {
            true => words.sharing_empty,
            false => words.sharing_hint,
        }))
        .child(view_keyed_list(words.sharing, move || keys.get(), move |key| view_item(sheet, key)))
        .child(view_around(sheet))
        .live(move || match is_asking.get() {
            true => view_ready(sheet, keys, is_asking),
            false => view_say_ready(sheet, is_asking),
        })
        .into_any()
}

fn view_item(sheet: Sheet, key: u64) -> AnyView {
    let words = &more().sheets;
    let is_judgement = matches!(untrack(|| sheet.item(key)), Some(Item::Heard(_)));
    let chosen = derived(move || Some(usize::from(!sheet.is_shared(key))));
    let choose = Callback::new(move |at: Option<usize>| {
        sheet.page.keep_private(sheet.about(key), place_of(key).1, at == Some(1));
    });
    let choices = vec![Choice::named(words.share), Choice::named(words.keep)];
    let choice = match is_judgement {
        true => el("span").class("soft small").child(words.judgement_stays).into_any(),
        false => view! { <ChoiceGroup label=words.who_sees choices=choices chosen=chosen on_choose=choose always=true /> }
            .into_any(),
    };
    el("li")
        .class("sheet__item")
        .child(
            el("span").class("sheet__what").attr("translate", "no").live(move || sheet.says(key)),
        )
        .child(choice)
        .into_any()
}

/// What is not an item cannot be kept back, only taken out: so it is said.
fn view_around(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let around = memo(move || sheet.around());
    let take_out = move || {
        for (_, id) in sheet.sides() {
            sheet.desk.change_moment(id, |it| {
                it.label = None;
                it.area = None;
            });
        }
    };
    let view = move || {
        let said = around.get().join(", ");
        el("p")
            .class("sheet__around soft small")
            .child(el("span").attr("translate", "no").child(fill(words.around, &[("what", &said)])))
            .child(button().class("plain").on_click(take_out).child(words.around_out))
    };
    live(move || (!around.look(Vec::is_empty)).then(view))
}

fn view_say_ready(sheet: Sheet, is_asking: RwSignal<bool>) -> AnyView {
    let words = &more().sheets;
    // Ready, and whether a file has told so.
    let state = memo(move || {
        sheet.page.conversation().look(|it| {
            let one = it.as_ref().and_then(|it| it.participant(sheet.writer));
            let is_told = |one: &Participant| !one.may_take_back_ready(sheet.round);
            one.map_or((false, false), |one| (one.is_ready(sheet.round), is_told(one)))
        })
    });
    let says = move || match state.get() {
        (true, true) => el("span").child(more().devices.told_ready).into_any(),
        (true, false) => nodes![
            el("span").class("tag").child(more().conversing.ready),
            button()
                .class("button")
                .on_click(move || sheet.page.take_ready_back())
                .child(words.not_ready)
        ],
        (false, _) => button()
            .class("button button--first")
            .on_click(move || is_asking.set(true))
            .child(words.ready)
            .into_any(),
    };
    el("p").class("answers").live(says).into_any()
}

/// Two plain lists, before it is said.
fn view_ready(sheet: Sheet, keys: Memo<Vec<u64>>, is_asking: RwSignal<bool>) -> AnyView {
    let words = &more().sheets;
    let ready = button()
        .class("button button--first")
        .on_click(move || turn(|| sheet.page.say_ready()))
        .child(words.ready_now);
    let not_yet =
        button().class("button").on_click(move || is_asking.set(false)).child(words.not_yet);
    el("div")
        .class("sheet__ready")
        .attr("role", "group")
        .attr("aria-label", words.ready)
        .child(view_half(sheet, keys, true))
        .child(view_half(sheet, keys, false))
        .child(el("p").class("answers").child(ready).child(not_yet))
        .into_any()
}

/// What will be shown, or what stays.
fn view_half(sheet: Sheet, keys: Memo<Vec<u64>>, shared: bool) -> AnyView {
    let words = &more().sheets;
    let (title, none) = match shared {
        true => (words.will_show, words.will_show_nothing),
        false => (words.stays, words.stays_nothing),
    };
    let rows = move || {
        let of_half = keys.get().into_iter().filter(|key| sheet.is_shared(*key) == shared);
        let mut said: Vec<String> = of_half.map(|key| sheet.says(key)).collect();
        if shared {
            said.extend(sheet.around());
            said.extend(super::asking::asked_now(sheet));
        }
        if said.is_empty() {
            return el("p").class("soft").child(none).into_any();
        }
        let rows = said.into_iter().map(|it| el("li").child(it));
        el("ul").class("sheet__shown").attr("translate", "no").children(rows).into_any()
    };
    el("div").class("sheet__half").child(el("h3").child(title)).live(rows).into_any()
}
