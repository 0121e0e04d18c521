//! The ways to what runs across the sessions: the pictures with little and with much in them, their tables and moments.
//! Holds no promise.

use std::sync::Arc;

use attune::domain::{Cabinet, Session};

use thirtyfour::Key;

use crate::practice::practice;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::ten_years::vault::Sealed;
use crate::walk::{add_client, arrive, enter, go, open_sue, see_sue};

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

/// With some five moments a session.
fn one_person(sessions: usize) -> Cabinet {
    const TOGETHER: usize = 4;
    let mut cabinet = practice(1, 1, sessions * TOGETHER);
    for journal in &mut cabinet.journals {
        let journal = Arc::make_mut(journal);
        let joined = journal.sessions.chunks(TOGETHER).map(|some| {
            let mut session = Session::clone(&some[0]);
            session.moments = some.iter().flat_map(|it| it.moments.clone()).collect();
            Arc::new(session)
        });
        journal.sessions = joined.collect();
    }
    cabinet
}

/// To the sessions of a made-up person who has so many.
pub async fn open_large(page: &Page, sessions: usize) -> Outcome {
    Sealed::without_lock(&one_person(sessions))?.lay_into(page).await?;
    enter(page, "Client 1").await?;
    arrive(page, "sessions").await
}
