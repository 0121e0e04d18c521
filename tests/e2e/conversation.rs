//! A conversation on one device: nothing of anybody's sheet is anywhere in the page before all are ready; and the whole way.
//! Never takes "not shown" for "not there": markup, attributes, fields and what a screen reader is told are searched too.

use crate::by_keyboard::{tab_and_enter, tab_to};
use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::wire::devtools;
use crate::tour::together::{
    ask, give_to, pass_on, revealed, say_ready, sign, table, turn_to,
};
use crate::walk::{catch, enter, everything, go, held, see_saved, write};
use serde_json::json;
use thirtyfour::Key;

/// What Heron writes, each of it like nothing else in the page.
const OF_HERON: [&str; 5] = ["treadmillish", "elbow room", "Furious", "quetzal", "betrayed"];

async fn write_as_heron(page: &Page) -> Outcome {
    for (word, becomes) in [("treadmillish", "as a feeling"), ("elbow room", "as a need")] {
        write(page, "catch", word).await?;
        page.click_path(&format!("//*[@role='option'][contains(., '{becomes}')]")).await?;
        page.wait_until("the line to be empty", async || Ok(held(page, "catch").await?.is_empty())).await?;
    }
    catch(page, "furious").await?;
    catch(page, "betrayed").await?;
    turn_to(page, "My guess about Copper").await?;
    catch(page, "ashamed").await?;
    ask(page, "A quetzal on Sunday").await?;
    // Typed, and never taken.
    write(page, "catch", "quetzal").await
}

/// Everything that stands in the page and everything that a screen reader could be told, in small letters.
pub async fn all_of_it(page: &Page) -> Outcome<String> {
    let mut all = everything(page).await?;
    let computed = "return [...document.querySelectorAll('*')].map((it) =>
        [it.ariaLabel, it.ariaDescription, it.ariaValueText, it.title, it.innerText, it.value].join(' ')).join('\\n')";
    all += page.script(computed, vec![]).await?.as_str().unwrap_or_default();
    if page.engine() == Engine::Chromium {
        // The tree itself, as the browser hands it to a screen reader.
        all += &devtools(page.driver(), "Accessibility.getFullAXTree", json!({})).await?.to_string();
    }
    Ok(all.to_lowercase())
}

async fn holds_nothing_of_heron(page: &Page, when: &str) -> Outcome {
    let all = all_of_it(page).await?;
    for word in OF_HERON.iter().chain(&["ashamed", "bird of heron"]) {
        assert!(!all.contains(&word.to_lowercase()), "{when}: {word} is in the page");
    }
    Ok(())
}

pub async fn nothing_of_a_sheet_is_anywhere_in_the_page_before_all_are_ready(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    write_as_heron(&page).await?;
    assert!(all_of_it(&page).await?.contains("treadmillish"), "the writer sees it");
    pass_on(&page).await?;
    holds_nothing_of_heron(&page, "passed on").await?;
    see_saved(&page).await?;
    page.reload().await?;
    page.see("Give it to Heron").await?;
    holds_nothing_of_heron(&page, "loaded anew").await?;
    give_to(&page, "Heron").await?;
    page.see("Furious").await?;
    say_ready(&page).await?;
    page.see("The sheet is closed").await?;
    holds_nothing_of_heron(&page, "ready").await?;
    give_to(&page, "Copper").await?;
    holds_nothing_of_heron(&page, "the other's sheet").await?;
    turn_to(&page, "My guess about Heron").await?;
    holds_nothing_of_heron(&page, "the other's guesses").await?;
    for place in ["together", "sessions", "settings", "together"] {
        go(&page, place).await?;
        holds_nothing_of_heron(&page, place).await?;
    }
    enter(&page, "On Sunday we both").await?;
    page.see("Give it to Copper").await?;
    holds_nothing_of_heron(&page, "the table").await
}

