//! The ways to what one fills in for oneself: the worksheet, empty and full, its lists, the pause, and what is printed.
//! Holds no promise.

use attune::domain::SecretKey;
use attune::route::invitation;
use attune::sealed_file::public_key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{arrive, catch, enter, go, open_sue};

/// A worksheet with nothing on it.
pub async fn empty(page: Page) -> Outcome {
    go(&page, "").await?;
    enter(&page, "For myself").await?;
    arrive(&page, "worksheet").await?;
    page.see("What am I feeling?").await
}

/// One with the example of the sentences.
pub async fn full(page: Page) -> Outcome {
    empty(page.clone()).await?;
    catch(&page, "work").await?;
    catch(&page, "frustrated 4").await?;
    catch(&page, "ashamed 1").await?;
    catch(&page, "competence -").await?;
    page.see("Where else does competence go short?").await?;
    page.click_path("//section[@aria-label='Where else does this show up?']//button[.='Home']")
        .await?;
    page.click_path(
        "//div[@role='group'][contains(@aria-label, 'Competence')]//button[.='I can influence']",
    )
    .await?;
    catch(&page, "making a difference +").await?;
    enter(&page, "Put it into sentences").await?;
    page.find("#summary").await.map(drop)
}

/// The words for needs, folded open.
pub async fn lists(page: Page) -> Outcome {
    empty(page.clone()).await?;
    catch(&page, "frustrated").await?;
    enter(&page, "Words for needs").await?;
    page.find(".question__fold[open] .word-fold").await.map(drop)
}

pub async fn pause(page: Page) -> Outcome {
    empty(page.clone()).await?;
    page.click("Pause").await?;
    page.see("You can stop here.").await
}

pub async fn paper_session(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "paper").await?;
    page.see("What came up").await
}

pub async fn paper_across(page: Page) -> Outcome {
    paper_session(page.clone()).await?;
    page.click("Map and core needs").await?;
    page.see("Control comes up at work").await
}

pub async fn paper_blank(page: Page) -> Outcome {
    go(&page, "paper").await?;
    page.see("Fill the circle where a need is met").await
}

fn link() -> String {
    invitation::write(&public_key(&SecretKey::new([7; 32])), &[])
}

/// Someone opened an invitation that begins with an area, a need and a question.
pub async fn guest(page: Page) -> Outcome {
    page.open(&format!("/{}/a.area-work/n.rest/q.control", link())).await?;
    page.see("You were asked for a worksheet").await
}

pub async fn guest_broken(page: Page) -> Outcome {
    page.open(&format!("/{}", link().replace("age1", "age1q"))).await?;
    page.see("A part of the link is missing").await
}

pub async fn guest_picking(page: Page) -> Outcome {
    guest(page.clone()).await?;
    page.click("Work").await?;
    catch(&page, "frustrated 4").await?;
    catch(&page, "competence -").await?;
    catch(&page, "making a difference +").await?;
    enter(&page, "Put it into sentences").await?;
    page.click("Choose what to hand over").await?;
    page.click("All of it").await?;
    page.find_named("Seal what I picked").await.map(drop)
}

pub async fn guest_sealed(page: Page) -> Outcome {
    guest_picking(page.clone()).await?;
    page.click("Seal what I picked").await?;
    page.see("Only the person who made the invitation can open it.").await?;
    enter(&page, "Show it as pictures instead").await?;
    page.find("svg.qr").await.map(drop)
}

pub async fn handing_how(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "sessions").await?;
    page.click("Hand something back").await?;
    page.click_path("(//button[.='All of it'])[1]").await?;
    page.click("Seal what I picked").await?;
    page.see("Who may open it?").await
}
