//! Everything can be done with the keyboard alone, and the focus is never lost.
//! Never clicks; never sets the focus by script.

use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::walk::{arrive, go, heading, see_rows};
use thirtyfour::Key;

/// More stops than any screen has on the way to what is looked for.
const STOPS: usize = 80;

/// Tabs until the focus is on what begins with this name: backwards where it stands before what has the focus. Never round
/// the end: there the focus goes to the browser's own frame, where Firefox's driver cannot press anything.
pub async fn tab_to(page: &Page, name: &str) -> Outcome {
    let before = "const named = (it) => (it.getAttribute('aria-label') || it.labels?.[0]?.innerText || it.innerText || '').trim();
        const it = [...document.querySelectorAll('a, button, input, textarea, summary')]
            .find((it) => it.checkVisibility() && named(it).replace(/\\s+/g, ' ').startsWith(arguments[0]));
        return !!it && document.activeElement !== document.body
            && !!(document.activeElement.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING)";
    let backwards = page.script(before, vec![name.into()]).await? == true;
    let mut seen = Vec::new();
    for _ in 0..STOPS {
        match backwards {
            true => page.chord(Key::Shift, Key::Tab.value()).await?,
            false => page.key(Key::Tab).await?,
        }
        let focused = page.focused().await?.split_whitespace().collect::<Vec<_>>().join(" ");
        if focused.starts_with(name) {
            return Ok(());
        }
        seen.push(focused);
    }
    Err(format!("Tab never comes to “{name}”, but to {seen:?}").into())
}

pub async fn tab_and_enter(page: &Page, name: &str) -> Outcome {
    tab_to(page, name).await?;
    page.key(Key::Enter).await
}

/// Waits until something has the focus again, the page as a whole does not count.
async fn still_focused(page: &Page, after: &str) -> Outcome {
    let script = "document.activeElement && document.activeElement !== document.body
        && document.activeElement.getBoundingClientRect().width > 0";
    page.wait_until(&format!("the focus somewhere after: {after}"), async || page.is(script).await).await
}

pub async fn from_the_welcome_to_a_reload_by_keyboard_alone(page: Page) -> Outcome {
    tab_and_enter(&page, "With a client").await?;
    arrive(&page, "people").await?;
    still_focused(&page, "a door").await?;
    page.wait_until("the focus in the field", async || page.is("document.activeElement.id === 'code'").await).await?;
    page.press("Heron").await?;
    page.key(Key::Enter).await?;
    arrive(&page, "attune").await?;
    page.wait_until("the focus in the line", async || page.is("document.activeElement.id === 'catch'").await).await?;
    page.press("sad").await?;
    page.key(Key::Enter).await?;
    // WebKitGTK's page process ends by itself when a page is left whose texts were reached by Tab (three times of four): there only `two_texts` writes them, which goes well.
    if page.engine() != Engine::Webkit {
        write_two_texts(&page).await?;
    }
    page.see("Saved").await?;
    page.reload().await?;
    page.see("Sad").await?;

    tab_and_enter(&page, "Sessions").await?;
    arrive(&page, "sessions").await?;
    still_focused(&page, "a place").await?;
    tab_and_enter(&page, "Begin a session today").await?;
    page.see("Today, session 2 that day").await?;
    page.see("Saved").await?;
    page.reload().await?;
    page.see("Today, session 2 that day").await
}

async fn write_two_texts(page: &Page) -> Outcome {
    tab_and_enter(page, "Two texts").await?;
    tab_to(page, "Reflection").await?;
    page.press("a pull to help").await?;
    tab_to(page, "Record").await?;
    page.press("first hour").await
}

pub async fn rows_are_changed_by_keyboard_and_the_focus_stays(page: Page) -> Outcome {
    for code in ["Heron", "Copper", "Moss"] {
        crate::walk::add_client(&page, code).await?;
    }
    page.reload().await?;
    // The line takes the focus when it comes, and would take it from where Tab is by then.
    page.wait_until("the focus in the line", async || page.is("document.activeElement.id === 'catch'").await).await?;
    go(&page, "").await?;
    tab_and_enter(&page, "People").await?;
    arrive(&page, "people").await?;
    change_people(&page).await?;
    tab_and_enter(&page, "Heron").await?;
    arrive(&page, "sessions").await?;
    still_focused(&page, "opening a person").await?;
    change_sessions(&page).await
}

async fn change_people(page: &Page) -> Outcome {
    tab_and_enter(page, "More about Copper").await?;
    tab_and_enter(page, "Rename").await?;
    page.wait_until("the focus in the field", async || page.is("document.activeElement.id === 'new-code'").await).await?;
    page.press(" two").await?;
    page.key(Key::Enter).await?;
    see_rows(page, &["Moss", "Copper two", "Heron"]).await?;
    page.wait_until("the focus in the row", async || Ok(page.focused().await?.starts_with("Copper two"))).await?;
    tab_and_enter(page, "More about Copper two").await?;
    tab_and_enter(page, "Delete").await?;
    page.see("Copper two is deleted.").await?;
    still_focused(page, "deleting a person").await?;
    tab_and_enter(page, "Undo").await?;
    see_rows(page, &["Moss", "Copper two", "Heron"]).await?;
    still_focused(page, "undo").await?;
    tab_and_enter(page, "More about Moss").await?;
    tab_and_enter(page, "Set aside").await?;
    // Below the others, folded away.
    see_rows(page, &["Copper two", "Heron", "Moss"]).await?;
    still_focused(page, "setting aside").await
}

