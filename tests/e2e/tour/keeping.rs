//! The stations of keeping: who may open it, what opens it, backups, erasing, and when something is wrong.
//! Decides nothing, as the rest of the tour.

use thirtyfour::Key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, catch, enter, go, write};
use crate::{backup, kept, lock};

pub async fn lock_choose(page: Page) -> Outcome {
    lock::to_the_choice(&page).await
}

pub async fn lock_passphrase(page: Page) -> Outcome {
    lock_choose(page.clone()).await?;
    enter(&page, "Only who knows a passphrase").await?;
    write(&page, "passphrase", "short").await?;
    page.click("Go on").await?;
    page.see("at least 8 characters").await
}

pub async fn lock_code(page: Page) -> Outcome {
    lock_choose(page.clone()).await?;
    lock::to_the_code(&page).await.map(drop)
}

pub async fn lock_settings(page: Page) -> Outcome {
    lock::lock(&page).await?;
    go(&page, "settings").await
}

pub async fn unlock(page: Page) -> Outcome {
    lock::lock(&page).await?;
    page.reload().await?;
    lock::unlock(&page, "not this one").await?;
    page.see("That passphrase does not open these notes.").await
}

pub async fn unlock_code(page: Page) -> Outcome {
    lock::lock(&page).await?;
    page.reload().await?;
    page.click("Use the recovery code").await?;
    lock::unlock(&page, "0000").await?;
    page.see("a recovery code has 28.").await
}

pub async fn covered(page: Page) -> Outcome {
    lock::keep_nothing(&page).await?;
    for _ in 0..3 {
        page.key(Key::Escape).await?;
    }
    page.see("If you leave, it is gone.").await
}

pub async fn backup_passphrase(page: Page) -> Outcome {
    go(&page, "settings").await?;
    page.click("Make a backup").await?;
    page.find("#backup-passphrase").await.map(drop)
}

pub async fn restore_outlook(page: Page) -> Outcome {
    backup::see_outlook(&page).await
}

pub async fn erase_asked(page: Page) -> Outcome {
    go(&page, "settings").await?;
    page.click("Erase everything").await?;
    page.see("it cannot be taken back").await
}

pub async fn erased(page: Page) -> Outcome {
    erase_asked(page.clone()).await?;
    page.click("Erase everything now").await?;
    page.see("Everything is erased").await
}

pub async fn trouble_full(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    page.script(kept::FILL, vec![]).await?;
    for word in ["sad", "glad"] {
        catch(&page, word).await?;
    }
    page.see("one of this browser's two stores is full").await
}

pub async fn trouble_refused(page: Page) -> Outcome {
    let damaged = "localStorage.setItem('attune.head.0', 'damaged')";
    page.script(damaged, vec![]).await?;
    page.reload().await?;
    page.see("These notes cannot be read").await
}
