//! The ways through a conversation: begun, passed on, written, ready, revealed, over several rounds.
//! Holds no promise.

use crate::other_device::{OtherDevice, PASSPHRASE};
use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{catch, choose, enter, go, held, write};
use thirtyfour::Key;

/// Begins a conversation between these people; it lies on the table then.
pub async fn begin(page: &Page, relation: &str, codes: &[&str]) -> Outcome {
    go(page, "together").await?;
    page.click(relation).await?;
    for code in codes {
        add(page, code).await?;
    }
    Ok(())
}

pub async fn add(page: &Page, code: &str) -> Outcome {
    write(page, "participant", code).await?;
    page.key(Key::Enter).await?;
    page.wait_until("the field to be empty", async || {
        Ok(held(page, "participant").await?.is_empty())
    })
    .await
}

/// Gives the device to someone, whose sign is of their own making, and opens their sheet.
pub async fn give_to(page: &Page, code: &str) -> Outcome {
    page.click(&format!("Give it to {code}")).await?;
    sign(page, code).await
}

pub async fn sign(page: &Page, code: &str) -> Outcome {
    write(page, "sign", &format!("bird of {code}")).await?;
    page.key(Key::Enter).await?;
    page.see(&format!("{code}’s sheet")).await
}

pub async fn say_ready(page: &Page) -> Outcome {
    page.click("I am ready").await?;
    page.click("Yes, I am ready").await
}

pub async fn pass_on(page: &Page) -> Outcome {
    page.click("Pass on").await?;
    page.see("The sheet is closed").await
}

/// Turns to another side of the sheet.
pub async fn turn_to(page: &Page, side: &str) -> Outcome {
    page.click(side).await?;
    let is_there = format!(
        "[...document.querySelectorAll('.worksheet__things [aria-pressed=true]')].some((it) => it.textContent === '{side}')"
    );
    page.wait_until("the side to be open", async || page.is(&is_there).await).await
}

pub async fn ask(page: &Page, what: &str) -> Outcome {
    write(page, "request", what).await?;
    page.key(Key::Enter).await?;
    page.wait_until("the request to stand", async || Ok(held(page, "request").await?.is_empty()))
        .await
}

pub async fn empty(page: Page) -> Outcome {
    go(&page, "together").await
}

pub async fn new(page: Page) -> Outcome {
    begin(&page, "A couple", &[]).await?;
    page.find("#topic").await.map(drop)
}

/// Two people, and a topic.
pub async fn table(page: Page) -> Outcome {
    begin(&page, "A couple", &["Heron", "Copper"]).await?;
    write(&page, "topic", "On Sunday we both sat at our screens until dinner").await?;
    page.see("Give it to Heron").await
}

pub async fn list(page: Page) -> Outcome {
    table(page.clone()).await?;
    begin(&page, "A team", &["Red", "Blue", "Green", "Amber"]).await?;
    go(&page, "together").await?;
    page.see("On Sunday we both").await
}

pub async fn asked(page: Page) -> Outcome {
    table(page.clone()).await?;
    page.click("Give it to Heron").await?;
    page.find("#sign").await.map(drop)
}

pub async fn wrong_sign(page: Page) -> Outcome {
    sheet(page.clone()).await?;
    pass_on(&page).await?;
    page.click("Give it to Heron").await?;
    write(&page, "sign", "another").await?;
    page.key(Key::Enter).await?;
    page.see("That is not the sign").await?;
    enter(&page, "I have forgotten my sign").await?;
    page.see("Empty it and choose").await
}

/// What Heron writes.
pub async fn sheet(page: Page) -> Outcome {
    table(page.clone()).await?;
    give_to(&page, "Heron").await?;
    catch(&page, "lonely 4").await?;
    catch(&page, "taken for granted").await?;
    catch(&page, "rest -").await?;
    catch(&page, "friendship -").await?;
    turn_to(&page, "My guess about Copper").await?;
    catch(&page, "tired").await?;
    catch(&page, "control -").await?;
    turn_to(&page, "Myself").await?;
    ask(&page, "A walk after breakfast on Sunday").await?;
    serve(&page, "rest").await
}

