//! A tab that keeps a tiny vault in two homes, one call at a time: it can be stopped between any two, or told to fail at any.
//! Never waits: whoever holds it decides when it goes on.

use attune::storage::mirror::*;
use attune::storage::{Book, Commit, CommitError, MemoryLedger, Slot, StorageError};

use crate::faulty::copy;
use crate::ledgers::now;
use crate::tiny_vault::{Shelf, Stores, TinyJudge, edits};

/// What the tab is at.
enum Doing {
    Nothing,
    /// A call has gone out to the ledger and has not been done yet.
    Asked(Ask),
    /// It has been done, and the tab does not know yet.
    Done(Answer),
    Local,
}

/// How one call to the ledger goes wrong.
#[derive(Clone, Copy)]
pub struct LedgerFault {
    pub at: usize,
    pub error: StorageError,
    /// The commit was done all the same.
    pub is_late: bool,
}

pub struct Tab {
    pub mirror: Mirror,
    pub shelf: Shelf,
    highest: u64,
    plan: Option<Shelf>,
    doing: Doing,
    pub outcome: Option<Outcome>,
    pub fault: Option<LedgerFault>,
    pub asks: usize,
    /// What another state in one of the homes holds, to be merged.
    pub fork: Option<Vec<u32>>,
}

impl Tab {
    pub fn open(stores: &Stores) -> Tab {
        Tab::open_from(stores, [Ok(&stores.ledger.kept), Ok(&stores.local)])
    }

    /// With the homes as they were read: the ledger may have been read a while ago.
    pub fn open_from(stores: &Stores, homes: [Result<&dyn Slot, StorageError>; 2]) -> Tab {
        let ledger_as_read = homes[0];
        let decision = decide(homes, &mut TinyJudge).unwrap();
        assert_eq!(decision.lacks, []);
        let as_read = match ledger_as_read {
            Ok(slot) => MemoryLedger::over(copy(slot)),
            Err(_) => MemoryLedger::default(),
        };
        let stores = Stores { ledger: as_read, local: stores.local.clone() };
        let shelf = decision.head.map_or_else(Shelf::default, |head| {
            let only = decision.fork.as_ref().map(|fork| match fork.home {
                Home::Ledger => Home::Local,
                Home::Local => Home::Ledger,
            });
            Shelf::of(&head, edits(&stores, &head, only))
        });
        let fork = decision.fork.map(|fork| edits(&stores, &fork.head, Some(fork.home)));
        let doing = Doing::Nothing;
        let (plan, outcome, fault, asks) = (None, None, None, 0);
        let (mirror, highest) = (decision.mirror, decision.highest);
        Tab { mirror, shelf, highest, plan, doing, outcome, fault, asks, fork }
    }

    pub fn is_idle(&self) -> bool {
        matches!(self.doing, Doing::Nothing)
    }

    /// Hands a state in; `step` brings it home.
    pub fn begin(&mut self, edits: &[u32]) {
        let (shelf, save) = self.shelf.plan(edits, self.highest);
        self.highest = shelf.generation();
        self.mirror.begin(save);
        self.plan = Some(shelf);
        self.go_on();
    }

    /// Repairs, or brings what is owed.
    pub fn go_on(&mut self) {
        self.outcome = None;
        self.doing = self.mirror.ask().map_or(Doing::Local, Doing::Asked);
    }

    /// One call, or one answer. `false` when all is done.
    pub fn step(&mut self, stores: &Stores) -> bool {
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Nothing => return false,
            Doing::Asked(ask) => self.doing = Doing::Done(self.ask(stores, ask)),
            Doing::Done(answer) => {
                self.mirror.answer(answer);
                self.doing = self.mirror.ask().map_or(Doing::Local, Doing::Asked);
            }
            Doing::Local if self.mirror.local_step(&stores.local) => self.doing = Doing::Local,
            Doing::Local => self.settle(),
        }
        !self.is_idle()
    }

    /// As a page does it: what it does in the slot is one task, which no other page comes between.
    pub fn step_as_a_page(&mut self, stores: &Stores) {
        match self.doing {
            Doing::Local => while self.step(stores) {},
            _ => _ = self.step(stores),
        }
    }

    pub fn finish(&mut self, stores: &Stores) -> Outcome {
        while self.step(stores) {}
        self.outcome.unwrap()
    }

    /// The page ends or is hidden: into the slot at once.
    pub fn flush(&mut self, stores: &Stores) -> Outcome {
        let outcome = flush(&mut self.mirror, &stores.local);
        self.take(outcome);
        outcome
    }

    /// The page is gone. What it has asked of the ledger may still be done.
    pub fn abandon(self) -> Option<Commit> {
        match self.doing {
            Doing::Asked(Ask::Commit(commit)) => Some(commit),
            _ => None,
        }
    }

    /// Whoever waited for the ledger waits no more.
    pub fn forget_question(&mut self) {
        self.doing = Doing::Nothing;
    }

    fn settle(&mut self) {
        let outcome = self.mirror.settle();
        self.take(outcome);
        self.outcome = Some(outcome);
    }

    fn take(&mut self, outcome: Outcome) {
        if outcome.is_kept()
            && let Some(plan) = self.plan.take()
        {
            self.shelf = plan;
        }
        if self.is_idle() {
            self.plan = None;
        }
    }

    /// Whether what was handed in is not known to be kept.
    pub fn is_planning(&self) -> bool {
        self.plan.is_some()
    }

    fn ask(&mut self, stores: &Stores, ask: Ask) -> Answer {
        let fault = self.fault.filter(|fault| fault.at == self.asks);
        self.asks += 1;
        match (ask, fault) {
            (Ask::Commit(_), Some(fault)) if !fault.is_late => {
                Answer::Commit(Err(CommitError::Storage(fault.error)))
            }
            (Ask::Commit(commit), Some(fault)) => {
                let done = stores.ledger.commit_now(&commit);
                Answer::Commit(done.and(Err(CommitError::Storage(fault.error))))
            }
            (Ask::Commit(commit), None) => Answer::Commit(stores.ledger.commit_now(&commit)),
            (Ask::Heads, Some(fault)) => Answer::Heads(Err(fault.error)),
            (Ask::Heads, None) => {
                let keys = HEAD_KEYS.map(str::to_owned).to_vec();
                Answer::Heads(now(stores.ledger.read(keys)))
            }
        }
    }
}
