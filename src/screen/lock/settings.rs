//! The lock in Settings: how it stands, and every change from any to any other.
//! Never takes a lock off or a code away by one press.

use std::rc::Rc;

use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::code::view_code;
use super::passphrase::{Asked, LockForm, view_fields};
use super::{no_passkey_text, not_locked_text, view_trouble};
use crate::desk::{Desk, Kept, Lock, NoPasskeyWay, Phase, WayKind};
use crate::domain::IdleTime;
use crate::i18n::more;
use crate::reactive::derived;
use crate::screen::desk;
use crate::ui::{Choice, ChoiceGroup};

/// What is being changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Nothing,
    Lock,
    Passphrase,
    Code,
    OpenUp,
}

#[component]
pub fn LockSettings() -> impl IntoView {
    let desk = desk();
    let words = &more().lock;
    let change = RwSignal::new(Change::Nothing);
    let trouble = RwSignal::new(None::<&'static str>);
    let back = Callback::new(move |()| {
        trouble.set(None);
        change.set(Change::Nothing);
    });
    nodes![
        el("h2").child(words.title),
        live(move || match (desk.phase().get(), change.get()) {
            (Phase::Open(Kept::ThisVisit), _) => view_nothing_kept(desk),
            (Phase::Open(Kept::Kept), Change::Nothing) => view_state(desk, change, trouble),
            (Phase::Open(Kept::Kept), Change::Lock) =>
                view! { <LockForm on_back=back /> }.into_any(),
            (Phase::Open(Kept::Kept), Change::Passphrase) =>
                view_new_passphrase(desk, trouble, back),
            (Phase::Open(Kept::Kept), Change::Code) => view_new_code(desk, trouble, back),
            (Phase::Open(Kept::Kept), Change::OpenUp) => view_open_up(desk, trouble, back),
            _ => el("p").class("soft").child(words.not_now).into_any(),
        }),
        view_trouble(trouble)
    ]
}

fn view_nothing_kept(desk: Desk) -> AnyView {
    let words = &more().lock;
    nodes![
        el("p").child(words.is_nothing),
        el("p").child(
            button()
                .class("button")
                .on_click(move || desk.keep_after_all())
                .child(words.keep_after_all)
        )
    ]
}

fn view_state(
    desk: Desk,
    change: RwSignal<Change>,
    trouble: RwSignal<Option<&'static str>>,
) -> AnyView {
    let words = &more().lock;
    let to = move |next: Change, name: &'static str| {
        button().class("button").on_click(move || change.set(next)).child(name)
    };
    // A form that has done its work gives way to what it did.
    let lock = desk.lock().get();
    let answers = el("p").class("answers");
    match lock {
        Lock::Open | Lock::Unchosen => nodes![
            el("p").child(words.is_open),
            answers.child(to(Change::Lock, words.set_passphrase)),
            el("p").class("soft").child(words.to_nothing)
        ],
        Lock::Closed => {
            let kinds = desk.kinds();
            let has_code = kinds.contains(&WayKind::Code);
            nodes![
                el("p").child(words.is_closed),
                (!has_code).then(|| el("p").child(words.has_no_code).into_any()),
                answers
                    .child(to(Change::Passphrase, words.change_passphrase))
                    .child(to(Change::Code, words.new_code))
                    .child(to(Change::OpenUp, words.take_off)),
                view_idle_time(desk),
                view_passkeys(desk, kinds.contains(&WayKind::Passkey), trouble),
                el("p").class("soft").child(words.to_nothing)
            ]
        }
    }
}

