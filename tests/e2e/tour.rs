//! Every screen and state of Attune, and the way to each from the first page: to be looked at, measured and searched.
//! Decides nothing: promises (every_screen.rs) and `make screens` go the same ways.

mod across;
mod changing;
mod filed;
mod handed;
mod keeping;
pub mod oneself;
pub mod together;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::screens::Screen;
use crate::walk::{add_client, catch, choose, enter, go, open_sue, see_sue, write};

macro_rules! stations {
    ($($(#[doc = $what:literal])+ $round:ident { $($name:literal $reach:path)+ })+) => {
        $($(#[doc = $what])+
        pub fn $round() -> Vec<Screen> {
            vec![$(Screen { name: $name, reach: |page| Box::pin($reach(page)) },)+]
        })+

        /// All of them.
        pub fn stations() -> Vec<Screen> {
            [$($round()),+].into_iter().flatten().collect()
        }
    };
}

stations! {
    /// Before and beside the attuning: the welcome, the lock, the people, the words, the settings, what goes wrong.
    around {
        "welcome" welcome
        "welcome-examples" examples
        "lock-choose" keeping::lock_choose
        "lock-passphrase" keeping::lock_passphrase
        "lock-code" keeping::lock_code
        "lock-settings" keeping::lock_settings
        "unlock" keeping::unlock
        "unlock-code" keeping::unlock_code
        "covered" keeping::covered
        "people-empty" people_empty
        "people" people
        "people-refused" people_refused
        "people-rename" people_rename
        "people-deleted" people_deleted
        "learn" learn
        "words" words
        "words-card" words_card
        "words-wheel" words_wheel
        "settings" settings
        "backup-passphrase" keeping::backup_passphrase
        "restore-outlook" keeping::restore_outlook
        "erase-asked" keeping::erase_asked
        "erased" keeping::erased
        "shortcuts" shortcuts
        "trouble-full" keeping::trouble_full
        "trouble-refused" keeping::trouble_refused
    }
    /// One session of one person, and what is written of it.
    in_a_session {
        "sessions" sessions
        "sessions-redate" sessions_redate
        "nobody" nobody
        "canvas-empty" canvas_empty
        "canvas-list" canvas_list
        "canvas-details" canvas_details
        "canvas-texts" canvas_texts
        "canvas-heavy" canvas_heavy
        "canvas-feelings" canvas_feelings
        "canvas-wheel" canvas_wheel
        "canvas-needs" canvas_needs
        "record" filed::record
        "record-locked" filed::record_locked
        "turned" turned
    }
    /// The worksheet, paper, and what goes from hand to hand.
    on_ones_own {
        "person-file" filed::person_file
        "worksheet-empty" oneself::empty
        "worksheet" oneself::full
        "worksheet-lists" oneself::lists
        "pause" oneself::pause
        "guest" oneself::guest
        "guest-broken" oneself::guest_broken
        "guest-picking" oneself::guest_picking
        "guest-sealed" oneself::guest_sealed
        "handing-how" oneself::handing_how
        "paper-session" oneself::paper_session
        "paper-across" oneself::paper_across
        "paper-blank" oneself::paper_blank
        "invite" handed::invite
        "invite-made" handed::invite_made
        "receive" handed::receive
        "receive-arrived" handed::receive_arrived
    }
    /// Between two people, on one device and on several.
    with_others {
        "together-empty" together::empty
        "together" together::list
        "conversation-new" together::new
        "conversation-table" together::table
        "conversation-erasing" together::erasing
        "conversation-devices" together::devices
        "conversation-opening-file" together::opening_file
        "together-who" together::who
        "conversation-asked" together::asked
        "conversation-wrong-sign" together::wrong_sign
        "conversation-sheet" together::sheet
        "conversation-guess" together::guess
        "conversation-ready" together::ready
        "conversation-passing" together::passing
        "conversation-all-ready" together::all_ready
        "conversation-revealed" together::revealed
        "conversation-rounds" together::over_rounds
    }
    /// What shows over many sessions.
    across_sessions {
        "understanding-nobody" across::nobody
        "understanding-empty" across::empty
        "understanding-core" across::core
        "understanding-true" across::rings_true
        "understanding-another" across::another
        "understanding-met" across::met
        "understanding-choices" across::choices
        "canvas-plan" across::plan
        "understanding-map" across::map
        "understanding-time" across::time
        "understanding-river" across::river
        "find" across::find
        "find-found" across::find_found
        "find-everyone" across::find_everyone
        "find-in-all" across::find_in_all
        "understanding-table" across::table
        "understanding-behind" across::behind
        "understanding-large" across::large
    }
    /// A change at work.
    of_a_change {
        "change-list" changing::list
        "change-empty" changing::empty
        "change-map" changing::mapped
        "change-counted" changing::counted
    }
}

async fn welcome(_page: Page) -> Outcome {
    Ok(())
}

async fn examples(page: Page) -> Outcome {
    enter(&page, "Look around first").await?;
    page.see("Whose page would you like to see?").await
}

async fn people_empty(page: Page) -> Outcome {
    go(&page, "people").await
}

async fn people(page: Page) -> Outcome {
    for code in ["Heron", "Copper 12", "Moss", "A code that is as long as a code may be."] {
        add_client(&page, code).await?;
    }
    go(&page, "people").await?;
    choose(&page, "More about Moss", "Set aside").await?;
    page.click_path("//summary[normalize-space(.)='Set aside']").await?;
    page.click_path("//summary[@aria-label='More about Copper 12']").await?;
    Ok(())
}

async fn people_refused(page: Page) -> Outcome {
    go(&page, "people").await?;
    page.click("Add a client").await?;
    page.see("A code is needed").await
}

async fn people_rename(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go(&page, "people").await?;
    choose(&page, "More about Heron", "Rename").await?;
    page.find_path("//main//li//input").await.map(drop)
}

async fn people_deleted(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    go(&page, "people").await?;
    choose(&page, "More about Heron", "Delete").await?;
    page.see("Heron is deleted.").await
}

async fn sessions(page: Page) -> Outcome {
    see_sue(&page).await?;
    enter(&page, "On another day").await
}

async fn sessions_redate(page: Page) -> Outcome {
    see_sue(&page).await?;
    page.click_path("(//main//li//summary)[1]").await?;
    page.click_path("//details[@open]//button[.='Change the day']").await?;
    page.find_path("//main//li//input").await.map(drop)
}

async fn nobody(page: Page) -> Outcome {
    go(&page, "attune").await
}

async fn canvas_empty(page: Page) -> Outcome {
    add_client(&page, "Heron").await
}

async fn canvas_list(page: Page) -> Outcome {
    open_sue(&page).await?;
    write(&page, "catch", "betr").await?;
    page.find_path("//*[@role='option']").await.map(drop)
}

async fn canvas_details(page: Page) -> Outcome {
    open_sue(&page).await?;
    catch(&page, "frustrated 4").await?;
    catch(&page, "competence -").await?;
    page.see("In whose hands").await
}

async fn canvas_texts(page: Page) -> Outcome {
    open_sue(&page).await?;
    catch(&page, "a failure").await?;
    enter(&page, "Two texts, kept apart").await?;
    page.find_path("//textarea").await.map(drop)
}

async fn canvas_heavy(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "hopeless").await?;
    write(&page, "catch", "I want to die").await?;
    page.see("emergency").await
}

async fn canvas_feelings(page: Page) -> Outcome {
    open_sue(&page).await?;
    page.click("Feelings").await?;
    page.see("Find a feeling").await
}

async fn canvas_wheel(page: Page) -> Outcome {
    canvas_feelings(page.clone()).await?;
    page.click("On a wheel").await?;
    page.find_path("//dialog[@open]//*[name()='svg'][@role]").await.map(drop)
}

async fn canvas_needs(page: Page) -> Outcome {
    open_sue(&page).await?;
    page.click("Needs").await?;
    page.see("Find a need").await
}

async fn turned(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "turned").await
}

async fn learn(page: Page) -> Outcome {
    go(&page, "learn").await
}

async fn words(page: Page) -> Outcome {
    go(&page, "words").await
}

async fn words_card(page: Page) -> Outcome {
    go(&page, "words").await?;
    page.find("input[type=search]").await?.send_keys("lonely").await?;
    enter(&page, "Lonely").await?;
    page.see("Often felt when").await.or(page.see("Often points to").await)
}

async fn words_wheel(page: Page) -> Outcome {
    go(&page, "words").await?;
    page.click("Wheel").await?;
    page.see("Families inside").await
}

async fn settings(page: Page) -> Outcome {
    go(&page, "settings").await
}

async fn shortcuts(page: Page) -> Outcome {
    go(&page, "settings").await?;
    page.press("?").await?;
    page.see("while your eyes stay on the person").await
}
