//! Doing something later, and taking it back.
//! Never repeats by itself.

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A task that is still to come; dropping it takes it back.
pub struct Timer {
    id: i32,
    _task: Closure<dyn FnMut()>,
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Does `task` after so many milliseconds, unless the timer is dropped before. `None` outside a window.
pub fn after(milliseconds: i32, task: impl FnOnce() + 'static) -> Option<Timer> {
    let task = Closure::once(task);
    let id = web_sys::window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            task.as_ref().unchecked_ref(),
            milliseconds,
        )
        .ok()?;
    Some(Timer { id, _task: task })
}

/// Ends after so many milliseconds; outside a window never.
pub async fn wait(milliseconds: i32) {
    let (ended, waker) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(None::<Waker>)));
    let (end, wake) = (ended.clone(), waker.clone());
    let _timer = after(milliseconds, move || {
        end.set(true);
        if let Some(waker) = wake.take() {
            waker.wake();
        }
    });
    poll_fn(|context| {
        waker.set(Some(context.waker().clone()));
        if ended.get() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await
}

/// Does `task` as soon as the current one has ended and the browser has had its turn.
pub fn soon(task: Box<dyn FnOnce()>) {
    let task = Closure::once_into_js(task);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(task.unchecked_ref());
    }
}
