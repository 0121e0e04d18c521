//! One letter more in a reflection among ten years of them: what Attune works for it, what is written, and how soon it is
//! said to be saved. Never counts what the browser works for any letter in any field: a bare field beside it says how much.

use serde_json::json;

use super::vault::{Sealed, enter};
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::support::wire::devtools;

/// Milliseconds of the main thread, at the median.
const WORK: f64 = 5.0;
/// Milliseconds after the last key, at the 95th percentile: a pause of 300 and then 100.
const SAID: f64 = 400.0;
/// Bytes: 24 KB, and what a letter more may round them up to.
const SEGMENT: f64 = 26.0 * 1024.0;
const EDITS: usize = 40;

const LISTEN: &str = "
    window.edit = null;
    const write = (key, length) => { if (edit && String(key).includes('segment')) edit.segments[String(key).replace('attune.', '')] = length };
    const [local, ledger] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
    Storage.prototype.setItem = function (key, text) { write(key, text.length); return local.call(this, key, text) };
    IDBObjectStore.prototype.put = function (bytes, key) { write(key, bytes.byteLength); return ledger.call(this, bytes, key) };
    window.begin = () => {
        const state = document.querySelector('.saved');
        window.edit = { typed: 0, left: false, segments: {} };
        window.saved = new Promise((done) => {
            const seen = new MutationObserver(() => {
                if (state.textContent !== 'Saved') edit.left = true;
                else if (edit.left) { seen.disconnect(); done([performance.now() - edit.typed, Object.values(edit.segments)]) }
            });
            seen.observe(state, { childList: true, characterData: true, subtree: true });
        });
    };
    addEventListener('input', () => { edit.typed = performance.now() }, true);
    // A field of nobody's with the same text, where the letters are typed that cost nothing of ours.
    const { className, value, offsetWidth } = document.getElementById('reflection');
    const bare = Object.assign(document.createElement('textarea'), { id: 'bare', rows: 4, className, value });
    bare.style.cssText = `position: fixed; inset: auto 0 0 auto; width: ${offsetWidth}px`;
    document.body.append(bare);
    window.rest = () => { window.edit = { segments: {} }; window.saved = new Promise((done) => addEventListener('input', () => setTimeout(() => done([0, []]), 50), { once: true })) };";

/// In the middle of what one person has: in a segment that is full.
const SESSION: &str = "//main//li[150]//button";

/// What one edit took.
struct Edit {
    work: Work,
    /// Milliseconds from the key to the word.
    said: f64,
    /// Bytes of each segment.
    segments: Vec<f64>,
}

/// Milliseconds of the main thread.
#[derive(Clone, Copy)]
struct Work {
    all: f64,
    /// In our code; the rest the browser does for us: it draws, and carries what is stored.
    code: f64,
}

impl Work {
    fn since(self, before: Work) -> Work {
        Work { all: self.all - before.all, code: self.code - before.code }
    }
}

/// Prints all three. False above a budget.
pub async fn measure(all: &Sealed) -> Outcome<bool> {
    let session = Session::start(Engine::Chromium).await?;
    let measured = async {
        let page = session.fresh_page().await?;
        all.lay_into(&page).await?;
        all.unlock(&page).await?;
        page.reload().await?;
        enter(&page).await?;
        edit_often(&page).await
    };
    let measured = measured.await;
    session.end().await;
    Ok(judge(&measured?))
}

fn judge(edits: &[Edit]) -> bool {
    let work = at(edits.iter().map(|it| it.work.all), 0.5);
    let code = at(edits.iter().map(|it| it.work.code), 0.5);
    let said = at(edits.iter().map(|it| it.said), 0.95);
    let count = edits.iter().map(|it| it.segments.len()).max().unwrap_or(0);
    let largest = edits.iter().flat_map(|it| &it.segments).copied().fold(0.0, f64::max);
    println!(
        "an edit among ten years, in Chromium: median {work:.1} ms of the main thread, of {WORK:.0}"
    );
    println!("  {code:.1} of these in Attune's own code");
    println!("  at most {count} segments written, the largest {largest:.0} bytes");
    println!("  said to be saved {said:.0} ms after the key at the 95th percentile, of {SAID:.0}");
    work <= WORK && said <= SAID && count <= 1 && largest <= SEGMENT
}

fn at(all: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all[((all.len() - 1) as f64 * share).round() as usize]
}

async fn edit_often(page: &Page) -> Outcome<Vec<Edit>> {
    crate::walk::enter(page, "Client 7").await?;
    page.click_path(SESSION).await?;
    crate::walk::enter(page, "Two texts").await?;
    page.find("#reflection").await?;
    page.script(LISTEN, vec![]).await?;
    // Time on the processor: whatever else the machine does meanwhile is not the page's work.
    devtools(page.driver(), "Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let mut edits = Vec::with_capacity(EDITS);
    for _ in 0..EDITS {
        let bare = type_one(page, "bare", "rest()").await?;
        let edit = type_one(page, "reflection", "begin()").await?;
        edits.push(Edit { work: edit.work.since(bare.work), ..edit });
    }
    Ok(edits)
}

/// Types one letter into a field, and waits until it is saved, or is known not to be.
async fn type_one(page: &Page, field: &str, begin: &str) -> Outcome<Edit> {
    page.script("document.getElementById(arguments[0]).focus()", vec![json!(field)]).await?;
    page.script(begin, vec![]).await?;
    let before = work(page).await?;
    page.press("e").await?;
    let saved = page.script("return saved", vec![]).await?;
    let work = work(page).await?.since(before);
    let (said, segments) = serde_json::from_value(saved)?;
    Ok(Edit { work, said, segments })
}

/// So far.
async fn work(page: &Page) -> Outcome<Work> {
    let all = devtools(page.driver(), "Performance.getMetrics", json!({})).await?;
    let metrics = all["metrics"].as_array().ok_or("no metrics")?;
    let milliseconds = |name: &str| {
        let found = metrics.iter().find(|it| it["name"] == name);
        found.and_then(|it| it["value"].as_f64()).map(|it| it * 1000.0).ok_or("no work")
    };
    Ok(Work { all: milliseconds("TaskDuration")?, code: milliseconds("ScriptDuration")? })
}
