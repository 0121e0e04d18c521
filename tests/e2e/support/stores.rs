//! What the browser keeps for the page, seen and spoilt from outside: localStorage and the database beside it.
//! Never waits for Attune: whoever calls knows that nothing is being written.

use serde_json::{Value, json};

use super::Outcome;
use super::page::Page;

/// Leaves nothing.
pub const EMPTY: &str = "localStorage.clear(); sessionStorage.clear();
    return new Promise((done) => {
        const gone = indexedDB.deleteDatabase('attune');
        gone.onsuccess = gone.onerror = () => done(null) })";

/// The database's one table, opened for `act`, whose answer is this promise's.
const WITH_TABLE: &str = "const withTable = (act) => new Promise((done, fail) => {
        const opening = indexedDB.open('attune');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
            const base = opening.result;
            if (!base.objectStoreNames.contains('bytes')) { base.close(); return done([]) }
            const transaction = base.transaction('bytes', 'readwrite');
            const answer = act(transaction.objectStore('bytes'));
            transaction.oncomplete = () => { base.close(); done(answer) };
            transaction.onerror = () => fail(transaction.error) } });";

/// Adds one to the unit at this place of what lies under each key, in both homes or one of them.
pub async fn spoil(page: &Page, homes: &[&str], keys: &[String], place: u32) -> Outcome {
    let script = format!("{WITH_TABLE} const [homes, keys, place] = arguments;
        if (homes.includes('local')) for (const key of keys) {{ const text = localStorage.getItem('attune.' + key);
            if (text) localStorage.setItem('attune.' + key, text.slice(0, place) + String.fromCharCode((text.charCodeAt(place) + 1) & 255) + text.slice(place + 1)) }}
        if (homes.includes('ledger')) await withTable((table) => {{ for (const key of keys) {{
            const asked = table.get(key);
            asked.onsuccess = () => {{ if (!asked.result) return; const bytes = asked.result;
                bytes[place]++; table.put(bytes, key) }} }} }})");
    let script = format!(
        "return (async (...given) => {{ const run = async function () {{ {script} }}; await run.apply(null, given); return null }})(...arguments)"
    );
    page.script(&script, vec![json!(homes), json!(keys), json!(place)]).await.map(drop)
}

/// All that both homes hold: each key and its bytes as numbers.
pub async fn stored(page: &Page) -> Outcome<Value> {
    let script = format!("{WITH_TABLE} const all = {{}};
        return withTable((table) => {{ const cursor = table.openCursor();
            cursor.onsuccess = () => {{ const at = cursor.result; if (!at) return;
                all[at.key] = [...new Uint8Array(at.value)]; at.continue() }} }})
            .then(() => [all, Object.fromEntries(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)]))])");
    page.script(&script, vec![]).await
}

/// The keys of localStorage that are ours, without what stands before each.
pub async fn keys(page: &Page) -> Outcome<Vec<String>> {
    let script = "return Object.keys(localStorage).filter((key) => key.startsWith('attune.')).map((key) => key.slice(7))";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}
