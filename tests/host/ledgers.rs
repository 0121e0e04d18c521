//! Books that fail when told to, or answer when told to: the order of things is the test's.
//! Never loses what was committed before the fault.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use attune::storage::book::{Kept, Later};
use attune::storage::{Book, Commit, CommitError, MemoryLedger, StorageError};

/// The answer of what answers at once.
pub fn now<T>(later: impl Future<Output = T>) -> T {
    match pin!(later).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("it has not answered"),
    }
}

/// Its n-th call fails, counted from 0, without having done anything.
#[derive(Clone, Default)]
pub struct FaultyLedger {
    pub ledger: MemoryLedger,
    pub calls: Rc<Cell<usize>>,
    /// In bytes, what was read of everything that is there.
    pub given: Rc<Cell<usize>>,
    pub fails_at: Rc<Cell<Option<(usize, StorageError)>>>,
}

impl FaultyLedger {
    fn call(&self) -> Result<(), StorageError> {
        let call = self.calls.replace(self.calls.get() + 1);
        self.fails_at.get().filter(|(at, _)| *at == call).map_or(Ok(()), |(_, error)| Err(error))
    }
}

impl Book for FaultyLedger {
    fn read_where(&self, is_asked: fn(&str) -> bool) -> Later<Vec<Kept>> {
        let this = self.clone();
        Box::pin(async move {
            this.call()?;
            let read = this.ledger.read_where(is_asked).await;
            let given = read.iter().flatten().map(|(_, bytes)| bytes.len()).sum::<usize>();
            this.given.set(this.given.get() + given);
            read
        })
    }

    fn read(&self, keys: Vec<String>) -> Later<Vec<Option<Vec<u8>>>> {
        let this = self.clone();
        Box::pin(async move {
            this.call()?;
            this.ledger.read(keys).await
        })
    }

    fn commit(&self, commit: Commit) -> Later<(), CommitError> {
        let this = self.clone();
        Box::pin(async move {
            this.call()?;
            this.ledger.commit(commit).await
        })
    }

    fn erase_all(&self) -> Later<()> {
        let this = self.clone();
        Box::pin(async move {
            this.call()?;
            this.ledger.erase_all().await
        })
    }
}

/// Does its commits in the order in which the test lets them go. What is read answers at once, unless told otherwise.
#[derive(Clone, Default)]
pub struct SlowLedger {
    pub ledger: MemoryLedger,
    /// Whether whoever reads all waits as well.
    pub is_read_slowly: Rc<Cell<bool>>,
    waiting: Rc<RefCell<Vec<Rc<Cell<bool>>>>>,
}

impl SlowLedger {
    pub fn over(ledger: MemoryLedger) -> SlowLedger {
        SlowLedger { ledger, ..SlowLedger::default() }
    }

    pub fn waiting(&self) -> usize {
        self.waiting.borrow().len()
    }

    fn wait(&self) -> impl Future<Output = ()> + use<> {
        let may_go = Rc::new(Cell::new(false));
        self.waiting.borrow_mut().push(may_go.clone());
        poll_fn(move |_| if may_go.get() { Poll::Ready(()) } else { Poll::Pending })
    }

    /// Lets all that wait go.
    pub fn answer_all(&self) {
        self.waiting.take().iter().for_each(|it| it.set(true));
    }

    /// Lets the n-th of those that wait go.
    pub fn let_go(&self, number: usize) {
        self.waiting.borrow_mut().remove(number).set(true);
    }
}

impl Book for SlowLedger {
    fn read_where(&self, is_asked: fn(&str) -> bool) -> Later<Vec<Kept>> {
        let read = self.ledger.read_where(is_asked);
        match self.is_read_slowly.get() {
            true => {
                let turn = self.wait();
                Box::pin(async move {
                    turn.await;
                    read.await
                })
            }
            false => read,
        }
    }

    fn read(&self, keys: Vec<String>) -> Later<Vec<Option<Vec<u8>>>> {
        self.ledger.read(keys)
    }

    fn commit(&self, commit: Commit) -> Later<(), CommitError> {
        let (turn, ledger) = (self.wait(), self.ledger.clone());
        Box::pin(async move {
            turn.await;
            ledger.commit(commit).await
        })
    }

    fn erase_all(&self) -> Later<()> {
        self.ledger.erase_all()
    }
}
