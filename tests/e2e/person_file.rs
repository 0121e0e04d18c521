//! Everything of one person: handed out with and without reflections, reviewed by a day, erased with a receipt.
//! Never looks into a downloads folder: what the page hands to the browser is caught on its way.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, catch, choose, enter, go, paste, see_rows, write};

const MARKER: &str = "Zwischenraum";
const CATCH_FILES: &str = "window.caught = []; const make = URL.createObjectURL;
    URL.createObjectURL = (it) => { caught.push(it); return make.call(URL, it) }";

/// Two clients, one with a moment and a reflection, and their file open.
async fn begin(page: &Page) -> Outcome {
    add_client(page, "Wren").await?;
    add_client(page, "Heron").await?;
    catch(page, "frustrated 4").await?;
    enter(page, "Two texts, kept apart").await?;
    write(page, "reflection", MARKER).await?;
    page.see("Saved").await?;
    go(page, "people").await?;
    choose(page, "More about Heron", "Everything of Heron").await?;
    page.find("main.person-file").await?;
    page.script(CATCH_FILES, vec![]).await.map(drop)
}

async fn taken(page: &Page, name: &str) -> Outcome<String> {
    let before = page.script("return caught.length", vec![]).await?;
    page.click(name).await?;
    let more = format!("caught.length > {before}");
    page.wait_until("the file", async || page.is(&more).await).await?;
    let file = page.script("return caught.at(-1).text()", vec![]).await?;
    Ok(file.as_str().unwrap_or_default().to_owned())
}

pub async fn a_persons_file_holds_them_alone_and_reflections_only_when_asked_for(page: Page) -> Outcome {
    begin(&page).await?;
    for name in ["To read (Markdown)", "As data (JSON)"] {
        let file = taken(&page, name).await?;
        assert!(file.contains("Heron") && !file.contains("Wren"), "{name}: {file}");
        assert!(!file.contains(MARKER), "{name}: {file}");
    }
    for (name, holds) in [
        ("Moments", "person,day,session,moment,label"),
        ("Feelings", "Frustrated,4,,said"),
        ("Needs", "standing,hands,known_by"),
        ("Choices", "effect,need,turned_out"),
    ] {
        let file = taken(&page, name).await?;
        assert!(file.contains(holds) && !file.contains(MARKER), "{name}: {file}");
    }
    page.see("In the US, psychotherapy notes that are kept apart").await?;
    let paper = "document.querySelector('.record__paper').textContent";
    assert!(page.is(&format!("{paper}.includes('Frustrated')")).await?, "there is a paper");
    assert!(!page.is(&format!("{paper}.includes('Heron')")).await?, "a code unasked for");
    page.click("Print it with the code").await?;
    let has_code = format!("{paper}.startsWith('Everything of Heron')");
    page.wait_until("the code on paper", async || page.is(&has_code).await).await?;
    page.click_on("#with-reflections").await?;
    for name in ["To read (Markdown)", "As data (JSON)"] {
        assert!(taken(&page, name).await?.contains(MARKER), "{name}");
    }
    Ok(())
}

pub async fn a_day_to_review_by_is_hinted_at_in_the_list(page: Page) -> Outcome {
    begin(&page).await?;
    let set = "document.getElementById('review-by').dispatchEvent(new Event('change', { bubbles: true }))";
    paste(&page, "review-by", "2024-02-29").await?;
    page.script(set, vec![]).await?;
    page.see("No day").await?;
    go(&page, "people").await?;
    page.see("time to review").await
}

pub async fn an_erased_person_is_gone_with_a_receipt_and_no_undo(page: Page) -> Outcome {
    begin(&page).await?;
    page.click("Erase this person").await?;
    page.see("All of Heron goes, for good: 1 session, 1 moment, 1 text.").await?;
    page.click("Erase for good").await?;
    page.see("1 session, 1 moment, 1 text.").await?;
    page.see("Both stores were looked at again: nothing of it is left in them.").await?;
    assert!(!page.text().await?.contains("Undo"));
    go(&page, "people").await?;
    see_rows(&page, &["Wren"]).await?;
    page.reload().await?;
    go(&page, "people").await?;
    see_rows(&page, &["Wren"]).await
}
