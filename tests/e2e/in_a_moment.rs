//! What can stand in a moment beside feelings and needs: what was done, what was chosen, whose hands, how it is known.
//! Never fills in anything the person did not.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

pub async fn behaviours_and_choices_are_lines_of_their_own(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    for (button, words) in [("Something done", "I stayed late again"), ("A choice", "Leave at six on Wednesdays")] {
        canvas.open_field(button, button).await?;
        canvas.press(words).await?;
        canvas.key(Key::Enter).await?;
        canvas.see(words).await?;
    }
    canvas.shows(&["Feeling: Frustrated / Did: I stayed late again / Choosing: Leave at six on Wednesdays"]).await?;
    // The choice is current: its words can be changed in place.
    canvas.click("A choice: Leave at six on Wednesdays").await?;
    canvas.focus_reads("A choice").await?;
    canvas.empty_field().await?;
    canvas.press("Say no once").await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["Feeling: Frustrated / Did: I stayed late again / Choosing: Say no once"]).await?;
    canvas.click("Remove Say no once").await?;
    canvas.shows(&["Feeling: Frustrated / Did: I stayed late again"]).await?;
    canvas.see("“Say no once” is removed.").await?;
    canvas.click("Undo").await?;
    let whole = ["Feeling: Frustrated / Did: I stayed late again / Choosing: Say no once"];
    canvas.shows(&whole).await?;
    canvas.reload().await?;
    canvas.shows(&whole).await
}

pub async fn a_feeling_can_be_about_a_feeling_or_about_something_done(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.click("A feeling about this").await?;
    canvas.see("The next feeling you catch will be about “Frustrated”.").await?;
    canvas.focus_is_on("catch").await?;
    canvas.catch("ashamed").await?;
    canvas.shows(&["Feeling: Frustrated · Ashamed about feeling frustrated"]).await?;
    // It was meant once: the one after it is about the moment again.
    canvas.catch("sad").await?;
    canvas.shows(&["Feeling: Frustrated · Ashamed about feeling frustrated · Sad"]).await?;
    canvas.open_field("Something done", "Something done").await?;
    canvas.press("I stayed late again").await?;
    canvas.key(Key::Enter).await?;
    canvas.click("A feeling about this").await?;
    canvas.catch("proud").await?;
    let whole = ["Feeling: Frustrated · Ashamed about feeling frustrated · Sad · Proud about “I stayed late again” / Did: I stayed late again"];
    canvas.shows(&whole).await?;
    canvas.reload().await?;
    canvas.shows(&whole).await
}

pub async fn hands_circumstances_and_how_it_is_known_are_one_tap_each(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("helpless").await?;
    canvas.click("My guess").await?;
    canvas.shows(&["Feeling: Helpless a guess, to check"]).await?;
    canvas.to_the_line().await?;
    canvas.catch("control").await?;
    canvas.click_in_group("In whose hands", "Not mine").await?;
    canvas.shows(&["Feeling: Helpless a guess, to check / Needing: Control, Unmet Not mine"]).await?;
    canvas.click_in_group("How it is known", "Seen").await?;
    canvas.shows(&["Feeling: Helpless a guess, to check / Needing: Control, Unmet Not mine seen"]).await?;
    // The same tap takes it back.
    canvas.click_in_group("In whose hands", "Not mine").await?;
    canvas.shows(&["Feeling: Helpless a guess, to check / Needing: Control, Unmet seen"]).await?;
    canvas.click_in_group("The circumstances are", "I can influence").await?;
    let pressed = "document.querySelector('[aria-label=\"The circumstances are\"] [aria-pressed=true]')?.innerText === 'I can influence'";
    canvas.wait_until("the circumstances", async || canvas.is(pressed).await).await?;
    canvas.click_in_group("Area of life", "Work").await?;
    let whole = ["[Work] Feeling: Helpless a guess, to check / Needing: Control, Unmet seen"];
    canvas.shows(&whole).await?;
    canvas.reload().await?;
    canvas.shows(&whole).await?;
    canvas.wait_until("the circumstances after a reload", async || canvas.is(pressed).await).await?;
    canvas.click("Area of life: Work. Remove").await?;
    canvas.shows(&["Feeling: Helpless a guess, to check / Needing: Control, Unmet seen"]).await
}

pub async fn own_words_are_kept_with_the_person_and_found_by_typing(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    for (word, becomes) in [("treadmillish", "as a feeling"), ("elbow room", "as a need"), ("the rota nobody keeps", "as this moment's name")] {
        canvas.press(word).await?;
        canvas.click_option(becomes).await?;
        canvas.line_is("").await?;
        canvas.focus_is_on("catch").await?;
    }
    let whole = "the rota nobody keeps Feeling: treadmillish / Needing: elbow room, Not said yet";
    canvas.shows(&[whole]).await?;
    canvas.reload().await?;
    canvas.shows(&[whole]).await?;
    canvas.focus_is_on("catch").await?;
    canvas.next_moment().await?;
    canvas.catch("tread 3").await?;
    canvas.catch("elb -").await?;
    canvas.shows(&["Feeling: treadmillish Strength 3 of 5 / Needing: elbow room, Unmet", whole]).await
}
