//! Backup in Settings: how old the last one is, making one, exporting plainly, trying and restoring; and the question for one.
//! Never hands out by one press what anyone could read.

mod aside;
mod outlook;
mod plain;
mod reminder;
mod restore;
mod seal;
mod together;
mod wording;

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::desk;
use super::wording::day_text;
use crate::desk::{Desk, Kept, Made, Phase};
use crate::i18n::{fill, more};
use plain::view_plain;
pub use reminder::view_reminder;
use restore::view_restore;
use seal::view_seal;
pub use wording::trouble_text;

/// What is open in this part of the settings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BackupStep {
    Rest,
    Seal,
    Plain,
    Restore,
}

/// The heading, for whoever is led here.
pub const HEADING: &str = "backup";

#[component]
pub fn BackupSettings(step: RwSignal<BackupStep>) -> impl IntoView {
    let desk = desk();
    let words = &more().backup;
    let back = Callback::new(move |()| {
        step.set(BackupStep::Rest);
        crate::browser::soon(Box::new(|| crate::browser::focus(HEADING)));
    });
    nodes![
        el("h2").id(HEADING).attr("tabindex", "-1").child(words.title),
        live(move || match (desk.phase().get(), step.get()) {
            (Phase::Open(Kept::Example), _) => el("p").child(words.nothing_here).into_any(),
            (_, BackupStep::Rest) => view_rest(desk, step),
            (_, BackupStep::Seal) => view_seal(desk, back),
            (_, BackupStep::Plain) => view_plain(desk, back),
            (_, BackupStep::Restore) => view_restore(desk, back),
        })
    ]
}

fn view_rest(desk: Desk, step: RwSignal<BackupStep>) -> AnyView {
    let words = &more().backup;
    let to = move |class: &'static str, next: BackupStep, name: &'static str| {
        button().class(class).on_click(move || step.set(next)).child(name)
    };
    nodes![
        el("p").child(words.lead),
        el("p").class("backup__age").live(move || age_text(desk)),
        live(move || (!desk.unread().get().is_empty()).then(|| el("p").child(words.unread))),
        el("p")
            .class("answers backup__doors")
            .child(to("button button--first", BackupStep::Seal, words.make))
            .child(to("button", BackupStep::Restore, words.restore))
            .child(to("button", BackupStep::Plain, words.plain))
    ]
}

fn age_text(desk: Desk) -> String {
    let words = &more().backup;
    let age = desk.backup_age();
    let Some(last) = age.last else { return words.never.to_string() };
    let template = if age.since.sessions == 1 { words.last_one } else { words.last_other };
    let day = day_text(last, desk.today());
    fill(template, &[("day", &day), ("count", &age.since.sessions.to_string())])
}

/// Gives a file to the browser and remembers it; its name. Errors: the browser would not take it, in words.
fn hand_over(desk: Desk, made: Made) -> Result<String, &'static str> {
    if !crate::browser::save_file(&made.name, &made.bytes) {
        return Err(more().backup.not_saved);
    }
    desk.note_backup(&made);
    Ok(made.name)
}

/// What stands where a file was handed over.
fn view_made(template: &'static str, name: &str, back: Callback<()>) -> AnyView {
    nodes![
        el("p").attr("role", "status").child(fill(template, &[("name", name)])),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(move || back.run(())).child(more().lock.back))
    ]
}
