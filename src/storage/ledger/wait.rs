//! Waiting for what the browser's database answers by events: one answer, the handlers that give it, and an end to patience.
//! Never leaves a handler or a timer behind: they go with whoever waits.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// One answer, given by a handler and awaited by one task. Copies are the same answer.
pub struct Answer<T>(Rc<RefCell<(Option<T>, Option<Waker>)>>);

impl<T> Answer<T> {
    pub fn new() -> Answer<T> {
        Answer(Rc::new(RefCell::new((None, None))))
    }

    /// The first one counts.
    pub fn give(&self, answer: T) {
        let mut inner = self.0.borrow_mut();
        let _ = inner.0.get_or_insert(answer);
        let waker = inner.1.take();
        drop(inner);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        Answer(self.0.clone())
    }
}

impl<T> Future for Answer<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut inner = self.0.borrow_mut();
        match inner.0.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                inner.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Handlers that are taken off when this is dropped.
#[derive(Default)]
pub struct Handlers {
    all: Vec<Handler>,
}

struct Handler {
    target: EventTarget,
    event: &'static str,
    task: Closure<dyn FnMut()>,
}

impl Handlers {
    pub fn on(&mut self, target: &EventTarget, event: &'static str, task: impl FnMut() + 'static) {
        let task: Closure<dyn FnMut()> = Closure::new(task);
        let function = task.as_ref().unchecked_ref();
        // It fails only where the target is none; then nothing is ever answered there.
        let _ = target.add_event_listener_with_callback(event, function);
        self.all.push(Handler { target: target.clone(), event, task });
    }
}

impl Drop for Handlers {
    fn drop(&mut self) {
        for Handler { target, event, task } in &self.all {
            let function = task.as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback(event, function);
        }
    }
}

/// A task for when waiting has taken too long; dropped before, it is taken back.
pub struct Patience {
    timer: Option<i32>,
    _task: Closure<dyn FnMut()>,
}

impl Patience {
    pub fn of(milliseconds: i32, task: impl FnMut() + 'static) -> Patience {
        let task: Closure<dyn FnMut()> = Closure::new(task);
        let function = task.as_ref().unchecked_ref();
        let timer = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds)
                .ok()
        });
        Patience { timer, _task: task }
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if let (Some(window), Some(timer)) = (web_sys::window(), self.timer) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
