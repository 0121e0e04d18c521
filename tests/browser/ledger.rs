//! The ledger keeps the contract of every book in a real browser, makes way for other tabs, and says what goes wrong.
//! Never leaves anything behind.

use std::future::poll_fn;
use std::task::Poll;

use attune::storage::book::Later;
use attune::storage::{Book, Commit, CommitError, Ledger, StorageError};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::ledger_contract::check_book;

#[wasm_bindgen(inline_js = "
const factory = IDBFactory.prototype, store = IDBObjectStore.prototype;
const real = { open: factory.open, put: store.put };
const later = window.setTimeout;
const own = Object.getOwnPropertyDescriptor(window, 'indexedDB');
let held, asked = [], listening = 0;
const { addEventListener, removeEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (...all) {
  if (String(this).includes('IDB')) listening += 1;
  return addEventListener.apply(this, all);
};
EventTarget.prototype.removeEventListener = function (...all) {
  if (String(this).includes('IDB')) listening -= 1;
  return removeEventListener.apply(this, all);
};
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...all) {
  const it = begin.apply(this, all);
  asked.push(`${it.mode} ${it.durability}`);
  return it;
};
export const listeners = () => listening;
export const asked_for = () => asked.splice(0).join(', ');
export function no_database(how) {
  const get = { none: () => null, refused: () => { throw new DOMException('', 'SecurityError') } }[how];
  Object.defineProperty(window, 'indexedDB', { get, configurable: true });
}
export function full_at(count) {
  store.put = function (...all) {
    if (count-- > 0) return real.put.apply(this, all);
    throw new DOMException('', 'QuotaExceededError');
  };
}
export function silent_open() {
  factory.open = () => new EventTarget();
  window.setTimeout = task => later.call(window, task);
}
export function newer_open() {
  factory.open = function (name) { return real.open.call(this, name, 9); };
}
export function mend() {
  factory.open = real.open; store.put = real.put; window.setTimeout = later;
  if (own) Object.defineProperty(window, 'indexedDB', own); else delete window.indexedDB;
}
export function hold() {
  return new Promise(done => { real.open.call(indexedDB, 'attune').onsuccess = it => done(held = it.target.result); });
}
export function let_go() { held.close(); }
export function remove_database() {
  return new Promise((done, not) => {
    const it = indexedDB.deleteDatabase('attune');
    it.onsuccess = () => done(); it.onerror = not; it.onblocked = not;
  });
}")]
extern "C" {
    fn listeners() -> i32;
    fn asked_for() -> String;
    fn no_database(how: &str);
    fn full_at(count: u32);
    fn silent_open();
    fn newer_open();
    fn mend();
    async fn hold();
    fn let_go();
    #[wasm_bindgen(catch)]
    async fn remove_database() -> Result<(), wasm_bindgen::JsValue>;
}

async fn open_empty() -> Ledger {
    let ledger = Ledger::open().await.unwrap();
    ledger.erase_all().await.unwrap();
    ledger
}

fn keeping(key: &str, bytes: &[u8]) -> Commit {
    Commit { puts: vec![(key.to_owned(), bytes.to_vec())], ..Commit::default() }
}

#[wasm_bindgen_test]
async fn the_ledger_keeps_the_contract() {
    check_book(&open_empty().await).await;
}

#[wasm_bindgen_test]
async fn what_one_connection_keeps_another_reads() {
    let one = open_empty().await;
    let other = Ledger::open().await.unwrap();
    assert_eq!(one.commit(keeping("head.0", b"1")).await, Ok(()));
    drop(one);
    assert_eq!(other.read_all().await, Ok(vec![("head.0".to_owned(), vec![b'1'])]));
    other.erase_all().await.unwrap();
}

