//! A backup being made: a passphrase of its own, the wait, and the file.
//! Never keeps the passphrase, and never calls a file made that was not opened again.

use crate::ui::markup::{el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::wording::not_made_text;
use super::{hand_over, view_made};
use crate::desk::Desk;
use crate::i18n::more;
use crate::screen::lock::{Asked, view_fields, view_trouble};
use crate::worker::Helper;

#[derive(Clone, PartialEq)]
enum Step {
    Ask,
    Making,
    Made(String),
}

pub fn view_seal(desk: Desk, back: Callback<()>) -> AnyView {
    let words = &more().backup;
    let step = RwSignal::new(Step::Ask);
    let trouble = RwSignal::new(None::<&'static str>);
    let make = Callback::new(move |passphrase: Zeroizing<String>| {
        trouble.set(None);
        step.set(Step::Making);
        spawn_local(async move {
            // Whoever has left the screen is told nothing; the file is there all the same.
            match seal(desk, passphrase).await {
                Ok(name) => drop(step.try_set(Step::Made(name))),
                Err(why) => {
                    step.try_set(Step::Ask);
                    trouble.try_set(Some(why));
                }
            }
        });
    });
    let asked = Asked {
        lead: words.passphrase_lead,
        label: words.passphrase,
        ids: ["backup-passphrase", "backup-passphrase-again"],
    };
    nodes![
        live(move || match step.get() {
            Step::Ask => view_fields(asked, make, back),
            Step::Making => el("p").attr("role", "status").child(words.making).into_any(),
            Step::Made(name) => view_made(words.made, &name, back),
        }),
        view_trouble(trouble)
    ]
}

async fn seal(desk: Desk, passphrase: Zeroizing<String>) -> Result<String, &'static str> {
    let helper = Helper::of_the_page().ok_or(more().lock.no_help)?;
    let made = desk.make_backup(helper, passphrase).await.map_err(not_made_text)?;
    hand_over(desk, made)
}
