//! Trying a backup, and restoring it: a file, its passphrase, what it would do, and only then a choice.
//! Never touches anything before the choice.

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::aside::view_aside;
use super::outlook::{merged_lines, replaced_lines, size_text, view_done, view_outlook};
use super::wording::{not_read_text, not_restored_text};
use crate::browser::NoBytes;
use crate::desk::{Desk, NotRestored, Restoring, Taken};
use crate::i18n::{fill, more};
use crate::screen::file_passphrase::{Passphrase, view_file_passphrase};
use crate::ui::view_file_field;
use crate::worker::Helper;

#[derive(Clone, Copy, PartialEq)]
pub enum Step {
    Choose,
    Reading,
    Passphrase,
    Outlook,
    /// Everything here is to go: asked once more.
    Sure,
    Working,
}

#[derive(Clone, Copy)]
pub struct Trying {
    pub desk: Desk,
    pub restoring: Restoring,
    pub step: RwSignal<Step>,
    pub trouble: RwSignal<Option<String>>,
    /// What was done.
    done: RwSignal<Option<Vec<String>>>,
    back: Callback<()>,
}

const FILE: &str = "restore-file";
const PASSPHRASE: &str = "restore-passphrase";

pub fn view_restore(desk: Desk, back: Callback<()>) -> AnyView {
    let trying = Trying {
        desk,
        restoring: Restoring::begin(desk),
        step: RwSignal::new(Step::Choose),
        trouble: RwSignal::new(None),
        done: RwSignal::new(None),
        back,
    };
    let words = &more().restore;
    nodes![
        el("h3").child(words.title),
        live(move || match (trying.done.get(), trying.step.get()) {
            (Some(lines), _) => view_done(lines, back),
            (None, Step::Choose) => view_choose(trying),
            (None, Step::Reading) => el("p").attr("role", "status").child(words.reading).into_any(),
            (None, Step::Passphrase) => view_passphrase(trying),
            (None, Step::Outlook) => view_choice(trying),
            (None, Step::Sure) => view_sure(trying),
            (None, Step::Working) => el("p").attr("role", "status").child(words.working).into_any(),
        }),
        el("p").class("field__error").attr("role", "alert").live(move || trying.trouble.get())
    ]
}

fn view_choose(trying: Trying) -> AnyView {
    let words = &more().restore;
    nodes![
        el("p").child(words.lead),
        view_file_field(FILE, words.choose, words.choose_hint, move |it| take(trying, it)),
        view_aside(trying),
        el("p").class("answers").child(view_leave(trying))
    ]
}

fn view_leave(trying: Trying) -> AnyView {
    let leave = move || {
        trying.restoring.forget();
        trying.back.run(());
    };
    button().class("button").on_click(leave).child(more().restore.leave).into_any()
}

fn take(trying: Trying, file: File) {
    trying.trouble.set(None);
    trying.step.set(Step::Reading);
    spawn_local(async move {
        let words = &more().restore;
        let bytes = crate::browser::read_file(file, Restoring::MOST).await;
        let taken = match bytes {
            Ok(bytes) => trying.restoring.take(bytes).map_err(not_read_text),
            Err(NoBytes::TooLarge) => Err(words.too_large.to_string()),
            Err(NoBytes::Unreadable) => Err(words.unreadable.to_string()),
        };
        let next = match taken {
            Ok(Taken::AsksForPassphrase) => Step::Passphrase,
            Ok(Taken::Read) => Step::Outlook,
            Err(why) => {
                trying.trouble.try_set(Some(why));
                Step::Choose
            }
        };
        trying.step.try_set(next);
    });
}

fn view_passphrase(trying: Trying) -> AnyView {
    view_file_passphrase(PASSPHRASE, move |it| open(trying, it), view_leave(trying))
}

async fn open(trying: Trying, passphrase: Passphrase) -> Result<(), String> {
    let helper = Helper::of_the_page().ok_or(more().lock.no_help)?;
    trying.restoring.open(helper, passphrase).await.map_err(not_read_text)?;
    trying.step.try_set(Step::Outlook);
    Ok(())
}

fn view_choice(trying: Trying) -> AnyView {
    let words = &more().restore;
    let Some(outlook) = trying.restoring.outlook() else { return ().into_any() };
    let merge = move || {
        act(trying, async move {
            let restored = trying.restoring.merge(more().restore.kept_twice).await?;
            Ok(merged_lines(&restored, trying.desk.today()))
        });
    };
    // Where nothing is here yet there is nothing to replace.
    let replace = (!outlook.here.is_nothing()).then(|| {
        button()
            .class("button")
            .attr("title", words.replace_hint)
            .on_click(move || trying.step.set(Step::Sure))
            .child(words.replace)
    });
    nodes![
        el("p").attr("role", "status").child(words.opens),
        view_outlook(&outlook, trying.desk.today()),
        el("p").class("field__hint").child(words.merge_hint),
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(merge).child(words.merge))
            .child(replace)
            .child(view_leave(trying))
    ]
}

fn view_sure(trying: Trying) -> AnyView {
    let words = &more().restore;
    let Some(outlook) = trying.restoring.outlook() else { return ().into_any() };
    let (here, file) = (size_text(outlook.here), size_text(outlook.file));
    let (is_little, new_size) = (outlook.is_much_by_little, outlook.file);
    let replace = move || {
        act(trying, async move {
            let restored = trying.restoring.replace().await?;
            Ok(replaced_lines(&restored, new_size))
        });
    };
    let little =
        is_little.then(|| el("p").class("notice notice--warn").child(words.replace_little));
    nodes![
        little,
        el("p").child(fill(words.replace_sure, &[("here", &here), ("file", &file)])),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(replace).child(words.replace_now))
            .child(
                button()
                    .class("button button--first")
                    .on_click(move || trying.step.set(Step::Outlook))
                    .child(more().lock.back)
            )
    ]
}

/// Does it, and says what was done, or what stood in the way.
fn act(trying: Trying, what: impl Future<Output = Result<Vec<String>, NotRestored>> + 'static) {
    trying.trouble.set(None);
    trying.step.set(Step::Working);
    spawn_local(async move {
        match what.await {
            Ok(mut lines) => {
                if untrack(|| trying.desk.is_kept()) {
                    lines.push(more().restore.saved.to_string());
                }
                trying.done.try_set(Some(lines));
            }
            Err(error) => {
                trying.step.try_set(Step::Outlook);
                trying.trouble.try_set(Some(not_restored_text(error).to_string()));
            }
        }
    });
}
