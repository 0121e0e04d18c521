//! A suffix sets strength and standing in the same breath, one key or tap turns a need, and the last feeling tells how it stands.
//! Never opens a picker.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

async fn check(canvas: &Canvas, steps: &[(&str, &str)]) -> Outcome {
    for (typed, card) in steps {
        canvas.catch(typed).await?;
        canvas.shows(&[card]).await.map_err(|fault| format!("after {typed:?}: {fault}"))?;
    }
    canvas.focus_is_on("catch").await
}

pub async fn a_number_is_the_strength_of_a_feeling(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        ("fru 4", "Feeling: Frustrated Strength 4 of 5"),
        ("2", "Feeling: Frustrated Strength 2 of 5"),
        ("help 5", "Feeling: Frustrated Strength 2 of 5 · Helpless Strength 5 of 5"),
        ("1", "Feeling: Frustrated Strength 2 of 5 · Helpless Strength 1 of 5"),
    ];
    check(&canvas, &steps).await
}

pub async fn a_sign_is_how_a_need_stands(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        ("comp +", "Needing: Competence, Met"),
        ("comp ~", "Needing: Competence, Partly"),
        ("comp -", "Needing: Competence, Unmet"),
    ];
    check(&canvas, &steps).await?;
    // A lone sign needs no Enter while the line is empty.
    for (sign, standing) in [("+", "Met"), ("~", "Partly"), ("-", "Unmet")] {
        canvas.press(sign).await?;
        canvas.shows(&[&format!("Needing: Competence, {standing}")]).await?;
        canvas.line_is("").await?;
    }
    // After a feeling a sign means nothing, and stays in sight.
    canvas.catch("fru").await?;
    canvas.press("+").await?;
    canvas.key(Key::Enter).await?;
    canvas.line_is("+").await?;
    canvas.shows(&["Feeling: Frustrated / Needing: Competence, Unmet"]).await
}

pub async fn a_need_is_turned_by_a_tap_or_by_space_on_its_mark(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("competence").await?;
    let turns = ["Not said yet", "Unmet", "Partly", "Met", "Not said yet", "Unmet"];
    for (at, pair) in turns.windows(2).enumerate() {
        let name = format!("Competence: {}. Turn", pair[0]);
        canvas.shows(&[&format!("Needing: Competence, {}", pair[0])]).await?;
        if at < 2 {
            canvas.click(&name).await?;
        } else {
            canvas.focus_reads(&name).await?;
            canvas.press(" ").await?;
        }
        canvas.focus_reads(&format!("Competence: {}. Turn", pair[1])).await?;
        canvas.shows(&[&format!("Needing: Competence, {}", pair[1])]).await?;
    }
    Ok(())
}

pub async fn the_last_feeling_tells_how_a_need_stands(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        ("competence", "Needing: Competence, Not said yet"),
        ("frustrated", "Feeling: Frustrated / Needing: Competence, Not said yet"),
        ("trust", "Feeling: Frustrated / Needing: Competence, Not said yet · Trust, Unmet"),
        ("joyful", "Feeling: Frustrated · Joyful / Needing: Competence, Not said yet · Trust, Unmet"),
        ("rest", "Feeling: Frustrated · Joyful / Needing: Competence, Not said yet · Trust, Unmet · Rest, Met"),
        // Caught again, a need keeps what was said of it.
        ("trust", "Feeling: Frustrated · Joyful / Needing: Competence, Not said yet · Trust, Unmet · Rest, Met"),
    ];
    check(&canvas, &steps).await?;
    canvas.next_moment().await?;
    canvas.catch("surprised").await?;
    canvas.catch("clarity").await?;
    let cards = canvas.cards().await?;
    assert_eq!(cards[0], "Feeling: Surprised / Needing: Clarity, Not said yet", "either way: not said yet");
    Ok(())
}
