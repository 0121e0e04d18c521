//! Asking for a worksheet and receiving it: an invitation's link says what it says, what is sealed for it comes in once, and
//! whatever cannot be opened is said in words and leaves nothing. Never fills in a worksheet: others promise that.

use attune::domain::{Ask, Listed, SecretKey};
use attune::exchange::frames::frames;
use attune::route::invitation::{InvitationAddress, parse};
use attune::sealed_file::{WorkFactor, public_key, seal};
use attune::vocabulary::{Area, Need};
use serde_json::json;
use thirtyfour::Key;

use crate::dice::Dice;
use crate::handed_over::{LABEL, found, handover, handover_with, sealed_for};
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;
use crate::support::stores::stored;
use crate::walk::{add_client, arrive, choose, enter, go, held, see_rows, see_saved, write};

/// Makes an invitation for whoever is chosen; what its link says.
async fn invite(page: &Page) -> Outcome<InvitationAddress> {
    page.see_it_whole().await?;
    page.click("Make an invitation").await?;
    page.find("#invite-link").await?;
    invited(page).await
}

/// What the link says that stands there now.
async fn invited(page: &Page) -> Outcome<InvitationAddress> {
    let link = held(page, "invite-link").await?;
    let rest = link.strip_prefix(&format!("{}/", page.address())).ok_or("another page's link")?;
    let parsed = parse(rest).ok_or("no invitation")?;
    parsed.map_err(|fault| format!("{fault:?}").into())
}

/// To the invitation of a client by the name of Heron, just added.
pub async fn to_heron(page: &Page) -> Outcome {
    add_client(page, "Heron").await?;
    go(page, "sessions").await?;
    page.click("Ask for a worksheet").await?;
    page.see("Ask Heron for a worksheet").await
}

