//! Backups as a person meets them: made, tried, restored, taken back; asked for gently; what is stored; everything erased.
//! Files go by `support/files.rs`.

use serde_json::json;
use thirtyfour::Key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::stores::stored;
use crate::walk::{add_client, begin_anew, catch, enter, go, paste, see_rows, write};

const PASSPHRASE: &str = "lantern  Übung 9 heath";
const SAD: &str = "//main//article//button[contains(., 'Sad')]";

/// A client with something caught, and the settings open.
async fn begin(page: &Page) -> Outcome {
    add_client(page, "Heron").await?;
    catch(page, "sad").await?;
    page.see("Saved").await?;
    go(page, "settings").await
}

/// Makes a backup; its bytes.
async fn make_backup(page: &Page) -> Outcome<Vec<u8>> {
    page.watch_files().await?;
    page.click("Make a backup").await?;
    page.see("Without it nobody can open the file: not we, not anyone.").await?;
    write(page, "backup-passphrase", PASSPHRASE).await?;
    write(page, "backup-passphrase-again", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("it was opened again, compared").await?;
    page.handed_over().await
}

/// The plain file of what is here; its bytes.
async fn export_plainly(page: &Page) -> Outcome<Vec<u8>> {
    page.watch_files().await?;
    page.click("Export as plain text").await?;
    page.click("Export it unsealed").await?;
    page.see("Anyone who has it can read it").await?;
    let bytes = page.handed_over().await?;
    page.click("Back").await?;
    Ok(bytes)
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub async fn a_backup_is_made_tried_and_restored_into_an_emptied_page(page: Page) -> Outcome {
    begin(&page).await?;
    page.see("There is no backup yet.").await?;
    let file = make_backup(&page).await?;
    assert!(page.is("/“attune-\\d{4}-\\d\\d-\\d\\d\\.age”/.test(document.body.innerText)").await?);
    assert!(text_of(&file).starts_with("age-encryption.org/") && !text_of(&file).contains("Heron"));
    page.click("Back").await?;
    page.see("Last backup: Today. 0 sessions more since then.").await?;
    begin_anew(&page).await?;
    go(&page, "settings").await?;
    let before = stored(&page).await?;
    page.click("Try or restore a backup").await?;
    page.give_file("restore-file", &file).await?;
    write(&page, "restore-passphrase", "lantern übung 9 heath").await?;
    page.key(Key::Enter).await?;
    page.see("That passphrase does not open this file.").await?;
    write(&page, "restore-passphrase", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("This backup opens, and is whole. Nothing was touched so far.").await?;
    page.see("1 session is only in the backup: merging adds it.").await?;
    assert_eq!(stored(&page).await?, before, "trying touches nothing");
    page.click("Merge").await?;
    page.see("All of it is saved.").await?;
    page.reload().await?;
    go(&page, "attune").await?;
    page.find_path(SAD).await.map(drop)
}

pub async fn a_file_that_is_none_or_broke_is_told_apart_and_touches_nothing(page: Page) -> Outcome {
    begin(&page).await?;
    let file = export_plainly(&page).await?;
    page.see("Last backup: Today.").await?;
    let before = stored(&page).await?;
    page.click("Try or restore a backup").await?;
    page.give_file("restore-file", &[80, 78, 71]).await?;
    page.see("This is not a backup of Attune. Nothing was touched.").await?;
    page.give_file("restore-file", &file[..file.len() / 2]).await?;
    page.see("This file is not as it was written").await?;
    page.give_file("restore-file", &file).await?;
    page.see("1 session is the same.").await?;
    page.click("Leave everything as it is").await?;
    page.see("Last backup: Today.").await?;
    assert_eq!(stored(&page).await?, before);
    Ok(())
}

pub async fn the_plain_file_stands_behind_a_warning(page: Page) -> Outcome {
    begin(&page).await?;
    page.watch_files().await?;
    page.click("Export as plain text").await?;
    page.see("This file is not sealed. Whoever gets hold of it can read every word").await?;
    assert!(page.is("caught.length === 0").await?, "nothing by one press");
    page.click("Back").await?;
    page.see("There is no backup yet.").await?;
    let file = text_of(&export_plainly(&page).await?);
    assert!(file.starts_with("{\n  \"format\": \"attune-notes\"") && file.contains("Heron"));
    Ok(())
}

/// What restoring a file of one client would do where there are three.
pub async fn see_outlook(page: &Page) -> Outcome {
    begin(page).await?;
    let file = export_plainly(page).await?;
    for code in ["Robin", "Wren"] {
        add_client(page, code).await?;
    }
    go(page, "settings").await?;
    page.click("Try or restore a backup").await?;
    page.give_file("restore-file", &file).await?;
    page.see("This backup opens, and is whole.").await
}

pub async fn a_restore_is_taken_back(page: Page) -> Outcome {
    see_outlook(&page).await?;
    page.click("Replace everything here").await?;
    page.see("The backup holds much less than what is here. Is it the right one?").await?;
    page.see("Everything here goes: 3 people, 3 sessions.").await?;
    page.click("Replace it").await?;
    page.see("Replaced: 1 person, 1 session.").await?;
    go(&page, "people").await?;
    see_rows(&page, &["Heron"]).await?;
    page.reload().await?;
    go(&page, "settings").await?;
    page.click("Try or restore a backup").await?;
    page.see("Today: 3 people, 3 sessions").await?;
    page.click("Look at it").await?;
    page.click("Merge").await?;
    page.see("All of it is saved.").await?;
    go(&page, "people").await?;
    see_rows(&page, &["Wren", "Robin", "Heron"]).await
}

pub async fn a_backup_is_asked_for_gently_and_not_again_that_day(page: Page) -> Outcome {
    const ASKS: &str = "Your notes are in this browser only. Would you like to make a backup file?";
    add_client(&page, "Heron").await?;
    go(&page, "people").await?;
    assert!(!page.text().await?.contains(ASKS), "not on the first day");
    enter(&page, "Heron").await?;
    enter(&page, "On another day").await?;
    paste(&page, "begin-day", "2024-02-29").await?;
    page.click("Begin").await?;
    page.find("#catch").await?;
    assert!(!page.text().await?.contains(ASKS), "never in a session");
    go(&page, "people").await?;
    page.see(ASKS).await?;
    page.click("Not today").await?;
    page.see_no_more(ASKS).await?;
    go(&page, "attune").await?;
    page.see("Saved").await?;
    page.reload().await?;
    go(&page, "people").await?;
    page.see("Heron").await?;
    assert!(!page.text().await?.contains(ASKS), "once a day");
    Ok(())
}

pub async fn the_settings_say_what_is_stored_where_and_how_full_it_is(page: Page) -> Outcome {
    begin(&page).await?;
    page.see("1 person, 1 session. All of it is in this browser").await?;
    page.see("% full").await?;
    page.see("Both stores hold the newest notes.").await?;
    page.see("The ledger, which is written through to the disk").await?;
    page.see("promise").await
}

pub async fn everything_is_erased_with_a_receipt(page: Page) -> Outcome {
    begin(&page).await?;
    page.click("Erase everything").await?;
    page.see("Everything goes, and it cannot be taken back: 1 person, 1 session").await?;
    page.see("Make a backup first").await?;
    page.click("Erase everything now").await?;
    page.see("Everything is erased").await?;
    page.see("A browser may keep sealed remains on the disk until it tidies up.").await?;
    assert!(!page.text().await?.contains("something may still be there"));
    assert_eq!(stored(&page).await?, json!([{}, {}]), "nothing is left in either store");
    page.click("Begin anew").await?;
    page.see("With a client").await?;
    go(&page, "people").await?;
    see_rows(&page, &[]).await
}
