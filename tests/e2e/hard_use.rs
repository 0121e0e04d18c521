//! Odd text, five hundred moments, a double click on every button: each is simply right, and nothing is lost or doubled.
//! Never counts as speed what a browser's driver takes.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::wire::act;
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

pub async fn emoji_right_to_left_text_and_nul_are_kept_as_they_are(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    let odd = ["👩‍👩‍👧‍👦 again 🦆", "אני עייף מאוד", "مرة أخرى بعد التاسعة", "nul\u{0}in the middle", "e\u{301}te\u{301} \u{202e}turned", "<b>&amp;</b> \"quoted\" 'too'"];
    for (at, text) in odd.iter().enumerate() {
        if at > 0 {
            canvas.next_moment().await?;
        }
        canvas.paste(text).await?;
        canvas.click_option("as this moment's name").await?;
        canvas.line_is("").await?;
    }
    let labels = "return [...document.querySelectorAll('article.card .label')].map((it) => it.textContent)";
    let shown = canvas.script(labels, vec![]).await?;
    let kept: Vec<_> = odd.iter().rev().map(|it| Value::from(*it)).collect();
    let without_nul = |all: &[Value]| all.iter().filter(|it| !it.as_str().is_some_and(|it| it.starts_with("nul"))).cloned().collect::<Vec<_>>();
    assert_eq!(without_nul(shown.as_array().ok_or("no labels")?), without_nul(&kept));
    assert_eq!(shown.as_array().map(Vec::len), Some(odd.len()));
    canvas.reload().await?;
    canvas.wait_for("the same after a reload", async || {
        let now = canvas.script(labels, vec![]).await?;
        Ok((now == shown, now.to_string()))
    })
    .await
}

/// Begins as many moments as asked, through the page's own events: the driver's keys would take minutes.
const FILL: &str = "
    const line = document.getElementById('catch');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const words = ['frustrated 4', 'sad', 'proud', 'helpless', 'competence -', 'trust +'];
    const done = arguments[1];
    const some = (from) => {
        for (let at = from; at < Math.min(from + 50, arguments[0]); at += 1) {
            write.call(line, words[at % words.length]);
            line.dispatchEvent(new InputEvent('input', { bubbles: true }));
            line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
            if (at + 1 < arguments[0])
                line.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
        }
        if (from + 50 < arguments[0]) setTimeout(() => some(from + 50)); else done(true);
    };
    some(0);";

pub async fn five_hundred_moments_stay_usable(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.driver().execute_async(FILL, vec![json!(500)]).await?;
    let count = async || Ok::<usize, crate::support::Fault>(canvas.cards().await?.len());
    canvas.wait_until("500 cards", async || Ok(count().await? == 500)).await?;
    let began = std::time::Instant::now();
    canvas.catch("ashamed").await?;
    canvas.wait_until("it on the newest card", async || Ok(canvas.cards().await?[0].contains("Ashamed"))).await?;
    canvas.next_moment().await?;
    canvas.catch("lonely").await?;
    let took = began.elapsed();
    // Generous: a driver at work on a busy machine. What it guards against is a page that stands still.
    assert!(took.as_secs() < 6, "two catches took {took:?}");
    canvas.see("Saved").await?;
    canvas.reload().await?;
    canvas.wait_until("501 cards", async || Ok(count().await? == 501)).await?;
    assert!(canvas.cards().await?[0].contains("Lonely"));
    canvas.click("Sessions").await?;
    canvas.see("501 moments").await
}

/// Two clicks as a hand gives them, on the same spot, without looking between.
async fn double_click(page: &Page, target: &WebElement) -> Outcome {
    // Two frames later it stands where it will be clicked: WebKitGTK scrolls after the fact.
    let settle = "const [it, done] = arguments; it.scrollIntoView({ block: 'nearest' });
        requestAnimationFrame(() => requestAnimationFrame(() => done()))";
    page.driver().execute_async(settle, vec![target.to_json()?]).await?;
    let press = [json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 })];
    let mut actions = vec![json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": target.to_json()? })];
    actions.extend(press.iter().chain(&press).cloned());
    act(page.driver(), json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }])).await
}

pub async fn a_double_click_takes_once(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.catch("helpless").await?;
    let feelings = "Feeling: Frustrated · Helpless";
    let need = canvas.asked().await?[0].split(": ").next().unwrap_or_default().to_owned();
    let taken = format!("{feelings} / Needing: {need}, Unmet");
    double_click(&canvas, &canvas.find_named(&format!("{need}: Unmet")).await?).await?;
    canvas.shows(&[&taken]).await?;
    double_click(&canvas, &canvas.in_card("Frustrated", "Family").await?).await?;
    canvas.shows(&[&format!("[Family] {taken}")]).await?;
    double_click(&canvas, &canvas.find_named("Next moment").await?).await?;
    canvas.shows(&["", &format!("[Family] {taken}")]).await?;
    canvas.to_the_line().await?;
    canvas.press("sad").await?;
    double_click(&canvas, &canvas.find("#catch-option-0").await?).await?;
    canvas.shows(&["Feeling: Sad", &format!("[Family] {taken}")]).await?;
    canvas.focus_is_on("catch").await?;
    double_click(&canvas, &canvas.in_card("Sad", "Delete this moment").await?).await?;
    canvas.shows(&[&format!("[Family] {taken}")]).await?;
    double_click(&canvas, &canvas.find_named("Undo").await?).await?;
    canvas.shows(&["Feeling: Sad", &format!("[Family] {taken}")]).await
}

/// The first button of the canvas that was not tried yet; it is marked as tried by its name and place.
const UNTRIED: &str = "
    window.tried ??= new Set();
    const name = (it) => (it.closest('dialog, aside, footer, header, .details, .strip, .pickers')?.className ?? '') + (it.getAttribute('aria-label') ?? it.textContent).trim();
    const all = [...document.querySelectorAll('main button, aside button, main summary, .toast-place button')]
        .filter((it) => it.checkVisibility() && !it.disabled && !it.closest('dialog:not([open])'));
    const next = all.find((it) => !tried.has(name(it)));
    if (next) tried.add(name(next));
    return next ?? null;";

/// Nothing is asserted on the way: that no script fails is the runner's check after each promise.
pub async fn a_double_click_on_every_button_breaks_nothing(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.catch("betrayed").await?;
    canvas.catch("competence").await?;
    let mut tried = 0;
    while let Ok(button) = canvas.driver().execute(UNTRIED, vec![]).await?.element() {
        // One that went away between the look and the click is no loss.
        let _ = double_click(&canvas, &button).await;
        tried += 1;
        if canvas.is("document.querySelector('dialog[open]')").await? {
            canvas.key(Key::Escape).await?;
        }
        assert!(tried < 300, "no end of buttons");
    }
    assert!(tried > 40, "only {tried} buttons");
    canvas.to_the_line().await?;
    canvas.next_moment().await?;
    canvas.empty_field().await?;
    canvas.catch("lonely").await?;
    canvas.wait_until("a catch as ever", async || Ok(canvas.cards().await?.concat().contains("Lonely"))).await?;
    let before = canvas.cards().await?;
    canvas.see("Saved").await?;
    canvas.reload().await?;
    canvas.wait_until("all of it after a reload", async || Ok(canvas.cards().await? == before)).await
}
