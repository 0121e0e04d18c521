//! Passkeys: the browser's keys that a finger or a face unlocks, asked for 32 bytes of their own (WebAuthn's PRF extension).
//! Never asks anything of a server: what a challenge protects from is not there, so chance is as good as any.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a passkey gave nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPasskey {
    /// The person said no, took too long, or there is none on this device.
    Refused,
    /// It cannot give bytes of its own: an older device, browser or key.
    NoBytes,
    Failed,
}

/// A passkey that was just made.
pub struct MadePasskey {
    pub credential: Vec<u8>,
    pub answer: [u8; 32],
}

/// Whether this browser knows passkeys at all.
pub fn has_passkeys() -> bool {
    let window = web_sys::window();
    let known = window.and_then(|it| Reflect::get(&it, &"PublicKeyCredential".into()).ok());
    known.is_some_and(|it| it.is_function())
}

/// Makes a passkey and asks it at once with `salt`. `user` tells it from others of this page; `challenge` is chance.
pub async fn make_passkey(
    user: &[u8],
    challenge: &[u8],
    salt: &[u8; 32],
) -> Result<MadePasskey, NoPasskey> {
    let name =
        object(&[("id", bytes(user)), ("name", "Attune".into()), ("displayName", "Attune".into())]);
    // ES256 and RS256: every authenticator knows one of them.
    let kinds: Array = [-7, -257]
        .into_iter()
        .map(|kind| object(&[("type", "public-key".into()), ("alg", kind.into())]))
        .collect();
    let wanted =
        object(&[("residentKey", "discouraged".into()), ("userVerification", "required".into())]);
    let options = object(&[
        ("challenge", bytes(challenge)),
        ("rp", object(&[("name", "Attune".into())])),
        ("user", name),
        ("pubKeyCredParams", kinds.into()),
        ("authenticatorSelection", wanted),
        ("attestation", "none".into()),
        ("extensions", extensions(salt)),
    ]);
    let made = call("create", options).await?;
    let credential = get(&made, "rawId").map(|id| buffer(&id)).unwrap_or_default();
    if credential.is_empty() {
        return Err(NoPasskey::Failed);
    }
    // Some answer while they are made, others only when they are asked.
    let answer = match answer(&made) {
        Ok(answer) => answer,
        Err(_) => ask_passkey(&credential, challenge, salt).await?,
    };
    Ok(MadePasskey { credential, answer })
}

/// Asks a passkey with `salt`; the same salt has the same answer.
pub async fn ask_passkey(
    credential: &[u8],
    challenge: &[u8],
    salt: &[u8; 32],
) -> Result<[u8; 32], NoPasskey> {
    let wanted = object(&[("type", "public-key".into()), ("id", bytes(credential))]);
    let options = object(&[
        ("challenge", bytes(challenge)),
        ("allowCredentials", Array::of1(&wanted).into()),
        ("userVerification", "required".into()),
        ("extensions", extensions(salt)),
    ]);
    answer(&call("get", options).await?)
}

fn extensions(salt: &[u8; 32]) -> JsValue {
    let eval = object(&[("first", bytes(salt))]);
    object(&[("prf", object(&[("eval", eval)]))])
}

async fn call(what: &str, options: JsValue) -> Result<JsValue, NoPasskey> {
    let navigator = web_sys::window().ok_or(NoPasskey::Failed)?.navigator();
    let all = get(&navigator, "credentials").ok_or(NoPasskey::Failed)?;
    let function: Function =
        get(&all, what).and_then(|it| it.dyn_into().ok()).ok_or(NoPasskey::Failed)?;
    let asked = function.call1(&all, &object(&[("publicKey", options)])).map_err(reason)?;
    let promise: Promise = asked.dyn_into().map_err(|_| NoPasskey::Failed)?;
    JsFuture::from(promise).await.map_err(reason)
}

/// The 32 bytes among what the extensions gave.
fn answer(credential: &JsValue) -> Result<[u8; 32], NoPasskey> {
    let results = get(credential, "getClientExtensionResults")
        .and_then(|it| it.dyn_into::<Function>().ok())
        .and_then(|it| it.call0(credential).ok());
    let first = results
        .and_then(|it| get(&it, "prf"))
        .and_then(|it| get(&it, "results"))
        .and_then(|it| get(&it, "first"));
    first.and_then(|it| buffer(&it).try_into().ok()).ok_or(NoPasskey::NoBytes)
}

/// By name: what is said beside it is for developers.
fn reason(thrown: JsValue) -> NoPasskey {
    let name = get(&thrown, "name").and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "AbortError" | "InvalidStateError") => NoPasskey::Refused,
        Some("NotSupportedError") => NoPasskey::NoBytes,
        _ => NoPasskey::Failed,
    }
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn buffer(value: &JsValue) -> Vec<u8> {
    match value.dyn_ref::<ArrayBuffer>() {
        Some(buffer) => Uint8Array::new(buffer).to_vec(),
        None => value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default(),
    }
}
