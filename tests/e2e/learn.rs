//! Learn leads on to the words it speaks of.
//! Never reads what it teaches.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{arrive, go, heading};

pub async fn learn_leads_to_the_words(page: Page) -> Outcome {
    go(&page, "learn").await?;
    page.click("All the words: feelings, needs and more, and where they often lead").await?;
    arrive(&page, "words").await?;
    assert_eq!(heading(&page).await?, "Words");
    Ok(())
}
