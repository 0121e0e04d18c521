//! The sessions of one person: today, several a day, back-dated, re-dated, deleted and taken back; and "for myself".
//! Never looks into a session: the canvas has promises of its own.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, arrive, catch, choose, enter, go, heading, paste, see_rows};

const TODAY: &str = "Today";
const FIRST: &str = "Today, session 1 that day";
const SECOND: &str = "Today, session 2 that day";
const LONG_AGO: &str = "Thursday 29 February 2024";

pub async fn several_sessions_a_day_are_told_apart(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    go(&page, "sessions").await?;
    see_rows(&page, &[TODAY]).await?;
    page.click("Begin a session today").await?;
    arrive(&page, "attune").await?;
    page.see("Today, session 2 that day").await?;
    catch(&page, "glad").await?;
    page.see("Saved").await?;
    page.reload().await?;
    page.see("Today, session 2 that day").await?;
    go(&page, "sessions").await?;
    see_rows(&page, &[SECOND, FIRST]).await?;
    enter(&page, FIRST).await?;
    arrive(&page, "attune").await?;
    page.find_path("//main//article//button[contains(., 'Sad')]").await?;
    page.see_no_more("Glad").await
}

pub async fn a_session_has_the_day_it_is_given(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go(&page, "sessions").await?;
    enter(&page, "On another day").await?;
    paste(&page, "begin-day", "").await?;
    page.click("Begin").await?;
    page.see("There is no such day.").await?;
    paste(&page, "begin-day", "2024-02-29").await?;
    page.click("Begin").await?;
    arrive(&page, "attune").await?;
    page.see("Thursday 29 February 2024").await?;
    go(&page, "sessions").await?;
    see_rows(&page, &[TODAY, LONG_AGO]).await?;
    choose(&page, "More: Thursday 29 February 2024", "Change the day").await?;
    paste(&page, "new-day", "1999-12-31").await?;
    page.click("Save").await?;
    let redated = "Friday 31 December 1999";
    see_rows(&page, &[TODAY, redated]).await?;
    page.reload().await?;
    go(&page, "sessions").await?;
    see_rows(&page, &[TODAY, redated]).await
}

pub async fn a_deleted_session_comes_back(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    go(&page, "sessions").await?;
    choose(&page, "More: Today", "Delete").await?;
    page.see("The session is deleted.").await?;
    page.see("No session yet.").await?;
    page.click("Undo").await?;
    see_rows(&page, &[TODAY]).await?;
    enter(&page, TODAY).await?;
    page.find_path("//main//article//button[contains(., 'Sad')]").await?;
    page.reload().await?;
    page.find_path("//main//article//button[contains(., 'Sad')]").await?;
    go(&page, "sessions").await?;
    choose(&page, "More: Today", "Delete").await?;
    page.see("No session yet.").await?;
    page.reload().await?;
    page.see_no_more("Sad").await?;
    go(&page, "people").await?;
    page.see("No session yet").await
}

pub async fn for_myself_skips_the_list_and_is_one_person(page: Page) -> Outcome {
    enter(&page, "For myself").await?;
    arrive(&page, "worksheet").await?;
    assert_eq!(heading(&page).await?, "For myself");
    page.see("Saved").await?;
    go(&page, "people").await?;
    see_rows(&page, &[]).await?;
    page.reload().await?;
    go(&page, "").await?;
    enter(&page, "For myself").await?;
    arrive(&page, "sessions").await?;
    assert_eq!(heading(&page).await?, "My sessions");
    see_rows(&page, &[TODAY]).await
}

/// With a notice above it a screen's main part begins further down, and a focus that goes there must not scroll to it.
pub async fn a_screen_is_shown_from_its_top(page: Page) -> Outcome {
    page.resize(page.engine().narrowest(), 600).await?;
    enter(&page, "Look around first").await?;
    for (door, screen) in [("Sue", "sessions"), ("2026", "attune")] {
        enter(&page, door).await?;
        arrive(&page, screen).await?;
        page.wait_until("the focus at the top of the page", async || {
            page.is("scrollY === 0 && document.activeElement.closest('main') !== null").await
        })
        .await?;
    }
    Ok(())
}
