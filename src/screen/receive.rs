//! Receiving what somebody handed over: a file or a row of pictures, what is in it, whose it is, and only then taking it in.
//! Never keeps anything before that, and shows nothing of a file but as plain text.

mod contents;
mod opening;
mod whose;
mod wording;

use std::sync::Arc;

use leptos::prelude::*;

use super::notices::SavedState;
use super::{desk, go};
use crate::desk::{Arrived, Desk, TakenIn};
use crate::i18n::{count, fill, more};
use crate::route::Route;
use crate::ui::markup::{button, el, nodes};

use contents::view_contents;
use opening::{view_choose, view_passphrase};
use whose::view_whose;
pub use wording::not_arrived_text;
use wording::whom_text;

/// Where it stands. What was opened is in memory for as long as this screen is open, and nowhere else.
#[derive(Clone)]
enum Step {
    Choose,
    Opening,
    /// The file asks for one.
    Passphrase(Arc<Vec<u8>>),
    Arrived(Arc<Arrived>),
    Taken(TakenIn),
}

#[derive(Clone, Copy)]
struct Receiving {
    desk: Desk,
    step: RwSignal<Step>,
    trouble: RwSignal<Option<&'static str>>,
}

impl Receiving {
    fn begin_anew(self) {
        self.trouble.set(None);
        self.step.set(Step::Choose);
    }
}

#[component]
pub fn ReceiveScreen() -> impl IntoView {
    let (step, trouble) = (RwSignal::new(Step::Choose), RwSignal::new(None));
    let receiving = Receiving { desk: desk(), step, trouble };
    let words = &more().receive;
    el("main")
        .class("main receive")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("header").class("head").child(el("h1").child(words.title)))
        .live(move || match step.get() {
            Step::Choose => view_choose(receiving),
            Step::Opening => {
                el("p").class("soft").attr("role", "status").child(words.opening).into_any()
            }
            Step::Passphrase(file) => view_passphrase(receiving, file),
            Step::Arrived(arrived) => view_arrived(receiving, arrived),
            Step::Taken(taken) => view_taken(receiving, taken),
        })
        .child(el("p").class("field__error").attr("role", "alert").live(move || trouble.get()))
        .into_any()
}

fn view_arrived(receiving: Receiving, arrived: Arc<Arrived>) -> AnyView {
    let whose =
        (!arrived.handover.sessions.is_empty()).then(|| view_whose(receiving, arrived.clone()));
    nodes![
        view_contents(receiving.desk, &arrived),
        whose,
        // Where there is nothing in it, this is all there is to do.
        arrived
            .handover
            .sessions
            .is_empty()
            .then(|| el("p").class("answers").child(view_leave(receiving)))
    ]
}

fn view_leave(receiving: Receiving) -> AnyView {
    button()
        .class("button")
        .on_click(move || receiving.begin_anew())
        .child(more().receive.leave)
        .into_any()
}

fn view_taken(receiving: Receiving, taken: TakenIn) -> AnyView {
    let (desk, words) = (receiving.desk, &more().receive);
    let whom = whom_text(desk, taken.person);
    let said = count(taken.sessions, words.taken_one, words.taken_other);
    let said = fill(&said, &[("code", &whom)]);
    let see = move || {
        desk.choose(taken.person);
        go(Route::Sessions);
    };
    nodes![
        el("p").class("lead").attr("role", "status").attr("translate", "no").child(said),
        el("p").child(view! { <SavedState /> }.into_any()),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(see).child(words.see))
            .child(
                button()
                    .class("button")
                    .on_click(move || receiving.begin_anew())
                    .child(words.another)
            )
    ]
}
