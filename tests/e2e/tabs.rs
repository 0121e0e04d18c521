//! Several windows over the same notes: one writes, the others follow, any can take over, and all lock together.
//! Never more than two at once: many are tested on the host.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, catch};

const SAD: &str = "//main//article//button[contains(., 'Sad')]";
const GLAD: &str = "//main//article//button[contains(., 'Glad')]";

pub async fn a_second_window_reads_along_and_can_take_over(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    page.see("Saved").await?;
    let first = page.driver().window().await?;
    let second = page.driver().new_window().await?;
    let outcome = async {
        page.driver().switch_to_window(second.clone()).await?;
        page.open("/").await?;
        page.find_path(SAD).await?;
        page.see("Attune is open in another tab, and that one writes.").await?;
        crate::walk::write(&page, "catch", "glad").await?;
        page.key(thirtyfour::Key::Enter).await?;
        page.see("Not changed: another tab writes just now.").await?;

        page.driver().switch_to_window(first.clone()).await?;
        catch(&page, "angry").await?;
        page.see("Saved").await?;
        page.driver().switch_to_window(second.clone()).await?;
        page.find_path("//main//article//button[contains(., 'Angry')]").await?;

        page.click("Write here").await?;
        page.see_no_more("that one writes").await?;
        catch(&page, "glad").await?;
        page.see("Saved").await?;
        page.driver().switch_to_window(first.clone()).await?;
        page.see("that one writes").await?;
        page.find_path(GLAD).await?;
        Outcome::Ok(())
    }
    .await;
    page.driver().switch_to_window(second).await?;
    page.driver().close_window().await?;
    page.driver().switch_to_window(first).await?;
    outcome?;
    // The turn is free again once that window is gone.
    page.reload().await?;
    page.find_path(GLAD).await?;
    page.see_no_more("that one writes").await
}

/// The page before is still on its way out of its process then, and with it the turn.
pub async fn a_page_that_is_loaded_again_writes_at_once(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    page.see("Saved").await?;
    for time in 1..=12 {
        page.reload().await?;
        page.find_path(SAD).await?;
        let reads = page.text().await?.contains("that one writes");
        assert!(!reads, "only reads along after loading {time} times");
    }
    Ok(())
}
