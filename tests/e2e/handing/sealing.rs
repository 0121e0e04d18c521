//! How soon fifty moments and a few are sealed for a key, from the press to the word that they are, and how large the file is.
//! Never judges what is in it.

use crate::practice::one_person;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::ten_years::vault::Sealed;
use crate::walk::{arrive, enter, paste};

/// With some five moments each.
const SESSIONS: usize = 11;
/// Milliseconds at the median, the worker's start included.
const BUDGET: f64 = 200.0;
/// In bytes.
const LARGEST: usize = 20 * 1024;
const ROUNDS: usize = 7;

/// Presses, and waits until the page says so.
const SEAL: &str = "return new Promise((done) => {
        const is_sealed = () => document.body.innerText.includes('It is sealed.');
        const watch = new MutationObserver(() => { if (is_sealed()) { watch.disconnect(); done(performance.now() - began) } });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
        const seal = [...document.querySelectorAll('button')].find((it) => it.textContent === 'Seal it');
        const began = performance.now();
        seal.click();
    })";

const PICK_ALL: &str = "const all = [...document.querySelectorAll('.picking__session button')].filter((it) => it.textContent === 'All of it');
    all.forEach((it) => it.click());
    return document.querySelectorAll('.picking__moment').length";

/// False above a budget.
pub async fn measure() -> Outcome<bool> {
    let session = Session::start(Engine::Chromium).await?;
    let measured = async { seal_often(&session.fresh_page().await?).await }.await;
    session.end().await;
    let (mut took, bytes, moments) = measured?;
    took.sort_by(f64::total_cmp);
    let median = took[took.len() / 2];
    println!(
        "a handover of {moments} moments sealed for a key, in Chromium: median {median:.0} ms of {BUDGET:.0}, most {:.0}; {bytes} bytes of {LARGEST}",
        took[took.len() - 1]
    );
    Ok(median <= BUDGET && bytes <= LARGEST && moments >= 50)
}

async fn seal_often(page: &Page) -> Outcome<(Vec<f64>, usize, u64)> {
    Sealed::without_lock(&one_person(1, SESSIONS))?.lay_into(page).await?;
    enter(page, "Client 1").await?;
    arrive(page, "sessions").await?;
    page.click("Hand something back").await?;
    page.find(".picking__moment").await?;
    let moments = page.script(PICK_ALL, vec![]).await?.as_u64().unwrap_or_default();
    page.watch_files().await?;
    let link = attune::route::invitation::write(&super::key(), &[]);
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        page.click("Seal what I picked").await?;
        paste(page, "their-invitation", &link).await?;
        took.push(page.script(SEAL, vec![]).await?.as_f64().unwrap_or(f64::INFINITY));
        page.click("Save the file").await?;
        page.click("Back to picking").await?;
    }
    Ok((took, page.handed_over().await?.len(), moments))
}
