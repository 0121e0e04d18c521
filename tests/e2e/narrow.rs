//! The page fits the narrowest window without sideways scrolling, and each screen begins at its top.
//! Never looks at how it fits: eyes do that, with `make screens`.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::tour::at_each_station;
use crate::walk::{arrive, enter};

/// At 320 px (447 in WebKitGTK), which is a desk's 1280 px at 400 %; there the height is a quarter too.
pub async fn the_narrowest_window_needs_no_sideways_scrolling(page: Page) -> Outcome {
    let narrowest = page.engine().narrowest();
    page.resize(narrowest, 800).await?;
    page.wait_until("the narrow window", async || page.is(&format!("innerWidth === {narrowest}")).await).await?;
    let mut wide = Vec::new();
    at_each_station(&page, async |page, station| {
        // The page's own box and what fixed bars and dialogs hold: both would have to be scrolled.
        let script = "const all = [document.scrollingElement, ...document.querySelectorAll('dialog[open]')];
            return all.map((it) => Math.round(it.scrollWidth - it.clientWidth)).filter((it) => it > 0)";
        let over = page.script(script, vec![]).await?;
        if over != serde_json::json!([]) {
            wide.push(format!("{station}: {over}"));
        }
        Ok(())
    })
    .await?;
    assert!(wide.is_empty(), "wider than the window: {wide:#?}");
    Ok(())
}

/// With a notice above it a screen's main part begins further down, and a focus that goes there must not scroll to it.
pub async fn a_screen_is_shown_from_its_top(page: Page) -> Outcome {
    page.resize(page.engine().narrowest(), 600).await?;
    enter(&page, "Look around first").await?;
    for (door, screen) in [("Sue", "sessions"), ("2026", "attune")] {
        enter(&page, door).await?;
        arrive(&page, screen).await?;
        page.wait_until("the focus at the top of the page", async || {
            page.is("scrollY === 0 && document.activeElement.closest('main') !== null").await
        })
        .await?;
    }
    Ok(())
}
