//! A change at work: from its sentence to the questions; what is shared stands first, what plans leave out is said, and
//! worksheets are counted in fives. Never judges a change.

use attune::domain::PublicKey;
use attune::route::invitation::parse;
use serde_json::json;
use thirtyfour::Key;

use crate::by_keyboard::{tab_and_enter, tab_to};
use crate::handed_over::worksheet_for;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::paper::A4;
use crate::walk::{choose_lock, held, write};

/// To the list of changes.
pub async fn to_changes(page: &Page) -> Outcome {
    page.script("location.hash = '#/change'", vec![]).await?;
    let stands = "document.querySelector('main.lock .doors, #change-new')";
    page.wait_until("the changes", async || page.is(stands).await).await?;
    if page.is("document.querySelector('main.lock .doors')").await? {
        choose_lock(page, "Anyone who uses this browser").await?;
    }
    page.find("#change-new").await.map(drop)
}

pub async fn begun(page: &Page) -> Outcome {
    to_changes(page).await?;
    write(page, "change-new", "Two wards become one in June").await?;
    page.key(Key::Enter).await?;
    page.find("#change-group-new").await?;
    page.see("Two wards become one in June").await
}

async fn add(page: &Page, field: &str, text: &str) -> Outcome {
    write(page, field, text).await?;
    page.key(Key::Enter).await?;
    page.wait_until("the field to be empty", async || Ok(held(page, field).await?.is_empty())).await
}

pub async fn add_group(page: &Page, name: &str) -> Outcome {
    add(page, "change-group-new", name).await?;
    let stands = format!("document.getElementById('change-group')?.innerText === '{name}'");
    page.wait_until("the group", async || page.is(&stands).await).await
}

/// Marks a need of the group that is looked at.
async fn mark(page: &Page, need: &str, how: &str) -> Outcome {
    let path = format!(
        "(//article//div[@role='group' and @aria-label='{need}'])[1]//button[normalize-space(.)='{how}']"
    );
    page.click_path(&path).await?;
    let pressed = format!("{path}[@aria-pressed='true']");
    page.find_path(&pressed).await.map(drop)
}

/// Three groups that control is threatened for, and clarity for one; recognition is served.
pub async fn mapped(page: &Page) -> Outcome {
    begun(page).await?;
    for group in ["Nurses", "Doctors", "Porters"] {
        add_group(page, group).await?;
        if group == "Nurses" {
            mark(page, "Clarity", "Threatens").await?;
            mark(page, "Recognition", "Serves").await?;
        }
        mark(page, "Control", "Threatens").await?;
    }
    mark(page, "Control", "Can influence").await
}

