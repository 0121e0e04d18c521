//! A moment is named, reordered, deleted and put back; what does not fit is refused with a word, and stays in sight.
//! Never loses what was typed.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

pub async fn ctrl_enter_catches_what_is_typed_and_starts_the_next_moment(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.press("fru").await?;
    canvas.next_moment().await?;
    canvas.shows(&["", "Feeling: Frustrated"]).await?;
    canvas.line_is("").await?;
    // A moment that is still blank is moment enough.
    canvas.next_moment().await?;
    canvas.catch("sad").await?;
    canvas.next_moment().await?;
    canvas.catch("team meeting on Monday morning").await?;
    let all = ["team meeting on Monday morning", "Feeling: Sad", "Feeling: Frustrated"];
    canvas.shows(&all).await?;
    canvas.focus_is_on("catch").await?;
    canvas.reload().await?;
    canvas.shows(&all).await
}

pub async fn moments_are_reordered_and_one_of_them_caught_in_again(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    for word in ["fru", "sad", "ashamed"] {
        canvas.catch(word).await?;
        canvas.next_moment().await?;
    }
    canvas.click_in("Frustrated", "Catch here").await?;
    canvas.focus_is_on("catch").await?;
    canvas.click_in("Frustrated", "Move up").await?;
    canvas.shows(&["", "Feeling: Ashamed", "Feeling: Frustrated", "Feeling: Sad"]).await?;
    canvas.focus_reads("Move up").await?;
    canvas.press(" ").await?;
    canvas.shows(&["", "Feeling: Frustrated", "Feeling: Ashamed", "Feeling: Sad"]).await?;
    canvas.click_in("Frustrated", "Move down").await?;
    canvas.click_in("Frustrated", "Move down").await?;
    // The last one stays where it is.
    canvas.click_in("Frustrated", "Move down").await?;
    let order = ["", "Feeling: Ashamed", "Feeling: Sad", "Feeling: Frustrated"];
    canvas.shows(&order).await?;
    canvas.reload().await?;
    canvas.shows(&order).await?;
    canvas.click_in("Sad", "Catch here").await?;
    canvas.catch("lonely").await?;
    canvas.shows(&["", "Feeling: Ashamed", "Feeling: Sad · Lonely", "Feeling: Frustrated"]).await
}

pub async fn a_label_of_140_characters_fits_and_one_more_is_refused_with_a_word(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    // Characters as people count them, not bytes: each of these is four.
    let fits = "🦆".repeat(140);
    canvas.open_field("Name this moment", "What this moment is called").await?;
    canvas.paste(&fits).await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&[&format!("{fits} Feeling: Frustrated")]).await?;

    canvas.click_in(&fits, &format!("What this moment is called: {fits}")).await?;
    canvas.focus_reads("What this moment is called").await?;
    let long = format!("{}a", "b".repeat(140));
    canvas.paste(&long).await?;
    canvas.key(Key::Enter).await?;
    canvas.see("That is 141 characters, and a moment's label has room for 140.").await?;
    let kept = "return document.activeElement.value";
    assert_eq!(canvas.script(kept, vec![]).await?, long.as_str());
    // Leaving the field does not lose it either.
    canvas.key(Key::Tab).await?;
    canvas.wait_until("the text to be there still", async || {
        canvas.is(&format!("[...document.querySelectorAll('article input')].some((it) => it.value === '{long}')")).await
    })
    .await?;
    canvas.chord(Key::Shift, Key::Tab).await?;
    canvas.focus_reads("What this moment is called").await?;
    canvas.key(Key::End).await?;
    canvas.key(Key::Backspace).await?;
    canvas.key(Key::Enter).await?;
    let short = "b".repeat(140);
    canvas.shows(&[&format!("{short} Feeling: Frustrated")]).await
}

pub async fn a_line_of_141_characters_is_refused_in_the_catch_line_too(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let long = "word ".repeat(29);
    // Neither a text of unknown words nor one whose last word is known is cut, taken for another or lost.
    for (long, has) in [(long.trim_end(), 144), (&format!("{long}frustrated"), 155)] {
        canvas.paste(long).await?;
        canvas.key(Key::Enter).await?;
        canvas.see(&format!("Too long to keep as one line: {has} characters, at most 140.")).await?;
        canvas.line_is(long).await?;
        canvas.focus_is_on("catch").await?;
        canvas.shows(&[]).await?;
        canvas.empty_field().await?;
    }
    Ok(())
}

pub async fn a_deleted_moment_is_put_back_where_it_was(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru 4").await?;
    canvas.catch("comp").await?;
    canvas.next_moment().await?;
    canvas.catch("sad").await?;
    let both = ["Feeling: Sad", "Feeling: Frustrated Strength 4 of 5 / Needing: Competence, Unmet"];
    canvas.shows(&both).await?;
    canvas.click_in("Frustrated", "Catch here").await?;
    canvas.click_in("Frustrated", "Delete this moment").await?;
    canvas.shows(&both[..1]).await?;
    canvas.see("The moment is deleted.").await?;
    canvas.click("Undo").await?;
    canvas.shows(&both).await?;
    // By key: Ctrl+Z in the empty line.
    canvas.click_in("Frustrated", "Delete this moment").await?;
    canvas.shows(&both[..1]).await?;
    canvas.focus_is_on("catch").await?;
    canvas.chord(Key::Control, 'z').await?;
    canvas.shows(&both).await?;
    canvas.reload().await?;
    canvas.shows(&both).await
}
