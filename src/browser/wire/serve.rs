//! The worker's end. The first worker only starts others, one for each task, and ends them; so memory that a task took
//! goes back to the device, and a task that dies takes nothing with it.
//! Never works on a task where the next one waits.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, Event, MessageEvent, Worker};
use zeroize::Zeroizing;

use super::script::Script;

/// Takes a task, gives its answer.
type Work = fn(&[u8]) -> Zeroizing<Vec<u8>>;

/// Listens to whoever started this worker: the page, with `[module, script]`, or the first worker, with `[module, task]`.
pub fn serve(work: Work) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    on_message(&scope, move |parts| match parts.get(1).dyn_into::<Blob>() {
        Ok(script) => lead(&answering, parts.get(0), &script),
        Err(task) => answer(&answering, work, &task.unchecked_into()),
    });
}

fn on_message(scope: &DedicatedWorkerGlobalScope, heard: impl Fn(Array) + 'static) {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        heard(event.data().unchecked_into());
    });
    scope.set_onmessage(Some(listener.into_js_value().unchecked_ref()));
}

fn answer(scope: &DedicatedWorkerGlobalScope, work: Work, task: &Uint8Array) {
    let bytes = Zeroizing::new(task.to_vec());
    task.fill(0, 0, task.length());
    let answer = Uint8Array::from(work(&bytes).as_slice());
    _ = scope.post_message_with_transfer(&answer, &Array::of1(&answer.buffer()));
}

/// Says `[true]` when tasks may come, `[false]` where this worker can start no other.
fn lead(scope: &DedicatedWorkerGlobalScope, module: JsValue, script: &Blob) {
    let script = Script::of(script);
    let stands = JsValue::from_bool(script.is_ok());
    if let Ok(script) = script {
        let leader = Leader { scope: scope.clone(), module, script, jobs: RefCell::default() };
        let leader = Rc::new(leader);
        on_message(scope, move |parts| leader.hear(&parts));
    }
    _ = scope.post_message(&Array::of1(&stands));
}

struct Leader {
    scope: DedicatedWorkerGlobalScope,
    module: JsValue,
    script: Script,
    jobs: RefCell<Vec<Job>>,
}

/// A worker with a task of this number; dropped, it is ended.
struct Job {
    number: f64,
    worker: Worker,
    _on_answer: Closure<dyn Fn(MessageEvent)>,
    _on_end: Closure<dyn Fn(Event)>,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Leader {
    fn hear(self: &Rc<Leader>, parts: &Array) {
        let number = parts.get(0).as_f64().unwrap_or_default();
        match parts.get(1).dyn_into::<Uint8Array>() {
            Ok(task) if self.begin(number, &task).is_err() => self.end(number, None),
            Ok(_) => {}
            Err(_) => self.jobs.borrow_mut().retain(|job| job.number != number),
        }
    }

    fn begin(self: &Rc<Leader>, number: f64, task: &Uint8Array) -> Result<(), JsValue> {
        let worker = self.script.start()?;
        let (answered, ended) = (self.clone(), self.clone());
        let on_answer = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            answered.end(number, Some(event.data().unchecked_into()));
        });
        let on_end = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            ended.end(number, None);
        });
        worker.set_onmessage(Some(on_answer.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_end.as_ref().unchecked_ref()));
        let message = Array::of2(&self.module, task);
        let handed = worker.post_message_with_transfer(&message, &Array::of1(&task.buffer()));
        let job = Job { number, worker, _on_answer: on_answer, _on_end: on_end };
        self.jobs.borrow_mut().push(job);
        handed
    }

    fn end(&self, number: f64, answer: Option<Uint8Array>) {
        self.jobs.borrow_mut().retain(|job| job.number != number);
        let number = number.into();
        _ = match answer {
            Some(answer) => self.scope.post_message_with_transfer(
                &Array::of2(&number, &answer),
                &Array::of1(&answer.buffer()),
            ),
            None => self.scope.post_message(&Array::of1(&number)),
        };
    }
}
