//! A desk over a slot that can fail, on a day of its own, with a "later" that comes when the test says so.
//! Never a browser, and never chance: ids count upwards.

use std::cell::{Cell, RefCell};

use attune::desk::{Desk, World};
use attune::domain::{Day, PersonId};
use attune::insight::catch::{offers, read};
use attune::storage::Slot;
use leptos::prelude::*;

use crate::faulty::Faulty;
use crate::samples;

thread_local! {
    static HOME: RefCell<Faulty> = RefCell::default();
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
        HOME.set(home.clone());
        LATER.take();
        let owner = Owner::new();
        owner.set();
        let desk =
            Desk::new(World { today, draw, draw_secret: samples::draw, soon, home: open_home });
        desk.open_kept();
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
        count
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

fn open_home() -> Result<Box<dyn Slot>, attune::storage::StorageError> {
    Ok(Box::new(HOME.with_borrow(Clone::clone)))
}
