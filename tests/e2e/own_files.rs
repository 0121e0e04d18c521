//! The page asks for its own files and for nothing else, each of them once.
//! Never counts what the test's own server adds.

use crate::support::Outcome;
use crate::support::page::Page;
use crate::tour::at_each_station;

pub async fn the_page_makes_no_request_but_its_own_files(page: Page) -> Outcome {
    let home = format!("{}/", page.address());
    let foreign: Vec<_> = page.resources().await?.into_iter().filter(|it| !it.starts_with(&home)).collect();
    assert!(foreign.is_empty(), "asked elsewhere: {foreign:?}");

    let mut asked = page.requests();
    asked.retain(|path| path != "/favicon.ico" && !path.ends_with(".svg"));
    let mut endings: Vec<_> = asked.iter().map(|path| path.rsplit('.').next().unwrap_or_default()).collect();
    endings.sort();
    assert_eq!(endings, ["/", "css", "js", "wasm"], "asked for: {asked:?}");
    Ok(())
}

/// Violations of the policy and faults of scripts are looked for after every promise: here after all there is to see.
pub async fn no_screen_asks_for_anything_more(page: Page) -> Outcome {
    let home = format!("{}/", page.address());
    let own: Vec<_> = page.requests();
    at_each_station(&page, async |page, _| {
        let foreign: Vec<_> = page.resources().await?.into_iter().filter(|it| !it.starts_with(&home)).collect();
        assert!(foreign.is_empty(), "asked elsewhere: {foreign:?}");
        let says = page.script("return [location.pathname + location.search, document.title, history.state]", vec![]).await?;
        assert_eq!(says, serde_json::json!(["/", "Attune", null]));
        Ok(())
    })
    .await?;
    let more: Vec<_> = page.requests().into_iter().filter(|it| !own.contains(it) && it != "/favicon.ico" && !it.ends_with(".svg")).collect();
    assert!(more.is_empty(), "asked for more: {more:?}");
    Ok(())
}
