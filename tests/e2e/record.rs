//! The record of a session: drawn up and following it, its own once it is written in, locked and amended; never the reflection.
//! Never looks into a downloads folder: what the page hands to the browser is caught on its way.

use thirtyfour::Key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, catch, enter, go, held, write};

/// A browser that lets no page copy.
pub const NO_CLIPBOARD: &str = "navigator.clipboard.writeText = () => Promise.reject(new Error())";

const MARKER: &str = "Zwischenraum";
const CATCH_FILES: &str = "window.caught = []; const make = URL.createObjectURL;
    URL.createObjectURL = (it) => { caught.push(it); return make.call(URL, it) }";

/// A session in which something was caught, and its record.
async fn begin(page: &Page) -> Outcome {
    add_client(page, "Heron").await?;
    catch(page, "frustrated 4").await?;
    enter(page, "Two texts, kept apart").await?;
    write(page, "reflection", MARKER).await?;
    open_record(page).await
}

async fn open_record(page: &Page) -> Outcome {
    page.script("location.hash = '#/record'", vec![]).await?;
    page.find("main.record").await.map(drop)
}

async fn see_in_record(page: &Page, words: &str) -> Outcome {
    page.wait_until(&format!("the record to say “{words}”"), async || {
        Ok(held(page, "record-text").await?.contains(words))
    })
    .await
}

pub async fn a_record_is_drawn_up_from_its_session_and_follows_it(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "Data\nThe client said they felt frustrated (4 of 5).").await?;
    page.click("BIRP").await?;
    see_in_record(&page, "Response\nThe client said they felt frustrated (4 of 5).").await?;
    page.see("Its parts: Behaviour, Intervention, Response and Plan.").await?;
    write(&page, "intervention", "Listened.").await?;
    see_in_record(&page, "Intervention\nListened.").await?;
    go(&page, "attune").await?;
    catch(&page, "competence -").await?;
    go(&page, "sessions").await?;
    page.click_path("(//main//li//summary)[1]").await?;
    page.click_path("//details[@open]//button[.='Record']").await?;
    see_in_record(&page, "Needs the client named as unmet: competence.").await
}

pub async fn a_record_that_was_written_in_stays_as_it_was_written(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    write(&page, "record-text", "Second session. Workload.").await?;
    page.see("It is yours now, and stays as you write it, whichever form is chosen.").await?;
    go(&page, "attune").await?;
    catch(&page, "sad").await?;
    open_record(&page).await?;
    assert_eq!(held(&page, "record-text").await?, "Second session. Workload.");
    page.click("Draw it up anew").await?;
    see_in_record(&page, "frustrated (4 of 5) and sad").await?;
    page.click("Undo").await?;
    see_in_record(&page, "Second session. Workload.").await
}

pub async fn a_locked_record_takes_no_change_and_additions_bear_their_day(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    page.click("Lock this record").await?;
    page.see("what you add later stands below with its day").await?;
    page.click("Lock it now").await?;
    page.see("Locked on").await?;
    page.see("The client said they felt frustrated (4 of 5).").await?;
    assert!(page.is("!document.getElementById('record-text')").await?, "no field is left");
    assert!(page.is("!document.getElementById('observation')").await?, "nor of the sheet");
    write(&page, "amendment", "They rang the next day.").await?;
    page.click("Add it").await?;
    page.see("Added. It stands above, with its day.").await?;
    page.see("Added on").await?;
    page.see("They rang the next day.").await?;
    go(&page, "attune").await?;
    catch(&page, "sad").await?;
    enter(&page, "Two texts, kept apart").await?;
    page.see("The client said they felt frustrated (4 of 5).").await?;
    assert!(page.is("!document.getElementById('record')").await?, "nor on the canvas");
    open_record(&page).await?;
    page.see("Locked on").await?;
    assert!(!page.text().await?.contains("sad"), "the text stays as it was locked");
    Ok(())
}

pub async fn an_emptied_record_is_locked_as_it_is_shown(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    write(&page, "record-text", "").await?;
    page.see("It is yours now").await?;
    let paper = "document.querySelector('.record__paper').textContent";
    assert!(!page.is(&format!("{paper}.includes('frustrated')")).await?, "other words on paper");
    page.click("Lock this record").await?;
    page.click("Lock it now").await?;
    page.see("Nothing stands on it, so nothing was locked.").await?;
    assert_eq!(held(&page, "record-text").await?, "");
    write(&page, "record-text", "Short.").await?;
    page.click("Lock this record").await?;
    page.click("Lock it now").await?;
    page.see("Locked on").await?;
    page.see("Short.").await?;
    assert!(!page.text().await?.contains("frustrated"), "what was not shown is locked");
    Ok(())
}

pub async fn a_record_is_copied_as_it_is_shown(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    write(&page, "record-text", "Second session. Workload.").await?;
    page.click("Copy as text").await?;
    page.see("Copied.").await?;
    page.click_on("#observation").await?;
    page.chord(Key::Control, 'v').await?;
    page.wait_until("the text where it was pasted", async || {
        Ok(held(&page, "observation").await? == "Second session. Workload.")
    })
    .await?;
    page.script(NO_CLIPBOARD, vec![]).await?;
    page.click("Copy as text").await?;
    page.see("The browser did not let it be copied.").await
}

pub async fn a_record_bears_no_code_on_paper_unless_asked(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    let paper = "document.querySelector('.record__paper').textContent";
    for lock in [false, true] {
        if lock {
            page.click("Lock this record").await?;
            page.click("Lock it now").await?;
            page.see("Locked on").await?;
            page.click("Print it with the code").await?;
        }
        assert!(page.is(&format!("{paper}.includes('Record')")).await?, "there is a paper");
        assert!(!page.is(&format!("{paper}.includes('Heron')")).await?, "a code, locked: {lock}");
        page.click("Print it with the code").await?;
        let has_code = format!("{paper}.startsWith('Record: Heron, ')");
        page.wait_until("the code on paper", async || page.is(&has_code).await).await?;
    }
    Ok(())
}

pub async fn nothing_of_a_reflection_is_in_a_record_its_file_or_its_print(page: Page) -> Outcome {
    begin(&page).await?;
    see_in_record(&page, "frustrated").await?;
    let all = crate::walk::everything(&page).await?;
    assert!(!all.contains(MARKER), "on the screen or on its paper");
    assert!(all.contains("record__paper"), "there is a paper");
    page.script(CATCH_FILES, vec![]).await?;
    page.click("Save as Markdown").await?;
    let file = page.script("return caught.at(-1).text()", vec![]).await?;
    let file = file.as_str().unwrap_or_default();
    assert!(file.starts_with("# Record: Heron, ") && file.contains("\n## Data\n"), "{file}");
    assert!(!file.contains(MARKER));
    Ok(())
}
