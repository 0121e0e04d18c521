//! An hour with a client, typed key by key into every field that takes a person's words.
//! Never sets a field's value by script: what a browser makes of keys is what is looked for afterwards.

use thirtyfour::Key;

use super::words::Words;
use crate::canvas::Canvas;
use crate::handed_over::handover_with;
use crate::lock::{take_the_code, to_the_choice, to_the_code_of, unlock};
use crate::receiving::{choose_file, go_receive};
use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, arrive, choose, enter, go, held, write};

const LOCKED: &str = "Your notes are here, and sealed.";

/// What opens the vault.
pub struct Secrets {
    pub passphrase: String,
    pub code: String,
}

/// Chosen before the first word is written.
pub async fn lock(page: &Page, words: &mut Words) -> Outcome<Secrets> {
    page.open("/").await?;
    to_the_choice(page).await?;
    let passphrase = words.take(3);
    let code = to_the_code_of(page, &passphrase).await?;
    take_the_code(page).await?;
    Ok(Secrets { passphrase, code })
}

pub async fn come_in(page: &Page, secrets: &Secrets) -> Outcome {
    page.open("/").await?;
    page.see(LOCKED).await?;
    unlock(page, &secrets.passphrase).await?;
    page.see_no_more(LOCKED).await
}

/// Types all of these words; what is left in the catch line at the end stays there.
pub async fn sit(page: &Page, secrets: &Secrets, mut words: Words) -> Outcome {
    people(page, &mut words).await?;
    let canvas = Canvas::of(page.clone());
    moment(&canvas, &mut words).await?;
    own_words(&canvas, &mut words).await?;
    around(page, &mut words).await?;
    leave_and_come_back(page, secrets, &mut words).await?;
    for_the_file(page, &mut words).await?;
    go(page, "attune").await?;
    enter(page, "Two texts, kept apart").await?;
    let uncaught = words.take(1);
    let half = words.count() / 2;
    write(page, "reflection", &words.take(half)).await?;
    let record = words.take(usize::MAX);
    write(page, "record", &record).await?;
    page.see("Saved").await?;
    if held(page, "record").await? != record {
        return Err("not all was typed: a word less typed is a word less looked for".into());
    }
    canvas.to_the_line().await?;
    canvas.press(uncaught).await
}

/// Three clients, one looked for and renamed; their session is open then.
async fn people(page: &Page, words: &mut Words) -> Outcome {
    let (code, new) = (words.take(2), words.take(2));
    for code in [&words.take(1), &words.take(1), &code] {
        add_client(page, code).await?;
    }
    go(page, "people").await?;
    write(page, "find", &words.take(1)).await?;
    page.see("Nobody by that code.").await?;
    page.key(Key::Escape).await?;
    choose(page, &format!("More about {code}"), "Rename").await?;
    write(page, "new-code", &new).await?;
    page.key(Key::Enter).await?;
    enter(page, &new).await?;
    page.see(&format!("Sessions with {new}")).await?;
    page.click_path("(//main//li//button)[1]").await?;
    arrive(page, "attune").await
}

/// Two moments, named, with feelings and needs in own words, what was done and chosen, and a line given up.
async fn moment(canvas: &Canvas, words: &mut Words) -> Outcome {
    canvas.to_the_line().await?;
    for (count, becomes) in [(1, "as a feeling"), (1, "as a need"), (3, "as this moment's name")] {
        canvas.press(words.take(count)).await?;
        canvas.click_option(becomes).await?;
        canvas.line_is("").await?;
    }
    for field in ["Something done", "A choice"] {
        let typed = words.take(3);
        canvas.open_field(field, field).await?;
        canvas.press(&typed).await?;
        canvas.key(Key::Enter).await?;
        canvas.see(&typed).await?;
    }
    canvas.to_the_line().await?;
    canvas.next_moment().await?;
    canvas.press(format!("{} betrayed me", words.take(2))).await?;
    canvas.see("Underneath there may be").await?;
    canvas.click_option("as this moment's name").await?;
    canvas.press(words.take(1)).await?;
    canvas.key(Key::Escape).await?;
    canvas.key(Key::Escape).await?;
    canvas.line_is("").await
}

/// By the pickers.
async fn own_words(canvas: &Canvas, words: &mut Words) -> Outcome {
    for (button, field) in [("Feelings", "own-feeling"), ("Needs", "own-need")] {
        let word = words.take(1);
        canvas.click(button).await?;
        canvas.click_on(&format!("#{field}")).await?;
        canvas.focus_is_on(field).await?;
        canvas.press(&word).await?;
        canvas.key(Key::Enter).await?;
        canvas.find_named(&word).await?;
        canvas.key(Key::Escape).await?;
        canvas.focus_is_on("catch").await?;
    }
    canvas.see("Saved").await
}

/// The places beside the session, all addresses once.
async fn around(page: &Page, words: &mut Words) -> Outcome {
    for place in ["turned", "sessions", "learn", "words"] {
        go(page, place).await?;
    }
    page.click_on("input[type=search]").await?;
    page.press(words.take(1)).await?;
    go(page, "understanding/find").await?;
    write(page, "find-words", &words.take(1)).await?;
    go(page, "settings").await?;
    write(page, "pointer", &words.take(2)).await?;
    page.click("Make a backup").await?;
    write(page, "backup-passphrase", &words.take(2)).await?;
    page.click("Back").await
}

/// What only a therapist knows of a session.
async fn for_the_file(page: &Page, words: &mut Words) -> Outcome {
    page.script("location.hash = '#/record'", vec![]).await?;
    for (field, count) in
        [("observation", 2), ("intervention", 1), ("modality", 1), ("attendance", 1)]
    {
        write(page, field, &words.take(count)).await?;
    }
    write(page, "record-text", &words.take(2)).await?;
    page.script("location.hash = '#/file'", vec![]).await?;
    page.find("#review-by").await?;
    receive(page, words).await
}

/// A handover that says words, looked at, taken in for a new client by their code.
async fn receive(page: &Page, words: &mut Words) -> Outcome {
    go_receive(page).await?;
    choose_file(page, &handover_with(&words.take(3))?).await?;
    page.see("What was handed over").await?;
    page.click("A new client").await?;
    write(page, "receive-code", &words.take(1)).await?;
    // From the second sitting on it says "once more".
    page.click_on(".receive__whose .button--first").await?;
    page.see("Taken in: 2 sessions").await?;
    go(page, "people").await
}

/// Locked by keys, opened by the code; hidden, opened by the passphrase; and something that opens nothing.
async fn leave_and_come_back(page: &Page, secrets: &Secrets, words: &mut Words) -> Outcome {
    page.chord_of(&[Key::Control, Key::Shift], 'l').await?;
    page.see(LOCKED).await?;
    unlock(page, &words.take(2)).await?;
    page.see("That passphrase does not open these notes.").await?;
    page.click("Use the recovery code").await?;
    unlock(page, &secrets.code).await?;
    page.see_no_more(LOCKED).await?;
    for _ in 0..3 {
        page.key(Key::Escape).await?;
    }
    let is_left = "location.href === 'about:blank'";
    page.wait_until("an empty page", async || page.is(is_left).await).await?;
    come_in(page, secrets).await
}
