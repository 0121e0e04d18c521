//! Erasing everything: asked in plain words, a backup offered first.
//! Never done by one press.

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::counted;
use crate::desk::{Desk, erase_caches};
use crate::i18n::{fill, more, text};
use crate::screen::backup::{BackupStep, HEADING};
use crate::screen::lock::view_trouble;

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Rest,
    Sure,
    Erasing,
}

pub fn view_erase(desk: Desk, backup: RwSignal<BackupStep>) -> AnyView {
    let words = &more().storage;
    let step = RwSignal::new(Step::Rest);
    let trouble = RwSignal::new(None::<&'static str>);
    nodes![
        live(move || match step.get() {
            Step::Rest => nodes![
                el("p").child(words.erase_lead),
                el("p").child(
                    button()
                        .class("button erase")
                        .on_click(move || step.set(Step::Sure))
                        .child(words.erase)
                )
            ],
            Step::Sure => view_sure(desk, backup, step, trouble),
            Step::Erasing => el("p").attr("role", "status").child(words.erasing).into_any(),
        }),
        view_trouble(trouble)
    ]
}

fn view_sure(
    desk: Desk,
    backup: RwSignal<BackupStep>,
    step: RwSignal<Step>,
    trouble: RwSignal<Option<&'static str>>,
) -> AnyView {
    let words = &more().storage;
    let first = move || {
        step.set(Step::Rest);
        backup.set(BackupStep::Seal);
        crate::browser::scroll_to(HEADING);
    };
    nodes![
        el("div").class("notice notice--warn").child(el("span").live(move || {
            let [people, sessions] = counted(desk);
            fill(words.erase_sure, &[("people", &people), ("sessions", &sessions)])
        })),
        el("p").child(words.erase_what),
        el("p").class("soft").child(words.erase_remains),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(first).child(words.backup_first))
            .child(
                button()
                    .class("button")
                    .on_click(move || erase(desk, step, trouble))
                    .child(words.erase_now)
            )
            .child(
                button()
                    .class("button")
                    .on_click(move || step.set(Step::Rest))
                    .child(more().lock.back)
            )
    ]
}

fn erase(desk: Desk, step: RwSignal<Step>, trouble: RwSignal<Option<&'static str>>) {
    step.set(Step::Erasing);
    spawn_local(async move {
        // Erased, the receipt takes the place of this screen.
        if desk.erase_all(erase_caches).await.is_err() {
            step.try_set(Step::Sure);
            trouble.try_set(Some(text().trouble.only_reads));
        }
    });
}
