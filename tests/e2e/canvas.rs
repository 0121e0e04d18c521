//! The canvas as a person meets it: the catch line, the cards, what is suggested. Read by roles and names.
//! Never reaches behind the page: what it knows of a session is what the page says of it.

use crate::support::Outcome;
use crate::support::page::Page;
use serde_json::{Value, json};
use std::ops::Deref;
use thirtyfour::{Key, WebElement};

/// The open canvas of one client.
#[derive(Clone)]
pub struct Canvas {
    page: Page,
}

impl Deref for Canvas {
    type Target = Page;
    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Canvas {
    /// A new client's first session, with the focus in the catch line.
    pub async fn begin(page: Page) -> Outcome<Canvas> {
        page.open("/#/people").await?;
        crate::walk::arrive(&page, "people").await?;
        let canvas = Canvas { page };
        canvas.focus_is_on("code").await?;
        canvas.press("Heron").await?;
        canvas.key(Key::Enter).await?;
        canvas.find("#catch").await?;
        if canvas.is("matchMedia('(pointer: coarse)').matches").await? {
            // There the keyboard would jump up unasked.
            canvas.to_the_line().await?;
        }
        canvas.focus_is_on("catch").await?;
        Ok(canvas)
    }

    /// Puts the focus into the catch line, as a tap or click on it does.
    pub async fn to_the_line(&self) -> Outcome {
        self.click_on("#catch").await?;
        self.focus_is_on("catch").await
    }

    /// The canvas that the page shows already.
    pub fn of(page: Page) -> Canvas {
        Canvas { page }
    }

    pub async fn focus_is_on(&self, id: &str) -> Outcome {
        self.wait_until(&format!("the focus to be on #{id}"), async || {
            self.is(&format!("document.activeElement?.id === '{id}'")).await
        })
        .await
    }

    /// Types and presses Enter, and waits until the line has taken it.
    pub async fn catch(&self, text: &str) -> Outcome {
        self.press(format!("{text}{}", Key::Enter.value())).await?;
        self.line_is("").await
    }

    pub async fn next_moment(&self) -> Outcome {
        self.chord(Key::Control, Key::Enter).await
    }

    /// Waits until the catch line holds this text.
    pub async fn line_is(&self, text: &str) -> Outcome {
        let mut last = String::new();
        self.wait_for(&format!("the line to hold {text:?}"), async || {
            last = self.read("return document.getElementById('catch').value").await?;
            Ok((last == text, last.clone()))
        })
        .await
    }

    /// Puts text into the field with the focus as a paste would: at once, and with one event.
    pub async fn paste(&self, text: &str) -> Outcome {
        let script = "const it = document.activeElement;
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(it), 'value').set.call(it, arguments[0]);
            it.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
        self.script(script, vec![json!(text)]).await.map(drop)
    }

