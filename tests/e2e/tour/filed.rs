//! The ways to what is for the file: the record of a session, and everything of one person.
//! Holds no promise.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{open_sue, write};

pub async fn record(page: Page) -> Outcome {
    open_sue(&page).await?;
    page.script("location.hash = '#/record'", vec![]).await?;
    page.find("main.record").await.map(drop)
}

pub async fn record_locked(page: Page) -> Outcome {
    record(page.clone()).await?;
    page.click("Lock this record").await?;
    page.click("Lock it now").await?;
    write(&page, "amendment", "They rang the next day.").await?;
    page.click("Add it").await?;
    page.see("Added on").await
}

pub async fn person_file(page: Page) -> Outcome {
    open_sue(&page).await?;
    page.script("location.hash = '#/file'", vec![]).await?;
    page.see("Take it along").await
}