pub async fn what_is_private_and_what_is_judged_is_never_shown(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    write_as_heron(&page).await?;
    write(&page, "catch", "").await?;
    page.click_path("//li[contains(., 'Furious')]//button[.='Keep private']").await?;
    page.see("A judgement stays with you").await?;
    say_ready(&page).await?;
    give_to(&page, "Copper").await?;
    say_ready(&page).await?;
    page.see("Everyone is ready").await?;
    holds_nothing_of_heron(&page, "before they look").await?;
    page.click("Look together").await?;
    page.see("treadmillish").await?;
    page.see("Shared nothing this time: Copper").await?;
    page.see("A quetzal on Sunday").await?;
    see_saved(&page).await?;
    for _ in 0..2 {
        let all = all_of_it(&page).await?;
        assert!(!all.contains("furious") && !all.contains("betrayed"), "shown after all");
        page.reload().await?;
        page.see("treadmillish").await?;
    }
    Ok(())
}

pub async fn leaving_the_screen_closes_the_sheet(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    write_as_heron(&page).await?;
    go(&page, "together").await?;
    enter(&page, "On Sunday we both").await?;
    page.see("Give it to Heron").await?;
    holds_nothing_of_heron(&page, "back on the table").await?;
    page.script("history.back()", vec![]).await?;
    page.see("Conversations").await?;
    page.script("history.forward()", vec![]).await?;
    page.see("Give it to Heron").await?;
    holds_nothing_of_heron(&page, "by the browser's own way back").await
}

pub async fn two_people_attune_on_one_device(page: Page) -> Outcome {
    revealed(page.clone()).await?;
    let text = page.text().await?;
    let place = |words: &str| text.find(words).ok_or_else(|| format!("no “{words}” in {text}"));
    assert!(place("What you both need")? < place("Where you differ")?);
    assert!(place("Where you differ")? < place("Guesses to ask about")?);
    assert!(!text.contains("Friendship"), "kept private");
    page.see("Heron guessed that Copper feels tired.").await?;
    page.see("Heron asks: A walk after breakfast on Sunday").await?;
    page.see("Agreed: Copper.").await?;
    see_saved(&page).await?;
    page.reload().await?;
    page.see("Agreed: Copper.").await
}

pub async fn over_rounds_it_shows_what_moved_and_what_was_kept(page: Page) -> Outcome {
    crate::tour::together::over_rounds(page.clone()).await?;
    page.see("Heron: Rest").await?;
    page.see("it met what it was for").await?;
    page.see("Heron looked back: rest is met.").await?;
    // What was shown before is still there.
    page.click_path("//section[@aria-labelledby='talk-revealed']//summary[.='Round 1']").await?;
    page.see("Heron guessed that Copper feels tired.").await
}

pub async fn the_whole_way_by_keyboard_alone(page: Page) -> Outcome {
    tab_and_enter(&page, "With someone, or a team").await?;
    if page.is("!document.querySelector('.together')").await? {
        page.find("main.lock .doors").await?;
        tab_and_enter(&page, "Anyone who uses this browser").await?;
    }
    page.see("is this the right place?").await?;
    tab_and_enter(&page, "Two colleagues").await?;
    page.see("Who takes part").await?;
    tab_to(&page, "Code").await?;
    for code in ["Heron", "Copper"] {
        // The field keeps the focus: several are added in a row.
        page.wait_until("the focus in the field", async || page.is("document.activeElement?.id === 'participant'").await).await?;
        page.press(code).await?;
        page.key(Key::Enter).await?;
        page.wait_until("the field to be empty", async || Ok(held(&page, "participant").await?.is_empty())).await?;
    }
    for (code, feeling) in [("Heron", "sad"), ("Copper", "glad")] {
        tab_and_enter(&page, &format!("Give it to {code}")).await?;
        page.wait_until("the focus in the field", async || page.is("document.activeElement?.id === 'sign'").await).await?;
        page.press(format!("bird of {code}")).await?;
        page.key(Key::Enter).await?;
        page.wait_until("the focus in the line", async || page.is("document.activeElement?.id === 'catch'").await).await?;
        page.press(feeling).await?;
        page.key(Key::Enter).await?;
        page.wait_until("the line to be empty", async || Ok(held(&page, "catch").await?.is_empty())).await?;
        tab_and_enter(&page, "I am ready").await?;
        tab_and_enter(&page, "Yes, I am ready").await?;
    }
    tab_and_enter(&page, "Look together").await?;
    page.see("In each one’s own words").await?;
    page.see("Sad").await?;
    page.see("Glad").await
}

