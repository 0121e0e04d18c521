//! A desk over a slot that can fail, on a day of its own, with a "later" that comes when the test says so.
//! Never a browser, and never chance: ids count upwards.

use std::cell::{Cell, RefCell};
use std::future::{poll_fn, ready};
use std::ops::Range;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use attune::desk::{Desk, Granted, Lock, NoKey, NoPasskey, Task, World};
use attune::domain::{Day, PersonId};
use attune::insight::catch::{offers, read};
use attune::storage::book::Later;
use attune::storage::{Book, Slot, StorageError};
use attune::vault::cost::Cost;
use attune::vault::key::DerivedKey;
use attune::vault::way::Salt;
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::faulty::Faulty;
use crate::samples;

thread_local! {
    static HOME: RefCell<Faulty> = RefCell::default();
    static LEDGER: RefCell<Option<Rc<dyn Book>>> = const { RefCell::new(None) };
    static TASKS: RefCell<Vec<Task>> = RefCell::default();
    static IS_OVER: Cell<bool> = const { Cell::new(false) };
    /// How often somebody began to wait, and for which of these patience has ended.
    static WAITS: Cell<u64> = const { Cell::new(0) };
    static OVER: RefCell<Vec<Range<u64>>> = const { RefCell::new(Vec::new()) };
    static IS_TAKEN: Cell<bool> = const { Cell::new(false) };
    static HAS_PASSKEY: Cell<bool> = const { Cell::new(true) };
    static LOST: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static LATER: RefCell<Vec<Box<dyn FnOnce()>>> = RefCell::default();
    static DRAWN: Cell<u64> = const { Cell::new(0) };
    static TODAY: Cell<Option<Day>> = const { Cell::new(None) };
}

/// A desk, and what it stands on. The owner keeps its signals alive.
pub struct Bench {
    pub desk: Desk,
    pub home: Faulty,
    _owner: Owner,
}

pub fn today() -> Day {
    TODAY.get().unwrap_or_else(|| Day::parse("2026-03-09").unwrap())
}

/// Sets the clock of this thread's benches.
pub fn set_today(day: Day) {
    TODAY.set(Some(day));
}

impl Bench {
    /// A desk that has opened what `home` keeps. Only one bench at a time has the later of this thread.
    pub fn over(home: &Faulty) -> Bench {
        Bench::between(home, None)
    }

    /// The same with a ledger beside it. Where nothing is kept yet, no lock is chosen.
    pub fn between(home: &Faulty, ledger: Option<Rc<dyn Book>>) -> Bench {
        IS_TAKEN.set(false);
        let bench = Bench::unchosen(home, ledger);
        if bench.desk.lock().get_untracked() == Lock::Unchosen {
            let desk = bench.desk;
            spawn(Box::pin(async move { assert_eq!(desk.open_up().await, Ok(())) }));
            bench.later();
        }
        bench
    }

    /// A desk whose person has still to say who may open it.
    pub fn unchosen(home: &Faulty, ledger: Option<Rc<dyn Book>>) -> Bench {
        HOME.set(home.clone());
        LEDGER.set(ledger);
        IS_OVER.set(false);
        TASKS.take();
        LATER.take();
        let owner = Owner::new();
        owner.set();
        let desk = Desk::new(world(), "Kept twice");
        desk.open_kept();
        // Both homes are brought to one state.
        LATER.take().into_iter().for_each(|task| task());
        Bench { desk, home: home.clone(), _owner: owner }
    }

    /// A desk with a client and an open session of today, all of it kept.
    pub fn in_session() -> (Bench, PersonId) {
        let bench = Bench::over(&Faulty::default());
        let person = bench.desk.add_client("Heron").unwrap();
        bench.desk.begin_session(today()).unwrap();
        bench.later();
        (bench, person)
    }

    /// What the browser does when the current task has ended. How many tasks there were.
    pub fn later(&self) -> usize {
        let tasks = LATER.take();
        let count = tasks.len();
        tasks.into_iter().for_each(|task| task());
        self.go_on();
        count
    }

    /// Another desk over the same homes, while this one has the turn to write and says so when it is asked.
    pub fn beside(&self, ledger: Option<Rc<dyn Book>>) -> Bench {
        let second = self.beside_in_silence(ledger);
        for word in Bench::told() {
            self.desk.hear(&word);
        }
        for word in Bench::told() {
            second.desk.hear(&word);
        }
        second.look_again();
        second
    }

    /// The same, while nobody says who has it.
    pub fn beside_in_silence(&self, ledger: Option<Rc<dyn Book>>) -> Bench {
        IS_TAKEN.set(true);
        Bench::unchosen(&self.home, ledger)
    }

    /// Whoever had the turn has given it back.
    pub fn free_turn() {
        IS_TAKEN.set(false);
    }

    /// Whoever waited for a moment looks again; what it comes to is brought home.
    pub fn look_again(&self) {
        self.lose_patience_of(Bench::waits() - 1..Bench::waits());
        LATER.take().into_iter().for_each(|task| task());
    }

    /// Whether this device has the passkeys that were made.
    pub fn has_passkey(has: bool) {
        HAS_PASSKEY.set(has);
    }

