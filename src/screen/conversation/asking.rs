//! What the writer of a sheet asks for, which needs of whom it serves and costs; and how what was agreed on turned out.
//! Never shows a request before its round is revealed: until then it is the writer's.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::effects::view_effects;
use super::sheet::{Sheet, view_keyed_list};
use crate::desk::NotAsked;
use crate::domain::{NeedWord, Request, RequestId, Standing};
use crate::i18n::{fill, inside, more, text};
use crate::insight::together::requests;
use crate::screen::wording::{need_text, too_long};
use crate::ui::{Icon, MenuItem, PersonField, RowMenu, icon, mark, standing_name};

impl Sheet {
    fn request(self, id: RequestId) -> Option<std::sync::Arc<Request>> {
        self.page.conversation().look(|it| it.as_ref()?.request(id).cloned())
    }
}

fn key_of(id: RequestId) -> u64 {
    u64::from_le_bytes(id.0)
}

fn asked_keys(sheet: Sheet) -> Vec<u64> {
    sheet.page.conversation().look(|it| {
        let one = it.as_ref().and_then(|it| it.participant(sheet.writer));
        let asked = one.iter().flat_map(|one| &one.requests);
        asked.filter(|it| it.round == sheet.round).map(|it| key_of(it.id)).collect()
    })
}

/// What is asked for in this round, as it will be shown.
pub fn asked_now(sheet: Sheet) -> Vec<String> {
    let asked = asked_keys(sheet).into_iter();
    let asked = asked.filter_map(|key| sheet.request(RequestId(key.to_le_bytes())));
    asked.map(|it| fill(more().sheets.asks, &[("what", it.text.as_str())])).collect()
}

pub fn view_asking(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let keys = memo(move || asked_keys(sheet));
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let ask = Callback::new(move |()| match sheet.page.ask(sheet.writer, &typed.get_untracked()) {
        Ok(_) => typed.set(String::new()),
        Err(why) => wrong.set(told(why)),
    });
    let write = Callback::new(move |_: String| wrong.set(None));
    el("section")
        .class("question")
        .attr("aria-labelledby", "sheet-asking")
        .child(el("h2").id("sheet-asking").child(words.asking))
        .child(el("p").class("soft small question__hint").child(words.asking_hint))
        .child(view_keyed_list(
            words.asking,
            move || keys.get(),
            move |key| view_request(sheet, RequestId(key.to_le_bytes())),
        ))
        .child(
            el("div")
                .class("sheet__ask")
                .child(view! { <PersonField id="request" label=words.ask_label value=typed error=wrong on_input=write on_enter=ask /> }.into_any())
                .child(
                    button()
                        .class("button")
                        .on_click(move || ask.run(()))
                        .child(icon(Icon::Add))
                        .child(words.ask_add),
                ),
        )
        .into_any()
}

fn told(why: NotAsked) -> Option<String> {
    match why {
        NotAsked::Text(error) => too_long(error, text().trouble.long_line),
        NotAsked::IsRevealed => Some(more().sheets.is_revealed.to_string()),
        NotAsked::NothingOpen => Some(more().conversing.nothing_open.to_string()),
    }
}

fn view_request(sheet: Sheet, id: RequestId) -> AnyView {
    let words = &more().sheets;
    let is_rewording = RwSignal::new(false);
    let says = move || sheet.request(id).map(|it| it.text.as_str().to_string());
    let view_words = move || {
        let take_back = move || {
            // What is revealed has no menu here.
            let _ = sheet.page.take_back_request(sheet.writer, id);
            crate::browser::focus("request");
        };
        let items = vec![
            MenuItem::new(words.reword, move || is_rewording.set(true)),
            MenuItem::new(words.take_back, take_back),
        ];
        let what = move || says().unwrap_or_default();
        let name = derived(move || [text().shared.more, ": ", &what()].concat());
        nodes![
            el("span").class("sheet__what").attr("translate", "no").live(says),
            view! { <RowMenu name=name items=items /> }.into_any()
        ]
    };
    el("li")
        .class("sheet__request")
        .child(el("div").class("sheet__request-head").live(move || match is_rewording.get() {
            true => view_rewording(sheet, id, is_rewording),
            false => view_words(),
        }))
        .child(view_effects(sheet, id))
        .into_any()
}

