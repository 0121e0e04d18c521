//! The pictures as a person meets them: pressed, walked by keyboard, narrowed to a period and an area, saved.
//! Never judges what they mean or how they look.

use serde_json::Value;
use thirtyfour::Key;

use crate::support::Outcome;
use crate::support::page::Page;
use crate::walk::{add_client, arrive, catch, enter, go, see_sue};

const DIALOG: &str = "document.querySelector('#behind[open]')";

/// To one of the views of Sue's sessions.
async fn see_view(page: &Page, view: &str) -> Outcome {
    see_sue(page).await?;
    go(page, &format!("understanding/{view}")).await?;
    page.find(".picture__svg").await.map(drop)
}

/// Moves a mouse over the places of the picture until these words are told, and presses there. By events of a script: an
/// element of a drawing is not in WebDriver's sight everywhere.
async fn press_told(page: &Page, told: &str) -> Outcome {
    let script = "const places = [...document.querySelectorAll('svg [data-at], svg [data-row]')].flatMap((it) => {
            const box = it.getBoundingClientRect(), columns = Number(it.dataset.columns || 1);
            return Array.from({ length: columns }, (_, at) => ({ it, clientX: box.x + (at + .5) * box.width / columns, clientY: box.y + box.height / 2 }));
        });
        for (const { it, clientX, clientY } of places) {
            it.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX, clientY }));
            await new Promise((done) => setTimeout(done));
            if (!it.closest('.picture').querySelector('.picture__told').textContent.includes(arguments[0])) continue;
            it.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY }));
            return true;
        }
        return false";
    let script = format!("return (async function () {{ {script} }}).apply(null, arguments)");
    let is_told = async || Ok(page.script(&script, vec![told.into()]).await? == Value::Bool(true));
    page.wait_until(&format!("“{told}” in the picture"), is_told).await
}

async fn see_moments(page: &Page, words: &str) -> Outcome {
    page.wait_until("the moments", async || page.is(&format!("{DIALOG}?.querySelector('li')")).await).await?;
    page.see(words).await
}

async fn close(page: &Page) -> Outcome {
    page.key(Key::Escape).await?;
    page.wait_until("the dialog to close", async || page.is(&format!("!{DIALOG}")).await).await
}

/// A wide table scrolls, and Firefox halts at what scrolls before it comes to what is in it.
async fn tab_into_the_table(page: &Page) -> Outcome {
    page.wait_until("a mark in the table", async || {
        let is_there = page.is("document.activeElement.closest('main td')").await?;
        if !is_there {
            page.key(Key::Tab).await?;
        }
        Ok(is_there)
    })
    .await
}

pub async fn a_cell_of_the_map_opens_its_moments_by_mouse_and_by_keyboard(page: Page) -> Outcome {
    see_view(&page, "map").await?;
    press_told(&page, "Love – Partner").await?;
    see_moments(&page, "Love – Partner").await?;
    close(&page).await?;
    assert!(!page.is("document.querySelector('main table')").await?, "built before it is asked for");
    page.script("document.querySelector('.picture__table summary').focus()", vec![]).await?;
    page.key(Key::Enter).await?;
    page.find("main table").await?;
    tab_into_the_table(&page).await?;
    page.key(Key::Enter).await?;
    see_moments(&page, "The moments behind this").await?;
    // The moment is a door to where it was caught.
    page.script("document.querySelector('#behind li button').focus()", vec![]).await?;
    page.key(Key::Enter).await?;
    arrive(&page, "attune").await?;
    page.find("main article.card").await.map(drop)
}

pub async fn strips_and_bands_open_their_moments_too(page: Page) -> Outcome {
    see_view(&page, "time").await?;
    page.see("Since the session before").await?;
    press_told(&page, "Love, ").await?;
    see_moments(&page, "Love, ").await?;
    close(&page).await?;
    go(&page, "understanding/river").await?;
    page.find("#picture-river").await?;
    press_told(&page, "Love → Partner").await?;
    see_moments(&page, "Love → Partner").await?;
    close(&page).await
}

pub async fn a_table_says_what_its_picture_shows(page: Page) -> Outcome {
    see_sue(&page).await?;
    for view in ["map", "river", "time"] {
        go(&page, &format!("understanding/{view}")).await?;
        page.find(".picture__svg").await?;
        let open = "document.querySelectorAll('.picture__table').forEach((it) => it.open = true)";
        page.script(open, vec![]).await?;
        let same = "const places = (parts) => [...parts].map((it) => it.dataset.at).sort().join();
            return [...document.querySelectorAll('.picture')].every((it) =>
                it.querySelector('table') && (it.querySelectorAll('svg [data-row]').length === it.querySelectorAll('tbody tr').length
                    || places(it.querySelectorAll('svg [data-at]')) === places(it.querySelectorAll('table [data-at]'))))";
        let is_same = async || Ok(page.script(same, vec![]).await? == Value::Bool(true));
        page.wait_until(&format!("the tables of {view}"), is_same).await?;
    }
    Ok(())
}

