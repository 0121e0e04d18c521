//! The other ways to find a word: families, the wheel, groups of needs, own words; each by keyboard, and back to the line.
//! Never looks at how the wheel is drawn.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

async fn told(canvas: &Canvas, name: &str) -> Outcome {
    let at = "const tree = document.querySelector('[role=tree]');
        if (document.activeElement !== tree) return 'the focus is elsewhere';
        return document.getElementById(tree.getAttribute('aria-activedescendant'))?.getAttribute('aria-label') ?? 'nowhere'";
    canvas.wait_for(&format!("the wheel to be at {name}"), async || {
        let now = canvas.script(at, vec![]).await?.as_str().unwrap_or_default().to_owned();
        Ok((now.starts_with(name), now))
    })
    .await
}

pub async fn a_feeling_is_found_in_its_family(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.click("Feelings").await?;
    canvas.see("Find a feeling").await?;
    canvas.click_on("#feelings summary").await?;
    let name = canvas.find("#feelings .word-list__name").await?.text().await?;
    canvas.click_on("#feelings .word-list__word").await?;
    canvas.shows(&[&format!("Feeling: {name}")]).await?;
    // It stays open, for another; picked again, a feeling stands once.
    canvas.click_on("#feelings .word-list__word").await?;
    canvas.shows(&[&format!("Feeling: {name}")]).await?;
    canvas.key(Key::Escape).await?;
    canvas.focus_is_on("catch").await?;
    canvas.see_no_more("Find a feeling").await
}

pub async fn the_wheel_is_walked_with_arrows(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.click("Feelings").await?;
    canvas.click("On a wheel").await?;
    canvas.find("[role=tree]").await?.click().await.ok();
    canvas.script("document.querySelector('[role=tree]').focus()", vec![]).await?;
    canvas.key(Key::Home).await?;
    let family = canvas.find("[role=treeitem][aria-level='1']").await?.attr("aria-label").await?.unwrap_or_default();
    told(&canvas, &family).await?;
    canvas.key(Key::Right).await?;
    canvas.key(Key::Left).await?;
    told(&canvas, &family).await?;
    canvas.key(Key::Enter).await?;
    canvas.key(Key::Right).await?;
    let second = canvas.find("[role=treeitem][aria-level='2'][aria-posinset='2']").await?;
    let word = second.attr("aria-label").await?.unwrap_or_default();
    told(&canvas, &word).await?;
    canvas.key(Key::Enter).await?;
    let name = canvas.find(".wheel__name").await?.text().await?;
    canvas.shows(&[&format!("Feeling: {name}")]).await?;
    canvas.key(Key::Up).await?;
    told(&canvas, &family).await?;
    canvas.key(Key::Escape).await?;
    canvas.focus_is_on("catch").await?;
    canvas.see_no_more("Find a feeling").await
}

pub async fn a_need_is_found_in_its_group(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.click("Needs").await?;
    canvas.see("Find a need").await?;
    canvas.click_on("#needs summary").await?;
    let name = canvas.find("#needs .word-list__name").await?.text().await?;
    canvas.click_on("#needs .word-list__word").await?;
    canvas.shows(&[&format!("Feeling: Frustrated / Needing: {name}, Unmet")]).await?;
    canvas.key(Key::Escape).await?;
    canvas.focus_is_on("catch").await?;
    // Its own button closes it too.
    canvas.click("Needs").await?;
    canvas.click_on("#needs header button").await?;
    canvas.see_no_more("Find a need").await?;
    canvas.focus_is_on("catch").await
}

pub async fn own_words_are_added_in_a_picker_too(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    for (button, field, word) in [("Feelings", "own-feeling", "treadmillish"), ("Needs", "own-need", "elbow room")] {
        canvas.click(button).await?;
        canvas.click_on(&format!("#{field}")).await?;
        canvas.focus_is_on(field).await?;
        canvas.press(word).await?;
        canvas.key(Key::Enter).await?;
        canvas.find_named(word).await?;
        canvas.key(Key::Escape).await?;
        canvas.focus_is_on("catch").await?;
    }
    let first = "Feeling: treadmillish / Needing: elbow room, Not said yet";
    canvas.shows(&[first]).await?;
    canvas.next_moment().await?;
    canvas.click("Feelings").await?;
    canvas.click("treadmillish").await?;
    canvas.shows(&["Feeling: treadmillish", first]).await
}
