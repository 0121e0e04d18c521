//! People are known by codes: added, found, renamed, set aside, deleted and taken back, and found again after a reload.
//! Never asks for a name.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, choose, go, held, see_rows, write};
use thirtyfour::Key;

pub async fn a_code_that_cannot_be_is_refused_in_words_and_stays_in_the_field(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go(&page, "people").await?;
    let long = "x".repeat(41);
    let taken = "Someone here has this code already.";
    let table = [
        ("", "A code is needed"),
        ("   ", "A code is needed"),
        ("Heron", taken),
        ("hERON", taken),
        (" heron ", taken),
        (long.as_str(), "That is 41 characters. A code has at most 40."),
    ];
    for (typed, words) in table {
        go(&page, "settings").await?;
        go(&page, "people").await?;
        write(&page, "code", typed).await?;
        page.click("Add a client").await?;
        page.see(words).await.map_err(|fault| format!("{typed:?}: {fault}"))?;
        assert_eq!(held(&page, "code").await?, typed, "the text is still there");
        see_rows(&page, &["Heron"]).await?;
    }
    add_client(&page, &long[1..]).await?;
    page.reload().await?;
    go(&page, "people").await?;
    see_rows(&page, &[&long[1..], "Heron"]).await
}

pub async fn people_are_found_by_typing(page: Page) -> Outcome {
    for code in ["Heron", "Élan 7", "Copper"] {
        add_client(&page, code).await?;
    }
    go(&page, "people").await?;
    see_rows(&page, &["Copper", "Élan 7", "Heron"]).await?;
    write(&page, "find", "ELA").await?;
    see_rows(&page, &["Élan 7"]).await?;
    write(&page, "find", "er").await?;
    see_rows(&page, &["Copper", "Heron"]).await?;
    write(&page, "find", "nobody").await?;
    page.see("Nobody by that code.").await?;
    page.key(Key::Escape).await?;
    see_rows(&page, &["Copper", "Élan 7", "Heron"]).await?;
    write(&page, "find", "her").await?;
    page.key(Key::Enter).await?;
    page.see("Sessions with Heron").await
}

pub async fn people_are_renamed_and_set_aside_and_found_again(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    add_client(&page, "Copper").await?;
    go(&page, "people").await?;
    choose(&page, "More about Heron", "Rename").await?;
    write(&page, "new-code", "copper").await?;
    page.key(Key::Enter).await?;
    page.see("Someone here has this code already.").await?;
    assert_eq!(held(&page, "new-code").await?, "copper");
    write(&page, "new-code", "Grey heron").await?;
    page.click("Save").await?;
    see_rows(&page, &["Copper", "Grey heron"]).await?;

    choose(&page, "More about Copper", "Set aside").await?;
    page.see("Set aside").await?;
    page.reload().await?;
    go(&page, "people").await?;
    page.click_path("//summary[normalize-space(.)='Set aside']").await?;
    page.see("Out of the way, not gone.").await?;
    see_rows(&page, &["Grey heron", "Copper"]).await?;
    choose(&page, "More about Copper", "Take back").await?;
    see_rows(&page, &["Copper", "Grey heron"]).await?;
    page.reload().await?;
    go(&page, "people").await?;
    see_rows(&page, &["Copper", "Grey heron"]).await
}

pub async fn a_deleted_person_comes_back_even_after_other_changes(page: Page) -> Outcome {
    for code in ["Heron", "Copper", "Moss"] {
        add_client(&page, code).await?;
    }
    go(&page, "people").await?;
    choose(&page, "More about Copper", "Delete").await?;
    page.see("Copper is deleted.").await?;
    see_rows(&page, &["Moss", "Heron"]).await?;
    choose(&page, "More about Heron", "Rename").await?;
    write(&page, "new-code", "Grey heron").await?;
    page.key(Key::Enter).await?;
    see_rows(&page, &["Moss", "Grey heron"]).await?;
    page.click("Undo").await?;
    see_rows(&page, &["Moss", "Copper", "Grey heron"]).await?;
    page.see_no_more("is deleted").await?;

    choose(&page, "More about Moss", "Delete").await?;
    see_rows(&page, &["Copper", "Grey heron"]).await?;
    page.reload().await?;
    go(&page, "people").await?;
    see_rows(&page, &["Copper", "Grey heron"]).await
}
