//! One of both stores gone, and everything back from the other: from the start of the page's loading until the people are laid
//! out and the store that was lost is whole. Never behind a lock: deriving a key is the device's work, and `worker` measures it.

use serde_json::json;

use super::vault::Sealed;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::support::wire::devtools;

/// Milliseconds for ten years, at the median.
const BUDGET: f64 = 2_000.0;
const ROUNDS: usize = 7;

/// Before the page's own code: notes when the first row stood, laid out, and when each store had been given a head, which is
/// the last of what it is given. The clock begins with the loading of the page.
const LISTEN: &str = "
    window.back = { shown: null, local: null, ledger: null };
    const [local, ledger] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
    Storage.prototype.setItem = function (key, text) {
        local.call(this, key, text);
        if (String(key).startsWith('attune.head')) back.local = performance.now() };
    IDBObjectStore.prototype.put = function (bytes, key) {
        if (String(key).startsWith('head')) this.transaction.addEventListener('complete', () => { back.ledger = performance.now() });
        return ledger.call(this, bytes, key) };
    new MutationObserver((_, looking) => {
        if (!document.querySelector('main li')) return;
        looking.disconnect();
        document.body.offsetHeight;
        back.shown = performance.now();
    }).observe(document, { childList: true, subtree: true })";

/// What is lost before the page is loaded anew: how it is called, how it goes, and which store is to come back.
struct Loss {
    name: &'static str,
    lose: &'static str,
    store: Option<&'static str>,
}

const LOSSES: [Loss; 3] = [
    Loss { name: "both stores whole", lose: "", store: None },
    Loss { name: "localStorage emptied", lose: "localStorage.clear()", store: Some("local") },
    Loss {
        name: "the database deleted",
        lose: "return new Promise((done, fail) => {
            const gone = indexedDB.deleteDatabase('attune');
            gone.onsuccess = () => done(null); gone.onerror = gone.onblocked = () => fail(gone.error) })",
        store: Some("ledger"),
    },
];

/// Milliseconds until it was shown, and until both stores were whole.
struct Back {
    shown: f64,
    whole: f64,
}

/// Prints both for each loss. False above the budget.
pub async fn measure(all: &Sealed, people: usize) -> Outcome<bool> {
    let session = Session::start(Engine::Chromium).await?;
    devtools(&session.driver, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))
        .await?;
    let measured = async {
        let page = session.fresh_page().await?;
        all.lay_into(&page).await?;
        all.see_both(&page).await?;
        lose_often(&page, people).await
    };
    let measured = measured.await;
    session.end().await;
    Ok(judge(measured?))
}

fn judge(measured: [Vec<Back>; 3]) -> bool {
    println!("ten years from the loading of the page on, ms in Chromium, of {BUDGET:.0}");
    let mut keeps = true;
    let mut at_best = None;
    for (loss, all) in LOSSES.iter().zip(measured) {
        let shown = median(all.iter().map(|it| it.shown));
        let whole = median(all.iter().map(|it| it.whole));
        let best = *at_best.get_or_insert(shown);
        println!(
            "  {}: shown after {shown:.0}, {:.2} of the first; both stores whole after {whole:.0}",
            loss.name,
            shown / best
        );
        keeps &= whole <= BUDGET;
    }
    keeps
}

fn median(all: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// By turns, so that what else the machine does meets all three alike.
async fn lose_often(page: &Page, people: usize) -> Outcome<[Vec<Back>; 3]> {
    let mut all = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        for (loss, all) in LOSSES.iter().zip(&mut all) {
            all.push(lose(page, loss, people).await?);
        }
    }
    Ok(all)
}

async fn lose(page: &Page, loss: &Loss, people: usize) -> Outcome<Back> {
    page.script(loss.lose, vec![]).await?;
    page.reload().await?;
    let store = loss.store.unwrap_or("shown");
    let is_whole = format!("back.shown && back.{store}");
    page.wait_until("it all to be back", async || page.is(&is_whole).await).await?;
    let script = "const trouble = document.querySelector('.notice--warn')?.innerText ?? '';
        return [back.shown, Math.max(back.shown, back[arguments[0]]), document.querySelectorAll('main li').length, trouble]";
    let found = page.script(script, vec![json!(store)]).await?;
    let (shown, whole, rows, trouble): (f64, f64, usize, String) = serde_json::from_value(found)?;
    if rows != people || !trouble.is_empty() {
        return Err(format!("{}: {rows} of {people} people are there. {trouble}", loss.name).into());
    }
    Ok(Back { shown, whole })
}
