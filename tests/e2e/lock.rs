//! The lock as a person meets it: chosen before the first word, opened, changed, fallen shut.
//! Never looks at bytes, but for words that must not be among them.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::engine::Engine;
use crate::support::stores::{EMPTY, stored};
use crate::support::wire::devtools;
use crate::walk::{catch, choose_lock, enter, go, write};
use serde_json::json;
use thirtyfour::Key;

const PASSPHRASE: &str = "kettle moss  Ärmel 14";
const SAD: &str = "//main//article//button[contains(., 'Sad')]";

/// From the welcome to a locked vault with one client; the recovery code.
pub async fn lock(page: &Page) -> Outcome<String> {
    page.open("/").await?;
    to_the_choice(page).await?;
    let code = choose_passphrase(page).await?;
    page.find("#code").await?;
    write(page, "code", "Heron").await?;
    page.key(Key::Enter).await?;
    page.find("#catch").await?;
    catch(page, "sad").await?;
    page.see("Saved").await?;
    Ok(code)
}

async fn choose_passphrase(page: &Page) -> Outcome<String> {
    let code = to_the_code(page).await?;
    take_the_code(page).await?;
    Ok(code)
}

/// From the code to the locked vault.
pub async fn take_the_code(page: &Page) -> Outcome {
    page.click("I have it on paper: lock").await?;
    page.wait_until("the lock", async || page.is("document.querySelector('.code') === null").await).await
}

/// From the choice to the recovery code, as it is shown.
pub async fn to_the_code(page: &Page) -> Outcome<String> {
    to_the_code_of(page, PASSPHRASE).await
}

/// The same with a passphrase of the caller's.
pub async fn to_the_code_of(page: &Page, passphrase: &str) -> Outcome<String> {
    enter(page, "Only who knows a passphrase").await?;
    page.see("nobody can open your notes: not we, not anyone.").await?;
    write(page, "passphrase", passphrase).await?;
    write(page, "passphrase-again", passphrase).await?;
    page.key(Key::Enter).await?;
    read_code(page).await
}

