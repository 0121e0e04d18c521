//! Settings do what they say: the look, and the therapist's own words beside the pointer to help.
//! Never looks at colours: eyes do that, with `make screens`.

use crate::support::Outcome;
use crate::support::engine::{Engine, Scheme};
use crate::support::page::Page;
use crate::walk::{add_client, go, held, paste, write};

pub async fn the_look_is_light_or_dark_or_as_the_device_says(page: Page) -> Outcome {
    let schemes: &[Scheme] = match page.engine() {
        // Nothing darkens WebKitGTK while it runs.
        Engine::Webkit => &[Scheme::Light],
        _ => &[Scheme::Light, Scheme::Dark],
    };
    for scheme in schemes {
        page.engine().set_scheme(page.driver(), *scheme).await?;
        go(&page, "settings").await?;
        for (choice, dark) in [("Dark", true), ("Light", false), ("As the device says", *scheme == Scheme::Dark)] {
            page.click(choice).await?;
            see_dark(&page, dark).await?;
            page.reload().await?;
            see_dark(&page, dark).await?;
        }
    }
    Ok(())
}

/// By the paper's own lightness: a dark page has paper darker than its ink.
async fn see_dark(page: &Page, dark: bool) -> Outcome {
    let script = "const light = (color) => { const it = document.createElement('canvas').getContext('2d');
            it.fillStyle = color; it.fillRect(0, 0, 1, 1); return it.getImageData(0, 0, 1, 1).data[1]; };
        const style = getComputedStyle(document.body); return light(style.backgroundColor) < light(style.color)";
    page.wait_until(&format!("a page that is dark: {dark}"), async || Ok(page.script(script, vec![]).await? == dark)).await
}

pub async fn own_words_stand_beside_the_pointer(page: Page) -> Outcome {
    go(&page, "settings").await?;
    write(&page, "pointer", "Practice line 0800 555").await?;
    let long = "x".repeat(281);
    paste(&page, "pointer", &long).await?;
    page.see("That is 281 characters, and there is room for 280.").await?;
    assert_eq!(held(&page, "pointer").await?, long);
    paste(&page, "pointer", "Practice line 0800 555").await?;
    page.see_no_more("281 characters").await?;
    page.reload().await?;
    go(&page, "settings").await?;
    page.wait_until("the words kept", async || Ok(held(&page, "pointer").await? == "Practice line 0800 555")).await?;
    add_client(&page, "Heron").await?;
    write(&page, "catch", "I want to die").await?;
    page.see("Practice line 0800 555").await?;
    // The turned screen is the client's: it names nothing.
    go(&page, "turned").await?;
    page.see_no_more("Practice line 0800 555").await
}
