//! Doing something later, and taking it back.
//! Never repeats by itself.

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

/// Does `task` as soon as the current one has ended and the browser has had its turn.
pub fn soon(task: Box<dyn FnOnce()>) {
    let task = Closure::once_into_js(task);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(task.unchecked_ref());
    }
}