pub async fn the_whole_way_by_touch(page: Page) -> Outcome {
    Canvas::hold_as_phone(&page).await?;
    page.tap_path("//button[contains(., 'With someone, or a team')]").await?;
    if page.find_path("//main//button[contains(., 'Anyone who uses this browser')]").await.is_ok() {
        page.tap_path("//main//button[contains(., 'Anyone who uses this browser')]").await?;
    }
    page.tap("A parent and a child").await?;
    for code in ["Heron", "Copper"] {
        page.tap_on("#participant").await?;
        page.press(code).await?;
        page.tap("Add").await?;
        page.wait_until("the field to be empty", async || Ok(held(&page, "participant").await?.is_empty())).await?;
    }
    for code in ["Heron", "Copper"] {
        page.tap(&format!("Give it to {code}")).await?;
        page.tap_on("#sign").await?;
        page.press("finch").await?;
        page.tap("Open my sheet").await?;
        page.see(&format!("{code}’s sheet")).await?;
        page.tap_path("//summary[.='Words for feelings']").await?;
        page.tap_on(".question__fold[open] summary.word-fold__head, .question__fold[open] details summary").await?;
        page.tap_on(".question__fold[open] .word-list__word").await?;
        page.tap("I am ready").await?;
        page.tap("Yes, I am ready").await?;
    }
    page.tap("Look together").await?;
    page.see("In each one’s own words").await?;
    assert_eq!(page.sideways().await?, 0);
    Ok(())
}

pub async fn a_wrong_sign_opens_nothing_and_a_forgotten_one_empties_only_what_was_not_shown(
    page: Page,
) -> Outcome {
    revealed(page.clone()).await?;
    give_to(&page, "Heron").await?;
    catch(&page, "furious").await?;
    pass_on(&page).await?;
    page.click("Give it to Heron").await?;
    for (typed, says) in [("", "A sign is needed"), ("bird of copper", "That is not the sign")] {
        write(&page, "sign", typed).await?;
        page.key(Key::Enter).await?;
        page.see(says).await?;
        assert!(!all_of_it(&page).await?.contains("furious"));
    }
    enter(&page, "I have forgotten my sign").await?;
    page.click("Empty it and choose a new sign").await?;
    page.see("Choose a sign").await?;
    write(&page, "sign", "another").await?;
    page.key(Key::Enter).await?;
    page.see("Heron’s sheet").await?;
    assert!(!all_of_it(&page).await?.contains("furious"), "emptied");
    pass_on(&page).await?;
    page.click("Lay it between you").await?;
    page.see("Heron guessed that Copper feels tired.").await
}

pub async fn a_round_half_filled_is_there_after_a_reload_with_every_sheet_closed(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    catch(&page, "furious 4").await?;
    page.see("Saved").await?;
    see_saved(&page).await?;
    page.reload().await?;
    page.see("Give it to Heron").await?;
    assert!(!all_of_it(&page).await?.contains("furious"));
    page.click("Give it to Heron").await?;
    sign(&page, "Heron").await?;
    page.see("Strength 4 of 5").await
}

pub async fn a_word_of_danger_on_a_sheet_is_heard_there_and_not_carried_on(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    write(&page, "catch", "I want to die").await?;
    page.see("emergency").await?;
    pass_on(&page).await?;
    page.see_no_more("emergency").await
}