pub async fn choose_file(page: &Page, bytes: &[u8]) -> Outcome {
    page.find("#receive-file").await?;
    let script = "const field = document.getElementById('receive-file'), files = new DataTransfer();
        field.focus();
        files.items.add(new File([Uint8Array.from(arguments[0])], 'any name at all'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, vec![json!(bytes)]).await.map(drop)
}

/// Waits until the focus is where the next step is, though what had it is gone.
async fn see_focus(page: &Page, id: &str) -> Outcome {
    let has_it = format!("document.activeElement?.id === '{id}'");
    page.wait_until(&format!("the focus on {id}"), async || page.is(&has_it).await).await
}

/// To Heron's invitation with some of it chosen, made.
pub async fn made(page: &Page) -> Outcome<InvitationAddress> {
    to_heron(page).await?;
    enter(page, "Areas of life").await?;
    page.click("Work").await?;
    page.see("1 of 20 chosen: Work").await?;
    invite(page).await
}

/// What Heron hands over, opened.
pub async fn arrived(page: &Page) -> Outcome<Vec<u8>> {
    let file = sealed_for(&made(page).await?.key)?;
    page.click("Receive what comes back").await?;
    choose_file(page, &file).await?;
    page.see("What was handed over").await?;
    Ok(file)
}

pub async fn an_invitation_is_made_and_its_link_says_a_key_and_what_was_chosen(
    page: Page,
) -> Outcome {
    let work = Ask::Area(Listed::Known(found(Area::from_id("area-work"))?));
    let made = made(&page).await?;
    assert_eq!(made.asks, vec![work.clone()]);
    assert!(made.key.is_sound());
    page.see("Made today.").await?;
    page.find("svg.qr").await?;
    // What it begins with may change; the key stays, after a reload too.
    enter(&page, "Open questions").await?;
    let rest = found(Need::from_id("rest"))?;
    page.click(rest.ask()).await?;
    page.see("2 of 20 chosen").await?;
    let asks = vec![work, Ask::Question(Listed::Known(rest))];
    let changed = InvitationAddress { key: made.key, asks };
    assert_eq!(invited(&page).await?, changed);
    see_saved(&page).await?;
    page.reload().await?;
    page.find("#invite-link").await?;
    assert_eq!(invited(&page).await?, changed);
    go(&page, "people").await?;
    choose(&page, "More about Heron", "Ask for a worksheet").await?;
    page.find("#invite-link").await?;
    assert_eq!(invited(&page).await?, changed);
    Ok(())
}

pub async fn what_was_handed_over_is_looked_at_and_then_stands_in_the_sessions(
    page: Page,
) -> Outcome {
    arrived(&page).await?;
    page.see("It was sealed for your invitation to Heron, made today.").await?;
    see_focus(&page, "main").await?;
    page.see("2 sessions, 2 moments").await?;
    page.see("I feel frustrated at work.").await?;
    page.see("Competence").await?;
    let is_plain = "[...document.querySelectorAll('.receive bdi')].some((it) => it.textContent === arguments[0])
        && !document.querySelector('.receive b')";
    let shown = page.script(&format!("return {is_plain}"), vec![json!(LABEL)]).await?;
    assert_eq!(shown, json!(true), "markup is text");
    page.click("Take it in").await?;
    page.see("Taken in: 2 sessions for Heron.").await?;
    page.click("See the sessions").await?;
    arrive(&page, "sessions").await?;
    page.see("handed over, today").await?;
    see_rows(&page, &["Today", "Wednesday 4 March 2026", "Sunday 1 March 2026"]).await?;
    see_saved(&page).await?;
    page.reload().await?;
    go(&page, "people").await?;
    enter(&page, "Heron").await?;
    see_rows(&page, &["Today", "Wednesday 4 March 2026", "Sunday 1 March 2026"]).await
}

pub async fn a_handover_is_taken_in_for_a_new_client_too_and_said_when_it_comes_twice(
    page: Page,
) -> Outcome {
    let file = arrived(&page).await?;
    page.click("A new client").await?;
    write(&page, "receive-code", "Heron").await?;
    page.click("Take it in").await?;
    page.see("Someone here has this code already.").await?;
    write(&page, "receive-code", "Wren").await?;
    page.click("Take it in").await?;
    page.see("Taken in: 2 sessions for Wren.").await?;
    page.click("Receive another").await?;
    choose_file(&page, &file).await?;
    page.see("This was taken in before, today, for Wren.").await?;
    page.click("Leave it").await?;
    go(&page, "people").await?;
    see_rows(&page, &["Wren", "Heron"]).await?;
    enter(&page, "Heron").await?;
    see_rows(&page, &["Today"]).await
}

pub async fn what_cannot_be_opened_is_said_in_words_and_leaves_nothing(page: Page) -> Outcome {
    let key = made(&page).await?.key;
    let file = sealed_for(&key)?;
    let strange = sealed_for(&public_key(&SecretKey::new([7; 32])))?;
    see_saved(&page).await?;
    page.click("Receive what comes back").await?;
    page.find("#receive-file").await?;
    let before = stored(&page).await?;
    let cases: [(&[u8], &str); 5] = [
        (b"PK\x03\x04 a zip by another name", "This is not a handover of Attune."),
        (&strange, "This file was sealed for another key"),
        (&file[..file.len() - 40], "This file is not as it was sealed"),
        (b"age-encryption.org/v2\n", "A newer Attune made this file"),
        (b"", "This is not a handover of Attune."),
    ];
    for (bytes, words) in cases {
        choose_file(&page, bytes).await?;
        page.see(words).await?;
        page.see("Nothing was kept.").await?;
    }
    page.script(
        "const field = document.getElementById('receive-file'), files = new DataTransfer();
        files.items.add(new File([new Uint8Array(50 << 20)], 'large'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    )
    .await?;
    page.see("This file is larger than anything that is handed over.").await?;
    assert_eq!(stored(&page).await?, before);
    Ok(())
}

pub async fn an_invitation_taken_back_opens_nothing_any_more(page: Page) -> Outcome {
    let file = sealed_for(&made(&page).await?.key)?;
    page.click("Take the invitation back").await?;
    page.see("will not open any more").await?;
    let is_near = "document.activeElement?.textContent === 'Take it back now'";
    page.wait_until("the focus near", async || page.is(is_near).await).await?;
    page.click("Keep it").await?;
    page.find("#invite-link").await?;
    page.click("Take the invitation back").await?;
    page.click("Take it back now").await?;
    page.see("Make an invitation").await?;
    go_receive(&page).await?;
    choose_file(&page, &file).await?;
    page.see("for an invitation that was taken back").await?;
    see_focus(&page, "receive-file").await
}

pub async fn one_sealed_with_a_passphrase_asks_for_it_and_is_from_nobody(page: Page) -> Outcome {
    let work = WorkFactor::parse(10).map_err(|it| format!("{it:?}"))?;
    let file = seal(&handover()?, "four words", work).map_err(|it| format!("{it:?}"))?;
    add_client(&page, "Heron").await?;
    go_receive(&page).await?;
    page.see_it_whole().await?;
    choose_file(&page, &file).await?;
    write(&page, "receive-passphrase", "five words").await?;
    page.key(Key::Enter).await?;
    page.see("That passphrase does not open this file.").await?;
    write(&page, "receive-passphrase", "four words").await?;
    page.key(Key::Enter).await?;
    page.see("so nothing says who it is from.").await?;
    page.click("Take it in").await?;
    page.see("Choose whose it is first.").await?;
    let choose = "const list = document.getElementById('receive-person');
        list.selectedIndex = [...list.options].findIndex((it) => it.text === 'Heron');
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(choose, vec![]).await?;
    page.click("Take it in").await?;
    page.see("Taken in: 2 sessions for Heron.").await
}

/// Only Chromium takes a film for a camera, and the film has to be made before there is a key: so it shows one unsealed.
pub async fn a_row_of_pictures_is_received_with_the_camera(page: Page) -> Outcome {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let mut dice = Dice::new(5);
    let mixed: Vec<u8> = (0..1_600).map(|_| b'a' + dice.below(26) as u8).collect();
    let row = frames(&handover_with(&String::from_utf8(mixed)?)?).ok_or("too large for a row")?;
    assert!(row.len() > 1, "one picture is no row");
    let session = Session::with_camera(&row).await?;
    let received = receive_row(&session.page()).await;
    session.end().await;
    received
}

async fn receive_row(page: &Page) -> Outcome {
    page.open("/").await?;
    add_client(page, "Heron").await?;
    go_receive(page).await?;
    page.see_it_whole().await?;
    page.click("Read it from a row of pictures").await?;
    page.click("Use the camera").await?;
    page.see("pictures are here").await?;
    page.see("What was handed over").await?;
    page.see("2 sessions, 2 moments").await?;
    // It is let go as soon as nobody looks at it.
    page.wait_until("no picture any more", async || page.is("!document.querySelector('video')").await).await
}

/// It stands beside the places, not among them.
pub async fn go_receive(page: &Page) -> Outcome {
    go(page, "people").await?;
    page.click("Receive a worksheet").await?;
    page.find("#receive-file").await.map(drop)
}