fn view_rewording(sheet: Sheet, id: RequestId, is_rewording: RwSignal<bool>) -> AnyView {
    let now = untrack(|| sheet.request(id)).map(|it| it.text.as_str().to_string());
    let typed = RwSignal::new(now.unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let keep = Callback::new(move |()| {
        match sheet.page.reword_request(sheet.writer, id, &typed.get_untracked()) {
            Ok(()) => is_rewording.set(false),
            Err(why) => wrong.set(told(why)),
        }
    });
    let cancel = Callback::new(move |()| is_rewording.set(false));
    el("div")
        .class("person__rename")
        .child(view! { <PersonField id="reword" label=more().sheets.reword value=typed error=wrong on_enter=keep on_escape=cancel autofocus=true /> }.into_any())
        .child(button().class("button button--first").on_click(move || keep.run(())).child(text().shared.save))
        .child(button().class("button").on_click(move || cancel.run(())).child(text().shared.cancel))
        .into_any()
}

/// What was agreed on in earlier rounds and touches the writer's needs: did it meet them?
pub fn view_looking_back(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let asked = sheet.page.conversation().glance(|it| it.as_ref().map(|it| requests(it)));
    let asked = asked.into_iter().flatten().filter(|it| !it.agreed.is_empty());
    let rows: Vec<AnyView> = asked
        .filter_map(|it| {
            let touched = it.touches.iter().find(|it| it.whose == sheet.writer)?;
            let needs = touched.serves.iter().chain(&touched.costs).cloned();
            let needs = needs.map(|need| view_turned_out(sheet, it.request.id, need));
            let row = el("li")
                .class("sheet__request")
                .child(
                    el("p")
                        .class("sheet__what")
                        .attr("translate", "no")
                        .child(it.request.text.as_str()),
                )
                .child(needs.collect::<Vec<_>>());
            Some(row.into_any())
        })
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    el("section")
        .class("question")
        .attr("aria-labelledby", "sheet-back")
        .child(el("h2").id("sheet-back").child(words.looking_back))
        .child(el("p").class("soft small question__hint").child(words.looking_back_hint))
        .child(el("ul").class("sheet__list").child(rows))
        .into_any()
}

fn view_turned_out(sheet: Sheet, request: RequestId, need: NeedWord) -> AnyView {
    let now = memo({
        let need = need.clone();
        move || {
            sheet.page.conversation().look(|it| {
                let reply = it.as_ref()?.participant(sheet.writer)?.reply(request)?;
                let said = reply.turned_out.iter().find(|(word, _, _)| *word == need);
                said.map(|(_, standing, _)| *standing)
            })
        }
    });
    let name = need_text(&need, untrack(|| sheet.desk.person()).as_deref());
    let buttons = Standing::SAID.map(|standing| {
        let need = need.clone();
        let values = [("need", &*name), ("standing", &*inside(standing_name(standing)))];
        let told = fill(more().plans.turned_out_need, &values);
        let press = move || {
            let is_so = now.get_untracked() == Some(standing);
            let standing = if is_so { Standing::NotSaid } else { standing };
            sheet.page.look_back(sheet.writer, request, need.clone(), standing);
        };
        button()
            .class("choice")
            .attr("aria-label", told)
            .live_attr("aria-pressed", move || (now.get() == Some(standing)).to_string())
            .on_click(press)
            .child(mark(standing))
            .child(standing_name(standing))
            .into_any()
    });
    el("div")
        .class("question__need")
        .child(el("span").class("question__name").attr("translate", "no").child(name))
        .child(el("span").class("choices__flow").child(buttons.into_iter().collect::<Vec<_>>()))
        .into_any()
}
