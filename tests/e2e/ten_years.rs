//! Ten years of a practice, sealed, in the page: how long it takes to open, what an edit costs and how much room it takes.
//! Never derives the key within what it measures: that is the device's work, and `worker` measures it.

mod editing;
mod mending;
mod opening;
pub mod vault;

use crate::practice::practice;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::session::Session;
use vault::Sealed;

/// 40 people with a session every twelfth day.
const PEOPLE: usize = 40;
const SESSIONS: usize = 300;
/// How much of localStorage they may take. Source: five thousand and so many KB is what every engine gives, measured.
const ROOM: f64 = 0.6;

/// Prints what it finds. False above any budget.
pub async fn measure() -> Outcome<bool> {
    let all = Sealed::of(&practice(1, PEOPLE, SESSIONS))?;
    let tenth = Sealed::of(&practice(1, PEOPLE / 10, SESSIONS))?;
    let fits = fits_into_webkit(&all).await?;
    let opens = opening::measure(&all, &tenth).await?;
    Ok(editing::measure(&all).await? && opens && fits)
}

/// Prints how soon they are back where one of both stores is gone. False above the budget.
pub async fn measure_mending() -> Outcome<bool> {
    mending::measure(&Sealed::without_lock(&practice(1, PEOPLE, SESSIONS))?, PEOPLE).await
}

/// The engine that gives the least room takes it, and opens it again.
async fn fits_into_webkit(all: &Sealed) -> Outcome<bool> {
    let session = Session::start(Engine::Webkit).await?;
    let tried = async {
        let page = session.fresh_page().await?;
        all.lay_into(&page).await?;
        all.unlock(&page).await?;
        vault::units(&page).await
    };
    let units = tried.await;
    session.end().await;
    let share = units? as f64 / attune::storage::LOCAL_MOST as f64;
    println!(
        "ten years in WebKitGTK's localStorage: {:.1} % of its units, at most {:.0} %",
        share * 100.0,
        ROOM * 100.0
    );
    Ok(share <= ROOM)
}
