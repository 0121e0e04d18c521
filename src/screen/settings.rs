//! Settings: the look, the therapist's own words beside the pointer to help, what is kept where.
//! Never a setting that the code does not keep.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::el;
use leptos::prelude::*;

use super::backup::{BackupSettings, BackupStep};
use super::desk;
use super::lock::LockSettings;
use super::storage::StorageSettings;
use crate::desk::Desk;
use crate::domain::Theme;
use crate::i18n::{fill, more, text};
use crate::ui::{Choice, ChoiceGroup, PersonArea};

const THEMES: [Theme; 3] = [Theme::Device, Theme::Light, Theme::Dark];

#[component]
pub fn SettingsScreen() -> impl IntoView {
    let desk = desk();
    let settings = &more().settings;
    let chosen = derived(move || THEMES.iter().position(|theme| *theme == desk.theme()));
    let choose = Callback::new(move |at: Option<usize>| {
        desk.set_theme(at.map_or(Theme::Device, |at| THEMES[at]))
    });
    let looks =
        [settings.look_device, settings.look_light, settings.look_dark].map(Choice::named).into();
    let backup = RwSignal::new(BackupStep::Rest);
    let part = || el("section").class("settings__part");
    el("main")
        .class("main settings")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").child(settings.title)))
        .child(part().child(view! { <ChoiceGroup label=settings.look choices=looks chosen=chosen on_choose=choose always=true /> }.into_any()))
        .child(part().child(view! { <BackupSettings step=backup /> }.into_any()))
        .child(part().child(view! { <LockSettings /> }.into_any()))
        .child(
            part()
                .child(el("h2").child(settings.kept))
                .child(el("p").child(settings.kept_body))
                .child(el("p").child(settings.kept_tab))
                .child(view! { <StorageSettings step=backup /> }.into_any()),
        )
        .child(part().child(view! { <Pointer desk=desk /> }.into_any()))
        .child(
            part()
                .child(el("h2").child(settings.about))
                .child(el("p").child(settings.about_body))
                .child(el("p").child(settings.licence)),
        )
    .into_any()
}

#[component]
fn Pointer(desk: Desk) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let value =
        memo(move || desk.cabinet().look(|cabinet| cabinet.settings.pointer.as_str().to_string()));
    let write = Callback::new(move |raw: String| {
        let has = raw.chars().count().to_string();
        let most = Desk::POINTER_MOST.to_string();
        let fits = desk.set_pointer(&raw);
        wrong.set(
            (!fits).then(|| fill(text().trouble.long_line, &[("has", &has), ("most", &most)])),
        );
    });
    view! { <PersonArea id="pointer" label=more().settings.pointer hint=more().settings.pointer_hint value=value on_input=write error=wrong /> }
    .into_any()
}
