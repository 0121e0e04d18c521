//! What cannot be kept or read is said in words, nothing is lost from the screen, and nothing is written over.
//! Speaks of keys and first bytes only; the whole format is tested on the host.

use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::stores::{keys, spoil, stored};
use crate::support::wire::{devtools, in_firefox};
use crate::support::Outcome;
use crate::walk::{add_client, catch, enter, go, held, see_rows, write};
use serde_json::{Value, json};

/// Fills what is left of localStorage with keys that are not ours, to the last character.
pub const FILL: &str = "let size = 1 << 22, at = 0;
    while (size) { try { localStorage.setItem('filler' + at++, 'x'.repeat(size)) } catch { size >>= 1 } }";
const FREE: &str = "Object.keys(localStorage).filter((key) => key.startsWith('filler')).forEach((key) => localStorage.removeItem(key))";

const SAD: &str = "//main//article//button[contains(., 'Sad')]";

/// WebKitGTK's storage cannot be blocked by its driver: tried in the other two.
pub async fn blocked_storage_is_said_and_the_visit_goes_on(page: Page) -> Outcome {
    let script = match page.engine() {
        Engine::Webkit => return Ok(()),
        Engine::Firefox => {
            // "Block all cookies", which takes both stores with it.
            in_firefox(page.driver(), "Services.prefs.setIntPref('network.cookie.cookieBehavior', 2)").await?;
            Value::Null
        }
        Engine::Chromium => {
            let blocked = "for (const store of ['localStorage', 'indexedDB'])
                Object.defineProperty(window, store, { get() { throw new DOMException('no', 'SecurityError') } })";
            devtools(page.driver(), "Page.addScriptToEvaluateOnNewDocument", json!({ "source": blocked })).await?
        }
    };
    let outcome = visit_without_storage(&page).await;
    match page.engine() {
        Engine::Firefox => in_firefox(page.driver(), "Services.prefs.clearUserPref('network.cookie.cookieBehavior')").await.map(drop)?,
        _ => devtools(page.driver(), "Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] })).await.map(drop)?,
    }
    outcome
}

async fn visit_without_storage(page: &Page) -> Outcome {
    page.open("/").await?;
    page.see("This browser does not let Attune keep notes").await?;
    go(page, "people").await?;
    write(page, "code", "Heron").await?;
    page.click("Add a client").await?;
    page.see("Kept for this visit only").await?;
    catch(page, "sad").await?;
    page.find_path(SAD).await?;
    page.see("You can go on, and everything is gone when this page closes.").await
}

pub async fn where_one_store_is_full_the_other_keeps_everything_and_it_is_said(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    enter(&page, "Two texts, kept apart").await?;
    page.see("Saved").await?;
    page.script(FILL, vec![]).await?;
    // Not to be deflated into what room is left in a kilobyte.
    let text: String = (0..400u32).map(|at| format!("{:x}", at.wrapping_mul(2_654_435_761))).collect();
    crate::walk::paste(&page, "reflection", &text).await?;
    page.see("Everything is kept, but one of this browser's two stores is full.").await?;
    page.see("Saved").await?;
    page.reload().await?;
    enter(&page, "Two texts, kept apart").await?;
    assert_eq!(held(&page, "reflection").await?, text);
    page.script(FREE, vec![]).await?;
    crate::walk::paste(&page, "reflection", " and more").await?;
    page.see("Saved").await?;
    page.see_no_more("stores is full").await
}

pub async fn what_is_spoilt_or_gone_in_one_store_comes_back_from_the_other(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    page.see("Saved").await?;
    for home in ["local", "ledger"] {
        let all = keys(&page).await?;
        spoil(&page, &[home], &all, 60).await?;
        page.reload().await?;
        page.find_path(SAD).await?;
        page.see_no_more("cannot be read").await?;
    }
    page.script("localStorage.clear()", vec![]).await?;
    page.reload().await?;
    page.find_path(SAD).await?;
    page.wait_until("localStorage to hold it again", async || Ok(!keys(&page).await?.is_empty())).await?;
    page.script("return new Promise((done) => { indexedDB.deleteDatabase('attune').onsuccess = () => done(null) })", vec![]).await?;
    page.reload().await?;
    page.find_path(SAD).await.map(drop)
}

/// Two people, Heron's bytes changed at one place, and Copper's sessions going on.
async fn spoil_heron(page: &Page, place: u32, words: &str) -> Outcome {
    add_client(page, "Heron").await?;
    catch(page, "sad").await?;
    page.see("Saved").await?;
    let before = keys(page).await?;
    add_client(page, "Copper").await?;
    for word in ["sad", "glad", "angry"] {
        catch(page, word).await?;
        page.see("Saved").await?;
    }
    // What has lasted through all these saves is not Copper's, and not where the open session is noted.
    let after = keys(page).await?;
    let lasting: Vec<_> = before.into_iter().filter(|key| after.contains(key) && key.contains("segment")).collect();
    assert!(!lasting.is_empty(), "nothing of Heron's has lasted");
    spoil(page, &["local", "ledger"], &lasting, place).await?;
    let of_heron = async || {
        let all = stored(page).await?;
        let of = |home: usize, before: &str| lasting.iter().map(|key| all[home][format!("{before}{key}")].clone()).collect::<Vec<_>>();
        Outcome::Ok([of(0, ""), of(1, "attune.")])
    };
    let spoilt = of_heron().await?;
    page.reload().await?;
    // During Copper's session nothing is said that concerns another.
    page.find_path(SAD).await?;
    assert!(!page.text().await?.contains(words));
    go(page, "people").await?;
    page.see(words).await?;
    see_rows(page, &["Copper"]).await?;
    go(page, "attune").await?;
    catch(page, "tired").await?;
    page.see("Saved").await?;
    page.reload().await?;
    page.find_path("//main//article//button[contains(., 'Tired')]").await?;
    assert_eq!(of_heron().await?, spoilt, "what cannot be read is kept as it is");
    Ok(())
}

pub async fn damaged_bytes_are_named_and_kept_as_they_are(page: Page) -> Outcome {
    spoil_heron(&page, 40, "Part of what is kept here cannot be read. It is kept as it is").await
}

pub async fn what_a_newer_attune_wrote_is_named_and_kept_as_it_is(page: Page) -> Outcome {
    // The envelope's fifth byte is its format.
    spoil_heron(&page, 4, "Part of what is kept here was written by a newer Attune.").await
}

pub async fn a_whole_vault_that_cannot_be_read_is_refused_and_not_overwritten(page: Page) -> Outcome {
    let table = [(4, "These notes come from a newer Attune"), (40, "These notes cannot be read")];
    for (place, words) in table {
        crate::walk::begin_anew(&page).await?;
        add_client(&page, "Heron").await?;
        catch(&page, "sad").await?;
        page.see("Saved").await?;
        let heads = ["head.0", "head.1"].map(str::to_owned);
        spoil(&page, &["local", "ledger"], &heads, place).await?;
        let spoilt = stored(&page).await?;
        page.reload().await?;
        page.see(words).await?;
        for elsewhere in ["people", "sessions", "settings", "attune"] {
            go(&page, elsewhere).await?;
            page.see(words).await?;
        }
        go(&page, "words").await?;
        page.see("Every word Attune knows").await?;
        go(&page, "").await?;
        page.click("Look around first").await?;
        page.see("nothing is kept").await?;
        page.reload().await?;
        page.see(words).await?;
        assert_eq!(stored(&page).await?, spoilt, "what cannot be read is kept as it is");
    }
    Ok(())
}
