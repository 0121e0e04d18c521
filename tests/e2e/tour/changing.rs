//! The ways to a change at work: begun, mapped, counted, and the list of them.
//! Holds no promise.

use crate::change;
use crate::support::Outcome;
use crate::support::page::Page;

pub async fn list(page: Page) -> Outcome {
    change::mapped(&page).await?;
    page.click("All changes").await?;
    page.see("Begun today").await
}

pub async fn empty(page: Page) -> Outcome {
    change::begun(&page).await
}

pub async fn mapped(page: Page) -> Outcome {
    change::mapped(&page).await?;
    crate::walk::write(&page, "change-heard", "betrayed").await?;
    page.key(thirtyfour::Key::Enter).await?;
    page.see("“Betrayed” is heard.").await?;
    crate::walk::write(&page, "change-measure-new", "The rota is drawn up together").await?;
    page.key(thirtyfour::Key::Enter).await?;
    page.click("Control, Nurses").await?;
    page.click("As a table").await?;
    page.click("All needs").await
}

pub async fn counted(page: Page) -> Outcome {
    change::counted(&page).await
}
