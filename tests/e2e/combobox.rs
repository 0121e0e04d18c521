//! The catch line follows the ARIA pattern for a combobox with a list: the focus stays in the field, whatever is pressed.
//! Never asks what is offered: insight's own tests do.

use crate::canvas::{Canvas, combobox};
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::Key;

/// What is pressed, and how the combobox stands then.
enum Press {
    Text(&'static str),
    Key(Key),
    Alt(Key),
}

use Press::{Alt, Text};

async fn check(canvas: &Canvas, steps: &[(Press, &str)]) -> Outcome {
    for (at, (press, expected)) in steps.iter().enumerate() {
        match press {
            Text(text) => canvas.press(text).await?,
            Press::Key(key) => canvas.key(key.clone()).await?,
            Alt(key) => canvas.chord(Key::Alt, key.clone()).await?,
        }
        let step = format!("step {at} to end in “{expected}”");
        canvas.wait_for(&step, async || {
            let now = combobox(canvas).await?;
            Ok((now == *expected, now))
        })
        .await?;
    }
    Ok(())
}

pub async fn arrows_walk_the_list_and_wrap(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        (Text("hel"), "open 0 [hel|]"),
        (Press::Key(Key::Down), "open 1 [hel|]"),
        (Press::Key(Key::Down), "open 2 [hel|]"),
        (Press::Key(Key::Up), "open 1 [hel|]"),
        (Press::Key(Key::Up), "open 0 [hel|]"),
        (Press::Key(Key::Up), "open last [hel|]"),
        (Press::Key(Key::Down), "open 0 [hel|]"),
        (Text("p"), "open 0 [help|]"),
    ];
    check(&canvas, &steps).await
}

pub async fn escape_closes_the_list_then_clears_the_line(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        (Text("hel"), "open 0 [hel|]"),
        (Press::Key(Key::Escape), "closed [hel|]"),
        // What is typed is not taken for nothing: a closed list comes back first.
        (Press::Key(Key::Enter), "open 0 [hel|]"),
        (Press::Key(Key::Escape), "closed [hel|]"),
        (Press::Key(Key::Down), "open 0 [hel|]"),
        (Press::Key(Key::Escape), "closed [hel|]"),
        (Press::Key(Key::Up), "open last [hel|]"),
        (Press::Key(Key::Escape), "closed [hel|]"),
        (Press::Key(Key::Escape), "closed [|]"),
        // Three in a row would hide the page.
        (Press::Key(Key::Home), "closed [|]"),
        (Press::Key(Key::Escape), "closed [|]"),
    ];
    check(&canvas, &steps).await
}

pub async fn home_and_end_move_the_caret(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        (Text("hel"), "open 0 [hel|]"),
        (Press::Key(Key::Down), "open 1 [hel|]"),
        (Press::Key(Key::Home), "open 1 [|hel]"),
        (Press::Key(Key::Right), "open 1 [h|el]"),
        (Press::Key(Key::End), "open 1 [hel|]"),
        (Press::Key(Key::Left), "open 1 [he|l]"),
        (Press::Key(Key::Delete), "open 0 [he|]"),
    ];
    check(&canvas, &steps).await
}

pub async fn alt_and_arrows_open_and_close_without_a_choice(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        (Alt(Key::Down), "open none [|]"),
        (Press::Key(Key::Enter), "open none [|]"),
        (Press::Key(Key::Down), "open 0 [|]"),
        (Alt(Key::Up), "closed [|]"),
        (Text("hel"), "open 0 [hel|]"),
        (Alt(Key::Up), "closed [hel|]"),
        (Alt(Key::Down), "open none [hel|]"),
        (Press::Key(Key::Up), "open last [hel|]"),
    ];
    check(&canvas, &steps).await?;
    canvas.shows(&[]).await
}

pub async fn enter_takes_the_active_option_and_nothing_from_an_empty_line(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let steps = [
        (Press::Key(Key::Enter), "closed [|]"),
        (Text("   "), "closed [   |]"),
        (Press::Key(Key::Enter), "closed [   |]"),
    ];
    check(&canvas, &steps).await?;
    canvas.shows(&[]).await?;
    canvas.empty_field().await?;
    let offered = [(Text("hel"), "open 0 [hel|]"), (Press::Key(Key::Down), "open 1 [hel|]")];
    check(&canvas, &offered).await?;
    let second = canvas.offered().await?[1].clone();
    check(&canvas, &[(Press::Key(Key::Enter), "closed [|]")]).await?;
    let card = canvas.cards().await?.concat();
    let name = second.split_once(": ").map_or("", |(_, name)| name);
    assert!(card.contains(name), "{card} has no {second}");
    Ok(())
}

pub async fn tab_leaves_the_line_and_keeps_what_is_typed(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    check(&canvas, &[(Text("hel"), "open 0 [hel|]")]).await?;
    canvas.key(Key::Tab).await?;
    canvas.wait_until("the focus to have left", async || {
        canvas.is("document.activeElement.id !== 'catch' && document.activeElement !== document.body").await
    })
    .await?;
    canvas.wait_until("the list to be closed", async || {
        canvas.is("document.getElementById('catch').getAttribute('aria-expanded') === 'false'").await
    })
    .await?;
    canvas.line_is("hel").await?;
    canvas.chord(Key::Shift, Key::Tab).await?;
    canvas.focus_is_on("catch").await?;
    canvas.shows(&[]).await
}
