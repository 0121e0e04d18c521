//! Which needs of whom a request serves and which it costs, said by who asks.
//! Never says for anyone else that it is so: the others see it as what the asker thinks.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::code_of;
use super::sheet::Sheet;
use crate::domain::{Conversation, EffectKind, NeedWord, PersonId, PlacedNeed, RequestId};
use crate::i18n::{fill, more};
use crate::screen::wording::need_text;
use crate::ui::{Icon, icon};
use crate::vocabulary::{Need, NeedGroup};

pub fn view_effects(sheet: Sheet, request: RequestId) -> AnyView {
    let effects = memo(move || {
        sheet.page.conversation().look(|it| {
            let request = it.as_ref().and_then(|it| it.request(request));
            request.map(|it| it.effects.clone()).unwrap_or_default()
        })
    });
    let rows = move || {
        let rows: Vec<_> =
            effects.get().into_iter().map(|it| view_effect(sheet, request, it)).collect();
        (!rows.is_empty()).then(|| el("ul").class("chips").child(rows))
    };
    el("div").class("sheet__effects").live(rows).child(view_adding(sheet, request)).into_any()
}

/// "Serves Heron: rest".
pub fn effect_text(
    it: &Conversation,
    kind: EffectKind,
    whose: PersonId,
    need: &NeedWord,
) -> String {
    let words = &more().reveal;
    let template = match kind {
        EffectKind::Serves => words.serves,
        EffectKind::Costs => words.costs,
    };
    let person = it.participant(whose).map(|it| &*it.person);
    fill(template, &[("code", &code_of(it, whose)), ("need", &need_text(need, person))])
}

fn view_effect(sheet: Sheet, request: RequestId, effect: PlacedNeed) -> AnyView {
    let PlacedNeed { whose, need, kind } = effect;
    let says = sheet
        .page
        .conversation()
        .glance(|it| it.as_ref().map(|it| effect_text(it, kind, whose, &need)))
        .unwrap_or_default();
    let name = fill(crate::i18n::text().canvas.remove, &[("what", &says)]);
    let remove = move || {
        let _ = sheet.page.affect(sheet.writer, request, whose, need.clone(), None);
    };
    el("li")
        .class("line")
        .child(el("span").attr("translate", "no").child(says))
        .child(
            button()
                .class("plain")
                .attr("aria-label", name)
                .on_click(remove)
                .child(icon(Icon::Close)),
        )
        .into_any()
}

/// Folded away: a request stands without it too.
fn view_adding(sheet: Sheet, request: RequestId) -> AnyView {
    let words = &more().sheets;
    let is_open = RwSignal::new(false);
    el("details")
        .class("question__fold")
        .on("toggle", move |_| is_open.set(true))
        .child(el("summary").child(words.effects))
        .child(live(move || is_open.get().then(|| view_form(sheet, request))))
        .into_any()
}

fn view_form(sheet: Sheet, request: RequestId) -> AnyView {
    let words = &more().sheets;
    let people = sheet.page.conversation().glance(|it| {
        let people = it.iter().flat_map(|it| it.in_round(sheet.round));
        people.map(|one| (one.person.id, one.person.code.as_str().to_string())).collect::<Vec<_>>()
    });
    let whose = RwSignal::new(people.first().map(|(id, _)| *id));
    let need = RwSignal::new(None::<Need>);
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let choose_whose = move |event: web_sys::Event| {
        whose.set(chosen(&event).and_then(|at| ids.get(at).copied()));
    };
    let choose_need = move |event: web_sys::Event| {
        need.set(chosen(&event).and_then(|at| Need::all().nth(at)));
    };
    let people = people
        .into_iter()
        .enumerate()
        .map(|(at, (_, code))| el("option").attr("value", at.to_string()).child(code).into_any());
    el("div")
        .class("sheet__effect-form")
        .child(view_list(words.whose_need, people.collect(), choose_whose))
        .child(view_list(words.which_need, need_options(), choose_need))
        .child(view_kinds(sheet, request, whose, need))
        .into_any()
}

/// What the chosen need of the chosen one is to it.
fn view_kinds(
    sheet: Sheet,
    request: RequestId,
    whose: RwSignal<Option<PersonId>>,
    need: RwSignal<Option<Need>>,
) -> AnyView {
    let words = &more().sheets;
    let place = move |kind| {
        if let Some((whose, need)) = whose.get_untracked().zip(need.get_untracked()) {
            // What is revealed meanwhile stays as it was seen.
            let need = NeedWord::Known(need);
            let _ = sheet.page.affect(sheet.writer, request, whose, need, Some(kind));
        }
    };
    let button_of = move |kind, name: &'static str| {
        button()
            .class("choice")
            .live_attr("disabled", move || need.get().is_none().then_some(""))
            .on_click(move || place(kind))
            .child(name)
    };
    let kinds = [
        button_of(EffectKind::Serves, words.it_serves),
        button_of(EffectKind::Costs, words.it_costs),
    ];
    el("span").class("choices__flow").children(kinds).into_any()
}

fn chosen(event: &web_sys::Event) -> Option<usize> {
    event_target_value(event).parse().ok()
}

fn view_list(
    name: &'static str,
    options: Vec<AnyView>,
    choose: impl FnMut(web_sys::Event) + 'static,
) -> AnyView {
    el("label")
        .class("plan__list")
        .child(el("span").class("eyebrow").child(name))
        .child(
            el("select")
                .class("scope__list")
                .attr("translate", "no")
                .on("change", choose)
                .child(options),
        )
        .into_any()
}

fn need_options() -> Vec<AnyView> {
    let option = |need: Need| {
        el("option").attr("value", need.index().to_string()).child(need.name()).into_any()
    };
    let none = el("option").attr("value", "").child(more().plans.other_none).into_any();
    let groups = NeedGroup::all().map(|group| {
        el("optgroup").attr("label", group.name()).children(group.needs().map(option)).into_any()
    });
    std::iter::once(none).chain(groups).collect()
}
