//! The first page says what Attune is and where notes are kept; looking around keeps nothing.
//! Never looks at how the doors are drawn.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::stores::stored;
use crate::walk::{add_client, arrive, catch, enter, go, heading, open_sue, rows, see_rows, see_sue};

pub async fn the_welcome_says_what_attune_is_and_where_notes_are_kept(page: Page) -> Outcome {
    page.see("Attune helps two people see what someone feels and what they need underneath, until both see it.").await?;
    page.see("Notes stay in this browser, on this device, and nothing is sent anywhere. You say who may open them before the first word is written.").await?;
    for door in ["With a client", "For myself", "Look around first"] {
        page.find_path(&format!("//main//button[contains(., \"{door}\")]")).await?;
    }
    enter(&page, "With a client").await?;
    arrive(&page, "people").await
}

pub async fn looking_around_shows_two_people_over_several_sessions(page: Page) -> Outcome {
    see_sue(&page).await?;
    assert_eq!(heading(&page).await?, "Sessions with Sue");
    assert!(rows(&page).await?.len() >= 3, "Sue has several sessions");
    go(&page, "").await?;
    enter(&page, "Healthcare worker").await?;
    arrive(&page, "sessions").await?;
    assert_eq!(heading(&page).await?, "Sessions with Healthcare worker");
    assert!(rows(&page).await?.len() >= 3, "the healthcare worker has several sessions");
    Ok(())
}

pub async fn looking_around_keeps_nothing_and_touches_nothing(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    page.see("Saved").await?;
    let before = stored(&page).await?;

    open_sue(&page).await?;
    page.see("nothing is kept").await?;
    catch(&page, "envious").await?;
    page.find_path("//main//article//button[contains(., 'Envious')]").await?;
    add_example_client(&page).await?;
    assert_eq!(stored(&page).await?, before, "an example was kept");

    go(&page, "").await?;
    page.click("Leave the examples").await?;
    page.see("Look around first").await?;
    go(&page, "people").await?;
    see_rows(&page, &["Heron"]).await?;

    open_sue(&page).await?;
    page.reload().await?;
    go(&page, "people").await?;
    see_rows(&page, &["Heron"]).await?;
    go(&page, "attune").await?;
    page.find_path("//main//article//button[contains(., 'Sad')]").await?;
    assert_eq!(stored(&page).await?, before, "what was kept has changed");
    Ok(())
}

async fn add_example_client(page: &Page) -> Outcome {
    go(page, "people").await?;
    crate::walk::write(page, "code", "Sparrow").await?;
    page.key(thirtyfour::Key::Enter).await?;
    arrive(page, "attune").await?;
    page.see("Kept for this visit only").await
}
