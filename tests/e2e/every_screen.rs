//! Each screen and state: axe finds no fault in it, wide, in light and dark; it fits the narrowest window without sideways
//! scrolling; and wherever one comes, nothing is asked for but the page's own files, and address and title tell nothing.
//! Never stands in for a person with a screen reader, nor for eyes: axe finds about half of what there is to find.

use crate::support::Outcome;
use crate::support::engine::{Engine, Scheme};
use crate::support::page::Page;
use crate::support::screens::Screen;
use crate::support::stores::EMPTY;
use crate::tour;
use crate::walk::begin_anew;
use serde_json::json;

pub async fn every_screen_around_passes_axe_and_fits_the_narrowest_window(page: Page) -> Outcome {
    pass_and_fit(&page, tour::around()).await
}

pub async fn every_screen_of_a_session_passes_axe_and_fits_the_narrowest_window(
    page: Page,
) -> Outcome {
    pass_and_fit(&page, tour::in_a_session()).await
}

pub async fn every_screen_on_ones_own_passes_axe_and_fits_the_narrowest_window(
    page: Page,
) -> Outcome {
    pass_and_fit(&page, tour::on_ones_own()).await
}

pub async fn every_screen_with_others_passes_axe_and_fits_the_narrowest_window(
    page: Page,
) -> Outcome {
    pass_and_fit(&page, tour::with_others()).await
}

pub async fn every_screen_across_sessions_passes_axe_and_fits_the_narrowest_window(
    page: Page,
) -> Outcome {
    pass_and_fit(&page, tour::across_sessions()).await
}

pub async fn every_screen_of_a_change_passes_axe_and_fits_the_narrowest_window(
    page: Page,
) -> Outcome {
    pass_and_fit(&page, tour::of_a_change()).await
}

/// Goes to each station from a first visit. (Violations of the policy end every promise.)
async fn pass_and_fit(page: &Page, stations: Vec<Screen>) -> Outcome {
    page.see_it_whole().await?;
    let own = page.requests();
    let mut faults = Vec::new();
    for station in stations {
        let named = |fault| format!("{}: {fault}", station.name);
        page.resize(1440, 900).await?;
        begin_anew(page).await.map_err(named)?;
        (station.reach)(page.clone()).await.map_err(named)?;
        let mut found = axe(page).await.map_err(named)?;
        tells_nothing(page).await.map_err(named)?;
        found.extend(too_wide(page).await.map_err(named)?);
        faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", station.name)));
    }
    let is_more = |it: &String| !own.contains(it) && it != "/favicon.ico" && !it.ends_with(".svg");
    let more: Vec<_> = page.requests().into_iter().filter(is_more).collect();
    assert!(more.is_empty(), "asked for more: {more:?}");
    // What fills the storage must not stay for whoever comes next.
    page.script(EMPTY, vec![]).await?;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Ok(())
}

async fn axe(page: &Page) -> Outcome<Vec<String>> {
    // What has been scrolled halfway under a bar is not too small for a finger.
    page.script("scrollTo(0, 0)", vec![]).await?;
    let mut found = page.axe().await?;
    // Nothing darkens WebKitGTK while it runs; the colours are the same in the other two.
    if page.engine() != Engine::Webkit {
        page.engine().set_scheme(page.driver(), Scheme::Dark).await?;
        found.extend(page.axe_colours().await?.into_iter().map(|fault| format!("dark: {fault}")));
        page.engine().set_scheme(page.driver(), Scheme::Light).await?;
    }
    Ok(found)
}

/// At 320 px (447 in WebKitGTK), which is a desk's 1280 px at 400 %: what the page's own box, and what fixed bars and
/// dialogs hold, would have to be scrolled by.
async fn too_wide(page: &Page) -> Outcome<Vec<String>> {
    let narrowest = page.engine().narrowest();
    page.resize(narrowest, 800).await?;
    let is_narrow = format!("innerWidth === {narrowest}");
    page.wait_until("the narrow window", async || page.is(&is_narrow).await).await?;
    let script = "const all = [document.scrollingElement, ...document.querySelectorAll('dialog[open]')];
        return all.map((it) => Math.round(it.scrollWidth - it.clientWidth)).filter((it) => it > 0)";
    let over: Vec<i64> = serde_json::from_value(page.script(script, vec![]).await?)?;
    Ok(over.into_iter().map(|it| format!("{it} px wider than {narrowest}")).collect())
}

async fn tells_nothing(page: &Page) -> Outcome {
    let home = format!("{}/", page.address());
    let foreign: Vec<_> =
        page.resources().await?.into_iter().filter(|it| !it.starts_with(&home)).collect();
    assert!(foreign.is_empty(), "asked elsewhere: {foreign:?}");
    let script = "return [location.pathname + location.search, document.title, history.state]";
    assert_eq!(page.script(script, vec![]).await?, json!(["/", "Attune", null]));
    Ok(())
}
