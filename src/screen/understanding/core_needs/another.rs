//! Naming a need as core by hand: the person knows best, whatever was counted.
//! Never takes one away: that is where it stands.

use crate::reactive::{Look, derived};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::keep_answer;
use crate::desk::Desk;
use crate::domain::{Answer, NeedWord, OwnWordKind};
use crate::i18n::more;
use crate::ui::need_list::NeedList;
use crate::ui::{Dialog, Icon, icon};
use crate::vocabulary::Need;

pub(super) fn view_another(desk: Desk) -> AnyView {
    let texts = &more().core_needs;
    let open = RwSignal::new(false);
    let body = Callback::new(move |()| view_list(desk, open));
    let title = texts.name_another_title;
    nodes![
        el("p").class("core-needs__another").child(
            button()
                .class("button")
                .attr("aria-haspopup", "dialog")
                .on_click(move || open.set(true))
                .child(icon(Icon::Add))
                .child(texts.name_another),
        ),
        view! { <Dialog id="another-need" title=title open=open body=body /> }.into_any()
    ]
}

fn view_list(desk: Desk, open: RwSignal<bool>) -> AnyView {
    let texts = &more().core_needs;
    let name = move |need: NeedWord| {
        keep_answer(desk, &need, Answer::RingsTrue);
        open.set(false);
    };
    let picked = derived(move || {
        desk.journal().look(|journal| {
            let answers = journal.iter().flat_map(|it| it.core_needs.iter());
            let named = answers.filter(|it| it.answer == Answer::RingsTrue);
            named.filter_map(|it| it.need.known()).collect::<Vec<Need>>()
        })
    });
    let pick = Callback::new(move |need: Need| name(NeedWord::Known(need)));
    let person = desk.person();
    let own = person.iter().flat_map(|it| &it.own_words);
    let own = own.filter(|word| matches!(word.kind, OwnWordKind::Need(_))).map(|word| {
        let id = word.id;
        button()
            .class("tag tag--need")
            .attr("translate", "no")
            .on_click(move || name(NeedWord::Own(id)))
            .child(word.text.as_str().to_string())
            .into_any()
    });
    let own: Vec<AnyView> = own.collect();
    let own = (!own.is_empty()).then(|| {
        el("section")
            .class("own-words")
            .child(el("h3").child(texts.own_needs))
            .child(el("div").class("chips").child(own))
    });
    nodes![
        el("p").class("soft").child(texts.name_another_lead),
        own,
        view! { <NeedList on_pick=pick picked=picked /> }.into_any()
    ]
}
