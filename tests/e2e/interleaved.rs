//! Two and three windows over the same notes, in orders that no one has thought of: drawn from a seed, which a failure names.
//! Never looks at bytes; what a window says is saved counts, and what it shows after a reload.

use std::collections::BTreeSet;

use serde_json::Value;
use thirtyfour::WindowHandle;

use crate::dice::Dice;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::{Fault, Outcome};
use crate::walk::{add_client, catch, go, rows};

/// The lines of the moment; whether this window only reads; and noting a line, which gives what the window says then.
const LINES: &str = "const lines = () => [...document.querySelectorAll('main article button')].map((it) => it.textContent).filter((it) => it.startsWith('Line '));
    const reads = () => [...document.querySelectorAll('.notice')].some((it) => it.textContent.includes('that one writes'));
    const state = () => document.querySelector('.saved')?.textContent;
    const add = async (text) => {
        (await named('Something done')).click();
        // Where only is read, the field goes with the next word from the other window.
        const field = await until(() => document.querySelector('#line-behaviour') ?? reads());
        if (field === true) return;
        type(field, text);
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        // The word beside it changes when the page has had its turn.
        await new Promise((done) => setTimeout(done)) };
    const note = async (text) => {
        await add(text);
        await until(() => reads() || state() !== 'Saving');
        return [state(), reads() && 'reads', lines().includes(text) && 'shown'].filter(Boolean).join(' ') };
    const write = async () => {
        if (!reads()) return;
        (await named('Write here')).click();
        await until(() => !reads()) };";

/// What may happen next, in the window drawn.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Notes a line, after taking over where need be, and waits for the word.
    Note,
    /// The same, and goes on before the word comes.
    NoteAndGo,
    /// Takes over and notes at once, while the other window goes on noting.
    Cross,
    Reload,
    /// Notes, and loads the page anew before the word comes.
    NoteAndReload,
    /// Notes, and closes the window before the word comes; opens another.
    NoteAndClose,
}

const STEPS: [Step; 8] = [
    Step::Note,
    Step::NoteAndGo,
    Step::NoteAndGo,
    Step::Cross,
    Step::Cross,
    Step::Reload,
    Step::NoteAndReload,
    Step::NoteAndClose,
];

struct Windows {
    page: Page,
    dice: Dice,
    windows: Vec<WindowHandle>,
    /// Lines so far, in this order and all before it.
    typed: usize,
    said: BTreeSet<String>,
    steps: Vec<String>,
}

impl Windows {
    async fn go_to(&self, who: usize) -> Outcome {
        Ok(self.page.driver().switch_to_window(self.windows[who].clone()).await?)
    }

    async fn open_window(&self) -> Outcome<WindowHandle> {
        let window = self.page.driver().new_window().await?;
        self.page.driver().switch_to_window(window.clone()).await?;
        self.page.open("/#/attune").await?;
        Ok(window)
    }

    fn line(&mut self) -> String {
        self.typed += 1;
        format!("Line {}.", self.typed)
    }

    async fn by_script(&self, steps: &str, given: &[&str]) -> Outcome<Value> {
        self.page.by_script(&format!("{LINES} await first('#catch'); {steps}"), given).await
    }

    async fn act(&mut self) -> Outcome {
        let (who, step) = (self.dice.below(self.windows.len()), self.dice.pick(&STEPS));
        self.steps.push(format!("{step:?} in {who}"));
        self.go_to(who).await?;
        match step {
            Step::Note => self.note(who, "return await note(given[0])").await,
            Step::NoteAndGo => self.note(who, "await add(given[0]); return 'left'").await,
            Step::Cross => self.cross(who).await,
            Step::Reload => self.page.reload().await,
            Step::NoteAndReload => {
                self.note(who, "await add(given[0]); return 'left'").await?;
                self.page.reload().await
            }
            Step::NoteAndClose => self.note_and_close(who).await,
        }
    }

    async fn note(&mut self, who: usize, steps: &str) -> Outcome {
        let line = self.line();
        let word = self.by_script(&format!("await write(); {steps}"), &[&line]).await?;
        self.hear(who, &line, &word);
        Ok(())
    }

    /// What a window said when a line was noted, and whether it showed it.
    fn hear(&mut self, who: usize, line: &str, word: &Value) {
        let word = word.as_str().unwrap_or_default();
        self.steps.push(format!("  {line} in {who}: {word}"));
        if word.contains("Saved") && word.contains("shown") {
            self.said.insert(line.to_owned());
        }
    }

