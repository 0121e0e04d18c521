//! A place on the test page to mount views in, and a person's hands: press, type, wait for what would be seen.
//! Never sleeps: waiting ends when the thing waited for is there, and fails loudly when it never comes.

use std::cell::{Cell, RefCell};
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use attune::desk::{Granted, NoKey, NoPasskey, Task, World};
use attune::domain::Day;
use attune::storage::book::Later;
use attune::storage::{Book, Memory, Slot, StorageError};
use attune::vault::key::NoChance;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, Node};

#[wasm_bindgen(inline_js = "
export function press(element, key, control) {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: control, bubbles: true, cancelable: true }));
}
export function tap(element) {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}
export function write(element, text) {
  element.value = text;
  element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}")]
extern "C" {
    fn press(element: &Element, key: &str, control: bool);
    fn write(element: &Element, text: &str);
    /// Drawings have no `click` of their own.
    pub fn tap(element: &Element);
}

/// A part of the page that the test owns.
pub struct Place {
    pub element: HtmlElement,
}

impl Place {
    /// Mounts a view; it stays as long as the test page.
    pub fn of<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Place {
        let document = document();
        let element: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&element).unwrap();
        leptos::mount::mount_to(element.clone(), view).forget();
        Place { element }
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.element.query_selector_all(selector).unwrap();
        (0..list.length()).filter_map(|at| list.get(at)).map(JsCast::unchecked_into).collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.element.query_selector(selector).unwrap().is_some()
    }

    pub fn first(&self, selector: &str) -> HtmlElement {
        let found = self.element.query_selector(selector).unwrap();
        found
            .unwrap_or_else(|| panic!("no {selector} in {}", self.element.inner_html()))
            .unchecked_into()
    }

    pub async fn press_first(&self, selector: &str) {
        tap(&self.first(selector));
        settle().await;
    }

    pub async fn key(&self, selector: &str, key: &str) {
        press(&self.first(selector), key, false);
        settle().await;
    }

    pub async fn write(&self, selector: &str, text: &str) {
        write(&self.first(selector), text);
        settle().await;
    }

    /// Waits until there is such an element.
    pub async fn until(&self, selector: &str) {
        // Far longer than anything here takes: a turn is at least a millisecond or so.
        for _ in 0..5_000 {
            if self.has(selector) {
                return;
            }
            turn().await;
        }
        panic!("{selector} never came; there is {}", self.element.inner_html());
    }

    /// Takes the place off the page: what is mounted goes on unseen.
    pub fn leave(self) {
        self.element.remove();
    }
}

pub fn focused() -> Option<Node> {
    document().active_element().map(Into::into)
}

/// Lets effects run and the browser have its turn, twice: what runs in the first may cause the second.
pub async fn settle() {
    turn().await;
    turn().await;
}

/// One turn of the browser.
fn turn() -> Turn {
    let is_over = Rc::new(Cell::new(false));
    Turn { is_over, is_begun: false }
}

struct Turn {
    is_over: Rc<Cell<bool>>,
    is_begun: bool,
}

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.is_over.get() {
            return Poll::Ready(());
        }
        if !self.is_begun {
            self.is_begun = true;
            let (is_over, waker) = (self.is_over.clone(), context.waker().clone());
            attune::browser::soon(Box::new(move || {
                is_over.set(true);
                waker.wake();
            }));
        }
        Poll::Pending
    }
}

thread_local! {
    static HOME: RefCell<Option<Memory>> = RefCell::default();
    static DRAWN: Cell<u64> = const { Cell::new(0) };
}

/// A world over this memory, or one whose browser keeps nothing.
pub fn world(home: Option<Memory>) -> World {
    HOME.set(home);
    let (soon, spawn) = (attune::browser::soon, spawn_local);
    let derive = |_, _, _| Box::pin(ready(Err(NoKey::NoHelp))) as Later<_, _>;
    let claim = |_, _| Box::pin(ready(true)) as Granted;
    let (release, tell): (fn(), fn(&str)) = (|| (), |_| ());
    World {
        today,
        draw,
        draw_secret,
        soon,
        spawn,
        wait,
        derive,
        make_passkey: |_, _, _| Box::pin(ready(Err(NoPasskey::Refused))),
        ask_passkey: |_, _, _| Box::pin(ready(Err(NoPasskey::Refused))),
        claim,
        release,
        tell,
        local,
        ledger,
    }
}

fn today() -> Day {
    Day::parse("2026-03-09").unwrap()
}

fn draw() -> [u8; 8] {
    DRAWN.set(DRAWN.get() + 1);
    DRAWN.get().to_le_bytes()
}

fn draw_secret(bytes: &mut [u8]) -> Result<(), NoChance> {
    attune::browser::draw_secret(bytes).then_some(()).ok_or(NoChance)
}

fn wait(milliseconds: i32) -> Task {
    Box::pin(attune::browser::wait(milliseconds))
}

fn local() -> Result<Rc<dyn Slot>, StorageError> {
    let home = HOME.with_borrow(Clone::clone).ok_or(StorageError::Blocked)?;
    Ok(Rc::new(home))
}

fn ledger() -> Later<Rc<dyn Book>> {
    Box::pin(ready(Err(StorageError::Blocked)))
}
