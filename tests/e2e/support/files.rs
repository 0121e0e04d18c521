//! Files between the page and a person: what the page hands to the browser is caught on its way, what it asks for is given.
//! Never looks into a downloads folder.

use serde_json::{Value, json};

use super::Outcome;
use super::page::Page;

/// From now on each file that the page hands over stays within reach.
const CATCH_FILES: &str = "if (window.caught) return; window.caught = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (it) => { caught.push(it); return make.call(URL, it) }";

impl Page {
    /// From now on `handed_over` knows what the page hands over.
    pub async fn watch_files(&self) -> Outcome {
        self.script(CATCH_FILES, vec![]).await.map(drop)
    }

    /// The bytes of the file handed over last.
    pub async fn handed_over(&self) -> Outcome<Vec<u8>> {
        let script = "return caught.at(-1).arrayBuffer().then((it) => [...new Uint8Array(it)])";
        Ok(serde_json::from_value(self.script(script, vec![]).await?)?)
    }

    /// Chooses a file in the field of this id.
    pub async fn give_file(&self, id: &str, bytes: &[u8]) -> Outcome {
        self.find(&format!("#{id}")).await?;
        let script =
            "const field = document.getElementById(arguments[0]), files = new DataTransfer();
            files.items.add(new File([Uint8Array.from(arguments[1])], 'any name at all'));
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        let bytes: Value = json!(bytes);
        self.script(script, vec![json!(id), bytes]).await.map(drop)
    }
}
