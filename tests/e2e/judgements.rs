//! A judgement is heard, not scolded: what may lie underneath is offered. What may be harm is let stand; danger is never answered.
//! Never blocks what a person types.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

const SUICIDE: &str = "Words about dying stand here; Attune draws nothing from them.";
const HARM: &str = "may be exactly what happened. It needs no other name here.";
const SHARED_SCREEN: &str = "Someone you trust, a doctor and the emergency number where you are can help. This page can be hidden at once.";

pub async fn a_judgement_in_the_line_offers_what_may_lie_underneath(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.press("betrayed").await?;
    canvas.see("Underneath there may be hurt, angry or shocked, and a need for trust,").await?;
    canvas.see(", or something else.").await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["Heard: “Betrayed”"]).await?;
    canvas.see("You wrote “Betrayed”.").await?;
    canvas.see("Does one fit?").await?;
    canvas.click_in("Betrayed", "hurt").await?;
    canvas.shows(&["Feeling: Hurt / Heard: “Betrayed”"]).await?;
    canvas.click_in("Betrayed", "trust").await?;
    canvas.shows(&["Feeling: Hurt / Heard: “Betrayed” / Needing: Trust, Unmet"]).await?;
    canvas.press("a failure").await?;
    canvas.see("Underneath there may be").await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["Feeling: Hurt / Heard: “Betrayed” · “A failure” / Needing: Trust, Unmet"]).await?;
    canvas.see("You wrote “A failure”.").await
}

pub async fn a_judgement_inside_a_label_is_heard_too(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.open_field("Name this moment", "What this moment is called").await?;
    canvas.press("The evening I felt betrayed").await?;
    canvas.see("Underneath there may be").await?;
    canvas.key(Key::Enter).await?;
    let label = "The evening I felt betrayed";
    canvas.see("You wrote “betrayed”.").await?;
    canvas.click_in(label, "shocked").await?;
    canvas.shows(&[&format!("{label} Feeling: Frustrated · Shocked")]).await?;
    canvas.next_moment().await?;
    // None of those offered: the line takes any word, in the moment that was meant.
    canvas.click_in(label, "Something else").await?;
    canvas.focus_is_on("catch").await?;
    canvas.catch("lonely").await?;
    canvas.shows(&["", &format!("{label} Feeling: Frustrated · Shocked · Lonely")]).await?;
    canvas.next_moment().await?;
    canvas.press("in his eyes I am a failure").await?;
    canvas.see("Underneath there may be").await?;
    canvas.click_option("as this moment's name").await?;
    canvas.see("You wrote “a failure”.").await
}

pub async fn a_word_that_may_be_harm_is_let_stand(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.press("abused").await?;
    canvas.see(HARM).await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["Heard: “Abused”"]).await?;
    canvas.see(&format!("“Abused” {HARM}")).await?;
    let text = canvas.text().await?;
    assert!(!text.contains("Underneath there may be"), "translated: {text}");
    assert_eq!(canvas.asked().await?, Vec::<String>::new(), "answered with a need");
    Ok(())
}

/// Waits until the pointer says this, in a place where it can be seen; with `""` until it says nothing.
async fn pointer(canvas: &Canvas, says: &str) -> Outcome {
    let script = "const all = [...document.querySelectorAll('[role=status][aria-label=\"Someone to turn to\"]')];
        const said = all.filter((it) => it.innerText.trim());
        const it = said.at(-1);
        if (!it) return '';
        const words = it.querySelector('p');
        words.scrollIntoView({ block: 'center' });
        const box = words.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return it.contains(top) ? it.innerText.trim() : 'covered: ' + it.innerText";
    canvas.wait_for(&format!("the pointer to say “{says}”"), async || {
        let now = canvas.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned();
        Ok((if says.is_empty() { now.is_empty() } else { now.starts_with(says) }, now))
    })
    .await
}

pub async fn a_phrase_of_danger_shows_a_pointer_and_is_never_answered(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.press("I want to die").await?;
    pointer(&canvas, SUICIDE).await?;
    let offered = canvas.offered().await?;
    assert!(!offered.is_empty() && offered.iter().all(|it| it.starts_with("In their own words: ")), "{offered:?}");
    canvas.focus_is_on("catch").await?;
    // Taken back at once, without a word about it.
    canvas.key(Key::Backspace).await?;
    pointer(&canvas, "").await?;
    canvas.press("e").await?;
    pointer(&canvas, SUICIDE).await?;
    canvas.key(Key::Enter).await?;
    canvas.shows(&["I want to die"]).await?;
    pointer(&canvas, SUICIDE).await?;
    assert_eq!(canvas.asked().await?, Vec::<String>::new());
    canvas.click("Turn the screen").await?;
    canvas.see("What we have heard so far").await?;
    pointer(&canvas, SHARED_SCREEN).await?;
    canvas.click("Turn back").await?;
    canvas.focus_is_on("catch").await?;
    pointer(&canvas, SUICIDE).await?;
    // A moment without it has no pointer.
    canvas.next_moment().await?;
    pointer(&canvas, "").await
}

pub async fn a_phrase_of_danger_is_seen_in_every_field(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    for (button, field) in [("Name this moment", "What this moment is called"), ("Something done", "Something done"), ("A choice", "A choice")] {
        canvas.open_field(button, field).await?;
        canvas.press("suicidal").await?;
        pointer(&canvas, SUICIDE).await.map_err(|fault| format!("{field}: {fault}"))?;
        canvas.key(Key::Escape).await?;
        pointer(&canvas, "").await.map_err(|fault| format!("{field}: {fault}"))?;
    }
    canvas.click_on("details.notes summary").await?;
    for id in ["reflection", "record"] {
        canvas.click_on(&format!("#{id}")).await?;
        canvas.focus_is_on(id).await?;
        canvas.press("suicidal").await?;
        pointer(&canvas, SUICIDE).await.map_err(|fault| format!("{id}: {fault}"))?;
        canvas.empty_field().await?;
        pointer(&canvas, "").await.map_err(|fault| format!("{id}: {fault}"))?;
    }
    canvas.open("/#/people").await?;
    canvas.click_on("#code").await?;
    canvas.press("suicidal").await?;
    pointer(&canvas, SUICIDE).await
}

pub async fn a_phrase_of_danger_is_seen_in_a_picker_too(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.click("Feelings").await?;
    canvas.click_on("#own-feeling").await?;
    canvas.press("suicidal").await?;
    pointer(&canvas, SUICIDE).await
}