/// Says what the request serves; the first on the list is who writes.
async fn serve(page: &Page, need: &str) -> Outcome {
    enter(page, "Which needs would it serve").await?;
    page.find("select").await?;
    let script = "const list = document.querySelectorAll('.sheet__effect-form select')[1];
        list.value = [...list.options].find((it) => it.text.toLowerCase() === arguments[0]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, vec![need.into()]).await?;
    page.click("It serves this").await?;
    page.see("Serves Heron").await
}

pub async fn guess(page: Page) -> Outcome {
    sheet(page.clone()).await?;
    turn_to(&page, "My guess about Copper").await?;
    page.see("What might Copper be feeling?").await
}

pub async fn ready(page: Page) -> Outcome {
    sheet(page.clone()).await?;
    page.click_path("//li[contains(., 'Friendship')]//button[.='Keep private']").await?;
    page.click("I am ready").await?;
    page.see("This stays with you").await
}

pub async fn passing(page: Page) -> Outcome {
    ready(page.clone()).await?;
    page.click("Yes, I am ready").await?;
    page.see("The sheet is closed").await
}

pub async fn all_ready(page: Page) -> Outcome {
    passing(page.clone()).await?;
    give_to(&page, "Copper").await?;
    catch(&page, "tired").await?;
    catch(&page, "rest -").await?;
    catch(&page, "closeness ~").await?;
    catch(&page, "control +").await?;
    turn_to(&page, "My guess about Heron").await?;
    catch(&page, "lonely").await?;
    catch(&page, "rest +").await?;
    say_ready(&page).await?;
    page.see("Everyone is ready").await
}

pub async fn revealed(page: Page) -> Outcome {
    all_ready(page.clone()).await?;
    page.click("Look together").await?;
    page.see("What you both need").await?;
    page.click("Agreed").await
}

/// A second round, in which what was agreed is looked back at.
pub async fn over_rounds(page: Page) -> Outcome {
    revealed(page.clone()).await?;
    give_to(&page, "Heron").await?;
    page.see("Looking back at what was agreed").await?;
    page.click_path("//section[@aria-labelledby='sheet-back']//button[.='Met']").await?;
    catch(&page, "relieved").await?;
    catch(&page, "rest +").await?;
    say_ready(&page).await?;
    give_to(&page, "Copper").await?;
    say_ready(&page).await?;
    page.click("Look together").await?;
    page.see("Over the rounds").await
}

/// Somebody is about to be erased.
pub async fn erasing(page: Page) -> Outcome {
    table(page.clone()).await?;
    choose(&page, "More about Copper", "Erase").await?;
    page.see("This cannot be undone").await
}

/// Heron writes here, Copper elsewhere.
pub async fn share(page: Page) -> Outcome {
    table(page.clone()).await?;
    enter(&page, "On several devices").await?;
    page.click_path("//*[@aria-label='Who writes on this device?']//button[.='Copper']").await?;
    page.click("Use several devices").await?;
    page.see("On another device: Copper.").await
}

/// With all that can lie open at once.
pub async fn devices(page: Page) -> Outcome {
    share(page.clone()).await?;
    page.click("Change who writes where").await?;
    page.click("Make a file for the others").await?;
    page.see("Only the devices of this conversation").await
}

pub async fn opening_file(page: Page) -> Outcome {
    share(page.clone()).await?;
    page.click("Bring it to another device").await?;
    page.see("say it aloud").await
}

/// An opening file, opened.
pub async fn who(page: Page) -> Outcome {
    go(&page, "together").await?;
    page.give_file("conversation-file", &OtherDevice::begun(8)?.opening_file()?).await?;
    write(&page, "conversation-passphrase", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("Which of you are you?").await
}
