//! The ways in: a file that is chosen or dropped, a row of pictures before the camera, and a passphrase where one is asked for.
//! Never keeps a file, and never has the camera on unasked.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::wording::not_arrived_text;
use super::{Receiving, Step, view_leave};
use crate::browser::NoBytes;
use crate::desk::{Arrived, Desk, NotArrived};
use crate::exchange::frames::{Collector, Taken};
use crate::i18n::more;
use crate::screen::file_passphrase::{Passphrase, view_file_passphrase};
use crate::screen::scanner::view_scanner;
use crate::ui::markup::{button, el, live, nodes};
use crate::ui::view_file_field;
use crate::worker::Helper;

const FILE: &str = "receive-file";
const PASSPHRASE: &str = "receive-passphrase";

pub fn view_choose(receiving: Receiving) -> AnyView {
    let words = &more().receive;
    let with_camera = RwSignal::new(false);
    nodes![
        el("p").class("soft lead").child(words.lead),
        el("div").class("receive__file").child(view_file_field(
            FILE,
            words.file,
            words.file_hint,
            move |it| take_file(receiving, it)
        )),
        live(move || match with_camera.get() {
            true => view_row(receiving, with_camera),
            false => el("p")
                .class("answers")
                .child(
                    button()
                        .class("button")
                        .on_click(move || with_camera.set(true))
                        .child(words.camera),
                )
                .into_any(),
        })
    ]
}

/// What was read of a row stays until it is whole, or until it is begun anew.
fn view_row(receiving: Receiving, with_camera: RwSignal<bool>) -> AnyView {
    let words = &more().receive;
    let collector = RwSignal::new(Collector::default());
    let said = RwSignal::new(None::<&'static str>);
    let progress = Signal::derive(move || collector.with(|it| Some((it.count(), it.of()?))));
    let read = Callback::new(move |text: String| {
        let taken = collector.try_update(|it| it.take(&text)).unwrap_or(Taken::Already);
        match taken {
            // Seen again and again while it is held still.
            Taken::Already | Taken::NotAFrame => {}
            Taken::Added => said.set(None),
            Taken::OtherRow => said.set(Some(words.other_row)),
            Taken::Newer => said.set(Some(words.newer_row)),
            Taken::Broken => said.set(Some(words.broken_row)),
            Taken::Complete(bytes) => open(receiving, bytes),
        }
    });
    let to_file = Callback::new(move |()| {
        with_camera.set(false);
        crate::browser::focus(FILE);
    });
    let anew = move || {
        collector.set(Collector::default());
        said.set(None);
    };
    let has_begun = crate::reactive::memo(move || progress.get().is_some());
    nodes![
        view_scanner(progress, read, to_file),
        el("p").class("field__error").attr("role", "status").live(move || said.get()),
        live(move || has_begun.get().then(|| {
            el("p").child(button().class("plain").on_click(anew).child(words.row_anew))
        }))
    ]
}

fn take_file(receiving: Receiving, file: File) {
    receiving.trouble.set(None);
    receiving.step.set(Step::Opening);
    spawn_local(async move {
        match crate::browser::read_file(file, Desk::HANDOVER_MOST).await {
            Ok(bytes) => open_bytes(receiving, bytes).await,
            Err(NoBytes::TooLarge) => back(receiving, more().receive.too_large),
            Err(NoBytes::Unreadable) => back(receiving, more().restore.unreadable),
        }
    });
}

fn open(receiving: Receiving, bytes: Vec<u8>) {
    receiving.trouble.set(None);
    receiving.step.set(Step::Opening);
    spawn_local(open_bytes(receiving, bytes));
}

async fn open_bytes(receiving: Receiving, bytes: Vec<u8>) {
    let Some(helper) = Helper::of_the_page() else { return back(receiving, more().lock.no_help) };
    // Kept beside, should it ask for a passphrase.
    let file = Arc::new(bytes.clone());
    match receiving.desk.open_handover(helper, bytes).await {
        Ok(arrived) => arrive(receiving, arrived),
        Err(NotArrived::AsksForPassphrase) => {
            drop(receiving.step.try_set(Step::Passphrase(file)));
        }
        Err(why) => back(receiving, not_arrived_text(why)),
    }
}

/// What had the focus is gone. Nothing was pressed just now, so it goes to the top of the screen only when it is told to.
fn arrive(receiving: Receiving, arrived: Arrived) {
    receiving.step.try_set(Step::Arrived(Arc::new(arrived)));
    crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
}

fn back(receiving: Receiving, why: &'static str) {
    receiving.step.try_set(Step::Choose);
    receiving.trouble.try_set(Some(why));
    crate::browser::soon(Box::new(|| crate::browser::focus(FILE)));
}

pub fn view_passphrase(receiving: Receiving, file: Arc<Vec<u8>>) -> AnyView {
    let open = move |passphrase| open_with(receiving, file.clone(), passphrase);
    nodes![
        el("p").child(more().receive.passphrase_lead),
        view_file_passphrase(PASSPHRASE, open, view_leave(receiving))
    ]
}

async fn open_with(
    receiving: Receiving,
    file: Arc<Vec<u8>>,
    passphrase: Passphrase,
) -> Result<(), String> {
    let helper = Helper::of_the_page().ok_or(more().lock.no_help)?;
    let file = Vec::clone(&file);
    let opened = receiving.desk.open_handover_with_passphrase(helper, file, passphrase).await;
    arrive(receiving, opened.map_err(not_arrived_text)?);
    Ok(())
}
