//! Reflection and record are two texts, kept apart, and nothing written in them is lost.
//! Never shows either on the turned screen: `discreet` promises that.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, enter, held, paste, write};

const OPEN: &str = "Two texts, kept apart";

pub async fn reflection_and_record_are_kept_apart_and_found_again(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    enter(&page, OPEN).await?;
    write(&page, "reflection", "I felt a pull to help").await?;
    write(&page, "record", "Second session. Workload.").await?;
    page.see("Saved").await?;
    page.reload().await?;
    enter(&page, OPEN).await?;
    assert_eq!(held(&page, "reflection").await?, "I felt a pull to help");
    assert_eq!(held(&page, "record").await?, "Second session. Workload.");
    write(&page, "reflection", "").await?;
    page.see("Saved").await?;
    page.reload().await?;
    enter(&page, OPEN).await?;
    assert_eq!(held(&page, "reflection").await?, "");
    assert_eq!(held(&page, "record").await?, "Second session. Workload.");
    Ok(())
}

pub async fn a_text_that_is_too_long_is_refused_in_words_and_stays_in_the_field(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    enter(&page, OPEN).await?;
    // Not all of them ASCII: the limit is in characters.
    let most = "né ".repeat(6_666) + "né";
    assert_eq!(most.chars().count(), 20_000);
    paste(&page, "record", &most).await?;
    page.see("Saved").await?;
    let more = format!("{most}!");
    paste(&page, "record", &more).await?;
    page.see("That is more than 20000 characters, and the rest is not kept yet.").await?;
    assert_eq!(held(&page, "record").await?, more, "the text is still there");
    page.reload().await?;
    enter(&page, OPEN).await?;
    assert_eq!(held(&page, "record").await?, most);
    Ok(())
}
