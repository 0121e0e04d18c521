//! What must not be seen is not there: other clients during a session, codes and notes on the turned screen, anyone in the address.
//! Never takes "not shown" for "not there": markup, attributes and fields are searched too.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::server::BLANK;
use crate::walk::{add_client, arrive, catch, choose, enter, everything, go, see_rows, write};
use thirtyfour::Key;

pub async fn during_a_session_no_other_client_is_anywhere_in_the_page(page: Page) -> Outcome {
    add_client(&page, "Quillfish").await?;
    catch(&page, "sad").await?;
    add_client(&page, "Xylograph").await?;
    add_client(&page, "Heron").await?;
    nobody_else(&page).await?;
    go(&page, "sessions").await?;
    nobody_else(&page).await?;
    go(&page, "people").await?;
    choose(&page, "More about Xylograph", "Delete").await?;
    page.see("Xylograph is deleted.").await?;
    for place in ["attune", "turned", "sessions"] {
        go(&page, place).await?;
        nobody_else(&page).await?;
    }
    page.reload().await?;
    nobody_else(&page).await
}

async fn nobody_else(page: &Page) -> Outcome {
    let everything = everything(page).await?;
    for code in ["Quillfish", "Xylograph"] {
        assert!(!everything.contains(code), "{code} is in the page");
    }
    Ok(())
}

pub async fn the_turned_screen_shows_what_was_heard_and_nothing_else(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    enter(&page, "Two texts, kept apart").await?;
    write(&page, "reflection", "quietly moved").await?;
    write(&page, "record", "third hour").await?;
    go(&page, "turned").await?;
    page.see("What we have heard so far").await?;
    page.see("Sad").await?;
    let everything = everything(&page).await?;
    for hidden in ["Heron", "quietly moved", "third hour", "Reflection", "Record"] {
        assert!(!everything.contains(hidden), "{hidden} is in the page");
    }
    page.click("Turn back").await?;
    arrive(&page, "attune").await
}

pub async fn address_and_title_tell_nothing_of_a_person(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    for place in ["", "people", "sessions", "attune", "turned", "learn", "words", "settings"] {
        go(&page, place).await?;
        let says = page.script("return [location.href, document.title, JSON.stringify(history.state), document.referrer]", vec![]).await?;
        let address = format!("{}/#/{place}", page.address());
        assert_eq!(says[0], address);
        assert_eq!(says[1], "Attune");
        assert_eq!(says[2], "null");
    }
    go(&page, "people").await?;
    see_rows(&page, &["Heron"]).await?;
    enter(&page, "Heron").await?;
    arrive(&page, "sessions").await?;
    assert!(page.is("location.href.endsWith('/#/sessions')").await?);
    Ok(())
}

pub async fn escape_three_times_in_a_row_hides_the_page_and_keeps_what_was_caught(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    // Three that are not in a row hide nothing.
    let escape = char::from(Key::Escape);
    page.press(format!("{escape}{escape}x{escape}")).await?;
    page.see("Sad").await?;
    page.press(format!("{escape}{escape}{escape}")).await?;
    page.wait_until("an empty page", async || page.is("location.href === 'about:blank'").await).await?;
    assert_eq!(page.text().await?, "");
    page.open("/").await?;
    page.see("Sad").await
}

pub async fn hide_leaves_for_an_empty_page(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    page.click("Hide").await?;
    page.wait_until("an empty page", async || page.is("location.href === 'about:blank'").await).await?;
    assert_eq!(page.text().await?, "");
    Ok(())
}

pub async fn an_invitation_leaves_the_address_and_the_history_at_once(page: Page) -> Outcome {
    let key = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    let is_gone = async || {
        page.wait_until("an address without the key", async || page.is("location.hash === '#/'").await).await
    };
    // In a page that stands already, and in one that is opened with it.
    for before in ["/", BLANK] {
        page.open(before).await?;
        page.open(&format!("/#/invitation/1/{key}/n.rest")).await?;
        is_gone().await?;
    }
    page.script("location.hash = '#/learn'", vec![]).await?;
    page.wait_until("another address", async || page.is("location.hash === '#/learn'").await).await?;
    page.script("history.back()", vec![]).await?;
    is_gone().await
}
