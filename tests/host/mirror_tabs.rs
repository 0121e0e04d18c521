//! Several tabs, a lock that can be stolen, pages that are hidden and killed, in every order a seed gives: nothing lost, nothing doubled,
//! no fork that stays.
//! Never draws chance of its own: a failing order is named by its seed.

use std::collections::BTreeSet;

use attune::storage::mirror::*;
use attune::storage::{Book, Commit, Snapshot};

use crate::ledgers::now;
use crate::samples::Dice;
use crate::tiny_tab::Tab;
use crate::tiny_vault::Stores;

/// One window of a browser, and the person typing in it.
#[derive(Default)]
struct Window {
    /// What the ledger held when this window began to open: the slot is read later.
    opening: Option<Snapshot>,
    tab: Option<Tab>,
    /// Typed here and not known to be kept.
    unsaved: BTreeSet<u32>,
    /// Its lock was stolen, and it has been told.
    is_told: bool,
    /// What the save under way holds.
    on_its_way: BTreeSet<u32>,
}

struct Desk {
    dice: Dice,
    stores: Stores,
    windows: Vec<Window>,
    /// Which window has the lock.
    lock: Option<usize>,
    next_edit: u32,
    /// All that was ever said to be kept.
    acknowledged: BTreeSet<u32>,
    /// Asked for by pages that are gone, and perhaps still done.
    late: Vec<Commit>,
    forks: usize,
    steals: usize,
}

impl Desk {
    fn new(seed: u64, windows: usize) -> Desk {
        Desk {
            dice: Dice::new(seed),
            stores: Stores::default(),
            windows: (0..windows).map(|_| Window::default()).collect(),
            lock: None,
            next_edit: 1,
            acknowledged: BTreeSet::new(),
            late: Vec::new(),
            forks: 0,
            steals: 0,
        }
    }

    fn act(&mut self) {
        if !self.late.is_empty() && self.dice.one_in(5) {
            let late = self.late.remove(0);
            let _ = self.stores.ledger.commit_now(&late);
        }
        let who = self.dice.below(self.windows.len());
        if self.dice.one_in(6) {
            self.windows[who].unsaved.insert(self.next_edit);
            self.next_edit += 1;
        }
        match (&self.windows[who].tab, &self.windows[who].opening) {
            (None, None) => self.ask_for_lock(who),
            (None, Some(_)) => self.open(who),
            (Some(_), _) => self.work(who),
        }
    }

    fn ask_for_lock(&mut self, who: usize) {
        if let Some(holder) = self.lock.filter(|holder| *holder != who) {
            if !self.dice.one_in(8) {
                return;
            }
            // The robbed one hears of it later, or never.
            self.steals += 1;
            self.windows[holder].is_told = self.dice.one_in(3);
        }
        self.lock = Some(who);
        self.windows[who].is_told = false;
        self.windows[who].opening = now(self.stores.ledger.read_all()).ok().map(Snapshot::of);
    }

    fn open(&mut self, who: usize) {
        let Some(ledger) = self.windows[who].opening.take() else { return };
        let mut tab = Tab::open_from(&self.stores, [Ok(&ledger), Ok(&self.stores.local)]);
        if let Some(fork) = tab.fork.take() {
            self.forks += 1;
            self.windows[who].unsaved.extend(fork);
        }
        tab.go_on();
        self.windows[who].tab = Some(tab);
    }

    fn work(&mut self, who: usize) {
        let kills = self.dice.one_in(60);
        let hides = self.dice.one_in(12);
        let stores = &self.stores;
        let window = &mut self.windows[who];
        let Some(tab) = &mut window.tab else { return };
        if hides {
            if tab.is_idle() {
                begin(tab, &window.unsaved, &mut window.on_its_way);
            }
            tab.flush(stores);
        } else if !tab.is_idle() {
            tab.step_as_a_page(stores);
        } else {
            begin(tab, &window.unsaved, &mut window.on_its_way);
        }
        if !tab.is_planning() {
            let kept: BTreeSet<u32> = tab.shelf.edits.iter().copied().collect();
            self.acknowledged.extend(window.on_its_way.intersection(&kept));
            window.on_its_way.clear();
            window.unsaved.retain(|edit| !kept.contains(edit));
        }
        let is_elsewhere = tab.outcome.is_some_and(Outcome::is_elsewhere);
        let is_told = window.is_told && tab.is_idle();
        if !(kills || is_elsewhere || is_told) {
            return;
        }
        // What a killed window had not kept is gone; one that only has to open anew still shows it.
        let unsaved = std::mem::take(&mut window.unsaved);
        let unsaved = if kills { BTreeSet::new() } else { unsaved };
        let gone = std::mem::replace(window, Window { unsaved, ..Window::default() });
        self.late.extend(gone.tab.and_then(Tab::abandon));
        if self.lock == Some(who) {
            self.lock = None;
        }
    }

    /// All windows close but one, which opens last and keeps what it found.
    fn end(&mut self, seed: u64) {
        let mut last = Tab::open(&self.stores);
        let mut all: BTreeSet<u32> = last.shelf.edits.iter().copied().collect();
        assert_eq!(all.len(), last.shelf.edits.len(), "doubled, seed {seed}");
        all.extend(last.fork.take().into_iter().flatten());
        let lost: Vec<&u32> = self.acknowledged.difference(&all).collect();
        assert!(lost.is_empty(), "lost {lost:?}, seed {seed}");
        let mut state: Vec<u32> = all.into_iter().collect();
        last.go_on();
        last.finish(&self.stores);
        for more in [9001, 9002, 9003] {
            state.push(more);
            last.begin(&state);
            let both = Outcome { ledger: Standing::Holds, local: Standing::Holds };
            assert_eq!(last.finish(&self.stores), both, "seed {seed}");
        }
        assert_eq!(self.stores.state(), state, "seed {seed}");
    }
}

fn begin(tab: &mut Tab, unsaved: &BTreeSet<u32>, on_its_way: &mut BTreeSet<u32>) {
    let mut state = tab.shelf.edits.clone();
    state.extend(unsaved.iter().filter(|edit| !tab.shelf.edits.contains(edit)));
    *on_its_way = state.iter().copied().collect();
    tab.begin(&state);
}

#[test]
fn in_a_thousand_orders_of_two_and_three_tabs_nothing_is_lost_or_doubled() {
    let (mut forks, mut steals, mut kept) = (0, 0, 0);
    for seed in 0..1000 {
        let mut desk = Desk::new(seed, 2 + (seed % 2) as usize);
        for _ in 0..300 {
            desk.act();
        }
        desk.end(seed);
        forks += desk.forks;
        steals += desk.steals;
        kept += desk.acknowledged.len();
    }
    // The orders are worth something: locks were stolen, and pages hidden just then.
    assert!(steals > 1000 && forks > 10 && kept > 10_000, "{steals} {forks} {kept}");
}
