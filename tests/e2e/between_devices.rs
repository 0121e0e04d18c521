//! A conversation over two devices: an opening file, three files for a round, nothing in a file before its time, and what is
//! refused in words. The other device is played by `other_device`. Never looks at how a file is sealed.

use attune::domain::Cabinet;
use attune::exchange;
use attune::sealed_file::{WorkFactor, seal};
use attune::vocabulary::Feeling;
use thirtyfour::Key;

use crate::handed_over::{found, handover};
use crate::other_device::{OtherDevice, PASSPHRASE, meta};
use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::stores::stored;
use crate::tour::together::{add, ask, say_ready, share, table};
use crate::walk::{catch, enter, go, held, see_saved, write};

const FILE: &str = "conversation-file";

/// Presses what makes a file, saves it, and goes back.
async fn saved(page: &Page) -> Outcome<Vec<u8>> {
    page.watch_files().await?;
    page.click("Save the file").await?;
    page.see("It is among your downloads.").await?;
    let file = page.handed_over().await?;
    page.click("Back").await?;
    Ok(file)
}

async fn make_file(page: &Page) -> Outcome<Vec<u8>> {
    page.click("Make a file for the others").await?;
    page.see("Only the devices of this conversation can open it.").await?;
    saved(page).await
}

async fn make_opening_file(page: &Page) -> Outcome<Vec<u8>> {
    page.click("Bring it to another device").await?;
    page.see("say it aloud").await?;
    write(page, "opening-passphrase", PASSPHRASE).await?;
    write(page, "opening-passphrase-again", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("with the passphrase you say aloud").await?;
    saved(page).await
}

/// Heron writes here, Copper on the other device.
async fn with_copper_elsewhere(page: &Page) -> Outcome<OtherDevice> {
    share(page.clone()).await?;
    page.see("First bring it to the other device").await?;
    let opening = make_opening_file(page).await?;
    page.see_no_more("First bring it to the other device").await?;
    OtherDevice::opened(&opening, "Copper")
}

async fn write_as_heron(page: &Page) -> Outcome {
    page.click("Open my sheet").await?;
    page.see("Heron’s sheet").await?;
    write(page, "catch", "treadmillish").await?;
    page.click_path("//*[@role='option'][contains(., 'as a feeling')]").await?;
    page.wait_until("the line to be empty", async || Ok(held(page, "catch").await?.is_empty()))
        .await?;
    ask(page, "A quetzal on Sunday").await?;
    say_ready(page).await
}

pub async fn two_people_on_two_devices_attune_over_a_round_by_three_files(page: Page) -> Outcome {
    let mut other = with_copper_elsewhere(&page).await?;
    write_as_heron(&page).await?;
    page.see("You are ready here. Now make a file for the others.").await?;
    other.take(&make_file(&page).await?)?;
    page.see("Not heard yet that they are ready: Copper.").await?;
    other.say_ready("tired")?;
    page.give_file(FILE, &other.file()?).await?;
    page.see("New from Copper.").await?;
    page.see("What round 1 shows").await?;
    page.see("Tired").await?;
    page.see("There is something new for the others.").await?;
    assert!(!other.shown(1).contains("treadmillish"));
    let last = make_file(&page).await?;
    page.see_no_more("There is something new for the others.").await?;
    other.take(&last)?;
    assert!(other.shown(1).contains("treadmillish"));
    see_saved(&page).await?;
    page.reload().await?;
    page.see("What round 1 shows").await?;
    page.see("Tired").await
}

pub async fn a_file_made_before_all_are_ready_holds_nothing_that_was_written(page: Page) -> Outcome {
    let mut other = with_copper_elsewhere(&page).await?;
    write_as_heron(&page).await?;
    let early = other.take(&make_file(&page).await?)?;
    assert!(early.said.iter().all(|it| it.requests.is_empty() && it.rounds.len() == 1));
    assert!(early.said.iter().flat_map(|it| &it.rounds).all(|it| it.words.is_none()));
    let early = format!("{early:?}").to_lowercase();
    assert!(early.contains("heron") && early.contains("screens until dinner"), "{early}");
    for word in ["treadmillish", "quetzal"] {
        assert!(!early.contains(word), "{word} is in {early}");
    }
    // What a file has told stays so, and that is said.
    page.click("Open my sheet").await?;
    page.see("A file has told the others that you are ready").await
}

pub async fn who_opens_an_opening_file_says_who_they_are_and_hears_what_is_awaited(page: Page) -> Outcome {
    let mut other = OtherDevice::begun(8)?;
    let opening = other.opening_file()?;
    go(&page, "together").await?;
    page.give_file(FILE, &opening).await?;
    for (typed, says) in [
        ("another one", "That passphrase does not open this file."),
        (PASSPHRASE, "Which of you are you?"),
    ] {
        write(&page, "conversation-passphrase", typed).await?;
        page.key(Key::Enter).await?;
        page.see(says).await?;
    }
    page.see("Heron: writes on another device already").await?;
    page.click("Take part").await?;
    page.see("Choose who you are first.").await?;
    page.click("Copper").await?;
    page.click("Take part").await?;
    page.see("On this device: Copper.").await?;
    page.see("We spoke for ten minutes on Monday").await?;
    enter(&page, "What it is about, and who takes part").await?;
    page.see("is changed on the device that began it").await?;
    other.say_ready("sad")?;
    page.give_file(FILE, &other.file()?).await?;
    page.see("New from Heron.").await?;
    page.click("Open my sheet").await?;
    catch(&page, "glad").await?;
    say_ready(&page).await?;
    page.see("Ready, and the words are on their way: Heron. Ask for a file.").await?;
    other.take(&make_file(&page).await?)?;
    let glad = found(Feeling::from_id("glad"))?;
    assert!(other.shown(1).contains(&format!("{glad:?}")));
    // The list is a place to open it too: it goes to its conversation by itself.
    go(&page, "together").await?;
    page.give_file(FILE, &other.file()?).await?;
    page.see("It belongs to this conversation: We spoke for ten minutes on Monday").await?;
    page.click("See the conversation").await?;
    page.see("Sad").await?;
    page.see_no_more("the words are on their way").await?;
    go(&page, "together").await?;
    page.give_file(FILE, &opening).await?;
    write(&page, "conversation-passphrase", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("This conversation is on this device already. Nothing was changed.").await
}

pub async fn a_file_that_does_not_belong_here_is_refused_in_words_and_changes_nothing(page: Page) -> Outcome {
    let mut other = with_copper_elsewhere(&page).await?;
    let file = other.file()?;
    let strange = OtherDevice::begun(8)?.file()?;
    let work = WorkFactor::parse(10).map_err(|it| format!("{it:?}"))?;
    let backup = exchange::write(&Cabinet::default(), &meta()?);
    let backup = backup.map_err(|it| format!("{it:?}"))?;
    see_saved(&page).await?;
    let before = stored(&page).await?;
    let cases: [(Vec<u8>, &str); 6] = [
        (strange, "This file belongs to another conversation"),
        (b"PK\x03\x04 a zip by another name".to_vec(), "This is not a file of Attune."),
        (file[..file.len() / 2].to_vec(), "This file is not as it was sealed"),
        (b"age-encryption.org/v2\n".to_vec(), "A newer Attune made this file"),
        (handover()?, "This is a handover"),
        (other.seal(&handover()?)?, "This is a handover"),
    ];
    for (bytes, words) in cases {
        page.give_file(FILE, &bytes).await?;
        page.see(words).await?;
        let has_focus = format!("document.activeElement?.id === '{FILE}'");
        page.wait_until("the focus on the field", async || page.is(&has_focus).await).await?;
    }
    let sealed = seal(&backup, PASSPHRASE, work).map_err(|it| format!("{it:?}"))?;
    page.give_file(FILE, &sealed).await?;
    write(&page, "conversation-passphrase", PASSPHRASE).await?;
    page.key(Key::Enter).await?;
    page.see("This is a backup").await?;
    page.click("Leave it").await?;
    assert_eq!(stored(&page).await?, before);
    Ok(())
}

pub async fn a_file_that_comes_twice_late_home_or_from_a_twin_is_said_in_words(page: Page) -> Outcome {
    let mut other = with_copper_elsewhere(&page).await?;
    let early = other.file()?;
    other.say_ready("tired")?;
    let late = other.file()?;
    let home = make_file(&page).await?;
    let mut twin = OtherDevice(other.0.clone());
    for it in &mut twin.0.participants {
        let here = it.person.code.as_str() == "Heron";
        std::sync::Arc::make_mut(it).is_here = here;
    }
    twin.say_ready("sad")?;
    for (file, says) in [
        (late.clone(), "New from Copper."),
        (late, "It came before"),
        (early, "older than what is already here from Copper"),
        (home, "This file was made on this device"),
        (twin.file()?, "Heron writes on this device and on another one too."),
    ] {
        page.give_file(FILE, &file).await?;
        page.see(says).await?;
        page.click("Back").await?;
    }
    Ok(())
}

pub async fn who_writes_where_is_refused_in_words_where_something_would_stay_behind(page: Page) -> Outcome {
    table(page.clone()).await?;
    add(&page, "Amber").await?;
    crate::tour::together::give_to(&page, "Copper").await?;
    catch(&page, "tired").await?;
    page.click("Pass on").await?;
    page.click("Lay it between you").await?;
    enter(&page, "On several devices").await?;
    let press = async |code: &str| {
        page.click_path(&format!("//*[@aria-label='Who writes on this device?']//button[.='{code}']")).await
    };
    press("Copper").await?;
    page.click("Use several devices").await?;
    page.see("Copper has begun to write here in this round").await?;
    for code in ["Heron", "Amber"] {
        press(code).await?;
    }
    page.click("Use several devices").await?;
    page.see("Somebody has to write on this device").await?;
    press("Copper").await?;
    press("Heron").await?;
    page.click("Use several devices").await?;
    page.see("On another device: Amber.").await
}
