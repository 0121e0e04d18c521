//! Who takes part in a conversation: renamed, away, back, erased, named twice. Nothing of the others is lost.
//! Never about what is shown once all are ready.

use crate::conversation::all_of_it;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::tour::together::{add, begin, give_to, pass_on, say_ready, turn_to};
use crate::walk::{catch, choose, enter, see_saved, write};
use thirtyfour::Key;

pub async fn who_leaves_is_renamed_or_erased_mid_round_takes_nothing_of_the_others(page: Page) -> Outcome {
    begin(&page, "A team", &["Heron", "Copper", "Moss"]).await?;
    give_to(&page, "Heron").await?;
    catch(&page, "furious").await?;
    turn_to(&page, "My guess about Moss").await?;
    catch(&page, "ashamed").await?;
    say_ready(&page).await?;
    page.click("Lay it between you").await?;
    open_setting(&page).await?;
    choose(&page, "More about Copper", "Rename").await?;
    write(&page, "new-code", "heron").await?;
    page.key(Key::Enter).await?;
    page.see("has this code already").await?;
    write(&page, "new-code", "Kupfer").await?;
    page.key(Key::Enter).await?;
    page.see("Give it to Kupfer").await?;
    choose(&page, "More about Kupfer", "Leaves for now").await?;
    page.see_no_more("Give it to Kupfer").await?;
    choose(&page, "More about Kupfer", "Comes back").await?;
    page.see("Give it to Kupfer").await?;
    choose(&page, "More about Moss", "Erase").await?;
    page.see("This cannot be undone").await?;
    page.click("Erase for good").await?;
    page.see_no_more("Give it to Moss").await?;
    give_to(&page, "Heron").await?;
    page.see("Furious").await?;
    let all = all_of_it(&page).await?;
    assert!(!all.contains("moss") && !all.contains("ashamed"), "erased with what was guessed");
    pass_on(&page).await?;
    page.click("Lay it between you").await?;
    open_setting(&page).await?;
    choose(&page, "More about Kupfer", "Leaves for now").await?;
    page.see("It takes two at least").await?;
    see_saved(&page).await?;
    page.reload().await?;
    page.see("It takes two at least").await
}

async fn open_setting(page: &Page) -> Outcome {
    if !page.is("document.querySelector('.talk__setting')?.open").await? {
        enter(page, "What it is about, and who takes part").await?;
    }
    Ok(())
}

pub async fn the_same_person_twice_is_refused_in_words(page: Page) -> Outcome {
    begin(&page, "A couple", &["Heron"]).await?;
    page.see("It takes two at least").await?;
    for (typed, says) in [("héron", "has this code already"), ("", "A code is needed")] {
        write(&page, "participant", typed).await?;
        page.key(Key::Enter).await?;
        page.see(says).await?;
    }
    add_eight(&page).await
}

async fn add_eight(page: &Page) -> Outcome {
    for code in ["2", "3", "4", "5", "6", "7", "8"] {
        add(page, code).await?;
    }
    write(page, "participant", "9").await?;
    page.key(Key::Enter).await?;
    page.see("There is room for eight").await
}
