//! What every promise stands on: engines, the server of the release page, the page object, the runner.
//! Knows nothing of Attune's screens: what they hold is said in the promises.

pub mod bench;
pub mod by_script;
pub mod camera;
pub mod driver;
pub mod engine;
mod files;
pub mod killing;
pub mod life;
pub mod page;
pub mod paper;
mod press;
pub mod runner;
pub mod screens;
pub mod server;
pub mod session;
mod shown;
pub mod stores;
pub mod wire;

use std::time::Duration;

/// What a step or a promise ends in. A promise fails by an `Err` or by a panic (an assertion).
pub type Outcome<T = ()> = Result<T, Fault>;

/// Why something failed, in words for the one who reads the log.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// How long something may take to be seen. Long, because it only costs time when the promise is broken.
const PATIENCE: Duration = Duration::from_secs(15);
/// The pause between two looks, here and nowhere else.
const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// The project's folder.
pub fn root() -> std::path::PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// The build's folder, where pictures and logs are kept.
pub fn target() -> std::path::PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into)
}
