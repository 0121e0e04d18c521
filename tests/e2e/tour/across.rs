//! The ways to what runs across the sessions: the pictures with little and with much in them, their tables and moments.
//! Holds no promise.

use thirtyfour::Key;

use crate::practice::{one_person, practice};
use crate::support::Outcome;
use crate::support::page::Page;
use crate::ten_years::vault::Sealed;
use crate::walk::{add_client, arrive, enter, go, open_sue, see_sue, write};

pub async fn nobody(page: Page) -> Outcome {
    go(&page, "understanding").await?;
    page.see("First choose").await
}

pub async fn empty(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go(&page, "understanding/map").await?;
    page.see("Nothing was named").await
}

pub async fn core(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding").await?;
    page.see("Control comes up at work").await
}

pub async fn rings_true(page: Page) -> Outcome {
    core(page.clone()).await?;
    enter(&page, "Rings true").await?;
    page.see("Not mine: to name").await?;
    enter(&page, "Not quite").await?;
    page.see("Answered before").await
}

pub async fn another(page: Page) -> Outcome {
    core(page.clone()).await?;
    enter(&page, "Name another need").await?;
    page.find("#another-need[open] .word-fold").await.map(drop)
}

pub async fn met(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/met").await?;
    page.see("Met since").await
}

pub async fn choices(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/choices").await?;
    page.see("It would serve").await
}

pub async fn plan(page: Page) -> Outcome {
    open_sue(&page).await?;
    enter(&page, "A choice").await?;
    page.find(".card--now .card__tools input").await?;
    page.press("Look for another job").await?;
    page.key(Key::Enter).await?;
    page.see("Which of these would it serve?").await
}

pub async fn map(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/map").await?;
    page.find("#picture-map").await.map(drop)
}

pub async fn time(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/time").await?;
    page.find("#picture-feelings").await.map(drop)
}

pub async fn river(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/river").await?;
    page.find("#picture-river").await.map(drop)
}

pub async fn find(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/find").await?;
    page.see("Moments by their names").await
}

pub async fn find_found(page: Page) -> Outcome {
    find(page.clone()).await?;
    write(&page, "find-words", "lo").await?;
    page.find("#found-first").await.map(drop)
}

pub async fn find_everyone(page: Page) -> Outcome {
    find(page.clone()).await?;
    page.click("Everyone").await?;
    write(&page, "find-words", "work").await?;
    page.find("#found-first").await.map(drop)
}

/// Where nobody is chosen.
pub async fn find_in_all(page: Page) -> Outcome {
    Sealed::without_lock(&practice(1, 3, 40))?.lay_into(&page).await?;
    page.click("Find something that was noted").await?;
    write(&page, "find-words", "the").await?;
    page.find("#found-first").await.map(drop)
}

pub async fn table(page: Page) -> Outcome {
    map(page.clone()).await?;
    enter(&page, "As a table").await?;
    page.find("main table").await.map(drop)
}

pub async fn behind(page: Page) -> Outcome {
    table(page.clone()).await?;
    page.click_on("main table button").await?;
    page.find("#behind[open] li").await.map(drop)
}

/// Sixteen years of one person, to the strips.
pub async fn large(page: Page) -> Outcome {
    open_large(&page, 600).await?;
    go(&page, "understanding/time").await?;
    page.find("#picture-feelings").await.map(drop)
}

/// To the sessions of a made-up person who has so many.
async fn open_large(page: &Page, sessions: usize) -> Outcome {
    Sealed::without_lock(&one_person(1, sessions))?.lay_into(page).await?;
    enter(page, "Client 1").await?;
    arrive(page, "sessions").await
}
