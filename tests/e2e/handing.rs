//! Handing over: what was picked and nothing else, sealed for one person; and the page behind an invitation.
//! Never judges the file's fields: `tests/host/handover` does.

mod sealing;

pub use sealing::measure;

use attune::domain::{Item, PublicKey, SecretKey};
use attune::exchange::handover::{self, HandedBy, Handover};
use attune::route::invitation;
use attune::sealed_file::{open, open_with_keys, public_key};

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::stores::stored;
use crate::walk::{arrive, catch, enter, everything, go, open_sue, see_saved, write};

fn secret() -> SecretKey {
    SecretKey::new([7; 32])
}

fn key() -> PublicKey {
    public_key(&secret())
}

/// Opens the page with an invitation, on which nothing is stored yet.
async fn be_invited(page: &Page, more: &str) -> Outcome {
    page.open(&format!("/{}{more}", invitation::write(&key(), &[]))).await?;
    page.see("You were asked for a worksheet").await
}

fn tick(words: &str) -> String {
    format!("//label[contains(., \"{words}\")]//input[@type='checkbox']")
}

fn received(file: &[u8]) -> Handover {
    let (_, plain) = open_with_keys(file, &[secret()]).expect("a file for this key");
    handover::read(&plain).expect("a handover")
}

pub async fn a_guest_hands_over_what_was_ticked_and_nothing_else(page: Page) -> Outcome {
    be_invited(&page, "/a.area-work/q.control").await?;
    page.see("Where in this do you have a say").await?;
    page.click("Work").await?;
    catch(&page, "frustrated 4").await?;
    catch(&page, "ashamed").await?;
    catch(&page, "competence -").await?;
    page.click("Choose what to hand over").await?;
    page.see("Nothing is picked yet.").await?;
    page.click_path(&tick("Frustrated")).await?;
    page.click_path(&tick("Competence")).await?;
    // Whoever goes back to the worksheet once more finds ticked what was.
    page.click("Back to the worksheet").await?;
    page.click("Choose what to hand over").await?;
    page.watch_files().await?;
    page.click("Seal what I picked").await?;
    page.see("Only the person who made the invitation can open it.").await?;
    page.click("Save the file").await?;
    page.see("Now send it by a way you trust.").await?;
    let file = page.handed_over().await?;
    assert!(file.starts_with(b"age-encryption.org/v1"));
    let handover = received(&file);
    assert_eq!(handover.from, HandedBy::Person);
    let [session] = &handover.sessions[..] else { panic!("{} sessions", handover.sessions.len()) };
    let [moment] = &session.moments[..] else { panic!("{} moments", session.moments.len()) };
    assert!(moment.area.is_none(), "an area that was not ticked");
    let kinds: Vec<_> = moment.items.iter().map(|it| matches!(it, Item::Need(_))).collect();
    assert_eq!(kinds, [false, true], "a feeling and a need were ticked");
    Ok(())
}

pub async fn a_guests_page_stores_nothing_unless_asked(page: Page) -> Outcome {
    let before = stored(&page).await?;
    be_invited(&page, "").await?;
    assert!(!everything(&page).await?.contains("age1"), "the key is in the page");
    catch(&page, "lonely").await?;
    page.see("Lonely").await?;
    assert_eq!(stored(&page).await?, before, "something is stored");
    page.open("/").await?;
    page.see("For myself").await?;
    assert!(!page.text().await?.contains("Lonely"));
    be_invited(&page, "").await?;
    catch(&page, "lonely").await?;
    page.click("Keep this on this device too").await?;
    arrive(&page, "worksheet").await?;
    page.see("Lonely").await?;
    see_saved(&page).await?;
    page.reload().await?;
    arrive(&page, "worksheet").await?;
    page.see("Lonely").await
}

pub async fn an_invitation_that_is_broken_newer_or_endless_is_said_in_words(page: Page) -> Outcome {
    let whole = invitation::write(&key(), &[]);
    let broken = whole.replace("age1", "age1q");
    let newer = whole.replace("/1/", "/2/");
    let endless = format!("{whole}{}", "/n.rest".repeat(15_000));
    for (address, words) in [
        (broken, "A part of the link is missing"),
        (newer, "A newer Attune made this invitation."),
        (endless, "far too long to be an invitation"),
    ] {
        page.open(&format!("/{address}")).await?;
        page.see(words).await?;
        page.click("Go to Attune").await?;
        page.see("For myself").await?;
    }
    Ok(())
}

pub async fn something_is_handed_back_with_a_passphrase_and_never_a_reflection(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "sessions").await?;
    page.click("Hand something back").await?;
    page.see("Reflections and records never go along.").await?;
    page.click_path("(//button[.='All of it'])[1]").await?;
    page.click("Seal what I picked").await?;
    page.click("Whoever knows a passphrase").await?;
    write(&page, "handover-passphrase", "lantern heath nine").await?;
    write(&page, "handover-passphrase-again", "lantern heath nine").await?;
    page.watch_files().await?;
    page.click("Go on").await?;
    page.see("Whoever knows the passphrase can open it.").await?;
    page.click("Save the file").await?;
    let file = page.handed_over().await?;
    let plain = open(&file, "lantern heath nine").expect("it opens");
    let handover = handover::read(&plain).expect("a handover");
    assert_eq!(handover.from, HandedBy::Therapist);
    assert!(!handover.sessions.is_empty());
    Ok(())
}

pub async fn a_pasted_link_that_is_not_whole_seals_nothing(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "sessions").await?;
    page.click("Hand something back").await?;
    page.click_path("(//button[.='All of it'])[1]").await?;
    page.click("Seal what I picked").await?;
    write(&page, "their-invitation", "https://example.org/#/invitation/1/age1nonsense").await?;
    page.click("Seal it").await?;
    page.see("This is no invitation, or a part of it is missing.").await?;
    let link = format!("Here it is: {}/{}", page.address(), invitation::write(&key(), &[]));
    write(&page, "their-invitation", &link).await?;
    page.watch_files().await?;
    page.click("Seal it").await?;
    page.see("Only the person who made the invitation can open it.").await?;
    page.click("Save the file").await?;
    assert!(!received(&page.handed_over().await?).sessions.is_empty());
    enter(&page, "Show it as pictures instead").await?;
    page.find("svg.qr").await.map(drop)
}
