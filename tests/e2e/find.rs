//! Finding again what was noted: typed, opened in a tap, by keyboard alone; and what is never seen unasked or left behind.
//! Never judges what is found for which word: `tests/host/find.rs` does.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, arrive, catch, enter, everything, go, heading, held, see_sue, write};
use thirtyfour::Key;

const FIELD: &str = "find-words";
const ROWS: &str = "document.querySelectorAll('main .found li').length";

/// A client with a moment of this name.
async fn add_with(page: &Page, code: &str, label: &str) -> Outcome {
    add_client(page, code).await?;
    write(page, "catch", label).await?;
    page.click_path("//*[@role='option'][contains(normalize-space(.), \"as this moment's name\")]").await?;
    page.wait_until("the line to be empty", async || Ok(held(page, "catch").await?.is_empty())).await
}

async fn see_count(page: &Page, count: usize) -> Outcome {
    page.wait_until(&format!("{count} rows"), async || page.is(&format!("{ROWS} === {count}")).await).await
}

async fn has_focus(page: &Page, id: &str) -> Outcome {
    page.wait_until(&format!("the focus on {id}"), async || page.is(&format!("document.activeElement?.id === '{id}'")).await).await
}

pub async fn what_was_noted_is_found_and_opened_in_a_tap(page: Page) -> Outcome {
    add_with(&page, "Heron", "Rota talk on the ward").await?;
    catch(&page, "lonely").await?;
    enter(&page, "Two texts, kept apart").await?;
    write(&page, "reflection", "quietly moved").await?;
    page.see("Saved").await?;
    go(&page, "understanding/find").await?;
    has_focus(&page, FIELD).await?;
    page.see("Moments by their names").await?;
    write(&page, FIELD, "ROTA").await?;
    see_count(&page, 1).await?;
    assert!(page.is("document.querySelector('.found mark').textContent === 'Rota'").await?);
    page.click_on(".found li button").await?;
    arrive(&page, "attune").await?;
    page.see("Rota talk on the ward").await?;
    go(&page, "understanding/find").await?;
    write(&page, FIELD, "lonel").await?;
    page.see("Feeling Lonely").await?;
    // A text opens unfolded, with the caret in it.
    write(&page, FIELD, "moved").await?;
    page.see("Reflection quietly moved").await?;
    page.click_on(".found li button").await?;
    arrive(&page, "attune").await?;
    has_focus(&page, "reflection").await?;
    assert_eq!(held(&page, "reflection").await?, "quietly moved");
    go(&page, "understanding/find").await?;
    write(&page, FIELD, "nothing of the kind").await?;
    page.see("Nothing here holds all of this").await
}

pub async fn another_persons_words_show_only_after_everyone_was_asked_for(page: Page) -> Outcome {
    add_with(&page, "Quillfish", "Rota in the north").await?;
    go(&page, "understanding/find").await?;
    page.find(&format!("#{FIELD}")).await?;
    assert!(!page.text().await?.contains("Everyone"), "a choice with nobody else to choose");
    add_with(&page, "Heron", "Rota in the south").await?;
    go(&page, "understanding/find").await?;
    write(&page, FIELD, "rota").await?;
    see_count(&page, 1).await?;
    let seen = everything(&page).await?;
    assert!(!seen.contains("north") && !seen.contains("Quillfish"), "someone else is in the page");
    page.click("Everyone").await?;
    see_count(&page, 2).await?;
    page.see("Quillfish").await?;
    page.click_path("//main//li//button[contains(., 'north')]").await?;
    arrive(&page, "attune").await?;
    page.wait_until("the other's page", async || Ok(heading(&page).await? == "Quillfish")).await?;
    // It is this person again each time.
    go(&page, "understanding/find").await?;
    write(&page, FIELD, "rota").await?;
    see_count(&page, 1).await?;
    assert!(!everything(&page).await?.contains("south"));
    Ok(())
}

pub async fn all_is_looked_through_where_nobody_is_chosen(page: Page) -> Outcome {
    add_with(&page, "Quillfish", "Rota in the north").await?;
    add_with(&page, "Heron", "Rota in the south").await?;
    go(&page, "people").await?;
    // Whoever looks at someone else's sessions has none open: then a page loaded anew has nobody chosen.
    enter(&page, "Quillfish").await?;
    arrive(&page, "sessions").await?;
    go(&page, "people").await?;
    page.reload().await?;
    page.click("Find something that was noted").await?;
    page.see("Find again").await?;
    has_focus(&page, FIELD).await?;
    write(&page, FIELD, "rota").await?;
    see_count(&page, 2).await?;
    page.see("Quillfish").await?;
    page.click_path("//main//li//button[contains(., 'north')]").await?;
    arrive(&page, "attune").await?;
    page.wait_until("the other's page", async || Ok(heading(&page).await? == "Quillfish")).await
}

pub async fn it_is_found_by_keyboard_alone(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/map").await?;
    page.script("[...document.querySelectorAll('.views a')].at(-1).focus()", vec![]).await?;
    page.key(Key::Enter).await?;
    has_focus(&page, FIELD).await?;
    page.press("love").await?;
    page.see("Love").await?;
    page.find("#found-first").await?;
    page.key(Key::Enter).await?;
    has_focus(&page, "found-first").await?;
    // Back to the field, past whatever stands between.
    while !page.is(&format!("document.activeElement?.id === '{FIELD}'")).await? {
        page.chord(Key::Shift, Key::Tab).await?;
    }
    page.key(Key::Escape).await?;
    page.wait_until("an empty field", async || Ok(held(&page, FIELD).await?.is_empty())).await?;
    see_count(&page, 0).await?;
    page.press("love").await?;
    page.find("#found-first").await?;
    page.key(Key::Enter).await?;
    has_focus(&page, "found-first").await?;
    page.key(Key::Enter).await?;
    arrive(&page, "attune").await?;
    page.find("main article.card").await.map(drop)
}

pub async fn nothing_typed_to_find_stays_after_leaving(page: Page) -> Outcome {
    add_with(&page, "Heron", "Rota talk").await?;
    go(&page, "understanding/find").await?;
    write(&page, FIELD, "xylograph").await?;
    page.see("Nothing here holds all of this").await?;
    for told in ["location.href", "document.title", "JSON.stringify(history.state)", "JSON.stringify({ ...localStorage, ...sessionStorage })"] {
        assert!(!page.is(&format!("{told}?.includes('xylograph')")).await?, "{told}");
    }
    go(&page, "understanding/map").await?;
    page.see("Nothing was named").await?;
    assert!(!everything(&page).await?.contains("xylograph"));
    go(&page, "understanding/find").await?;
    assert_eq!(held(&page, FIELD).await?, "");
    // A phrase of danger is pointed at as in any field, and no longer once the view is left.
    write(&page, FIELD, "I want to die").await?;
    page.see("emergency").await?;
    go(&page, "understanding/map").await?;
    page.see_no_more("emergency").await
}
