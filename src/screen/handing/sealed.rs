//! A sealed handover: the file to save, and where it is small, a row of pictures for a camera.
//! Never sends it: a person does, by a way they trust.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::chart::qr::{Qr, Spare};
use crate::desk::HandoverFile;
use crate::exchange::frames::frames;
use crate::i18n::{fill, more};
use crate::ui::view_qr;

/// In milliseconds, for each picture: a telephone takes four or five looks a second.
const SHOWN: i32 = 900;

pub fn view_sealed(file: HandoverFile, told: &'static str) -> AnyView {
    let words = &more().handing;
    let saved = RwSignal::new(None::<bool>);
    let row = frames(&file.bytes);
    let name = file.name.clone();
    let save = move || saved.set(Some(crate::browser::save_file(&file.name, &file.bytes)));
    nodes![
        el("p").attr("role", "status").child(told),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(save).child(words.save))
            .child(el("span").class("soft small").child(name)),
        el("p")
            .class("handing__saved")
            .attr("role", "status")
            .live(move || saved.get()?.then_some(words.saved)),
        el("p")
            .class("field__error")
            .attr("role", "alert")
            .live(move || (!saved.get()?).then_some(more().backup.not_saved)),
        match row {
            Some(row) => view_row(row),
            None => el("p").class("soft small").child(words.too_large_to_show).into_any(),
        }
    ]
}

/// The pictures, and which of them is shown.
#[derive(Clone, Copy)]
struct Row {
    texts: StoredValue<Vec<String>>,
    all: usize,
    at: RwSignal<usize>,
    /// Each start and each stop of the showing is a turn: one that belongs to an earlier turn is over.
    turn: RwSignal<u32>,
}

impl Row {
    fn new(texts: Vec<String>) -> Row {
        let all = texts.len();
        let texts = StoredValue::new(texts);
        Row { texts, all, at: RwSignal::new(0), turn: RwSignal::new(0) }
    }

    fn go(self, by: usize) {
        self.at.update(|at| *at = (*at + by) % self.all);
    }

    fn go_by_hand(self, by: usize) {
        self.turn.update(|turn| *turn += 1);
        self.go(by);
    }

    fn play(self) {
        let turn = self.turn.get_untracked() + 1;
        self.turn.set(turn);
        spawn_local(async move {
            loop {
                crate::browser::wait(SHOWN).await;
                // Stopped, or left meanwhile.
                if self.turn.try_get_untracked() != Some(turn) {
                    return;
                }
                self.go(1);
            }
        });
    }

    fn told(self) -> String {
        let (count, of) = ((self.at.get() + 1).to_string(), self.all.to_string());
        fill(more().handing.picture, &[("count", &count), ("of", &of)])
    }

    /// Large on the page and never torn, so that fewer and larger fields are worth more than spare ones.
    fn picture(self) -> Option<AnyView> {
        let at = self.at.get();
        let code = self.texts.with_value(|texts| Qr::new(texts.get(at)?, Spare::Little))?;
        Some(view_qr(&code, self.told()))
    }
}

/// One picture at a time, by hand or one after another.
fn view_row(texts: Vec<String>) -> AnyView {
    let words = &more().handing;
    let row = Row::new(texts);
    let is_open = RwSignal::new(false);
    let pictures = move || {
        nodes![
            el("p").class("small").child(words.show_hint),
            el("div").class("row-of-pictures__picture").live(move || row.picture()),
            el("p").attr("role", "status").live(move || row.told()),
            (row.all > 1).then(|| view_steps(row))
        ]
    };
    el("details")
        .class("question__fold row-of-pictures")
        .on("toggle", move |_| is_open.set(true))
        .child(el("summary").child(words.show))
        .live(move || is_open.get().then(pictures))
        .into_any()
}

fn view_steps(row: Row) -> AnyView {
    let words = &more().handing;
    let step =
        move |name, by| button().class("button").on_click(move || row.go_by_hand(by)).child(name);
    el("p")
        .class("answers")
        .child(step(words.before, row.all - 1))
        .child(step(words.next, 1))
        .child(button().class("button").on_click(move || row.play()).child(words.play))
        .into_any()
}
