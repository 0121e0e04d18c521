//! Sue's case of the source text, entered by hand and found again.
//! Never looks at the stored bytes: what counts is what a person finds.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

/// What a therapist types for Sue, a moment a row: each is caught with Enter, the next begun with Ctrl+Enter.
const TYPED: [&[&str]; 5] = [
    // Looking for another job, burnout at work.
    &["Looking for another job", "burned out 4", "helpless", "control", "work"],
    // A good wage: a need that is met.
    &["The wage is good", "grateful", "financial security +", "money"],
    // She spends a lot of time at work, and it matters to her.
    &["proud", "making a difference", "work"],
    // Her co-workers, and covering for them to the boss.
    &["Covering for co-workers to the boss", "frustrated 3", "competence -", "work"],
    // Long hours: spouse and family.
    &["Arguments about the hours", "sad", "love -", "joy -", "relationship security -", "partner"],
];

const FOUND: [&str; 5] = [
    "Arguments about the hours [Partner] Feeling: Sad · Ashamed about feeling sad / Needing: Love, Unmet · Joy, Unmet · Relationship security, Unmet",
    "Covering for co-workers to the boss [Work] Feeling: Frustrated Strength 3 of 5 / Needing: Competence, Unmet",
    "[Work] Feeling: Proud / Needing: Making a difference, Met",
    "The wage is good [Money] Feeling: Grateful / Needing: Financial security, Met",
    "Looking for another job [Work] Feeling: Burned out Strength 4 of 5 · Helpless / Needing: Control, Unmet",
];

pub async fn sue_is_entered_by_hand_and_found_again(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    for (at, moment) in TYPED.iter().enumerate() {
        if at > 0 {
            canvas.next_moment().await?;
        }
        for line in *moment {
            canvas.catch(line).await?;
        }
    }
    // Shame for her feelings as well: about the sadness, by keyboard from its own button.
    canvas.click_in_chips("Sad").await?;
    canvas.click("A feeling about this").await?;
    canvas.catch("ashamed").await?;
    canvas.shows(&FOUND).await?;
    canvas.click_on("details.notes summary").await?;
    for (id, words) in [("reflection", "The pull to plan the job search with her."), ("record", "First session. Long hours, arguments.")] {
        canvas.click_on(&format!("#{id}")).await?;
        canvas.focus_is_on(id).await?;
        canvas.press(words).await?;
    }
    canvas.see("Saved").await?;

    canvas.reload().await?;
    check_found(&canvas).await?;
    // Closed and opened again without an address that names a screen: the open session is there.
    canvas.driver().goto(format!("{}/blank", canvas.address())).await?;
    canvas.open("/").await?;
    check_found(&canvas).await?;
    canvas.click("Sessions").await?;
    canvas.see("5 moments: Looking for another job · The wage is good · Proud").await?;
    canvas.open("/#/people").await?;
    canvas.click_on(".person__open").await?;
    canvas.see("Sessions with Heron").await?;
    canvas.click_on(".person__open").await?;
    canvas.shows(&FOUND).await
}

async fn check_found(canvas: &Canvas) -> Outcome {
    canvas.shows(&FOUND).await?;
    canvas.see("Heron").await?;
    let notes = "['reflection', 'record'].map((id) => document.getElementById(id)?.value).join(' / ')";
    let both = "The pull to plan the job search with her. / First session. Long hours, arguments.";
    canvas.wait_until("the two texts", async || canvas.is(&format!("{notes} === '{both}'")).await).await?;
    canvas.focus_is_on("catch").await?;
    // A key is all it takes to go on.
    canvas.press("x").await?;
    canvas.line_is("x").await?;
    canvas.key(Key::Backspace).await?;
    canvas.line_is("").await
}
