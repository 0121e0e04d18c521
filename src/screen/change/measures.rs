//! What is planned for a change, and which of the threatened needs each answers.
//! Never says that something planned is enough: those whose need it is say that.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::Changing;
use super::fields::{Words, view_add, view_words};
use super::needs::need_name;
use crate::domain::{GroupId, Listed, MeasureId, TouchKind};
use crate::i18n::{fill, more, text};
use crate::ui::{Icon, icon, keyed};
use crate::vocabulary::Need;

const NEW: &str = "change-measure-new";

/// A need of a group, which the change threatens.
type Threatened = (GroupId, Listed<Need>);

pub fn view_measures(changing: Changing) -> AnyView {
    let words = &more().change_seen;
    let desk = changing.desk;
    let keys = move || {
        changing.look(|map| {
            map.measures.iter().map(|it| u64::from_le_bytes(it.id.0)).collect::<Vec<_>>()
        })
    };
    let threatened = memo(move || {
        changing.look(|map| {
            let of_group = map.groups.iter().flat_map(|group| {
                let touches = group.touches.iter();
                let touches = touches.filter(|it| it.kind == TouchKind::Threatens);
                touches.map(|it| (group.id, it.need.clone()))
            });
            of_group.collect::<Vec<Threatened>>()
        })
    });
    let row = move |key: u64| view_measure(changing, MeasureId(key.to_le_bytes()), threatened);
    el("section")
        .class("change__part change__measures")
        .child(el("h2").child(words.measures))
        .child(el("p").class("soft small").child(words.measures_hint))
        .child(el("ul").class("change__plans").child(keyed(keys, row)))
        .child(view_add(NEW, words.measure_add, text().shared.add, move |raw: &str| {
            desk.add_measure(raw).map(|_| ())
        }))
        .into_any()
}

fn view_measure(changing: Changing, id: MeasureId, threatened: Memo<Vec<Threatened>>) -> AnyView {
    let (desk, words) = (changing.desk, &more().change_seen);
    let said = derived(move || {
        changing.look(|map| {
            let measure = map.measures.iter().find(|it| it.id == id);
            measure.map(|it| it.text.as_str().to_string())
        })
    });
    let value = Words {
        id: ["measure-", &u64::from_le_bytes(id.0).to_string()].concat(),
        label: words.measure,
        empty: words.measure_add,
        hint: words.measure,
        value: said,
        keep: Callback::new(move |raw: String| desk.write_measure(id, &raw)),
    };
    let head = el("div").class("change__head").child(view_words(value));
    el("li")
        .class("card change__plan")
        .child(head.child(view_remove(changing, id, said)))
        .child(view_answers(changing, id, threatened))
        .into_any()
}

fn view_remove(changing: Changing, id: MeasureId, said: Signal<Option<String>>) -> AnyView {
    let remove = move || {
        // Where it cannot be, the notices say why.
        let _ = changing.desk.remove_measure(id);
        crate::browser::soon(Box::new(|| crate::browser::focus(NEW)));
    };
    let name = move || fill(more().change.remove, &[("what", &said.get().unwrap_or_default())]);
    button()
        .class("plain")
        .live_attr("aria-label", name)
        .on_click(remove)
        .child(icon(Icon::Delete))
        .into_any()
}

fn view_answers(changing: Changing, id: MeasureId, threatened: Memo<Vec<Threatened>>) -> AnyView {
    let words = &more().change_seen;
    let answers = move || match threatened.look(Vec::is_empty) {
        true => el("p").class("soft small").child(words.answers_none).into_any(),
        false => {
            let places = threatened.get().into_iter();
            let places = places.map(|it| view_answer(changing, id, it));
            el("span").class("choices__flow").child(places.collect::<Vec<_>>()).into_any()
        }
    };
    el("div")
        .class("change__answers")
        .attr("role", "group")
        .attr("aria-label", words.answers)
        .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(words.answers))
        .live(answers)
        .into_any()
}

fn view_answer(changing: Changing, id: MeasureId, (group, need): Threatened) -> AnyView {
    let wanted = (group, need.clone());
    let is_so = memo(move || {
        changing
            .look(|map| map.measures.iter().any(|it| it.id == id && it.answers.contains(&wanted)))
    });
    let name = changing.look(|map| map.group(group).map(|it| it.name.as_str().to_string()));
    let values = [("need", &*need_name(&need)), ("group", &name.unwrap_or_default())];
    let says = fill(more().change_seen.place, &values);
    let choose = move || {
        let answers = !is_so.get_untracked();
        let _ = changing.desk.answer_need(id, group, need.clone(), answers);
    };
    button()
        .class("choice")
        .attr("translate", "no")
        .live_attr("aria-pressed", move || is_so.get().to_string())
        .on_click(choose)
        .child(says)
        .into_any()
}
