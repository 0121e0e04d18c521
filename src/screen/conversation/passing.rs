//! Still pages: the device on its way to someone, a sign asked for, everyone ready.
//! Never shows anything of anybody's sheet.

use crate::reactive::{Look, memo};
use crate::ui::markup::{El, Node, button, el, live};
use leptos::prelude::*;

use super::{code_now, turn};
use crate::desk::{Desk, NotOpened};
use crate::domain::PersonId;
use crate::i18n::{fill, more};
use crate::screen::worksheet::view_pause;
use crate::ui::{SecretField, keyed};

const SIGN: &str = "sign";

fn view_still(title: AnyView) -> El {
    el("main")
        .class("main still")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("span").class("still__shape").attr("aria-hidden", "true"))
        .child(el("h1").attr("translate", "no").child(title))
}

/// A sheet was closed: who is next?
pub fn view_passing(desk: Desk) -> AnyView {
    let words = &more().passing;
    let keys = memo(move || waited_for(desk));
    let give = move |key: u64| {
        let person = PersonId(key.to_le_bytes());
        let name = move || fill(words.give, &[("code", &code_now(desk, person))]);
        button()
            .class("button")
            .attr("translate", "no")
            .on_click(move || turn(|| desk.hand_to(person)))
            .live(name)
            .into_any()
    };
    view_still(words.closed.node())
        .child(el("p").class("soft").child(words.closed_hint))
        .child(
            el("div").class("still__ways").child(keyed(move || keys.get(), give)).child(
                button()
                    .class("plain")
                    .on_click(move || turn(|| desk.lay_down()))
                    .child(words.lay_down),
            ),
        )
        .child(el("div").class("still__pause").child(view_pause()))
        .into_any()
}

/// Those who write here and are not ready yet.
fn waited_for(desk: Desk) -> Vec<u64> {
    desk.conversation().look(|it| {
        let Some(it) = it else { return Vec::new() };
        let round = it.current_round();
        let waited = it.in_round(round).filter(|one| one.is_here && !one.is_ready(round));
        waited.map(|one| u64::from_le_bytes(one.person.id.0)).collect()
    })
}

/// Whose sheet it is says so with their sign.
pub fn view_asked(desk: Desk, person: PersonId) -> AnyView {
    // Whoever has just emptied their sheet chooses a sign anew.
    let has_sign = memo(move || desk.has_sign(person));
    live(move || view_sign(desk, person, has_sign.get()))
}

fn view_sign(desk: Desk, person: PersonId, has_sign: bool) -> AnyView {
    let words = &more().passing;
    let title = move || fill(words.give_to, &[("code", &code_now(desk, person))]);
    let wrong = RwSignal::new(None::<String>);
    let open = Callback::new(move |()| {
        let sign = crate::browser::secret(SIGN);
        match desk.take_up_sheet(person, &sign) {
            Ok(()) => turn(|| ()),
            Err(why) => {
                crate::browser::forget(SIGN);
                wrong.set(Some(told(why).to_string()));
                crate::browser::focus(SIGN);
            }
        }
    });
    let (lead, label, hint) = match has_sign {
        true => (words.asked_lead, words.sign, ""),
        false => (words.choose_lead, words.sign_new, words.sign_hint),
    };
    view_still(live(title))
        .child(el("p").class("soft").child(lead))
        .child(
            el("div")
                .class("still__sign")
                .child(view! { <SecretField id=SIGN label=label hint=hint error=wrong on_enter=open autofocus=true /> }.into_any())
                .child(view_ways(desk, open))
                .child(has_sign.then(|| view_forgotten(desk, person))),
        )
        .into_any()
}

fn view_ways(desk: Desk, open: Callback<()>) -> AnyView {
    let words = &more().passing;
    let first =
        button().class("button button--first").on_click(move || open.run(())).child(words.open);
    let back =
        button().class("button").on_click(move || turn(|| desk.lay_down())).child(words.lay_down);
    el("p").class("answers").child(first).child(back).into_any()
}

fn told(why: NotOpened) -> &'static str {
    let words = &more().passing;
    match why {
        NotOpened::SignMissing => words.sign_missing,
        NotOpened::WrongSign => words.sign_wrong,
        NotOpened::NotHere => words.not_here,
    }
}

/// Said plainly before: what is not revealed goes, for nobody can tell whose hands this is in.
fn view_forgotten(desk: Desk, person: PersonId) -> AnyView {
    let words = &more().passing;
    let forget = move || turn(|| desk.forget_sign(person));
    el("details")
        .class("still__forgotten")
        .child(el("summary").child(words.forgotten))
        .child(el("p").class("soft small").child(words.forgotten_hint))
        .child(button().class("button").on_click(forget).child(words.forgotten_empty))
        .into_any()
}

/// Everyone is ready: it waits until all can see it.
pub fn view_revealing(desk: Desk) -> AnyView {
    let words = &more().passing;
    let look = button()
        .class("button button--first")
        .on_click(move || turn(|| desk.lay_down()))
        .child(words.look);
    view_still(words.all_ready.node())
        .child(el("p").class("soft").child(words.all_ready_hint))
        .child(el("div").class("still__ways").child(look))
        .child(el("div").class("still__pause").child(view_pause()))
        .into_any()
}
