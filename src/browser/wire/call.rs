//! Asking the worker, which is started with the first question or before it.
//! Never starts two: whoever asks meanwhile waits for the same one.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use zeroize::Zeroizing;

use super::files::Files;
use super::running::Running;
use super::{Broken, files, outset, seal};

/// How far the page is with its worker.
#[derive(Clone)]
enum Stage {
    Nothing,
    /// Someone is at it; what comes of it is in the stage after.
    Starting(Promise),
    /// The page has sealed itself, so these are never fetched again.
    Fetched(Files),
    Running(Rc<Running>),
}

thread_local! {
    static STAGE: RefCell<Stage> = const { RefCell::new(Stage::Nothing) };
}

/// Fetches the worker and starts it, so that nobody has to wait for that later; then seals the page. Where it does not
/// come, the first question tries again.
pub fn prepare() {
    spawn_local(async { _ = running().await });
}

/// Errors: no answer, and why.
pub async fn ask(task: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, Broken> {
    running().await?.ask(task).await
}

async fn running() -> Result<Rc<Running>, Broken> {
    let starting = match STAGE.with_borrow(Stage::clone) {
        Stage::Running(running) => return Ok(running),
        Stage::Starting(starting) => starting,
        stage => {
            let starting = future_to_promise(async move {
                STAGE.set(advance(stage).await);
                Ok(JsValue::UNDEFINED)
            });
            STAGE.set(Stage::Starting(starting.clone()));
            starting
        }
    };
    _ = JsFuture::from(starting).await;
    match STAGE.with_borrow(Stage::clone) {
        Stage::Running(running) => Ok(running),
        Stage::Fetched(_) => Err(Broken::NotStarted),
        Stage::Nothing | Stage::Starting(_) => Err(Broken::NotFetched),
    }
}

/// As far as it goes from here.
async fn advance(stage: Stage) -> Stage {
    let files = match stage {
        Stage::Fetched(files) => files,
        other => match files::fetch().await {
            Ok(files) => files,
            Err(_) => return other,
        },
    };
    let is_release = files::is_release();
    if is_release {
        seal::once_fetched();
    }
    let Ok(worker) = outset::start(&files).await else { return Stage::Fetched(files) };
    if is_release {
        seal::once_started();
    }
    Stage::Running(Running::over(worker))
}
