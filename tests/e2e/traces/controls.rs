//! Words that are left in the clear on purpose, in each kind of place where a leak would end up: a search that does not find
//! them would find no leak either.
//! Never in Attune's page: a page beside it, of the same origin, leaves them.

use serde_json::{Value, json};

use super::words::Words;
use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::server::BLANK;

/// A place, and where and how its word must be found: a piece of the file's name, and of the way it was unpacked.
type Place = (&'static str, &'static str, &'static str);

const CHROMIUM: [Place; 9] = [
    ("store", "Local Storage/leveldb", "log"),
    ("ledger", ".indexeddb.leveldb", "table, snappy"),
    ("large", ".indexeddb.blob", "snappy value"),
    ("cache", "CacheStorage", "as it lies"),
    ("address", "Default/History", "sqlite"),
    ("title", "Default/History", "sqlite"),
    ("state", "Default/Sessions/Session_", "as it lies"),
    ("field", "Default/Sessions/Session_", "as it lies"),
    ("form", "Default/Web Data", "sqlite"),
];
const FIREFOX: [Place; 9] = [
    ("store", "ls/data.sqlite", "sqlite, snappy"),
    ("ledger", ".sqlite", "sqlite, snappy"),
    ("large", ".files/", "snappy frames"),
    ("cache", "cache/morgue", "snappy frames"),
    ("address", "places.sqlite", "sqlite"),
    ("title", "places.sqlite", "sqlite"),
    ("state", "sessionstore", "mozLz4, base64"),
    ("field", "sessionstore", "mozLz4"),
    ("form", "formhistory.sqlite", "sqlite"),
];

/// One word for each place.
pub struct Controls {
    places: [Place; 9],
    words: Vec<String>,
}

impl Controls {
    pub fn new(engine: Engine, words: &mut Words) -> Controls {
        let places = if engine == Engine::Chromium { CHROMIUM } else { FIREFOX };
        Controls { places, words: words.split(places.len()).all() }
    }

    pub fn words(&self) -> &[String] {
        &self.words
    }

    fn word(&self, place: &str) -> &str {
        let at = self.places.iter().position(|(name, _, _)| *name == place);
        at.map_or("", |at| &self.words[at])
    }

    /// Leaves them, in a tab that stays open.
    pub async fn leave(&self, page: &Page) -> Outcome {
        page.driver().goto(format!("{}{BLANK}", page.address())).await?;
        let words = ["store", "ledger", "large", "cache"].map(|place| json!(self.word(place)));
        page.script(STORE, words.to_vec()).await?;
        let words = ["address", "title", "state"].map(|place| json!(self.word(place)));
        page.script(REMEMBER, words.to_vec()).await?;
        // Sent as a person sends a form, for browsers remember what was typed into it then.
        page.click_on("#sent").await?;
        page.press(format!("{}\u{E007}", self.word("form"))).await?;
        let is_sent = "document.readyState === 'complete' && !document.getElementById('sent')";
        page.wait_until("the form to be sent", async || page.is(is_sent).await).await?;
        page.script(FIELD, vec![]).await?;
        page.click_on("#field").await?;
        page.press(self.word("field")).await
    }

    /// The places whose words were not found there, or not unpacked from what they lie in.
    pub fn missing(&self, found: &[Value]) -> Vec<&'static str> {
        let is_found = |place: &str, file: &str, how: &str| {
            let holds = |it: &Value, key: &str, piece: &str| {
                it[key].as_str().is_some_and(|held| held.contains(piece))
            };
            found.iter().any(|it| {
                it["what"] == self.word(place) && holds(it, "file", file) && holds(it, "how", how)
            })
        };
        let missing =
            self.places.into_iter().filter(|(place, file, how)| !is_found(place, file, how));
        missing.map(|(place, _, _)| place).collect()
    }

    pub fn count(&self) -> usize {
        self.places.len()
    }
}

/// Each word stands in a text that packs well, behind its two halves, so that packed it is two repetitions and not itself.
/// So much is written into the database beside it that its log becomes a table, and Attune's words in it with it.
const STORE: &str = "const [store, ledger, large, cache] = arguments;
    const text = (word, times) => { const half = word.length / 2;
        return [word.slice(0, half), word.slice(half), word].map((it) => (it + '-').repeat(times)).join('') };
    const digits = () => crypto.getRandomValues(new Uint8Array(20000)).join('');
    localStorage.setItem('control', text(store, 40));
    return caches.open('control').then((it) => it.put('/control', new Response(text(cache, 40)))).then(() =>
        new Promise((done, fail) => {
            const opening = indexedDB.open('control');
            opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
            opening.onerror = () => fail(opening.error);
            opening.onsuccess = () => {
                const transaction = opening.result.transaction('bytes', 'readwrite'), table = transaction.objectStore('bytes');
                table.put(text(ledger, 40), 'ledger');
                table.put(text(large, 60000), 'large');
                for (let at = 0; at < 130; at++) table.put(digits(), at);
                transaction.onerror = () => fail(transaction.error);
                transaction.oncomplete = () => { opening.result.close(); done(null) } } }))";

const REMEMBER: &str = "const [address, title, state] = arguments;
    history.pushState(null, '', '/blank#' + address);
    document.title = title;
    history.replaceState(state, '');
    document.body.innerHTML = '<form method=post action=/blank><input id=sent name=sent></form>'";

const FIELD: &str = "document.body.innerHTML = '<input id=field>'";
