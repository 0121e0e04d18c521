//! Faster than the pen: a feeling, a need and an area are caught in 13 keystrokes, by keyboard alone.
//! Never touches the mouse.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

/// Goes on with Tab, as someone without a mouse does, until the focus is on what begins with this name.
async fn tab_to(page: &Page, name: &str) -> Outcome {
    for _ in 0..60 {
        page.key(Key::Tab).await?;
        if page.focused().await?.starts_with(name) {
            return Ok(());
        }
    }
    Err(format!("Tab never came to “{name}”").into())
}

pub async fn a_feeling_a_need_and_an_area_are_caught_in_13_keystrokes(page: Page) -> Outcome {
    tab_to(&page, "With a client").await?;
    page.key(Key::Enter).await?;
    page.see("Who may open your notes here?").await?;
    tab_to(&page, "Anyone who uses this browser").await?;
    page.key(Key::Enter).await?;
    let canvas = Canvas::of(page);
    canvas.focus_is_on("code").await?;
    canvas.press("Heron").await?;
    canvas.key(Key::Enter).await?;
    canvas.focus_is_on("catch").await?;

    let enter = Key::Enter.value();
    let keys = format!("fru{enter}comp{enter}wor{enter}");
    assert_eq!(keys.chars().count(), 13);
    canvas.press(keys).await?;
    canvas.shows(&["[Work] Feeling: Frustrated / Needing: Competence, Unmet"]).await?;
    canvas.focus_is_on("catch").await?;
    canvas.line_is("").await
}

pub async fn everything_about_an_item_is_reached_by_keyboard_alone(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    for name in ["4", "Seen", "A feeling about this"] {
        tab_to(&canvas, name).await?;
        canvas.press(" ").await?;
    }
    canvas.focus_is_on("catch").await?;
    canvas.catch("asha").await?;
    tab_to(&canvas, "Not mine").await?;
    canvas.press(" ").await?;
    canvas.shows(&["Feeling: Frustrated Strength 4 of 5 seen · Ashamed about feeling frustrated"]).await?;
    canvas.wait_until("the circumstances", async || {
        canvas.is("document.activeElement.getAttribute('aria-pressed') === 'true'").await
    })
    .await?;
    tab_to(&canvas, "Something done").await?;
    canvas.key(Key::Enter).await?;
    canvas.focus_reads("Something done").await?;
    canvas.press("I stayed late again").await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["Feeling: Frustrated Strength 4 of 5 seen · Ashamed about feeling frustrated / Did: I stayed late again"]).await
}
