//! Settings: the look, the therapist's own words beside the pointer to help, what is kept where.
//! Never a setting that the code does not keep.

use leptos::prelude::*;

use super::desk;
use crate::desk::Desk;
use crate::domain::Theme;
use crate::i18n::{fill, text};
use crate::ui::{Choice, ChoiceGroup, PersonArea};

const THEMES: [Theme; 3] = [Theme::Device, Theme::Light, Theme::Dark];

#[component]
pub fn SettingsScreen() -> impl IntoView {
    let desk = desk();
    let settings = &text().settings;
    let chosen = Signal::derive(move || THEMES.iter().position(|theme| *theme == desk.theme()));
    let choose = Callback::new(move |at: Option<usize>| {
        desk.set_theme(at.map_or(Theme::Device, |at| THEMES[at]))
    });
    let looks =
        [settings.look_device, settings.look_light, settings.look_dark].map(Choice::named).into();
    view! {
        <main class="main settings" id="main" tabindex="-1">
            <header class="head"><h1>{settings.title}</h1></header>
            <section class="settings__part"><ChoiceGroup label=settings.look choices=looks chosen=chosen on_choose=choose always=true /></section>
            <section class="settings__part"><Pointer desk=desk /></section>
            <section class="settings__part">
                <h2>{settings.kept}</h2>
                <p>{settings.kept_body}</p><p>{settings.kept_open}</p><p>{settings.kept_tab}</p>
            </section>
            <section class="settings__part">
                <h2>{settings.about}</h2>
                <p>{settings.about_body}</p><p>{settings.licence}</p>
            </section>
        </main>
    }
    .into_any()
}

#[component]
fn Pointer(desk: Desk) -> impl IntoView {
    let wrong = RwSignal::new(None::<String>);
    let value = Memo::new(move |_| {
        desk.cabinet().with(|cabinet| cabinet.settings.pointer.as_str().to_string())
    });
    let write = Callback::new(move |raw: String| {
        let has = raw.chars().count().to_string();
        let most = Desk::POINTER_MOST.to_string();
        let fits = desk.set_pointer(&raw);
        wrong.set(
            (!fits).then(|| fill(text().trouble.long_line, &[("has", &has), ("most", &most)])),
        );
    });
    view! {
        <PersonArea id="pointer" label=text().settings.pointer hint=text().settings.pointer_hint value=value on_input=write error=wrong />
    }
    .into_any()
}
