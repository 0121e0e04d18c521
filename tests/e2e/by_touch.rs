//! A whole small session with fingers alone: no key but the letters of a text.
//! In WebKitGTK, which has no touch, the same is done with a mouse.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;

async fn tap_option(canvas: &Canvas, text: &str) -> Outcome {
    let path = format!("//*[@role='option'][.//*[@class='option__text' and normalize-space(.)='{text}']]");
    canvas.tap_path(&path).await?;
    canvas.line_is("").await
}

/// A client and a first moment, caught, suggested, turned and placed.
async fn a_first_moment(page: Page) -> Outcome<Canvas> {
    Canvas::hold_as_phone(&page).await?;
    page.tap_on(".door--first").await?;
    let canvas = Canvas::of(page);
    canvas.tap_path("//main//button[contains(., 'Anyone who uses this browser')]").await?;
    canvas.tap_on("#code").await?;
    canvas.focus_is_on("code").await?;
    canvas.press("Heron").await?;
    canvas.tap("Add a client").await?;
    catch_feelings(&canvas).await?;
    canvas.tap("Could it be Control?").await?;
    canvas.shows(&["Feeling: Frustrated · Helpless / Needing: Control, Unmet"]).await?;
    for (button, card) in [
        ("Not mine", "Feeling: Frustrated · Helpless / Needing: Control, Unmet Not mine"),
        ("Control: Unmet. Turn", "Feeling: Frustrated · Helpless / Needing: Control, Partly Not mine"),
        ("Work", "[Work] Feeling: Frustrated · Helpless / Needing: Control, Partly Not mine"),
    ] {
        canvas.tap(button).await?;
        canvas.shows(&[card]).await.map_err(|fault| format!("after {button}: {fault}"))?;
    }
    Ok(canvas)
}

pub async fn a_small_session_needs_no_key_but_its_text(page: Page) -> Outcome {
    let canvas = a_first_moment(page).await?;
    canvas.tap("Next moment").await?;
    let name = pick_a_feeling(&canvas).await?;
    let both = [&format!("Feeling: {name}"), "[Work] Feeling: Frustrated · Helpless / Needing: Control, Partly Not mine"];
    canvas.shows(&both.map(|it| it as &str)).await?;
    canvas.tap("Something done").await?;
    canvas.focus_reads("Something done").await?;
    canvas.press("I stayed late again").await?;
    // Leaving the field keeps it: the phone's own "done" key is not needed.
    canvas.tap_on("#catch").await?;
    canvas.shows(&[&format!("Feeling: {name} / Did: I stayed late again"), both[1]]).await?;
    canvas.tap("Delete this moment").await?;
    canvas.shows(&both[1..]).await?;
    canvas.tap("Undo").await?;
    canvas.shows(&[&format!("Feeling: {name} / Did: I stayed late again"), both[1]]).await?;
    assert_eq!(canvas.sideways().await?, 0);
    Ok(())
}

async fn catch_feelings(canvas: &Canvas) -> Outcome {
    for (text, option) in [("fru", "Frustrated"), ("helpl", "Helpless")] {
        canvas.tap_on("#catch").await?;
        canvas.focus_is_on("catch").await?;
        canvas.press(text).await?;
        tap_option(canvas, option).await?;
        canvas.focus_is_on("catch").await?;
    }
    Ok(())
}

/// Picks the first of the list of feelings, and closes the list.
async fn pick_a_feeling(canvas: &Canvas) -> Outcome<String> {
    canvas.tap("Feelings").await?;
    canvas.tap_on("#feelings summary").await?;
    let name = canvas.find("#feelings .word-list__name").await?.text().await?;
    canvas.tap_on("#feelings .word-list__word").await?;
    canvas.tap_on("#feelings header button").await?;
    Ok(name)
}
