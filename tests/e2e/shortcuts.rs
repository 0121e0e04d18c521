//! The list of shortcuts, one key away wherever that key is not a letter.
//! Never tries the shortcuts themselves: the canvas has promises of its own.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, go, held, write};
use thirtyfour::Key;

const TITLE: &str = "In the catch line, while your eyes stay on the person.";

pub async fn a_question_mark_lists_the_shortcuts_outside_fields(page: Page) -> Outcome {
    for place in ["", "learn", "settings"] {
        go(&page, place).await?;
        page.press("?").await?;
        page.see(TITLE).await?;
        page.key(Key::Escape).await?;
        page.see_no_more(TITLE).await?;
    }
    go(&page, "people").await?;
    write(&page, "code", "a?").await?;
    assert_eq!(held(&page, "code").await?, "a?");
    assert!(!page.text().await?.contains(TITLE));
    add_client(&page, "Heron").await?;
    write(&page, "catch", "why?").await?;
    assert!(!page.text().await?.contains(TITLE));
    write(&page, "catch", "").await?;
    page.press("?").await?;
    page.see(TITLE).await?;
    page.click("Close").await?;
    page.see_no_more(TITLE).await?;
    page.wait_until("the focus back in the line", async || page.is("document.activeElement?.id === 'catch'").await).await?;
    assert_eq!(held(&page, "catch").await?, "");
    Ok(())
}
