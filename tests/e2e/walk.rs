//! How a person gets about in Attune: to its places, into its fields, through its menus.
//! Holds no promise; relies on roles, names, visible words and the ids of fields.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::json;
use thirtyfour::{By, Key};

/// Goes to a place by its address (`people`), as its link does, and waits until it stands.
pub async fn go(page: &Page, place: &str) -> Outcome {
    let hash = format!("#/{place}");
    page.script("location.hash = arguments[0]", vec![json!(hash)]).await?;
    arrive(page, place).await
}

/// Waits until a place stands. Only the welcome has no link among the places.
pub async fn arrive(page: &Page, place: &str) -> Outcome {
    let there = match place {
        "" => "!document.querySelector('nav a[aria-current=page]') && document.querySelector('main h1')".into(),
        _ => format!("document.querySelector('nav a[aria-current=page]')?.hash === '#/{place}' && document.querySelector('main h1')"),
    };
    page.wait_until(&format!("“{place}” to stand"), async || page.is(&there).await).await?;
    if page.is("document.querySelector('main.lock .doors')").await? {
        choose_lock(page, "Anyone who uses this browser").await?;
    }
    Ok(())
}

/// Says who may open what will be written.
pub async fn choose_lock(page: &Page, door: &str) -> Outcome {
    enter(page, door).await?;
    let is_chosen = "!document.querySelector('main.lock .doors')";
    page.wait_until("the choice to be taken", async || page.is(is_chosen).await).await
}

/// Everything away, and the page as at a first visit; quicker than a fresh page.
pub async fn begin_anew(page: &Page) -> Outcome {
    see_saved(page).await?;
    page.script(crate::support::stores::EMPTY, vec![]).await?;
    page.open("/").await
}

/// Waits until nothing is on its way to storage any more. The word stands on the canvas only.
pub async fn see_saved(page: &Page) -> Outcome {
    page.wait_until("nothing being saved", async || Ok(!page.text().await?.contains("Saving")))
        .await
}

/// Writes over what a field holds, key by key; nothing at all empties it.
pub async fn write(page: &Page, id: &str, text: &str) -> Outcome {
    page.find(&format!("#{id}")).await?;
    page.script(
        "const it = document.getElementById(arguments[0]); it.focus(); it.select?.()",
        vec![json!(id)],
    )
    .await?;
    match text {
        "" => page.key(Key::Delete).await,
        text => page.press(text).await,
    }
}

/// Pastes over what a field holds: for texts too long for keys, and for dates, which each engine types differently.
pub async fn paste(page: &Page, id: &str, text: &str) -> Outcome {
    page.find(&format!("#{id}")).await?;
    let script =
        "const it = document.getElementById(arguments[0]); it.focus(); it.value = arguments[1];
        it.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    page.script(script, vec![json!(id), json!(text)]).await.map(drop)
}

/// What a field holds.
pub async fn held(page: &Page, id: &str) -> Outcome<String> {
    page.find(&format!("#{id}")).await?;
    let value =
        page.script("return document.getElementById(arguments[0])?.value", vec![json!(id)]).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// Clicks the door, row or summary that holds these words.
pub async fn enter(page: &Page, words: &str) -> Outcome {
    let path = format!(
        "//*[(self::button or self::summary) and contains(normalize-space(.), \"{words}\")]"
    );
    page.click_path(&path).await
}

/// Chooses from the menu of a row, opening it where it is closed.
pub async fn choose(page: &Page, menu: &str, item: &str) -> Outcome {
    let row = format!("//li[.//summary[@aria-label=\"{menu}\"]]");
    if page.driver().find_all(By::XPath(format!("{row}//details[@open]"))).await?.is_empty() {
        page.click_path(&format!("{row}//summary")).await?;
    }
    page.click_path(&format!("{row}//details[@open]//button[normalize-space(.)=\"{item}\"]")).await
}

/// Adds a client; the page stands at their first session then.
pub async fn add_client(page: &Page, code: &str) -> Outcome {
    go(page, "people").await?;
    write(page, "code", code).await?;
    page.key(Key::Enter).await?;
    arrive(page, "attune").await?;
    page.wait_until("the client's page", async || Ok(heading(page).await? == code)).await?;
    page.see("Saved").await
}

pub async fn heading(page: &Page) -> Outcome<String> {
    let words = page.script("return document.querySelector('main h1')?.innerText", vec![]).await?;
    Ok(words.as_str().unwrap_or_default().to_owned())
}

/// Catches what is typed, as it is offered first.
pub async fn catch(page: &Page, typed: &str) -> Outcome {
    write(page, "catch", typed).await?;
    page.key(Key::Enter).await?;
    page.wait_until("the line to be empty", async || Ok(held(page, "catch").await?.is_empty()))
        .await
}

/// To Sue's sessions among the examples.
pub async fn see_sue(page: &Page) -> Outcome {
    go(page, "").await?;
    enter(page, "Look around first").await?;
    enter(page, "Sue").await?;
    arrive(page, "sessions").await
}

/// To the session of Sue's that is listed first, the latest.
pub async fn open_sue(page: &Page) -> Outcome {
    see_sue(page).await?;
    page.click_path("(//main//li//button)[1]").await?;
    arrive(page, "attune").await
}

/// The names of the rows that open something, in their order.
pub async fn rows(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('main li > button > :first-child')].map((it) => it.textContent)";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

/// Waits until the rows that open something have these names.
pub async fn see_rows(page: &Page, names: &[&str]) -> Outcome {
    page.wait_until(&format!("the rows {names:?}"), async || Ok(rows(page).await? == names)).await
}

/// Everything in the page that could say something: markup with its attributes, what fields hold, title, address.
pub async fn everything(page: &Page) -> Outcome<String> {
    let script = "return [document.documentElement.outerHTML, document.title, location.href, JSON.stringify(history.state),
        ...[...document.querySelectorAll('input, textarea')].map((it) => it.value)].join('\\n')";
    Ok(page.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
}
