//! What was asked for: which needs it serves and costs, what each one says to it, and how it turned out.
//! Never a majority: everyone says so for themselves, and silence is an answer.

use std::sync::Arc;

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use super::code_of;
use super::effects::effect_text;
use super::voices::named;
use crate::desk::Desk;
use crate::domain::{Agreement, Conversation, EffectKind, PersonId, RequestId};
use crate::i18n::{fill, inside, more};
use crate::insight::together::{Asked, CameTo, requests};
use crate::screen::wording::need_text;
use crate::ui::{keyed, standing_name};

pub fn view_requests(desk: Desk) -> AnyView {
    let words = &more().reveal;
    let keys = memo(move || {
        desk.conversation().look(|it| {
            let asked = it.iter().flat_map(|it| it.requests());
            asked.map(|(_, it)| u64::from_le_bytes(it.id.0)).collect::<Vec<_>>()
        })
    });
    let row = move |key: u64| view_request(desk, RequestId(key.to_le_bytes()));
    let section = move || {
        el("section")
            .class("talk__part")
            .attr("aria-labelledby", "talk-requests")
            .child(el("h2").id("talk-requests").child(words.requests))
            .child(el("p").class("soft small").child(words.requests_hint))
            .child(el("ul").class("talk__rows").child(keyed(move || keys.get(), row)))
    };
    let has_some = memo(move || !keys.look(Vec::is_empty));
    live(move || has_some.get().then(section))
}

fn view_request(desk: Desk, id: RequestId) -> AnyView {
    let asked = memo(move || {
        let it = desk.conversation().get()?;
        let asked = requests(&it).into_iter().find(|asked| asked.request.id == id)?;
        Some((it, asked))
    });
    let said = move || asked.get().map(|(it, asked)| view_said(&it, &asked));
    let here = memo(move || {
        desk.conversation().look(|it| {
            let Some(it) = it else { return Vec::new() };
            let here = it.participants.iter().filter(|one| one.is_here && one.left.is_none());
            let who = asked.look(|asked| asked.as_ref().map(|(_, asked)| asked.who));
            let others = here.filter(|one| Some(one.person.id) != who);
            others.map(|one| u64::from_le_bytes(one.person.id.0)).collect::<Vec<_>>()
        })
    });
    el("li")
        .class("talk__request")
        .live(said)
        .child(keyed(
            move || here.get(),
            move |key| view_reply(desk, id, PersonId(key.to_le_bytes())),
        ))
        .into_any()
}

fn view_said(it: &Arc<Conversation>, asked: &Asked) -> AnyView {
    let words = &more().reveal;
    let who = code_of(it, asked.who);
    let effects = asked.touches.iter().flat_map(|touched| {
        let serves = touched.serves.iter().map(|need| (EffectKind::Serves, need));
        let costs = touched.costs.iter().map(|need| (EffectKind::Costs, need));
        let whose = touched.whose;
        let all = serves.chain(costs);
        all.map(move |(kind, need)| {
            let class = match kind {
                EffectKind::Serves => "line talk__serves",
                EffectKind::Costs => "line talk__costs",
            };
            let says = effect_text(it, kind, whose, need);
            el("li").class(class).attr("translate", "no").child(says).into_any()
        })
    });
    let effects: Vec<_> = effects.collect();
    let effects = (!effects.is_empty()).then(|| el("ul").class("chips").child(effects));
    let agreed = (!asked.agreed.is_empty())
        .then(|| fill(words.agreed_by, &[("who", &named(it, &asked.agreed))]));
    let agreed = agreed.map(|it| el("p").class("soft small").attr("translate", "no").child(it));
    el("div")
        .class("talk__asked")
        .child(
            el("p")
                .class("talk__asks")
                .attr("translate", "no")
                .child(fill(words.asks, &[("who", &who), ("what", asked.request.text.as_str())])),
        )
        .child(effects)
        .child(agreed)
        .child(view_came_to(it, asked))
        .into_any()
}

/// What those said who looked back.
fn view_came_to(it: &Arc<Conversation>, asked: &Asked) -> AnyView {
    let words = &more().reveal;
    let rows = asked.looked_back.iter().map(|back| {
        let person = it.participant(back.who).map(|it| &*it.person);
        let values = [
            ("who", &*code_of(it, back.who)),
            ("need", &*inside(&need_text(&back.need, person))),
            ("standing", &*inside(standing_name(back.standing))),
        ];
        el("li").attr("translate", "no").child(fill(words.looked_back, &values)).into_any()
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return ().into_any();
    }
    el("ul").class("talk__back small").child(rows).into_any()
}

/// What one of those who write here says to it.
fn view_reply(desk: Desk, request: RequestId, person: PersonId) -> AnyView {
    let words = &more().reveal;
    let now = derived(move || {
        desk.conversation().look(|it| {
            let reply = it.as_ref().and_then(|it| it.participant(person)?.reply(request));
            reply.map(|reply| reply.agreement).unwrap_or_default()
        })
    });
    let code = move || super::code_now(desk, person);
    let choices =
        [(Agreement::Agreed, words.agreed), (Agreement::NotLikeThis, words.not_like_this)];
    let buttons = choices.map(|(agreement, name)| {
        let is_so = derived(move || now.get() == agreement);
        let press = move || {
            let said = if is_so.get_untracked() { Agreement::NotSaid } else { agreement };
            desk.reply(person, request, said);
        };
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_so.get().to_string())
            .on_click(press)
            .child(name)
            .into_any()
    });
    el("div")
        .class("talk__reply")
        .attr("role", "group")
        .live_attr("aria-label", code)
        .child(el("span").class("eyebrow").attr("translate", "no").live(code))
        .child(el("span").class("choices__flow").child(buttons.into_iter().collect::<Vec<_>>()))
        .into_any()
}

/// What a request came to, in a word.
pub fn came_to_text(came_to: CameTo) -> &'static str {
    let words = &more().reveal;
    match came_to {
        CameTo::Open => words.came_open,
        CameTo::Met => words.came_met,
        CameTo::Partly => words.came_partly,
        CameTo::Unmet => words.came_unmet,
    }
}