async fn read_code(page: &Page) -> Outcome<String> {
    page.find(".code").await?;
    let shown = "return [...document.querySelectorAll('.code span')].map((it) => it.textContent).join('-')";
    let code = page.script(shown, vec![]).await?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

pub async fn unlock(page: &Page, secret: &str) -> Outcome {
    write(page, "unlock", secret).await?;
    page.key(Key::Enter).await
}

pub async fn a_passphrase_is_chosen_before_the_first_word_and_opens_it_again(page: Page) -> Outcome {
    lock(&page).await?;
    let kept = stored(&page).await?.to_string();
    assert!(kept.len() > 2000 && !kept.contains("Heron"), "in clear");
    page.reload().await?;
    page.see("Your notes are here, and sealed.").await?;
    assert!(!page.text().await?.contains("Heron"));
    unlock(&page, "kettle moss ärmel 14").await?;
    page.see("That passphrase does not open these notes.").await?;
    assert_eq!(stored(&page).await?.to_string(), kept, "a wrong one changes nothing");
    unlock(&page, PASSPHRASE).await?;
    page.find_path(SAD).await?;
    catch(&page, "glad").await?;
    page.see("Saved").await
}

pub async fn a_passphrase_is_asked_for_twice_and_may_not_be_tiny(page: Page) -> Outcome {
    enter(&page, "With a client").await?;
    enter(&page, "Only who knows a passphrase").await?;
    write(&page, "passphrase", "short").await?;
    page.click("Go on").await?;
    page.see("at least 8 characters").await?;
    write(&page, "passphrase", PASSPHRASE).await?;
    page.see("A good length.").await?;
    write(&page, "passphrase-again", "another one altogether").await?;
    page.click("Go on").await?;
    page.see("The two are not the same.").await?;
    page.click("Back").await?;
    page.see("Anyone who uses this browser").await
}

pub async fn the_recovery_code_opens_it_when_the_passphrase_is_forgotten(page: Page) -> Outcome {
    let code = lock(&page).await?;
    page.reload().await?;
    page.click("Use the recovery code").await?;
    unlock(&page, "0000").await?;
    page.see("a recovery code has 28.").await?;
    unlock(&page, &code.to_lowercase().replace('-', " ")).await?;
    page.find_path(SAD).await?;
    go(&page, "settings").await?;
    page.click("Change the passphrase").await?;
    write(&page, "passphrase", "another one altogether").await?;
    write(&page, "passphrase-again", "another one altogether").await?;
    page.click("Go on").await?;
    page.see("The passphrase opens them, or the recovery code.").await?;
    page.reload().await?;
    unlock(&page, "another one altogether").await?;
    go(&page, "attune").await?;
    page.find_path(SAD).await.map(drop)
}

pub async fn a_lock_is_taken_off_and_put_on_again(page: Page) -> Outcome {
    lock(&page).await?;
    go(&page, "settings").await?;
    page.click("Take the lock off").await?;
    page.see("Then anyone who can use this browser can read your notes").await?;
    page.click("Take the lock off").await?;
    page.see("No lock: anyone who can use this browser can read your notes.").await?;
    page.see("Not locked").await?;
    page.reload().await?;
    go(&page, "settings").await?;
    page.click("Choose a passphrase").await?;
    write(&page, "passphrase", PASSPHRASE).await?;
    write(&page, "passphrase-again", PASSPHRASE).await?;
    page.click("Go on").await?;
    read_code(&page).await?;
    page.click("I have it on paper: lock").await?;
    page.see("The passphrase opens them, or the recovery code.").await?;
    page.reload().await?;
    unlock(&page, PASSPHRASE).await?;
    go(&page, "attune").await?;
    page.find_path(SAD).await.map(drop)
}

pub async fn a_press_or_a_key_locks_and_nothing_is_lost(page: Page) -> Outcome {
    lock(&page).await?;
    catch(&page, "angry").await?;
    page.click("Lock").await?;
    page.see("Your notes are here, and sealed.").await?;
    unlock(&page, PASSPHRASE).await?;
    page.find_path("//main//article//button[contains(., 'Angry')]").await?;
    page.chord_of(&[Key::Control, Key::Shift], 'l').await?;
    page.see("Your notes are here, and sealed.").await
}

pub async fn a_lock_falls_shut_in_every_window(page: Page) -> Outcome {
    lock(&page).await?;
    let first = page.driver().window().await?;
    let second = page.driver().new_window().await?;
    let outcome = async {
        page.driver().switch_to_window(second.clone()).await?;
        page.open("/").await?;
        unlock(&page, PASSPHRASE).await?;
        page.find_path(SAD).await?;
        // By key: in a narrow window the button stands behind "More".
        page.chord_of(&[Key::Control, Key::Shift], 'l').await?;
        page.see("Your notes are here, and sealed.").await?;
        page.driver().switch_to_window(first.clone()).await?;
        page.see("Your notes are here, and sealed.").await
    }
    .await;
    page.driver().switch_to_window(second).await?;
    page.driver().close_window().await?;
    page.driver().switch_to_window(first).await?;
    outcome
}

/// With a session open; the clock on the wall is what counts, so that sleep does.
pub async fn a_lock_falls_shut_after_the_time_that_was_chosen(page: Page) -> Outcome {
    lock(&page).await?;
    touch_after(&page, 29).await?;
    page.see("Saved").await?;
    touch_after(&page, 31).await?;
    page.see("Your notes are here, and sealed.").await?;
    unlock(&page, PASSPHRASE).await?;
    page.find_path(SAD).await?;
    go(&page, "settings").await?;
    page.click("1 hour").await?;
    go(&page, "attune").await?;
    page.see("Saved").await?;
    touch_after(&page, 59).await?;
    page.find_path(SAD).await?;
    touch_after(&page, 61).await?;
    page.see("Your notes are here, and sealed.").await?;
    unlock(&page, PASSPHRASE).await?;
    page.find_path(SAD).await?;
    go(&page, "settings").await?;
    page.find_path("//button[@aria-pressed='true'][contains(., '1 hour')]").await.map(drop)
}

/// So many minutes later somebody touches the page again.
async fn touch_after(page: &Page, minutes: u32) -> Outcome {
    let later = "const [{ Date }, minutes] = [window, arguments[0]]; const now = Date.now.bind(Date); Date.now = () => now() + minutes * 60_000";
    page.script(later, vec![json!(minutes)]).await?;
    page.key(Key::Shift).await
}

pub async fn where_nothing_is_kept_hiding_covers_and_asks(page: Page) -> Outcome {
    keep_nothing(&page).await?;
    for _ in 0..3 {
        page.key(Key::Escape).await?;
    }
    page.see("If you leave, it is gone.").await?;
    assert!(!page.text().await?.contains("Heron"));
    page.click("Go on").await?;
    page.find_path(SAD).await?;
    // Kept after all, it is there after a reload.
    go(&page, "settings").await?;
    page.click("Keep it after all").await?;
    go(&page, "attune").await?;
    page.find_path(SAD).await?;
    page.see("Saved").await?;
    page.reload().await?;
    page.find_path(SAD).await.map(drop)
}

/// A client and a feeling that nobody keeps.
pub async fn keep_nothing(page: &Page) -> Outcome {
    to_the_choice(page).await?;
    choose_lock(page, "Nobody: keep nothing").await?;
    write(page, "code", "Heron").await?;
    page.key(Key::Enter).await?;
    page.find("#catch").await?;
    catch(page, "sad").await?;
    page.see("Nothing is kept, as you chose").await
}

/// To the people, where the choice stands in the way.
pub async fn to_the_choice(page: &Page) -> Outcome {
    enter(page, "With a client").await?;
    page.see("Who may open your notes here?").await
}

/// Chromium's virtual authenticator knows the extension; the other two have none to drive.
pub async fn a_passkey_opens_it_too(page: Page) -> Outcome {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    devtools(page.driver(), "WebAuthn.enable", json!({ "enableUI": false })).await?;
    let options = json!({ "options": { "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "hasPrf": true, "automaticPresenceSimulation": true, "isUserVerified": true } });
    let made = devtools(page.driver(), "WebAuthn.addVirtualAuthenticator", options).await?;
    let outcome = go_by_passkey(&page).await;
    devtools(page.driver(), "WebAuthn.removeVirtualAuthenticator", json!({ "authenticatorId": made["authenticatorId"] })).await?;
    devtools(page.driver(), "WebAuthn.disable", json!({})).await?;
    outcome
}

async fn go_by_passkey(page: &Page) -> Outcome {
    // Browsers give passkeys to names only, never to a bare number.
    let named = page.address().replace("127.0.0.1", "localhost");
    page.driver().goto(named).await?;
    let settings = async || {
        page.click("Settings").await?;
        page.see("The lock").await
    };
    enter(page, "With a client").await?;
    choose_passphrase(page).await?;
    settings().await?;
    page.click("Add a passkey").await?;
    page.see("A passkey opens your notes too.").await?;
    page.reload().await?;
    page.see("Your notes are here, and sealed.").await?;
    page.click("Use the passkey of this device").await?;
    page.see("The lock").await?;
    page.click("Remove passkeys").await?;
    page.see("Add a passkey").await?;
    page.script(EMPTY, vec![]).await.map(drop)
}
