//! The worksheet for oneself: its questions in any order, the pause, and the sentences it ends in; and paper.
//! Never judges how the sentences are made: `tests/host/sentences.rs` does.

use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::tour::oneself;
use crate::walk::{
    add_client, arrive, begin_anew, catch, enter, everything, go, heading, held, open_sue, see_saved, write,
};
use thirtyfour::Key;

async fn is_shown(page: &Page, selector: &str) -> Outcome<bool> {
    page.is(&format!("document.querySelector('{selector}')?.getClientRects().length > 0")).await
}

pub async fn a_worksheet_is_a_session_of_my_own(page: Page) -> Outcome {
    oneself::full(page.clone()).await?;
    let words = held(&page, "summary").await?;
    assert!(words.contains("At work and at home, my need for competence goes short."), "{words}");
    see_saved(&page).await?;
    // The same on the canvas, and in the sessions.
    page.click("See it as cards").await?;
    page.wait_until("the canvas", async || Ok(heading(&page).await? == "Me")).await?;
    page.see("Frustrated").await?;
    go(&page, "sessions").await?;
    page.see("Today").await?;
    page.click_path("//main//li//button[contains(., 'Today')]").await?;
    arrive(&page, "worksheet").await
}

pub async fn what_shows_up_elsewhere_is_said_in_a_tap_and_leads_there(page: Page) -> Outcome {
    oneself::empty(page.clone()).await?;
    catch(&page, "work").await?;
    catch(&page, "control -").await?;
    let elsewhere = "//section[@aria-label='Where else does this show up?']//button";
    page.click_path(&format!("{elsewhere}[.='Family']")).await?;
    page.click_path(&format!("{elsewhere}[@aria-label='Family: open']")).await?;
    let is_there = "document.querySelector('.worksheet__things [aria-pressed=true]')?.textContent === 'Family'";
    page.wait_until("the other place to be open", async || page.is(is_there).await).await?;
    page.see("Where in life: Family").await?;
    page.see("Control").await?;
    // One more begins where its questions begin, and the line is next.
    page.click("Something else").await?;
    page.see("Where in life is it?").await?;
    let is_at_its_top = "scrollY === 0 && document.activeElement?.id === 'catch'";
    page.wait_until("its top", async || page.is(is_at_its_top).await).await
}

pub async fn a_pause_dims_the_page_and_any_key_or_tap_returns(page: Page) -> Outcome {
    oneself::empty(page.clone()).await?;
    catch(&page, "sad").await?;
    for back in [None, Some(Key::Space), Some(Key::Escape)] {
        page.click("Pause").await?;
        page.see("You can stop here.").await?;
        page.see("Who could be with you now?").await?;
        match back {
            Some(key) => page.key(key).await?,
            None => page.click_on("dialog.pause[open]").await?,
        }
        page.wait_until("the page again", async || Ok(!is_shown(&page, "dialog.pause").await?)).await?;
        page.see("Sad").await?;
    }
    Ok(())
}

/// WebKitGTK cannot be told while it runs; there it breathes.
pub async fn the_still_shape_breathes_unless_motion_is_reduced(page: Page) -> Outcome {
    let can_be_told = page.engine() != Engine::Webkit;
    for is_reduced in if can_be_told { vec![false, true] } else { vec![false] } {
        page.engine().reduce_motion(page.driver(), is_reduced).await?;
        begin_anew(&page).await?;
        oneself::empty(page.clone()).await?;
        page.click("Pause").await?;
        page.see("You can stop here.").await?;
        let breathes = "getComputedStyle(document.querySelector('.pause__shape')).animationName === 'breathe'";
        assert_eq!(page.is(breathes).await?, !is_reduced, "reduced: {is_reduced}");
    }
    Ok(())
}

pub async fn my_sentences_are_mine_once_written(page: Page) -> Outcome {
    oneself::full(page.clone()).await?;
    let drawn = held(&page, "summary").await?;
    write(&page, "summary", "It is about being seen.").await?;
    catch(&page, "lonely").await?;
    page.see("Write it anew").await?;
    assert_eq!(held(&page, "summary").await?, "It is about being seen.");
    see_saved(&page).await?;
    page.reload().await?;
    arrive(&page, "worksheet").await?;
    page.find("#summary").await?;
    assert_eq!(held(&page, "summary").await?, "It is about being seen.");
    enter(&page, "Write it anew").await?;
    page.wait_until("new sentences", async || {
        let now = held(&page, "summary").await?;
        Ok(now != drawn && now.contains("lonely"))
    })
    .await?;
    enter(&page, "Back to my own words").await?;
    page.wait_until("my own words", async || {
        Ok(held(&page, "summary").await? == "It is about being seen.")
    })
    .await
}

pub async fn paper_holds_the_session_without_code_reflection_or_record(page: Page) -> Outcome {
    open_sue(&page).await?;
    enter(&page, "Two texts, kept apart").await?;
    let reflection = held(&page, "reflection").await?;
    let some = reflection.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    assert!(!some.is_empty(), "the example has no reflection");
    go(&page, "paper").await?;
    page.see("What came up").await?;
    let paper = "document.querySelector('.paper').innerText";
    assert!(!page.is(&format!("{paper}.includes('Sue')")).await?, "a code unasked for");
    assert!(!everything(&page).await?.contains(&some), "a reflection");
    page.click("With the code").await?;
    page.wait_until("the code", async || page.is(&format!("{paper}.includes('Sue')")).await).await?;
    page.click("A blank worksheet").await?;
    page.see("Fill the circle where a need is met").await?;
    assert!(!page.is(&format!("{paper}.includes('Sue')")).await?, "a code on a blank sheet");
    page.click("Map and core needs").await?;
    page.see("Control comes up at work").await
}

pub async fn a_clients_session_opens_on_the_canvas_as_ever(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    assert_eq!(heading(&page).await?, "Heron");
    go(&page, "sessions").await?;
    page.click_path("//main//li//button[contains(., 'Today')]").await?;
    arrive(&page, "attune").await
}