/// The text of the part with this heading, blanks made one.
async fn part(page: &Page, heading: &str) -> Outcome<String> {
    let script = "const head = [...document.querySelectorAll('main h2')].find((it) => it.innerText === arguments[0]);
        return head?.parentElement.innerText.replace(/\\s+/g, ' ') ?? ''";
    let text = page.script(script, vec![json!(heading)]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn see_part(page: &Page, heading: &str, words: &str) -> Outcome {
    let what = format!("“{words}” under “{heading}”");
    page.wait_until(&what, async || Ok(part(page, heading).await?.contains(words))).await
}

const SEVERAL: &str = "Threatened in several groups";
const LEFT_OUT: &str = "What is planned leaves out";
const QUESTIONS: &str = "Questions to take into the next meeting";

pub async fn a_change_goes_from_a_sentence_to_questions(page: Page) -> Outcome {
    mapped(&page).await?;
    see_part(&page, QUESTIONS, "Control: threatened for Nurses, Doctors and Porters").await?;
    see_part(&page, QUESTIONS, "Clarity: threatened for Nurses, and nobody there has it in hand")
        .await?;
    // What is heard as a judgement is offered what may lie underneath, and asked about.
    write(&page, "change-heard", "betray").await?;
    page.key(Key::Enter).await?;
    page.see("“Betrayed” is heard. Underneath there may be").await?;
    see_part(&page, QUESTIONS, "underneath “Betrayed”, heard from Porters?").await?;
    write(&page, "in-hands-mine", "Who takes which round").await?;
    page.key(Key::Enter).await?;
    see_part(&page, "What is in whose hands", "Who takes which round, Porters").await?;
    // On paper stands what follows, and nothing to press.
    let Some(printed) = page.printed("change", A4).await? else { return Ok(()) };
    assert_eq!(printed.cut, Vec::<String>::new(), "cut at the edge");
    for words in ["Two wards become one in June", "Nurses", QUESTIONS, SEVERAL, "Recognition"] {
        assert!(printed.text.contains(words), "“{words}” is not on paper: {}", printed.text);
    }
    for words in ["Another group", "Find a feeling", "Make an invitation", "All changes"] {
        assert!(!printed.text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}

pub async fn the_same_need_threatened_in_several_groups_stands_first(page: Page) -> Outcome {
    mapped(&page).await?;
    see_part(&page, SEVERAL, "Control: Nurses, Doctors and Porters").await?;
    assert!(!part(&page, SEVERAL).await?.contains("Clarity"));
    page.click("As a table").await?;
    let rows = "return [...document.querySelectorAll('#picture-change-title ~ footer tbody tr')]
        .map((row) => [...row.children].map((it) => it.innerText.trim()).join(' | '))";
    let expected = [
        "Control | Threatened | Threatened | Threatened, can influence",
        "Clarity | Threatened | – | –",
        "Recognition | Served | – | –",
    ];
    let shown = async || Ok(page.script(rows, vec![]).await? == json!(expected));
    page.wait_until("the table", shown).await?;
    // A mark leads to its need.
    page.click_path("//tbody//button[contains(., 'Threatened')]").await?;
    let there = "document.activeElement?.id === 'touch-control'
        && document.getElementById('change-group').innerText === 'Nurses'";
    page.wait_until("the need that was pressed", async || page.is(there).await).await
}

pub async fn what_is_planned_says_what_it_leaves_out(page: Page) -> Outcome {
    mapped(&page).await?;
    see_part(&page, LEFT_OUT, "Control: Nurses, Doctors and Porters").await?;
    add(&page, "change-measure-new", "The rota is drawn up together").await?;
    page.click("Control, Nurses").await?;
    see_part(&page, LEFT_OUT, "Control: Doctors and Porters").await?;
    see_part(&page, LEFT_OUT, "Clarity: Nurses").await?;
    for place in ["Control, Doctors", "Control, Porters", "Clarity, Nurses"] {
        page.click(place).await?;
    }
    see_part(&page, LEFT_OUT, "Something planned answers each need that is threatened.").await?;
    page.click("Remove “The rota is drawn up together”").await?;
    see_part(&page, LEFT_OUT, "Control: Nurses, Doctors and Porters").await?;
    page.click("Undo").await?;
    see_part(&page, LEFT_OUT, "Something planned answers each need that is threatened.").await
}

/// Chooses several files at once.
async fn give(page: &Page, files: &[Vec<u8>]) -> Outcome {
    page.find("#change-files").await?;
    let script = "const field = document.getElementById('change-files'), files = new DataTransfer();
        for (const bytes of arguments[0]) files.items.add(new File([Uint8Array.from(bytes)], 'Ann Smith.age'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, vec![json!(files)]).await.map(drop)
}

/// Makes the invitation of the open change; the key in its link.
pub async fn invited(page: &Page) -> Outcome<PublicKey> {
    page.see_it_whole().await?;
    page.click("Make an invitation for this change").await?;
    let link = held(page, "invite-link").await?;
    let rest = link.strip_prefix(&format!("{}/", page.address())).ok_or("another page's link")?;
    let parsed = parse(rest).ok_or("no invitation")?.map_err(|it| format!("{it:?}"))?;
    assert!(parsed.asks.is_empty());
    Ok(parsed.key)
}

/// Five of one group, counted.
pub async fn counted(page: &Page) -> Outcome {
    begun(page).await?;
    add_group(page, "Nurses").await?;
    let key = invited(page).await?;
    let files = (1..=5).map(|it| worksheet_for(it, &key)).collect::<Outcome<Vec<_>>>()?;
    give(page, &files).await?;
    page.see("5 worksheets were counted and let go of.").await
}

pub async fn worksheets_are_counted_in_fives_and_never_shown_below(page: Page) -> Outcome {
    begun(&page).await?;
    add_group(&page, "Nurses").await?;
    page.see("Once there is an invitation").await?;
    let key = invited(&page).await?;
    let files = (1..=7).map(|it| worksheet_for(it, &key)).collect::<Outcome<Vec<_>>>()?;
    give(&page, &files[..3]).await?;
    page.see("3 are here. With five they are counted together; no worksheet is kept.").await?;
    give(&page, &[files[0].clone(), files[3].clone(), b"PK".to_vec()]).await?;
    page.see("File 1: This worksheet was counted before").await?;
    page.see("File 3: This is not a handover of Attune.").await?;
    page.see("4 are here.").await?;
    let text = page.text().await?;
    assert!(!text.contains("Of 5 people") && !text.contains("5 or more"), "{text}");
    assert!(!text.contains("Ann Smith"), "a file's name is shown");
    give(&page, &files[4..]).await?;
    page.see("Of 5 people in Nurses").await?;
    page.see("2 are here.").await?;
    let rows = "return [...document.querySelectorAll('.change__counted tbody tr')]
        .map((row) => [...row.children].map((it) => it.innerText.trim()).join(' | '))";
    let rows = page.script(rows, vec![]).await?;
    assert_eq!(rows, json!(["Competence | 5 or more | –", "Rest | – | 5 or more"]));
    page.see("Frustrated: 5 or more").await
}

pub async fn a_change_without_a_group_or_a_mark_says_what_to_do(page: Page) -> Outcome {
    to_changes(&page).await?;
    page.click("Begin a change: The change in a sentence, if you like").await?;
    page.see("No group yet. Name one that the change touches").await?;
    add_group(&page, "Nurses").await?;
    page.see_no_more("No group yet.").await?;
    page.see("Nothing is marked yet.").await?;
    add_group(&page, "Doctors").await?;
    write(&page, "change-group-new", "NURSES").await?;
    page.key(Key::Enter).await?;
    page.see("There is a group of that name already.").await?;
    assert_eq!(held(&page, "change-group-new").await?, "NURSES");
    // Removed by mistake.
    page.click_path("//article//summary[@aria-label='More about Doctors']").await?;
    page.click_path("//article//details[@open]//button[.='Delete']").await?;
    page.see("“Doctors” is removed.").await?;
    page.click("Undo").await?;
    page.see_no_more("is removed.").await?;
    page.find_named("Doctors").await?;
    // Deleted on purpose, and asked before.
    page.click("All changes").await?;
    page.see("A change without a sentence yet").await?;
    page.click_path("//li//summary").await?;
    page.click_path("//details[@open]//button[.='Delete']").await?;
    page.see("That cannot be undone").await?;
    page.click("Delete it now").await?;
    page.see_no_more("A change without a sentence yet").await
}

pub async fn a_change_is_mapped_by_keyboard_alone(page: Page) -> Outcome {
    to_changes(&page).await?;
    page.find("#change-new").await?.focus().await?;
    page.press("Two wards become one").await?;
    page.key(Key::Enter).await?;
    page.see("No group yet.").await?;
    tab_to(&page, "Another group").await?;
    page.press("Nurses").await?;
    page.key(Key::Enter).await?;
    page.see("What the change does to their needs").await?;
    let focused = "document.activeElement?.id === 'change-group-new'";
    page.wait_until("the focus in the field", async || page.is(focused).await).await?;
    tab_and_enter(&page, "Threatens").await?;
    see_part(&page, LEFT_OUT, "Clarity: Nurses").await?;
    tab_and_enter(&page, "Theirs").await?;
    see_part(&page, "What is in whose hands", "Theirs Clarity, Nurses").await?;
    tab_to(&page, "Something planned").await?;
    page.press("A page of questions and answers").await?;
    page.key(Key::Enter).await?;
    tab_and_enter(&page, "Clarity, Nurses").await?;
    see_part(&page, LEFT_OUT, "Something planned answers each").await
}
