//! Texts of the settings, in British English.
//! Shapes are in `i18n::settings`.

use crate::i18n::Settings;

pub const SETTINGS: Settings = Settings {
    title: "Settings",
    look: "Look",
    look_device: "As the device says",
    look_light: "Light",
    look_dark: "Dark",
    pointer: "Your own words beside the pointer to help",
    pointer_hint: "Shown whenever Attune points to human help: a number you trust, your practice's line. Up to 280 characters.",
    kept: "What is kept where",
    kept_body: "Everything you write stays in this browser's own stores on this device, sealed. Nothing is sent anywhere, and no one else can fetch it. Clearing this browser's site data deletes it.",
    kept_tab: "Other programs and browser extensions with rights to this page can read what you can read.",
    about: "About",
    about_body: "The words, groups and links of Attune were written for it, inspired by work on needs by the Center for Nonviolent Communication, by self-determination theory and by emotion-focused therapy. They are guesses to check with the person, never findings.",
    licence: "Attune is free software, under the MIT or Apache 2.0 licence.",
};
