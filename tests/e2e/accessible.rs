//! axe finds no fault in a screen, in light and dark.
//! Never stands in for a person with a screen reader: axe finds about half of what there is to find.

use crate::support::Outcome;
use crate::support::engine::{Engine, Scheme};
use crate::support::page::Page;

pub async fn axe_finds_nothing_on_the_first_screen(page: Page) -> Outcome {
    assert_eq!(page.axe().await?, Vec::<String>::new(), "light");
    // Nothing darkens WebKitGTK while it runs; the colours are the same in the other two.
    if page.engine() != Engine::Webkit {
        page.engine().set_scheme(page.driver(), Scheme::Dark).await?;
        assert_eq!(page.axe().await?, Vec::<String>::new(), "dark");
    }
    Ok(())
}
