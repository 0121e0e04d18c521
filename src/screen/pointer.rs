//! The quiet pointer to human help beside heavy words: those being typed anywhere, then those of the current moment.
//! Never blocks, never answers with a need, and on a shared screen names nothing.

use crate::reactive::{Look, effect, memo};
use crate::ui::markup::el;
use leptos::prelude::*;

use super::desk;
use crate::browser::{Timer, after};
use crate::domain::Kind;
use crate::i18n::text;
use crate::insight::heard::{Heavy, heavy_in_moment, heavy_in_text};
use crate::route::Route;
use crate::ui::field::Draft;
use crate::vocabulary::shared_screen;

/// Milliseconds without a key after which a phrase counts as meant: shorter, and it would flash up within a word.
const PAUSE: i32 = 1_000;

#[component]
pub fn Pointer(route: ReadSignal<Route>) -> impl IntoView {
    let heavy = heavy(Draft::of_the_page());
    let is_turned = memo(move || route.get() == Route::Turned);
    el("div")
        .attr("role", "status")
        .attr("aria-label", text().care.region)
        .live(move || heavy.get().map(|heavy| view_pointer(heavy, is_turned.get())))
        .into_any()
}

/// The same within a dialog, which covers the page's own.
#[component]
pub fn PointerInDialog() -> impl IntoView {
    let heavy = heavy(Draft::of_the_page());
    el("div")
        .attr("role", "status")
        .attr("aria-label", text().care.region)
        .live(move || heavy.get().map(|heavy| view_pointer(heavy, false)))
        .into_any()
}

fn heavy(draft: Draft) -> Memo<Option<Heavy>> {
    let desk = desk();
    let typed = memo(move || draft.0.look(|draft| heavy_in_text(draft)));
    // What is being typed shows after a pause, and is taken back at once when it no longer says so.
    let meant = RwSignal::new(None::<Heavy>);
    let waiting = StoredValue::new_local(None::<Timer>);
    effect(move || {
        draft.0.look(|_| ());
        let timer = typed.get().and_then(|heavy| after(PAUSE, move || meant.set(Some(heavy))));
        waiting.set_value(timer);
    });
    memo(move || {
        let typed = typed.get().filter(|typed| meant.get() == Some(*typed));
        typed.or_else(|| desk.moment().look(|moment| moment.as_deref().and_then(heavy_in_moment)))
    })
}

/// The pointer by itself, for what was heard before.
pub fn view_pointer(heavy: Heavy, is_turned: bool) -> AnyView {
    let desk = desk();
    let care = &text().care;
    let for_client = desk.person().is_none_or(|person| person.kind != Kind::Client);
    let words = match (heavy, is_turned, for_client) {
        (_, true, _) => shared_screen(),
        (Heavy::Danger(danger), _, true) => danger.client(),
        (Heavy::Danger(danger), _, false) => danger.therapist(),
        (Heavy::Care, _, true) => care.pointer,
        (Heavy::Care, _, false) => care.pointer_therapist,
    };
    view_words(words, is_turned)
}

/// Whom to turn to, before anything was heard: for a screen that several people see.
pub fn view_who_can_help() -> AnyView {
    view_words(shared_screen(), false)
}

fn view_words(words: &'static str, is_turned: bool) -> AnyView {
    let own = desk().cabinet().look(|cabinet| cabinet.settings.pointer.as_str().to_string());
    let own = (!own.is_empty() && !is_turned)
        .then(|| el("p").class("care__own").attr("translate", "no").child(own));
    el("div").class("care").child(el("p").child(words)).child(own).into_any()
}
