//! The policies that a release page adds to its own while it starts: first nothing more may be fetched, then no worker
//! started either.
//! Never takes one back: a browser keeps a policy even when its element is gone.

/// Every policy that stands is asked, so this only takes away. What the worker's start needs is left: its wasm, its
/// `blob:`, and the name of its Trusted Types policy. The worker inherits it, and those it starts from it.
const FETCHED: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'self'; img-src data: blob:; \
     worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types attune-worker";

/// What is left for a page that has all it needs: its sheets, and pictures that it makes itself.
const STARTED: &str = "default-src 'none'; style-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// When everything has been fetched, and before the worker starts.
pub fn once_fetched() {
    add(FETCHED);
}

/// When the worker runs.
pub fn once_started() {
    add(STARTED);
}

fn add(policy: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let meta = document.create_element("meta").ok()?;
    // Before it is inserted: Firefox reads them only then.
    meta.set_attribute("http-equiv", "Content-Security-Policy").ok()?;
    meta.set_attribute("content", policy).ok()?;
    document.query_selector("head").ok()??.append_child(&meta).ok().map(drop)
}
