//! Whose turn it is to write, among the tabs of this page: one holds it, as long as it lives or until another takes it.
//! Never held twice. Where the browser has no Web Locks, every tab is told that it has the turn.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "attune";

/// How to ask for the turn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// If nobody has it.
    IfFree,
    /// In any case.
    Take,
}

// `web_sys` has it behind a flag only.
#[wasm_bindgen]
extern "C" {
    type Locks;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

thread_local! {
    /// Gives the turn back.
    static RELEASE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// Whether this tab has the turn now. `lost` is called when another takes it.
pub async fn claim_turn(claim: Claim, lost: impl FnOnce() + 'static) -> bool {
    let Some(locks) = locks() else { return true };
    let mut lost: Lost = Some(Box::new(lost));
    let answer = Promise::new(&mut |answered, _| {
        let options = Object::new();
        let how = match claim {
            Claim::IfFree => "ifAvailable",
            Claim::Take => "steal",
        };
        let _ = Reflect::set(&options, &JsValue::from_str(how), &JsValue::TRUE);
        let (told, is_held) = (answered.clone(), Rc::new(Cell::new(false)));
        let holds = is_held.clone();
        // The turn is held until the promise that this gives is kept.
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            let is_ours = !lock.is_null();
            holds.set(is_ours);
            let _ = told.call1(&JsValue::NULL, &JsValue::from_bool(is_ours));
            if !is_ours {
                return JsValue::NULL;
            }
            Promise::new(&mut |release, _| RELEASE.set(Some(release))).into()
        });
        match locks.request(NAME, &options, granted.unchecked_ref()) {
            Ok(held) => watch(held, is_held, answered, lost.take()),
            Err(_) => drop(answered.call1(&JsValue::NULL, &JsValue::TRUE)),
        }
    });
    JsFuture::from(answer).await.is_ok_and(|is_ours| is_ours.is_truthy())
}

/// Belongs to the one claim that it came with: a tab may take the turn from itself.
type Lost = Option<Box<dyn FnOnce()>>;

/// A turn that is given back ends well; one that is taken away ends with an error. So does one that a page without a place of
/// its own asks for, a frame or one whose site data are blocked: there are no locks for it, and nothing to share.
fn watch(held: Promise, is_held: Rc<Cell<bool>>, answered: Function, lost: Lost) {
    wasm_bindgen_futures::spawn_local(async move {
        if JsFuture::from(held).await.is_ok() {
            return;
        }
        let _ = answered.call1(&JsValue::NULL, &JsValue::TRUE);
        if let Some(lost) = lost.filter(|_| is_held.get()) {
            lost();
        }
    });
}

/// Gives the turn back, for whoever asks next.
pub fn give_turn_back() {
    if let Some(release) = RELEASE.take() {
        let _ = release.call0(&JsValue::NULL);
    }
}
