//! A page that cannot start says so, in words for people, and touches nothing that is kept.
//! Never tries a browser without WebAssembly: none of the three can be had.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::Value;

pub async fn a_damaged_program_is_refused_with_plain_words(page: Page) -> Outcome {
    page.script("localStorage.setItem('kept', 'as it was')", vec![]).await?;
    page.open_spoilt().await?;
    page.see("Attune could not start.").await?;
    page.see("nothing on this device was touched").await?;
    assert_eq!(page.script("return localStorage.getItem('kept')", vec![]).await?, Value::from("as it was"));
    page.forgive().await
}