    pub fn spawn(task: Task) {
        spawn(task);
    }

    /// What was said to other tabs since this was asked last.
    pub fn told() -> Vec<String> {
        TOLD.take()
    }

    /// What waited for an answer goes on where it has come.
    pub fn go_on(&self) {
        TASKS.take().into_iter().for_each(spawn);
    }

    /// Whoever waits has waited long enough.
    pub fn lose_patience(&self) {
        IS_OVER.set(true);
        self.go_on();
        IS_OVER.set(false);
    }

    /// How many have begun to wait so far.
    pub fn waits() -> u64 {
        WAITS.get()
    }

    /// Those have waited long enough, and nobody else.
    pub fn lose_patience_of(&self, waits: Range<u64>) {
        OVER.with_borrow_mut(|all| all.push(waits));
        self.go_on();
    }

    /// Types into the catch line and takes the first row, as Enter does.
    pub fn catch(&self, raw: &str) {
        let desk = self.desk;
        let typed = read(raw);
        if let Some(suffix) = typed.suffix.filter(|_| typed.text.is_empty()) {
            assert!(desk.set_current(suffix), "{raw}");
            return;
        }
        let moment = desk.moment().get_untracked();
        let person = desk.person();
        let groups = offers(raw, moment.as_deref(), person.as_deref());
        let row = groups.iter().flat_map(|group| &group.rows).next().unwrap();
        let suffix = typed.suffix.filter(|suffix| row.offer.takes(*suffix));
        desk.catch(&row.offer, suffix, &row.text).unwrap();
    }

    /// Every item of the current moment as words and marks.
    pub fn caught(&self) -> String {
        self.desk
            .moment()
            .get_untracked()
            .map(|moment| format!("{:?}", moment.items))
            .unwrap_or_default()
    }
}

fn draw() -> [u8; 8] {
    DRAWN.set(DRAWN.get() + 1);
    DRAWN.get().to_le_bytes()
}

fn soon(task: Box<dyn FnOnce()>) {
    LATER.with_borrow_mut(|later| later.push(task));
}

fn world() -> World {
    let draw_secret = samples::draw;
    let (release, tell): (fn(), fn(&str)) = (
        || (),
        |word| {
            TOLD.with_borrow_mut(|told| told.push(word.to_owned()));
        },
    );
    World {
        today,
        draw,
        draw_secret,
        soon,
        spawn,
        wait,
        derive,
        make_passkey,
        ask_passkey,
        claim,
        release,
        tell,
        local,
        ledger,
    }
}

/// The device's own: its answer depends on the salt alone, and another device has none.
fn make_passkey(
    user: [u8; 16],
    _: [u8; 32],
    salt: [u8; 32],
) -> Later<(Vec<u8>, [u8; 32]), NoPasskey> {
    Box::pin(ready(Ok((user.to_vec(), salt.map(|byte| byte.wrapping_mul(31))))))
}

fn ask_passkey(_: Vec<u8>, _: [u8; 32], salt: [u8; 32]) -> Later<[u8; 32], NoPasskey> {
    Box::pin(ready(match HAS_PASSKEY.get() {
        true => Ok(salt.map(|byte| byte.wrapping_mul(31))),
        false => Err(NoPasskey::Refused),
    }))
}

/// Goes on with it as far as it comes now, and again in every `later`.
fn spawn(mut task: Task) {
    if task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        TASKS.with_borrow_mut(|tasks| tasks.push(task));
    }
}

/// Patience ends when the test says so.
fn wait(_: i32) -> Task {
    let number = WAITS.replace(WAITS.get() + 1);
    let is_over =
        move || IS_OVER.get() || OVER.with_borrow(|all| all.iter().any(|it| it.contains(&number)));
    Box::pin(poll_fn(move |_| if is_over() { Poll::Ready(()) } else { Poll::Pending }))
}

fn claim(takes: bool, lost: Box<dyn FnOnce()>) -> Granted {
    let is_ours = takes || !IS_TAKEN.get();
    let before = is_ours.then(|| LOST.replace(Some(lost))).flatten();
    if let Some(before) = before.filter(|_| takes) {
        before();
    }
    Box::pin(ready(is_ours))
}

/// At once, and without any cost: what is derived differs where secret or salt do.
fn derive(secret: Zeroizing<Vec<u8>>, salt: Salt, _: Cost) -> Later<DerivedKey, NoKey> {
    let mut key = [0u8; 32];
    for (at, byte) in secret.iter().chain(&salt.0).enumerate() {
        key[at % 32] = byte.wrapping_add(key[at % 32].rotate_left(3)).wrapping_mul(31);
    }
    Box::pin(ready(Ok(DerivedKey::from_bytes(key))))
}

fn local() -> Result<Rc<dyn Slot>, StorageError> {
    Ok(Rc::new(HOME.with_borrow(Clone::clone)))
}

fn ledger() -> Later<Rc<dyn Book>> {
    Box::pin(ready(LEDGER.with_borrow(Clone::clone).ok_or(StorageError::Blocked)))
}