pub async fn a_period_and_an_area_narrow_what_is_seen(page: Page) -> Outcome {
    see_view(&page, "map").await?;
    let choose = "const it = document.getElementById(arguments[0]);
        it.value = [...it.options].find((it) => it.textContent === arguments[1]).value;
        it.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(choose, vec!["scope-period".into(), "The last session".into()]).await?;
    page.see("1 session,").await?;
    page.script(choose, vec!["scope-period".into(), "All sessions".into()]).await?;
    page.script(choose, vec!["scope-area".into(), "Partner".into()]).await?;
    let heads = "!/Work|Money|Family/.test(document.querySelector('#picture-map').textContent)";
    page.wait_until("Partner alone", async || page.is(heads).await).await?;
    // What was chosen stays while the views change.
    page.click("River").await?;
    page.find("#picture-river").await?;
    assert!(page.is("document.getElementById('scope-area').selectedOptions[0].textContent === 'Partner'").await?);
    // And while one looks at something else of the same person.
    go(&page, "sessions").await?;
    go(&page, "understanding/map").await?;
    page.wait_until("Partner alone", async || page.is(heads).await).await?;
    assert!(page.is("document.getElementById('scope-area').selectedOptions[0].textContent === 'Partner'").await?);
    page.script(choose, vec!["scope-period".into(), "From … to …".into()]).await?;
    page.find("#scope-from").await.map(drop)
}

pub async fn a_saved_picture_has_light_colours_that_any_program_reads(page: Page) -> Outcome {
    see_view(&page, "map").await?;
    page.script("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    let script = "window.caught = []; const make = URL.createObjectURL;
        URL.createObjectURL = (it) => { caught.push(it); return make.call(URL, it) };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () { window.file = this.download; click.call(this) }";
    page.script(script, vec![]).await?;
    page.click("Save as SVG").await?;
    let saved = page.script("return caught.at(-1)?.text()", vec![]).await?;
    let text = saved.as_str().unwrap_or_default();
    assert!(page.is("window.file === 'attune-map.svg'").await?);
    assert!(text.starts_with("<svg") && text.contains("xmlns=\"http://www.w3.org/2000/svg\""), "{text}");
    for foreign in ["oklch", "light-dark", "var(", "class=", "data-at", "id=", "Sue", "NaN"] {
        assert!(!text.contains(foreign), "{foreign} in {text}");
    }
    let fills: Vec<&str> = text.split(" fill=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    let is_read = |fill: &&str| *fill == "none" || fill.len() == 7 && shades(fill).len() == 3;
    assert!(fills.len() > 20 && fills.iter().all(is_read), "{fills:?}");
    let of = |element: &str| {
        let (_, element) = text.split_once(element).unwrap_or_default();
        let (_, fill) = element.split_once(" fill=\"").unwrap_or_default();
        shades(fill.split('"').next().unwrap_or_default())
    };
    assert!(of("<rect").iter().all(|shade| *shade > 230), "a light ground");
    assert!(of("<text").iter().all(|shade| *shade < 90), "dark letters");
    assert!(!page.is("document.querySelector('#picture-map').dataset.theme").await?);
    Ok(())
}

/// Red, green and blue of `#rrggbb`.
fn shades(fill: &str) -> Vec<u8> {
    let digits = fill.strip_prefix('#').unwrap_or_default().as_bytes();
    let pairs = digits.chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    pairs.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

pub async fn one_moment_is_enough_and_none_is_said_plainly(page: Page) -> Outcome {
    add_client(&page, "Heron").await?;
    for view in ["map", "time", "river"] {
        go(&page, &format!("understanding/{view}")).await?;
        page.see("Nothing was named in this period yet").await?;
    }
    go(&page, "attune").await?;
    catch(&page, "lonely").await?;
    go(&page, "understanding/river").await?;
    press_told(&page, "Lonely → No need named yet").await?;
    see_moments(&page, "1 moment").await?;
    close(&page).await?;
    enter(&page, "As a table").await?;
    page.see("No need named yet").await?;
    go(&page, "understanding/time").await?;
    page.see("Too little yet to see a pattern").await
}