    /// The cards, the newest first, one line each: `name [area] Feeling: … · … / Needing: …`.
    pub async fn cards(&self) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.script(CARDS, vec![]).await?)?)
    }

    /// Waits until the cards read like this.
    pub async fn shows(&self, cards: &[&str]) -> Outcome {
        self.wait_for(&format!("the cards {cards:#?}"), async || {
            let now = self.cards().await?;
            Ok((now == cards, format!("{now:#?}")))
        })
        .await
    }

    /// What is offered under the line, one `group: text` each; empty while the list is closed.
    pub async fn offered(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('#catch-list [role=option]')].map((it) =>
            it.closest('[role=group]').getAttribute('aria-label') + ': ' + it.querySelector('.option__text').textContent.trim())";
        Ok(serde_json::from_value(self.script(script, vec![]).await?)?)
    }

    /// Names of the needs that are asked about in full, each with what it rests on.
    pub async fn asked(&self) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll('.aside section')].map((it) =>
            it.querySelector('h3').textContent + ': ' + it.querySelector('.because b').textContent)";
        Ok(serde_json::from_value(self.script(script, vec![]).await?)?)
    }

    /// The button of this name inside the card of this name.
    pub async fn in_card(&self, card: &str, button: &str) -> Outcome<WebElement> {
        let script = "return [...document.querySelectorAll('article.card')]
            .filter((it) => it.getAttribute('aria-label') === arguments[0])
            .flatMap((it) => [...it.querySelectorAll('button')])
            .find((it) => (it.getAttribute('aria-label') ?? it.textContent.trim()) === arguments[1]) ?? null";
        let mut found = None;
        self.wait_until(&format!("“{button}” in the card “{card}”"), async || {
            let answer = self.driver().execute(script, vec![json!(card), json!(button)]).await?;
            found = answer.element().ok();
            Ok(found.is_some())
        })
        .await?;
        found.ok_or_else(|| "not found".into())
    }

    pub async fn click_in(&self, card: &str, button: &str) -> Outcome {
        self.click_what(button, async || self.in_card(card, button).await).await
    }

    /// Presses a button of the group of this name, in the card at hand.
    pub async fn click_in_group(&self, group: &str, button: &str) -> Outcome {
        self.click_path(&format!(
            "//*[@role='group' and @aria-label='{group}']//button[normalize-space(.)='{button}']"
        ))
        .await
    }

    /// Presses the name of something caught, in any card: the first that begins so.
    pub async fn click_in_chips(&self, name: &str) -> Outcome {
        self.click_path(&format!(
            "//article//ul//button[@aria-pressed and starts-with(normalize-space(.), '{name}')]"
        ))
        .await
    }

    /// Takes the option whose reason reads like this, with the mouse.
    pub async fn click_option(&self, why: &str) -> Outcome {
        self.click_path(&format!("//*[@role='option'][.//*[normalize-space(.)=\"{why}\"]]")).await
    }

    /// Opens the card's field of this name by its button, and waits until the focus is in it.
    pub async fn open_field(&self, button: &str, label: &str) -> Outcome {
        self.click(button).await?;
        self.focus_reads(label).await
    }

    /// Waits until the element with the focus has this name.
    pub async fn focus_reads(&self, name: &str) -> Outcome {
        self.wait_for(&format!("the focus to be on “{name}”"), async || {
            let now = self.focused().await?;
            Ok((now == name, now))
        })
        .await
    }

    /// Selects what the focused field holds, and takes it away.
    pub async fn empty_field(&self) -> Outcome {
        self.chord(Key::Control, 'a').await?;
        self.key(Key::Backspace).await
    }

    /// A phone held in one hand: 390 wide (WebKitGTK: its narrowest), with a finger where the engine has one.
    pub async fn hold_as_phone(page: &Page) -> Outcome {
        page.engine().set_touch(page.driver(), true).await?;
        page.resize(390, 844).await?;
        let width = page.engine().narrowest().max(390);
        page.wait_until("the phone's width", async || {
            page.is(&format!("innerWidth === {width}")).await
        })
        .await
    }

    /// Waits as `wait_until` does, and says on failure what was seen instead.
    pub async fn wait_for(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Outcome<(bool, String)>,
    ) -> Outcome {
        let mut last = String::new();
        let waited = self.wait_until(what, async || {
            let (yes, seen) = look().await?;
            last = seen;
            Ok(yes)
        });
        waited.await.map_err(|fault| format!("{fault}; it was: {last}").into())
    }

    async fn read(&self, script: &str) -> Outcome<String> {
        Ok(self.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }
}

/// The combobox as a screen reader is told of it, in one line: `open 2 of 9 [text|after]`.
pub async fn combobox(page: &Page) -> Outcome<String> {
    let found: Value = page.script(COMBOBOX, vec![]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

const COMBOBOX: &str = "
    const it = document.getElementById('catch');
    if (document.activeElement !== it) return 'the focus is elsewhere';
    const options = [...document.querySelectorAll('#catch-list [role=option]')].filter((it) => it.checkVisibility());
    const selected = options.filter((it) => it.getAttribute('aria-selected') === 'true').map((it) => it.id).join(' and ');
    const active = it.getAttribute('aria-activedescendant') ?? '';
    if (selected !== active) return `selected is ${selected}, active is ${active}`;
    const expanded = it.getAttribute('aria-expanded');
    if (expanded !== String(options.length > 0)) return `expanded is ${expanded} with ${options.length} options`;
    const [from, to] = [it.selectionStart, it.selectionEnd];
    if (from !== to) return 'something is marked';
    const line = `[${it.value.slice(0, from)}|${it.value.slice(from)}]`;
    if (!options.length) return `closed ${line}`;
    const at = options.findIndex((it) => it.id === active);
    return `open ${at < 0 ? 'none' : at === options.length - 1 ? 'last' : at} ${line}`;";

const CARDS: &str = "
    const words = (it) => it.nodeType === Node.TEXT_NODE ? [it.data.trim()]
        : it.getAttribute?.('aria-hidden') === 'true' ? [] : [...it.childNodes].flatMap(words);
    const read = (it) => words(it).filter(Boolean).join(' ').replaceAll(' ,', ',').replaceAll('“ ', '“').replaceAll(' ”', '”');
    return [...document.querySelectorAll('article.card')].map((card) => {
        const label = [...card.querySelectorAll('header .label')].map(read);
        const area = [...card.querySelectorAll('header .area')].map((it) => `[${read(it)}]`);
        const rows = [...card.querySelectorAll('.row ul')].map((row) => row.getAttribute('aria-label') + ': ' +
            [...row.children].map((it) => read(it.querySelector('[aria-pressed]'))).join(' · '));
        return [...label, ...area, rows.join(' / ')].filter(Boolean).join(' ');
    });";
