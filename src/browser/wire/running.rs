//! The worker that runs beside the page: tasks to it, answers from it.
//! Never starts another: when it has ended, everything asked of it is answered with that.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker};
use zeroize::Zeroizing;

use super::Broken;

/// Tasks go as `[number, bytes]`, and `[number]` takes one back. Answers come as `[number, bytes]`, or `[number]` where
/// the one that worked on it has died.
pub struct Running {
    worker: Worker,
    waiting: RefCell<Vec<(f64, Function)>>,
    last: Cell<f64>,
    is_gone: Cell<bool>,
}

impl Running {
    /// Takes over a worker that has said it stands.
    pub fn over(worker: Worker) -> Rc<Running> {
        let running = Rc::new(Running {
            worker,
            waiting: RefCell::default(),
            last: Cell::new(0.0),
            is_gone: Cell::new(false),
        });
        // As long as the page lives, so nobody takes these off.
        let heard = running.clone();
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            heard.answer(&parts.get(0), parts.get(1));
        });
        running.worker.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
        let ended = running.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            ended.end();
        });
        running.worker.set_onerror(Some(listener.into_js_value().unchecked_ref()));
        running
    }

    /// Errors: `Died` for this task alone, `Gone` for every further one too.
    pub async fn ask(
        self: Rc<Running>,
        task: Zeroizing<Vec<u8>>,
    ) -> Result<Zeroizing<Vec<u8>>, Broken> {
        if self.is_gone.get() {
            return Err(Broken::Gone);
        }
        self.last.set(self.last.get() + 1.0);
        let call = Call { number: self.last.get(), running: self };
        let answered = Promise::new(&mut |resolve, _| {
            call.running.waiting.borrow_mut().push((call.number, resolve));
        });
        let bytes = Uint8Array::from(task.as_slice());
        drop(task);
        let message = Array::of2(&call.number.into(), &bytes);
        // Handed over, not copied: no second copy of a secret is left with the page.
        let handed =
            call.running.worker.post_message_with_transfer(&message, &Array::of1(&bytes.buffer()));
        handed.map_err(|_| Broken::Died)?;
        let answer = JsFuture::from(answered).await.map_err(|_| Broken::Died)?;
        match answer.dyn_into::<Uint8Array>() {
            Ok(bytes) => {
                let answer = Zeroizing::new(bytes.to_vec());
                bytes.fill(0, 0, bytes.length());
                Ok(answer)
            }
            Err(_) if call.running.is_gone.get() => Err(Broken::Gone),
            Err(_) => Err(Broken::Died),
        }
    }

    fn take(&self, number: f64) -> Option<Function> {
        let mut waiting = self.waiting.borrow_mut();
        let at = waiting.iter().position(|(it, _)| *it == number)?;
        Some(waiting.swap_remove(at).1)
    }

    fn answer(&self, number: &JsValue, answer: JsValue) {
        if let Some(resolve) = number.as_f64().and_then(|number| self.take(number)) {
            _ = resolve.call1(&JsValue::UNDEFINED, &answer);
        }
    }

    fn end(&self) {
        self.is_gone.set(true);
        self.worker.terminate();
        for (_, resolve) in self.waiting.take() {
            _ = resolve.call0(&JsValue::UNDEFINED);
        }
    }
}

/// One task under way. Dropped before its answer, it is taken back.
struct Call {
    running: Rc<Running>,
    number: f64,
}

impl Drop for Call {
    fn drop(&mut self) {
        if self.running.take(self.number).is_some() {
            _ = self.running.worker.post_message(&Array::of1(&self.number.into()));
        }
    }
}
