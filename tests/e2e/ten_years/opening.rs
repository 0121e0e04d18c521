//! From the moment the key has been derived to the moment the people are laid out: reading both stores, unsealing, unpacking,
//! gathering and showing. And whether the page could answer a touch while the key was being derived.

use serde_json::json;

use super::vault::{Sealed, enter};
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::support::wire::devtools;

/// Milliseconds, for ten years, at the median.
const BUDGET: f64 = 250.0;
/// A practice of a tenth may take so much of it.
const TENTH: f64 = 0.2;
/// Milliseconds: a longer task while the key is derived is felt.
const LONGEST: f64 = 50.0;
const ROUNDS: usize = 9;

/// Before the page's own code: notes when Enter was pressed, when its worker answered last and when the first row stood,
/// laid out; and the browser's own record of long tasks.
const LISTEN: &str = "
    window.opening = { pressed: 0, answered: 0, shown: 0, tasks: [] };
    addEventListener('keydown', (event) => { if (event.key === 'Enter') opening.pressed = performance.now() }, true);
    window.Worker = new Proxy(Worker, { construct(real, given) {
        const worker = Reflect.construct(real, given);
        worker.addEventListener('message', () => { if (!opening.shown) opening.answered = performance.now() });
        return worker } });
    new MutationObserver(() => {
        if (!opening.pressed || opening.shown || !document.querySelector('main li')) return;
        document.body.offsetHeight;
        opening.shown = performance.now();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => list.getEntries().forEach((it) => opening.tasks.push([it.startTime, it.duration])))
        .observe({ type: 'longtask' })";

/// How long it took to open, and the longest task while the key was derived. Milliseconds.
struct Opened {
    took: f64,
    longest: f64,
}

/// Prints both. False above a budget.
pub async fn measure(all: &Sealed, tenth: &Sealed) -> Outcome<bool> {
    let session = Session::start(Engine::Chromium).await?;
    devtools(&session.driver, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))
        .await?;
    let measured = async {
        let page = session.fresh_page().await?;
        let all = open_often(&page, all).await?;
        let page = session.fresh_page().await?;
        Ok((all, open_often(&page, tenth).await?))
    };
    let measured: Outcome<_> = measured.await;
    session.end().await;
    let (all, tenth) = measured?;
    let longest = all.iter().chain(&tenth).map(|it| it.longest).fold(0.0, f64::max);
    let (all, tenth) = (median(all), median(tenth));
    println!(
        "ten years opened, ms in Chromium without deriving the key: median {all:.0} of {BUDGET:.0}"
    );
    println!("  a tenth of it: {tenth:.0}, {:.2} of that; at most {TENTH:.2}", tenth / all);
    println!(
        "  the page's longest task while the key was derived: {longest:.0} of {LONGEST:.0} (0 is below 50)"
    );
    Ok(all <= BUDGET && tenth <= all * TENTH && longest <= LONGEST)
}

fn median(mut all: Vec<Opened>) -> f64 {
    all.sort_by(|one, other| one.took.total_cmp(&other.took));
    all[all.len() / 2].took
}

async fn open_often(page: &Page, sealed: &Sealed) -> Outcome<Vec<Opened>> {
    sealed.lay_into(page).await?;
    sealed.unlock(page).await?;
    let mut all = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        page.reload().await?;
        enter(page).await?;
        let script = "const { pressed, answered, shown, tasks } = opening;
            const longest = Math.max(0, ...tasks.filter(([began]) => began > pressed && began < answered).map(([, took]) => took));
            return [shown - answered, longest]";
        let [took, longest] = serde_json::from_value(page.script(script, vec![]).await?)?;
        all.push(Opened { took, longest });
    }
    Ok(all)
}
