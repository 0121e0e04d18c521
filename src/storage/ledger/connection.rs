//! One open connection to the browser's database: how it is made, and how it ends.
//! Never holds others up: asked to make way, it closes.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction};

use super::wait::{Answer, Handlers, Patience};
use super::{DATABASE, STORE};
use crate::storage::StorageError;
use crate::storage::reason::reason;

/// In milliseconds. A database opens in some ten; one that others hold up, or an engine that has lost it, never does, and says nothing.
const PATIENCE: i32 = 4_000;

pub struct Connection {
    database: IdbDatabase,
    is_closed: Rc<Cell<bool>>,
    _on_end: Handlers,
}

impl Connection {
    /// Errors: `Blocked` where the browser gives no database, `Failed` where another tab holds it up.
    pub async fn open() -> Result<Connection, StorageError> {
        // Without a version: what is there is opened as it is, so nobody is asked to make way and nobody holds us up.
        let request = factory()?.open(DATABASE).map_err(reason)?;
        let opening = Opening { request, is_done: Cell::new(false) };
        let request = &opening.request;
        let answer = Answer::new();
        let mut handlers = Handlers::default();
        let (made, success, error) = (request.clone(), answer.clone(), answer.clone());
        handlers.on(request, "upgradeneeded", move || make_store(&made));
        handlers.on(request, "success", move || success.give(Ok(())));
        let failed = request.clone();
        handlers.on(request, "error", move || error.give(Err(why_not_opened(&failed))));
        // It may still open when the other tab is gone. Nobody waits for that.
        let blocked = answer.clone();
        handlers.on(request, "blocked", move || blocked.give(Err((StorageError::Failed, true))));
        let late = answer.clone();
        let _patience =
            Patience::of(PATIENCE, move || late.give(Err((StorageError::Failed, true))));
        if let Err((error, may_still_open)) = answer.await {
            opening.is_done.set(!may_still_open);
            return Err(error);
        }
        opening.is_done.set(true);
        database(request).map(Connection::over).ok_or(StorageError::Failed)
    }

    fn over(database: IdbDatabase) -> Connection {
        let is_closed = Rc::new(Cell::new(false));
        let mut on_end = Handlers::default();
        // Another tab deletes the database or, one day, changes its layout.
        let (closes, closed) = (database.clone(), is_closed.clone());
        on_end.on(&database, "versionchange", move || {
            closed.set(true);
            closes.close();
        });
        // The browser itself ends it: the files are gone, or the person cleared them.
        let closed = is_closed.clone();
        on_end.on(&database, "close", move || closed.set(true));
        Connection { database, is_closed, _on_end: on_end }
    }

    pub fn reading(&self) -> Result<IdbTransaction, StorageError> {
        self.transaction("readonly")
    }

    /// Its `complete` comes when the disk has it.
    pub fn writing(&self) -> Result<IdbTransaction, StorageError> {
        self.transaction("readwrite")
    }

    fn transaction(&self, mode: &str) -> Result<IdbTransaction, StorageError> {
        if self.is_closed.get() {
            return Err(StorageError::Failed);
        }
        let begun = strict_transaction(&self.database, mode).map_err(reason)?;
        begun.dyn_into().map_err(|_| StorageError::Failed)
    }
}

/// By name: web-sys counts the options of a transaction among what may still change.
fn strict_transaction(database: &IdbDatabase, mode: &str) -> Result<JsValue, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin.call3(database, &STORE.into(), &mode.into(), &options)
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// A request to open of which nobody may be waiting any more.
struct Opening {
    request: IdbOpenDbRequest,
    is_done: Cell<bool>,
}

impl Drop for Opening {
    fn drop(&mut self) {
        if self.is_done.get() {
            return;
        }
        // A connection that came too late would hold other tabs up, so it is closed as soon as it is there.
        let late = self.request.clone();
        let close = Closure::once_into_js(move || {
            if let Some(database) = database(&late) {
                database.close();
            }
        });
        self.request.set_onsuccess(Some(close.unchecked_ref()));
    }
}

fn factory() -> Result<IdbFactory, StorageError> {
    let window = web_sys::window().ok_or(StorageError::Blocked)?;
    match window.indexed_db() {
        Ok(Some(factory)) => Ok(factory),
        Ok(None) | Err(_) => Err(StorageError::Blocked),
    }
}

fn database(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

/// Where this fails, so does the request: there is no database without its store.
fn make_store(request: &IdbOpenDbRequest) {
    if let Some(database) = database(request)
        && database.create_object_store(STORE).is_err()
        && let Some(transaction) = request.transaction()
    {
        let _ = transaction.abort();
    }
}

/// And that it will not open any more.
fn why_not_opened(request: &IdbOpenDbRequest) -> (StorageError, bool) {
    let Ok(Some(error)) = request.error() else { return (StorageError::Failed, false) };
    // Firefox says so in windows where it keeps nothing.
    let error = match error.name().as_str() {
        "InvalidStateError" => StorageError::Blocked,
        _ => reason(JsValue::from(error)),
    };
    (error, false)
}
