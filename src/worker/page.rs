//! The helper of a page in a browser, over the wire to its worker.
//! Never reached by the first part of the program: it gets the helper from here once the second has come.

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::{Helper, Later, Trouble};
use crate::browser::{self, Broken};

static HELPER: OnceLock<Helper> = OnceLock::new();

impl Helper {
    /// The page's own, once the second part of the program has come; where its worker did not come with it, the first
    /// question tries again.
    pub fn of_the_page() -> Option<Helper> {
        HELPER.get().copied()
    }
}

/// Called by the second part of the program when it comes: from now on there is a helper, and its worker is on its way.
pub fn prepare() {
    HELPER.get_or_init(|| Helper::over(ask));
    browser::prepare();
}

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
