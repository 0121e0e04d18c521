//! A page that cannot start says so, in words for people, and touches nothing that is kept.
//! Never tries a browser without WebAssembly: none of the three can be had.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::Value;

pub async fn a_damaged_program_is_refused_with_plain_words(page: Page) -> Outcome {
    page.script("localStorage.setItem('kept', 'as it was')", vec![]).await?;
    page.open_spoilt(".wasm").await?;
    page.see("Attune could not start.").await?;
    page.see("nothing on this device was touched").await?;
    assert_eq!(page.script("return localStorage.getItem('kept')", vec![]).await?, Value::from("as it was"));
    page.forgive().await
}

pub async fn a_second_part_that_does_not_come_is_said_and_asked_for_again(page: Page) -> Outcome {
    page.open_spoilt("-second-").await?;
    page.see("A part of Attune did not arrive, so nothing can be noted yet. What you noted before is safe.").await?;
    // Asking again while it cannot come changes nothing.
    page.click("People").await?;
    page.click("Try again").await?;
    page.see("A part of Attune did not arrive,").await?;
    page.mend();
    page.click("Try again").await?;
    page.see("Who may open your notes here?").await?;
    page.forgive().await
}

pub async fn a_worker_that_does_not_come_takes_nothing_with_it(page: Page) -> Outcome {
    page.open_spoilt("worker-").await?;
    page.wait_until("the worker's files to be asked for", async || {
        Ok(page.requests().iter().filter(|path| path.starts_with("/worker-")).count() == 2)
    })
    .await?;
    page.click("People").await?;
    page.see("Who may open your notes here?").await?;
    // Its files may still come, so the page is not closed to them.
    assert!(page.is("document.querySelectorAll('meta[http-equiv]').length === 1").await?);
    page.forgive().await
}
