//! A book in the browser's IndexedDB, written through to the disk: what it calls done, a kill does not undo.
//! Never panics, never waits for another tab, and leaves no handler behind.

mod connection;
mod wait;

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest, IdbTransaction};

use super::StorageError;
use super::book::{Book, Commit, CommitError, Kept, Later};
use super::reason::reason;
use connection::Connection;
use wait::{Answer, Handlers};

const DATABASE: &str = "attune";
/// Bytes by key, and nothing else: which layout they have is written in them.
const STORE: &str = "bytes";

/// Closes when it is dropped, when another tab needs the database gone, and when the browser ends it. Then all it is asked fails.
pub struct Ledger {
    connection: Rc<Connection>,
}

impl Ledger {
    /// Errors: `Blocked` where the browser gives this page no database; `Failed` where another tab holds it up for seconds.
    pub async fn open() -> Result<Ledger, StorageError> {
        Ok(Ledger { connection: Rc::new(Connection::open().await?) })
    }
}

impl Book for Ledger {
    fn read_where(&self, is_asked: fn(&str) -> bool) -> Later<Vec<Kept>> {
        let connection = self.connection.clone();
        Box::pin(async move {
            let transaction = connection.reading()?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            let keys = Answer::new();
            let mut handlers = Handlers::default();
            let (request, listed) = (store.get_all_keys().map_err(reason)?, keys.clone());
            // One question for each key: Chromium hands many megabytes over in one answer five times slower.
            let all = request.clone();
            handlers.on(&request, "success", move || {
                listed.give(ask_for_each(&store, &all, is_asked));
            });
            end_of(&transaction).await?;
            let mut all = Vec::new();
            for (key, request) in keys.await? {
                all.push((key, found(&request)?.unwrap_or_default()));
            }
            Ok(all)
        })
    }

    fn read(&self, keys: Vec<String>) -> Later<Vec<Option<Vec<u8>>>> {
        let connection = self.connection.clone();
        Box::pin(async move {
            let transaction = connection.reading()?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            let mut requests = Vec::with_capacity(keys.len());
            for key in &keys {
                requests.push(store.get(&JsValue::from_str(key)).map_err(reason)?);
            }
            end_of(&transaction).await?;
            requests.iter().map(found).collect()
        })
    }

    fn commit(&self, commit: Commit) -> Later<(), CommitError> {
        let connection = self.connection.clone();
        Box::pin(async move {
            let transaction = connection.writing()?;
            let swapping = Swapping { transaction, commit: Rc::new(commit), answer: Answer::new() };
            swapping.run().await
        })
    }

    fn erase_all(&self) -> Later<()> {
        let connection = self.connection.clone();
        Box::pin(async move {
            let transaction = connection.writing()?;
            let store = transaction.object_store(STORE).map_err(reason)?;
            store.clear().map_err(reason)?;
            end_of(&transaction).await
        })
    }
}

/// One commit under way.
#[derive(Clone)]
struct Swapping {
    transaction: IdbTransaction,
    commit: Rc<Commit>,
    answer: Answer<Result<(), CommitError>>,
}

impl Swapping {
    async fn run(self) -> Result<(), CommitError> {
        let mut handlers = Handlers::default();
        let (done, undone) = (self.answer.clone(), self.clone());
        handlers.on(&self.transaction, "complete", move || done.give(Ok(())));
        handlers.on(&self.transaction, "abort", move || {
            undone.answer.give(Err(why_undone(&undone.transaction).into()));
        });
        match self.ask_for_expected() {
            Err(thrown) => self.undo(reason(thrown).into()),
            // Requests are answered in their order, so the last answer is the time to compare. It has to be done in its event:
            // a transaction with nothing more to do ends by itself.
            Ok((store, requests)) => match requests.last().cloned() {
                None => self.write(&store),
                Some(last) => {
                    let swapping = self.clone();
                    handlers.on(&last, "success", move || swapping.compare(&store, &requests));
                }
            },
        }
        self.answer.await
    }

    fn ask_for_expected(&self) -> Result<(IdbObjectStore, Vec<IdbRequest>), JsValue> {
        let store = self.transaction.object_store(STORE)?;
        let mut requests = Vec::with_capacity(self.commit.expected.len());
        for (key, _) in &self.commit.expected {
            requests.push(store.get(&JsValue::from_str(key))?);
        }
        Ok((store, requests))
    }

    fn compare(&self, store: &IdbObjectStore, requests: &[IdbRequest]) {
        for (request, (_, expected)) in requests.iter().zip(&self.commit.expected) {
            match found(request) {
                Ok(there) if there == *expected => {}
                Ok(_) => return self.undo(CommitError::Stale),
                Err(error) => return self.undo(error.into()),
            }
        }
        self.write(store);
    }

    fn write(&self, store: &IdbObjectStore) {
        if let Err(thrown) = self.try_write(store) {
            self.undo(reason(thrown).into());
        }
    }

    fn try_write(&self, store: &IdbObjectStore) -> Result<(), JsValue> {
        for key in &self.commit.removes {
            store.delete(&JsValue::from_str(key))?;
        }
        for (key, bytes) in &self.commit.puts {
            store.put_with_key(&Uint8Array::from(bytes.as_slice()), &JsValue::from_str(key))?;
        }
        Ok(())
    }

    fn undo(&self, error: CommitError) {
        self.answer.give(Err(error));
        let _ = self.transaction.abort();
    }
}

/// Done only when all of it is.
async fn end_of(transaction: &IdbTransaction) -> Result<(), StorageError> {
    let answer = Answer::new();
    let (done, undone, of) = (answer.clone(), answer.clone(), transaction.clone());
    let mut handlers = Handlers::default();
    handlers.on(transaction, "complete", move || done.give(Ok(())));
    handlers.on(transaction, "abort", move || undone.give(Err(why_undone(&of))));
    answer.await
}

fn why_undone(transaction: &IdbTransaction) -> StorageError {
    transaction.error().map_or(StorageError::Failed, |error| reason(error.into()))
}

/// What a `get` that has succeeded gave.
fn found(request: &IdbRequest) -> Result<Option<Vec<u8>>, StorageError> {
    let value = request.result().map_err(reason)?;
    if value.is_undefined() { Ok(None) } else { Ok(Some(bytes(&value))) }
}

fn ask_for_each(
    store: &IdbObjectStore,
    listed: &IdbRequest,
    is_asked: fn(&str) -> bool,
) -> Result<Vec<(String, IdbRequest)>, StorageError> {
    let keys: Array =
        listed.result().map_err(reason)?.dyn_into().map_err(|_| StorageError::Failed)?;
    let mut requests = Vec::with_capacity(keys.length() as usize);
    for key in keys.iter() {
        let name = key.as_string().unwrap_or_default();
        if is_asked(&name) {
            requests.push((name, store.get(&key).map_err(reason)?));
        }
    }
    Ok(requests)
}

/// What is not bytes was not written here. It is handed on as nothing, and whoever opens it finds it damaged.
fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}
