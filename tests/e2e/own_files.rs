//! The page asks for its own files and for nothing else, each of them once.
//! Never counts what the test's own server adds. That no other screen asks for more is looked after on every tour.

use crate::support::Outcome;
use crate::support::page::Page;

pub async fn the_page_makes_no_request_but_its_own_files(page: Page) -> Outcome {
    let home = format!("{}/", page.address());
    let foreign: Vec<_> = page.resources().await?.into_iter().filter(|it| !it.starts_with(&home)).collect();
    assert!(foreign.is_empty(), "asked elsewhere: {foreign:?}");

    page.see_it_whole().await?;
    let mut asked = page.requests();
    asked.retain(|path| path != "/favicon.ico" && !path.ends_with(".svg"));
    let mut endings: Vec<_> = asked.iter().map(|path| path.rsplit('.').next().unwrap_or_default()).collect();
    endings.sort();
    assert_eq!(endings, ["/", "css", "css", "js", "js", "wasm", "wasm", "wasm"], "asked for: {asked:?}");
    Ok(())
}