async fn change_sessions(page: &Page) -> Outcome {
    tab_and_enter(page, "More: Today").await?;
    tab_and_enter(page, "Change the day").await?;
    still_focused(page, "changing a day").await?;
    tab_to(page, "Day of the session").await?;
    // Every part of a date turns with the arrows; which comes first depends on the device's language.
    page.key(Key::Up).await?;
    page.key(Key::Up).await?;
    tab_and_enter(page, "Save").await?;
    page.wait_until("another day", async || Ok(!page.text().await?.contains("Today"))).await?;
    still_focused(page, "re-dating").await?;
    tab_and_enter(page, "More: ").await?;
    tab_and_enter(page, "Delete").await?;
    page.see("No session yet.").await?;
    still_focused(page, "deleting the last session").await?;
    tab_and_enter(page, "Undo").await?;
    let session = crate::walk::rows(page).await?;
    tab_and_enter(page, &session[0]).await?;
    arrive(page, "attune").await?;
    assert_eq!(heading(page).await?, "Heron");
    still_focused(page, "opening a session").await
}

pub async fn dialogs_give_the_focus_back(page: Page) -> Outcome {
    crate::walk::add_client(&page, "Heron").await?;
    for opener in ["Feelings", "Needs"] {
        tab_and_enter(&page, opener).await?;
        page.wait_until("the dialog", async || page.is("document.querySelector('dialog[open]')?.contains(document.activeElement)").await).await?;
        page.key(Key::Escape).await?;
        page.wait_until("the focus in the line", async || page.is("document.activeElement.id === 'catch'").await).await?;
    }
    tab_and_enter(&page, "Settings").await?;
    arrive(&page, "settings").await?;
    still_focused(&page, "a place").await?;
    tab_and_enter(&page, "Dark").await?;
    still_focused(&page, "a choice").await?;
    tab_and_enter(&page, "Shortcuts").await?;
    page.see("while your eyes stay on the person").await?;
    page.key(Key::Escape).await?;
    page.wait_until("the focus back", async || Ok(page.focused().await? == "Shortcuts")).await?;
    tab_and_enter(&page, "Words").await?;
    arrive(&page, "words").await?;
    still_focused(&page, "a place").await?;
    tab_to(&page, "Find a word").await?;
    page.press("lonely").await?;
    tab_and_enter(&page, "Lonely").await?;
    page.wait_until("the focus on the card", async || Ok(page.focused().await?.starts_with("Lonely"))).await?;
    still_focused(&page, "opening a card").await
}

pub async fn skipping_leads_to_the_main_part_of_every_screen(page: Page) -> Outcome {
    crate::walk::add_client(&page, "Heron").await?;
    for place in ["", "people", "sessions", "turned", "learn", "words", "settings"] {
        crate::walk::go(&page, place).await?;
        assert!(page.is("document.getElementById('main')?.matches('main[tabindex]') && document.querySelectorAll('main').length === 1").await?, "{place} has no main part");
    }
    page.reload().await?;
    tab_and_enter(&page, "Skip to the main part").await?;
    page.wait_until("the focus in the main part", async || page.is("document.activeElement.id === 'main'").await).await
}

/// WCAG 2.2, 2.4.11: at least a corner of what has the focus is to be seen, whatever bars lie over the page: on a phone,
/// on one laid on its side, and where a desk's page is enlarged four times.
pub async fn what_has_the_focus_is_never_hidden_by_a_bar(page: Page) -> Outcome {
    page.resize(390, 700).await?;
    crate::walk::open_sue(&page).await?;
    crate::walk::catch(&page, "frustrated").await?;
    page.find_path("//summary[contains(., 'Two texts')]").await?;
    for (width, height) in [(390, 700), (844, 390), (390, 440), (320, 256)] {
        page.resize(width, height).await?;
        page.script("document.querySelector('main').focus()", vec![]).await?;
        for _ in 0..60 {
            page.key(Key::Tab).await?;
            let found = page.script(HIDDEN, vec![]).await?;
            assert!(found.is_null(), "{width} by {height}, hidden by a bar: {found}");
        }
    }
    Ok(())
}

const HIDDEN: &str = "const it = document.activeElement, box = it.getBoundingClientRect(), inset = 3;
    if (it === document.body || !box.width) return null;
    const seen = [[0.5, 0.5], [0, 0], [1, 0], [0, 1], [1, 1]].some(([x, y]) => {
        const top = document.elementFromPoint(box.left + inset + x * (box.width - 2 * inset), box.top + inset + y * (box.height - 2 * inset));
        return top && it.contains(top);
    });
    return seen ? null : [it.outerHTML.slice(0, 120), box.top, box.bottom, innerHeight]";
