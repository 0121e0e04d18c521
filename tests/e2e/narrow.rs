//! The page fits the narrowest window without sideways scrolling.
//! Never looks at how it fits: eyes do that, with `make screens`.

use crate::support::Outcome;
use crate::support::page::Page;

pub async fn the_narrowest_window_needs_no_sideways_scrolling(page: Page) -> Outcome {
    let narrowest = page.engine().narrowest();
    page.resize(narrowest, 700).await?;
    page.wait_until("the narrow window", async || page.is(&format!("innerWidth === {narrowest}")).await).await?;
    assert_eq!(page.sideways().await?, 0);
    Ok(())
}
