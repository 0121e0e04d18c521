//! The files that are made here: one for all the others, and the one that brings the conversation to another device.
//! Never sends one, and never writes the passphrase beside it: people do the one and say the other.

use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::open_now;
use crate::desk::{Desk, FileForOthers, NotForOthers, Refused};
use crate::i18n::{more, text};
use crate::screen::backup::trouble_text;
use crate::screen::lock::{Asked, view_fields, view_trouble};
use crate::ui::markup::{button, el, live, nodes};
use crate::worker::{Helper, Trouble};

#[derive(Clone, PartialEq)]
enum Step {
    Rest,
    /// For the passphrase of an opening file.
    Ask,
    Making,
    Made(FileForOthers),
}

#[derive(Clone, Copy)]
struct Making {
    desk: Desk,
    step: RwSignal<Step>,
    trouble: RwSignal<Option<&'static str>>,
}

impl Making {
    fn new(desk: Desk) -> Making {
        Making { desk, step: RwSignal::new(Step::Rest), trouble: RwSignal::new(None) }
    }

    /// Whoever has left the screen is told nothing, and gets nothing.
    fn make(self, passphrase: Option<Zeroizing<String>>) {
        let Making { desk, step, trouble } = self;
        let Some(id) = untrack(|| open_now(desk)) else { return };
        trouble.set(None);
        step.set(Step::Making);
        spawn_local(async move {
            let made = match (Helper::of_the_page(), passphrase) {
                (None, _) => Err(NotForOthers::Worker(Trouble::NotStarted)),
                (Some(helper), None) => desk.make_file_for_others(helper, id).await,
                (Some(helper), Some(it)) => desk.make_opening_file(helper, id, it).await,
            };
            match made {
                Ok(file) => drop(step.try_set(Step::Made(file))),
                Err(why) => {
                    step.try_set(Step::Rest);
                    trouble.try_set(Some(not_for_others_text(&why)));
                }
            }
            crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
        });
    }

    fn rest(self) -> Callback<()> {
        Callback::new(move |()| self.step.set(Step::Rest))
    }
}

pub fn view_file_for_others(desk: Desk) -> AnyView {
    let words = &more().devices;
    let making = Making::new(desk);
    let make = move || {
        nodes![
            el("p").class("answers").child(
                button()
                    .class("button button--first")
                    .on_click(move || making.make(None))
                    .child(words.make)
            ),
            el("p").class("soft small").child(words.make_hint)
        ]
    };
    view_making(making, words.made, make)
}

pub fn view_opening_file(desk: Desk) -> AnyView {
    let words = &more().devices;
    let making = Making::new(desk);
    let ask = move || {
        nodes![
            el("p").child(
                button()
                    .class("button")
                    .on_click(move || making.step.set(Step::Ask))
                    .child(words.opening)
            )
        ]
    };
    view_making(making, words.opening_made, ask)
}

fn view_making(
    making: Making,
    made: &'static str,
    rest: impl Fn() -> AnyView + Copy + Send + 'static,
) -> AnyView {
    let words = &more().devices;
    let asked = Asked {
        lead: words.opening_lead,
        label: words.opening_passphrase,
        ids: ["opening-passphrase", "opening-passphrase-again"],
    };
    let chosen = Callback::new(move |it: Zeroizing<String>| making.make(Some(it)));
    el("div")
        .class("talk__file")
        .live(move || match making.step.get() {
            Step::Rest => rest(),
            Step::Ask => view_fields(asked, chosen, making.rest()),
            Step::Making => el("p").attr("role", "status").child(more().handing.sealing).into_any(),
            Step::Made(file) => view_made(file, made, making.rest()),
        })
        .child(view_trouble(making.trouble))
        .into_any()
}

fn view_made(file: FileForOthers, told: &'static str, back: Callback<()>) -> AnyView {
    let words = &more().handing;
    let saved = RwSignal::new(None::<bool>);
    let name = file.name.clone();
    let save = move || saved.set(Some(crate::browser::save_file(&file.name, &file.bytes)));
    let outcome = move || match saved.get() {
        Some(true) => Some(words.saved),
        _ => None,
    };
    nodes![
        el("p").attr("role", "status").child(told),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(save).child(words.save))
            .child(button().class("button").on_click(move || back.run(())).child(more().lock.back))
            .child(el("span").class("soft small").child(name)),
        el("p").attr("role", "status").live(outcome),
        live(move || (saved.get() == Some(false)).then(|| {
            el("p").class("field__error").attr("role", "alert").child(more().backup.not_saved)
        }))
    ]
}

fn not_for_others_text(why: &NotForOthers) -> &'static str {
    let words = &more().devices;
    match why {
        NotForOthers::Gone => words.gone,
        NotForOthers::OnOneDevice => words.one_device,
        NotForOthers::Notes(Refused::TooLarge) => words.too_large,
        NotForOthers::Notes(_) | NotForOthers::NotSealed => words.not_made,
        NotForOthers::ChangedMeanwhile => words.changed_meanwhile,
        NotForOthers::OnlyReads => text().trouble.only_reads,
        NotForOthers::Worker(trouble) => trouble_text(*trouble),
    }
}
