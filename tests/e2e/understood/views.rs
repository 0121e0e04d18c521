//! From the press on a view's link to the paint that shows it: of 600 sessions, and of twice as many.
//! Never judges what is shown; how many elements are there says whether anything is.

use std::sync::Arc;

use attune::route::{Route, View};
use serde_json::json;

use super::at;
use crate::practice::one_person;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::ten_years::vault::Sealed;
use crate::walk::{arrive, enter};

/// Sessions of one person, with some five moments each: sixteen years, or a session a day for two.
const SESSIONS: usize = 600;
/// Milliseconds at the median, from the press to the paint.
const BUDGET: f64 = 50.0;
/// What twice as many sessions may cost of what the once cost, drawing and layout included, waiting for the frame not.
const TWICE: f64 = 2.2;
/// Milliseconds: what costs less is compared as if it cost this, for the clock has steps of a tenth.
const FLOOR: f64 = 2.0;
const ROUNDS: usize = 11;

/// The browser tells of the new address in a task of its own; the page's listener is the first to hear it, and what it
/// leaves to microtasks is done before ours. A message sent from within the next frame arrives once that is painted.
const LISTEN: &str = "window.press = (address) => new Promise((done) => {
        const paint = new MessageChannel(), began = performance.now();
        addEventListener('hashchange', () => {
            document.body.offsetHeight;
            const laid = performance.now() - began;
            paint.port1.onmessage = () => done([laid, performance.now() - began, document.querySelectorAll('.understanding__view *').length]);
            requestAnimationFrame(() => paint.port2.postMessage(null));
        }, { once: true });
        document.querySelector(`.views a[href='${address}']`).click();
    })";

/// Milliseconds from the press until it was laid out, and until it was painted; and how many elements it has.
type Shown = (f64, f64, usize);

/// Prints a row for each view. False above a budget.
pub async fn measure() -> Outcome<bool> {
    let session = Session::start(Engine::Chromium).await?;
    let measured = async {
        let once = show_often(&session, SESSIONS).await?;
        Ok((once, show_often(&session, 2 * SESSIONS).await?))
    };
    let measured: Outcome<_> = measured.await;
    session.end().await;
    let (once, twice) = measured?;
    println!(
        "a view of {SESSIONS} sessions, ms from the press to the paint in Chromium, of {BUDGET:.0} at the median"
    );
    let mut keeps = true;
    for ((view, once), (_, twice)) in once.iter().zip(&twice) {
        let painted = at(once.iter().map(|it| it.1), 0.5);
        let laid = at(once.iter().map(|it| it.0), 0.5);
        let laid_twice = at(twice.iter().map(|it| it.0), 0.5);
        let first = once.first().map_or(0.0, |it| it.1);
        let ratio = laid_twice.max(FLOOR) / laid.max(FLOOR);
        println!(
            "  {:<10} {painted:5.1}, the first time {first:5.1}   laid out {laid:5.1}; of twice as many {laid_twice:5.1}, {ratio:.2} of it, at most {TWICE}   {} elements",
            format!("{view:?}"),
            once.first().map_or(0, |it| it.2)
        );
        keeps &= painted <= BUDGET && ratio <= TWICE;
    }
    Ok(keeps)
}

async fn show_often(session: &Arc<Session>, sessions: usize) -> Outcome<Vec<(View, Vec<Shown>)>> {
    let page = session.fresh_page().await?;
    Sealed::without_lock(&one_person(1, sessions))?.lay_into(&page).await?;
    enter(&page, "Client 1").await?;
    arrive(&page, "sessions").await?;
    page.script("location.hash = '#/understanding/find'", vec![]).await?;
    page.find(".views").await?;
    page.script(LISTEN, vec![]).await?;
    let mut all: Vec<(View, Vec<Shown>)> = View::ALL.map(|view| (view, Vec::new())).to_vec();
    for _ in 0..ROUNDS {
        for (view, shown) in &mut all {
            // From a view that has little to take down.
            let before = if *view == View::Find { View::Choices } else { View::Find };
            press(&page, before).await?;
            shown.push(press(&page, *view).await?);
        }
    }
    Ok(all)
}

async fn press(page: &Page, view: View) -> Outcome<Shown> {
    let address = Route::Understanding(view).address();
    let there = format!("location.hash === '{address}'");
    if page.is(&there).await? {
        return Ok((0.0, 0.0, 0));
    }
    let shown = page.script("return press(arguments[0])", vec![json!(address)]).await?;
    Ok(serde_json::from_value(shown)?)
}