async fn both(mut one: Later<(), CommitError>, mut other: Later<(), CommitError>) -> String {
    let mut said = [None, None];
    poll_fn(|context| {
        for (place, later) in [&mut one, &mut other].into_iter().enumerate() {
            if said[place].is_none()
                && let Poll::Ready(it) = later.as_mut().poll(context)
            {
                said[place] = Some(it);
            }
        }
        if said.iter().all(Option::is_some) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    let mut said: Vec<String> = said.iter().map(|it| format!("{:?}", it.unwrap())).collect();
    said.sort();
    said.join(" ")
}

#[wasm_bindgen_test]
async fn of_two_that_swap_the_same_head_at_once_one_is_told() {
    let ledgers = [open_empty().await, Ledger::open().await.unwrap()];
    for round in 0..20_u8 {
        let before = round.checked_sub(1).map(|it| vec![it]);
        let [one, other] = ledgers.each_ref().map(|ledger| {
            let expected = vec![("head.0".to_owned(), before.clone())];
            ledger.commit(Commit { expected, ..keeping("head.0", &[round]) })
        });
        assert_eq!(both(one, other).await, "Err(Stale) Ok(())", "round {round}");
    }
    ledgers[0].erase_all().await.unwrap();
}

#[wasm_bindgen_test]
async fn what_writes_is_written_through() {
    let ledger = open_empty().await;
    asked_for();
    ledger.commit(keeping("a", b"1")).await.unwrap();
    assert_eq!(asked_for(), "readwrite strict");
    ledger.erase_all().await.unwrap();
    assert_eq!(asked_for(), "readwrite strict");
    ledger.read_all().await.unwrap();
    assert!(asked_for().starts_with("readonly"));
}

#[wasm_bindgen_test]
async fn no_handler_stays_behind() {
    let before = listeners();
    let ledger = open_empty().await;
    let of_the_connection = listeners() - before;
    assert_eq!(of_the_connection, 2);
    for round in 0..10 {
        let commit = Commit { expected: vec![("a".into(), None)], ..keeping("a", &[round]) };
        let _ = ledger.commit(commit).await;
        let _ = ledger.read(vec!["a".into()]).await;
        let _ = ledger.read_all().await;
    }
    // One that nobody waits for is taken off too.
    drop(ledger.commit(keeping("b", b"2")));
    ledger.erase_all().await.unwrap();
    assert_eq!(listeners() - before, 2);
    drop(ledger);
    assert_eq!(listeners(), before);
}

#[wasm_bindgen_test]
async fn where_there_is_no_database_it_is_said() {
    for how in ["none", "refused"] {
        no_database(how);
        let opened = Ledger::open().await.map(|_| ());
        mend();
        assert_eq!(opened, Err(StorageError::Blocked), "{how}");
    }
    Ledger::open().await.unwrap();
}

#[wasm_bindgen_test]
async fn full_is_said_by_its_name_and_nothing_of_it_is_there() {
    let ledger = open_empty().await;
    ledger.commit(keeping("before", b"1")).await.unwrap();
    for done in 0..3 {
        let mut commit = keeping("before", b"2");
        commit.puts.extend([("b".to_owned(), vec![2]), ("c".to_owned(), vec![2])]);
        commit.removes.push("before".to_owned());
        full_at(done);
        let full = ledger.commit(commit).await;
        mend();
        assert_eq!(full, Err(CommitError::Storage(StorageError::Full)), "{done}");
        assert_eq!(ledger.read_all().await, Ok(vec![("before".to_owned(), vec![b'1'])]));
    }
    ledger.erase_all().await.unwrap();
}

#[wasm_bindgen_test]
async fn it_makes_way_and_says_that_it_is_closed() {
    let ledger = open_empty().await;
    remove_database().await.unwrap();
    assert_eq!(ledger.read_all().await, Err(StorageError::Failed));
    let refused = Err(CommitError::Storage(StorageError::Failed));
    assert_eq!(ledger.commit(keeping("a", b"1")).await, refused);
    assert_eq!(ledger.erase_all().await, Err(StorageError::Failed));
    assert_eq!(open_empty().await.read_all().await, Ok(vec![]));
}

#[wasm_bindgen_test]
async fn one_that_is_held_up_says_so_and_holds_nobody_up_later() {
    open_empty().await;
    hold().await;
    newer_open();
    let opened = Ledger::open().await.map(|_| ());
    mend();
    assert_eq!(opened, Err(StorageError::Failed));
    let_go();
    // The connection that came too late has closed itself: else this would be blocked.
    remove_database().await.unwrap();
}

#[wasm_bindgen_test]
async fn an_opening_that_is_never_answered_ends() {
    silent_open();
    let opened = Ledger::open().await.map(|_| ());
    mend();
    assert_eq!(opened, Err(StorageError::Failed));
}
