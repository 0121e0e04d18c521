//! axe finds no fault in any screen or state, in light and dark.
//! Never stands in for a person with a screen reader: axe finds about half of what there is to find.

use crate::support::Outcome;
use crate::support::engine::{Engine, Scheme};
use crate::support::page::Page;
use crate::tour::at_each_station;

pub async fn axe_finds_nothing_on_any_screen(page: Page) -> Outcome {
    let mut found = Vec::new();
    at_each_station(&page, async |page, station| {
        // What has been scrolled halfway under a bar is not too small for a finger.
        page.script("scrollTo(0, 0)", vec![]).await?;
        found.extend(page.axe().await?.into_iter().map(|fault| format!("{station}: {fault}")));
        // Nothing darkens WebKitGTK while it runs; the colours are the same in the other two.
        if page.engine() != Engine::Webkit {
            page.engine().set_scheme(page.driver(), Scheme::Dark).await?;
            let faults = page.axe_colours().await?;
            found.extend(faults.into_iter().map(|fault| format!("{station}, dark: {fault}")));
            page.engine().set_scheme(page.driver(), Scheme::Light).await?;
        }
        Ok(())
    })
    .await?;
    assert!(found.is_empty(), "axe found {}:\n{}", found.len(), found.join("\n"));
    Ok(())
}
