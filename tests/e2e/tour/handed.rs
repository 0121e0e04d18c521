//! The ways to asking for a worksheet and to receiving it: before and after.
//! Holds no promise.

use crate::receiving;
use crate::support::Outcome;
use crate::support::page::Page;

pub async fn invite(page: Page) -> Outcome {
    receiving::to_heron(&page).await
}

pub async fn invite_made(page: Page) -> Outcome {
    receiving::made(&page).await.map(drop)
}

pub async fn receive(page: Page) -> Outcome {
    receiving::to_heron(&page).await?;
    receiving::go_receive(&page).await
}

pub async fn receive_arrived(page: Page) -> Outcome {
    receiving::arrived(&page).await.map(drop)
}
