//! What keeps coming back, as a person meets it: asked, answered, named by hand; and choices held against what goes short.
//! Never judges how it was weighed: the scenarios on the host do.

use thirtyfour::Key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, arrive, catch, enter, go, see_sue};

const ASKED: &str =
    "Control comes up at work and with your partner, in one session so far, though nobody has named it yet. Does that ring true?";

/// A client who is helpless at work and at home.
async fn begin(page: &Page) -> Outcome {
    add_client(page, "Heron").await?;
    for (feeling, area) in [("helpless", "work"), ("helpless", "partner")] {
        catch(page, feeling).await?;
        catch(page, area).await?;
        enter(page, "Next moment").await?;
    }
    go(page, "understanding").await?;
    page.see(ASKED).await
}

async fn ask_again(page: &Page) -> Outcome {
    enter(page, "Answered before").await?;
    enter(page, "Ask again").await?;
    page.see(ASKED).await
}

/// The page anew, back at what keeps coming back.
async fn come_back(page: &Page) -> Outcome {
    go(page, "attune").await?;
    page.see("Saved").await?;
    page.reload().await?;
    arrive(page, "attune").await?;
    go(page, "understanding").await
}

pub async fn a_core_need_is_asked_about_with_the_moments_it_rests_on(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding").await?;
    page.see("Control comes up at work, with your partner and at home, in all six sessions, though nobody has named it yet. Does that ring true?").await?;
    assert!(page.is("document.querySelectorAll('.core').length === 3").await?);
    enter(&page, "8 moments").await?;
    page.wait_until("its moments", async || page.is("document.querySelectorAll('#behind[open] li').length === 8").await).await?;
    page.click_on("#behind li button").await?;
    arrive(&page, "attune").await?;
    page.see("The kitchen at midnight").await
}

pub async fn not_quite_is_kept_and_can_be_asked_again(page: Page) -> Outcome {
    begin(&page).await?;
    enter(&page, "Not quite").await?;
    page.see_no_more(ASKED).await?;
    come_back(&page).await?;
    page.see("Answered before").await?;
    assert!(!page.text().await?.contains(ASKED));
    ask_again(&page).await?;
    // New evidence brings it back by itself.
    enter(&page, "Not quite").await?;
    page.see_no_more(ASKED).await?;
    go(&page, "attune").await?;
    catch(&page, "out of control").await?;
    go(&page, "understanding").await?;
    page.see("Control comes up").await
}

pub async fn what_rings_true_shows_what_it_does_and_stays(page: Page) -> Outcome {
    begin(&page).await?;
    page.script("[...document.querySelectorAll('.core__answers button')].find((it) => it.innerText === 'Rings true').focus()", vec![]).await?;
    page.key(Key::Enter).await?;
    page.see("Rings true, today").await?;
    page.see("Nobody has said yet which part of it is theirs.").await?;
    page.see("Where in this do you have a say, even a small one?").await?;
    come_back(&page).await?;
    page.see("Rings true, today").await?;
    enter(&page, "Take back").await?;
    page.see(ASKED).await
}

pub async fn later_waits_for_the_next_session(page: Page) -> Outcome {
    begin(&page).await?;
    enter(&page, "Later").await?;
    page.see_no_more(ASKED).await?;
    go(&page, "sessions").await?;
    enter(&page, "On another day").await?;
    page.script("const it = document.getElementById('begin-day'); it.value = '2199-01-01'; it.dispatchEvent(new Event('input', { bubbles: true }))", vec![]).await?;
    page.click("Begin").await?;
    arrive(&page, "attune").await?;
    go(&page, "understanding").await?;
    page.see("Control comes up").await
}

pub async fn any_need_is_named_as_core_by_hand(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "tired").await?;
    go(&page, "understanding").await?;
    page.see("Too little yet to see what comes back").await?;
    enter(&page, "Name another need").await?;
    page.click_path("//dialog[@id='another-need']//summary[contains(., 'Freedom and control')]").await?;
    page.click_path("//dialog[@id='another-need']//button[contains(., 'Control')]").await?;
    page.see("Nothing that was caught points here yet").await?;
    page.see("Rings true, today").await
}

pub async fn a_plan_shows_what_it_serves_and_what_it_leaves_out(page: Page) -> Outcome {
    begin(&page).await?;
    go(&page, "attune").await?;
    catch(&page, "rest -").await?;
    enter(&page, "A choice").await?;
    page.find(".card--now .card__tools input").await?;
    page.press("Look for another job").await?;
    page.key(Key::Enter).await?;
    page.see("Which of these would it serve? Which might it cost?").await?;
    page.click("Serves rest").await?;
    page.see("It would serve rest. It leaves out control and support.").await?;
    page.click("Costs control").await?;
    page.see("It would serve rest. It may cost control. It leaves out support.").await?;
    page.click("Serves support").await?;
    page.see("It may cost control. It leaves out nothing that goes short now.").await?;
    page.click("Serves support").await?;
    page.click("Costs control").await?;
    page.see("It would serve rest. It leaves out control and support.").await?;
    // Any need is at hand by keyboard too: the list takes the focus of the button that it replaces.
    page.script("document.querySelector('.plan__other button').focus()", vec![]).await?;
    page.key(Key::Enter).await?;
    page.wait_until("the focus on the list", async || page.is("document.activeElement.matches('.plan__list select')").await).await?;
    // Later, whether it did.
    go(&page, "understanding/choices").await?;
    page.click("Rest: partly").await?;
    page.wait_until("the answer", async || page.is("document.querySelector('.plan__turned-out [aria-pressed=true]')?.innerText.trim() === 'Partly'").await).await?;
    come_back(&page).await?;
    go(&page, "understanding/choices").await?;
    page.see("It would serve rest. It leaves out control and support.").await?;
    page.wait_until("the answer", async || page.is("document.querySelector('.plan__turned-out [aria-pressed=true]')?.innerText.trim() === 'Partly'").await).await
}

pub async fn a_choice_not_looked_back_at_is_a_place_to_start(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding").await?;
    page.see("You thought of this: “Bring the CV up to date”. How did it turn out?").await?;
    enter(&page, "It was to serve rest").await?;
    arrive(&page, "attune").await?;
    page.see("Bring the CV up to date").await
}

pub async fn what_is_met_says_where_and_since_when(page: Page) -> Outcome {
    see_sue(&page).await?;
    go(&page, "understanding/met").await?;
    page.see("Making a difference").await?;
    page.see("Met since").await?;
    enter(&page, "Work ×3").await?;
    page.wait_until("its moments", async || page.is("document.querySelectorAll('#behind[open] li').length === 3").await).await
}

pub async fn what_was_heavy_lately_comes_before_any_question(page: Page) -> Outcome {
    begin(&page).await?;
    assert!(!page.is("document.querySelector('.core-needs__openings .care')").await?);
    go(&page, "attune").await?;
    catch(&page, "hopeless").await?;
    enter(&page, "Next moment").await?;
    go(&page, "understanding").await?;
    page.find(".core-needs__openings .care").await.map(drop)
}