/// After how long without a touch it falls shut.
fn view_idle_time(desk: Desk) -> AnyView {
    let words = &more().lock;
    let times = [words.five_minutes, words.ten_minutes, words.half_hour, words.hour];
    let times = times.map(Choice::named).into();
    let chosen = derived(move || IdleTime::ALL.iter().position(|it| *it == desk.idle_time()));
    let choose = Callback::new(move |at: Option<usize>| {
        desk.set_idle_time(at.map_or_else(IdleTime::default, |at| IdleTime::ALL[at]));
    });
    nodes![
        view! { <ChoiceGroup label=words.falls_shut choices=times chosen=chosen on_choose=choose always=true /> }
            .into_any(),
        el("p").class("field__hint").child(words.falls_shut_hint)
    ]
}

/// A passkey makes coming back easy; it is never the only way in.
fn view_passkeys(desk: Desk, has: bool, trouble: RwSignal<Option<&'static str>>) -> AnyView {
    let words = &more().lock;
    let is_there = RwSignal::new(has);
    let make = move || {
        trouble.set(None);
        spawn_local(async move {
            match desk.make_passkey().await {
                Ok(()) => is_there.set(true),
                Err(NoPasskeyWay::Passkey(why)) => trouble.set(Some(no_passkey_text(why))),
                Err(NoPasskeyWay::NotLocked(error)) => trouble.set(Some(not_locked_text(error))),
            }
        });
    };
    let remove = move || {
        trouble.set(None);
        spawn_local(async move {
            match desk.remove_passkeys().await {
                Ok(()) => is_there.set(false),
                Err(error) => trouble.set(Some(not_locked_text(error))),
            }
        });
    };
    live(move || match (is_there.get(), crate::browser::has_passkeys()) {
        (false, false) => ().into_any(),
        (false, true) => nodes![
            el("p").class("soft").child(words.passkey_hint),
            el("p").child(button().class("button").on_click(make).child(words.make_passkey))
        ],
        (true, _) => nodes![
            el("p").class("soft").child(words.has_passkey),
            el("p").child(button().class("button").on_click(remove).child(words.remove_passkey))
        ],
    })
}

/// Does it, says what stood in the way, or goes back.
fn act(
    what: impl Future<Output = Result<(), crate::desk::NotLocked>> + 'static,
    trouble: RwSignal<Option<&'static str>>,
    back: Callback<()>,
) {
    trouble.set(None);
    spawn_local(async move {
        match what.await {
            Ok(()) => back.run(()),
            Err(error) => trouble.set(Some(not_locked_text(error))),
        }
    });
}

fn view_new_passphrase(
    desk: Desk,
    trouble: RwSignal<Option<&'static str>>,
    back: Callback<()>,
) -> AnyView {
    let chosen = Callback::new(move |passphrase: Zeroizing<String>| {
        act(desk.change_passphrase(passphrase), trouble, back);
    });
    view_fields(Asked::of_the_lock(), chosen, back)
}

fn view_new_code(
    desk: Desk,
    trouble: RwSignal<Option<&'static str>>,
    back: Callback<()>,
) -> AnyView {
    let words = &more().lock;
    let Some(code) = desk.draw_code().map(Rc::new) else {
        return el("p").class("field__error").child(words.no_chance).into_any();
    };
    let shown = view_code(&code);
    let take = move || {
        let code = code.clone();
        act(async move { desk.change_code(&code).await }, trouble, back);
    };
    nodes![
        shown,
        el("p")
            .class("answers")
            .child(button().class("button button--first").on_click(take).child(words.code_instead))
            .child(button().class("button").on_click(move || back.run(())).child(words.back))
    ]
}

fn view_open_up(
    desk: Desk,
    trouble: RwSignal<Option<&'static str>>,
    back: Callback<()>,
) -> AnyView {
    let words = &more().lock;
    nodes![
        el("p").child(words.take_off_sure),
        el("p")
            .class("answers")
            .child(
                button()
                    .class("button")
                    .on_click(move || act(desk.open_up(), trouble, back))
                    .child(words.take_off)
            )
            .child(
                button()
                    .class("button button--first")
                    .on_click(move || back.run(()))
                    .child(words.back)
            )
    ]
}
