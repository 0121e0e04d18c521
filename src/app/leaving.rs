//! Leaving the notes: locking them, hiding the page at once, covering what is not kept; by hand, by key, after idle time, in every tab.
//! Never leaves a key behind, and never loses a word without asking.

use crate::reactive::Look;
use crate::ui::markup::{button, el};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::{Desk, Kept, Lock, Phase};
use crate::domain::Cabinet;
use crate::i18n::text;
use crate::screen::invited::Invited;

/// What the tabs of this page say to one another.
const LOCKED: &str = "locked";

/// Whether the page is covered, because going away would lose what is on it, a guest's notes among it; in the page's context.
#[derive(Clone, Copy)]
pub struct Cover(pub RwSignal<bool>, pub Invited);

pub fn listen(desk: Desk, cover: Cover) {
    crate::browser::on_three_escapes(move || hide(desk, cover));
    crate::browser::on_any_key(move |event| {
        if event.ctrl_key() && event.shift_key() && event.code() == "KeyL" {
            event.prevent_default();
            lock(desk);
        }
    });
    crate::browser::on_idle(
        move || f64::from(desk.idle_minutes()),
        move || match is_unkept(desk, cover) {
            true => {
                desk.close_sheet();
                cover.0.set(true);
            }
            false => lock(desk),
        },
    );
    crate::browser::on_tabs(move |word| match word {
        LOCKED => shut(desk),
        other => desk.hear(other),
    });
    crate::browser::hold_page_back(move || is_unkept(desk, cover));
}

/// Locks this tab and every other.
pub fn lock(desk: Desk) {
    if is_locked(desk) {
        crate::browser::tell_tabs(LOCKED);
        shut(desk);
    }
}

/// Out of sight at once; the page is loaded anew once everything is kept. Where something cannot be kept it stays, and says so.
fn shut(desk: Desk) {
    if !is_locked(desk) {
        return;
    }
    crate::browser::set_hidden(true);
    spawn_local(async move {
        match desk.shut().await {
            true => crate::browser::reload(),
            false => crate::browser::set_hidden(false),
        }
    });
}

/// Whether there is a lock to fall shut.
pub fn is_locked(desk: Desk) -> bool {
    desk.phase().get_untracked() == Phase::Open(Kept::Kept)
        && desk.lock().get_untracked() == Lock::Closed
}

/// Whether something is on the page that nobody keeps.
fn is_unkept(desk: Desk, cover: Cover) -> bool {
    let is_kept_nowhere =
        matches!(desk.phase().get_untracked(), Phase::Open(Kept::ThisVisit | Kept::Blocked));
    let has_some = |it: &Cabinet| !it.journals.is_empty() || it.has_words();
    let is_unkept = is_kept_nowhere && desk.cabinet().glance(has_some);
    is_unkept || cover.1.is_unkept()
}

/// Hides the page at once; then keeps what is not kept yet, and lets go of the keys.
pub fn hide(desk: Desk, cover: Cover) {
    desk.close_sheet();
    if is_unkept(desk, cover) {
        return cover.0.set(true);
    }
    crate::browser::hide(|| {
        desk.keep_now();
        desk.wipe();
    });
}

/// An empty page with one way back, and one away.
pub fn view_cover(cover: Cover) -> AnyView {
    let frame = &text().frame;
    el("main")
        .class("main cover")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("p")
                .class("answers")
                .child(
                    button()
                        .class("button")
                        .on_click(move || cover.0.set(false))
                        .child(frame.uncover),
                )
                .child(
                    button()
                        .class("button")
                        .on_click(move || crate::browser::hide(|| ()))
                        .child(frame.leave_all),
                ),
        )
        .child(el("p").class("soft").child(frame.leave_all_hint))
        .into_any()
}