    /// One window notes line after line until it may not, and the other takes over from it meanwhile.
    async fn cross(&mut self, who: usize) -> Outcome {
        let other = (who + 1) % self.windows.len();
        let lines: Vec<String> = (0..6).map(|_| self.line()).collect();
        let given: Vec<&str> = lines.iter().map(String::as_str).collect();
        let pace = ["0", "20", "45"][self.dice.below(3)];
        self.go_to(other).await?;
        let begin = "await write(); const pace = Number(given.pop());
            window.noting = (async () => { const said = [];
                for (const line of given) { if (reads()) break; said.push(await note(line)); await new Promise((done) => setTimeout(done, pace)) }
                return said })();
            return null";
        self.by_script(begin, &[&given[..], &[pace]].concat()).await?;
        self.go_to(who).await?;
        self.note(who, "return await note(given[0])").await?;
        self.go_to(other).await?;
        let said = self.by_script("return await window.noting", &[]).await?;
        for (line, word) in lines.iter().zip(said.as_array().into_iter().flatten()) {
            self.hear(other, line, word);
        }
        Ok(())
    }

    async fn note_and_close(&mut self, who: usize) -> Outcome {
        // Before it closes: a driver without a window has nothing to open one from.
        let next = self.open_window().await?;
        self.go_to(who).await?;
        self.note(who, "await add(given[0]); return 'left'").await?;
        self.page.driver().close_window().await?;
        self.windows[who] = next;
        Ok(())
    }

    /// In every window, loaded anew: each line that was said to be saved once, no other twice, one session, and no trouble.
    /// In every window, loaded anew: each line that was ever said to be saved once, none twice, and no trouble.
    async fn check(&self) -> Outcome {
        for who in 0..self.windows.len() {
            self.go_to(who).await?;
            self.page.reload().await?;
            let shown = self.by_script("await named('Something done'); return lines()", &[]).await?;
            let shown: Vec<String> = serde_json::from_value(shown)?;
            let once: BTreeSet<String> = shown.iter().cloned().collect();
            hold(once.len() == shown.len(), || format!("doubled in window {who}: {shown:?}"))?;
            let lost: Vec<_> = self.said.difference(&once).collect();
            hold(lost.is_empty(), || format!("lost in window {who}: {lost:?} of {shown:?}"))?;
            let trouble = "return document.querySelector('.notice--warn, [role=alert]')?.innerText ?? null";
            let trouble = self.page.script(trouble, vec![]).await?;
            hold(trouble.is_null(), || format!("window {who} says: {trouble}"))?;
        }
        // What two windows write apart is kept as two sessions.
        go(&self.page, "sessions").await?;
        let listed = rows(&self.page).await?;
        hold(listed.len() == 1, || format!("there are the sessions {listed:?}"))?;
        go(&self.page, "attune").await
    }

    async fn run(&mut self, seed: u64) -> Outcome {
        self.dice = Dice::new(seed);
        self.steps.clear();
        for _ in 0..6 {
            self.act().await?;
        }
        self.check().await
    }

    /// As it began: the first alone.
    async fn close_others(&mut self) -> Outcome {
        for other in self.windows.split_off(1) {
            self.page.driver().switch_to_window(other).await?;
            self.page.driver().close_window().await?;
        }
        self.go_to(0).await
    }
}

/// So many windows in six orders of six steps, one after the other over the same notes; where windows take a second or two to
/// come, in three. `ATTUNE_ORDERS_SEED` says where to begin, as after a failure.
async fn check_orders(page: Page, count: usize) -> Outcome {
    add_client(&page, "Heron").await?;
    catch(&page, "sad").await?;
    page.see("Saved").await?;
    let first = std::env::var("ATTUNE_ORDERS_SEED").ok().and_then(|it| it.parse().ok());
    let first: u64 = first.unwrap_or(10 * count as u64);
    let orders = if page.engine() == Engine::Chromium { 6 } else { 3 };
    let windows = vec![page.driver().window().await?];
    let (typed, said, steps) = (0, BTreeSet::new(), Vec::new());
    let mut all = Windows { page, dice: Dice::new(first), windows, typed, said, steps };
    while all.windows.len() < count {
        let window = all.open_window().await?;
        all.windows.push(window);
    }
    for seed in first..first + orders {
        all.run(seed).await.map_err(|fault| told(seed, &all.steps, &fault))?;
    }
    all.close_others().await
}

pub async fn in_any_order_of_two_windows_nothing_is_lost_or_doubled(page: Page) -> Outcome {
    check_orders(page, 2).await
}

pub async fn in_any_order_of_three_windows_nothing_is_lost_or_doubled(page: Page) -> Outcome {
    check_orders(page, 3).await
}

/// An error and no panic: a panic would not say which order it was.
fn hold(is_so: bool, otherwise: impl FnOnce() -> String) -> Outcome {
    if is_so { Ok(()) } else { Err(otherwise().into()) }
}

fn told(seed: u64, steps: &[String], fault: &Fault) -> Fault {
    format!("ATTUNE_ORDERS_SEED={seed}:\n{}\n{fault}", steps.join("\n")).into()
}
