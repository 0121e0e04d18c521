//! The helper of a page in a browser, over the wire to its worker.
//! Never named by the first part of the program: its list of what comes later hands it on.

use zeroize::Zeroizing;

use super::{Helper, Later, Trouble};
use crate::browser::{self, Broken};

/// The worker that is started with the second part of the program.
pub const OF_THE_BROWSER: Helper = Helper::over(ask);

fn ask(task: Zeroizing<Vec<u8>>) -> Later<Result<Zeroizing<Vec<u8>>, Trouble>> {
    Box::pin(async move { browser::ask(task).await.map_err(trouble) })
}

fn trouble(broken: Broken) -> Trouble {
    match broken {
        Broken::NotFetched => Trouble::NotFetched,
        Broken::NotStarted => Trouble::NotStarted,
        Broken::Died => Trouble::Died,
        Broken::Gone => Trouble::Gone,
    }
}
