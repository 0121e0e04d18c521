//! Reads words.toml into plain values and notes what is missing, misspelt or unknown.
//! Judges no meaning: whether links resolve and definitions fit is the check's.

use toml::{Table, Value};

/// The whole file, in its order.
#[derive(Default)]
pub struct Words {
    pub shared_screen: String,
    pub need_groups: Vec<Entry>,
    pub needs: Vec<Entry>,
    pub families: Vec<Entry>,
    pub feelings: Vec<Entry>,
    pub judgements: Vec<Entry>,
    pub areas: Vec<Entry>,
    pub concepts: Vec<Entry>,
    pub dangers: Vec<Entry>,
}

/// One entry of whichever kind; a field its kind does not have is empty.
#[derive(Default)]
pub struct Entry {
    pub kind: &'static str,
    pub id: String,
    table: Table,
}

/// The fields of one kind of entry. Every one must be there, save those that are `optional`.
pub struct Shape {
    pub key: &'static str,
    pub kind: &'static str,
    pub texts: &'static [&'static str],
    pub lists: &'static [&'static str],
    pub numbers: &'static [&'static str],
    pub optional_flags: &'static [&'static str],
    pub optional_lists: &'static [&'static str],
}

const NONE: Shape = Shape {
    key: "",
    kind: "",
    texts: &[],
    lists: &[],
    numbers: &[],
    optional_flags: &[],
    optional_lists: &[],
};

pub const SHAPES: [Shape; 8] = [
    Shape { key: "need_groups", kind: "need group", texts: &["name", "summary"], ..NONE },
    Shape {
        key: "needs",
        kind: "need",
        texts: &["name", "definition", "ask", "group"],
        lists: &["synonyms"],
        optional_flags: &["core", "asks_who", "not_after_harm"],
        ..NONE
    },
    Shape { key: "feeling_families", kind: "family", texts: &["name", "signal", "tone"], ..NONE },
    Shape {
        key: "feelings",
        kind: "feeling",
        texts: &["name", "definition", "family", "points_to"],
        lists: &["synonyms", "needs"],
        numbers: &["valence", "energy"],
        optional_flags: &["care_note"],
        optional_lists: &["may_cover"],
    },
    Shape {
        key: "judgements",
        kind: "judgement",
        texts: &["word", "definition", "about", "tone"],
        lists: &["synonyms", "feelings", "needs"],
        optional_flags: &["may_be_harm", "care_note"],
        ..NONE
    },
    Shape { key: "areas", kind: "area", texts: &["name", "covers"], lists: &["synonyms"], ..NONE },
    Shape {
        key: "concepts",
        kind: "concept",
        texts: &["name", "definition"],
        lists: &["synonyms"],
        ..NONE
    },
    Shape {
        key: "danger",
        kind: "danger",
        texts: &["client", "therapist"],
        lists: &["phrases", "unless", "never"],
        ..NONE
    },
];

impl Entry {
    pub fn text(&self, field: &str) -> &str {
        self.table.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    pub fn list(&self, field: &str) -> Vec<&str> {
        let values = self.table.get(field).and_then(Value::as_array);
        values.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    pub fn number(&self, field: &str) -> i64 {
        self.table.get(field).and_then(Value::as_integer).unwrap_or_default()
    }

    pub fn flag(&self, field: &str) -> bool {
        self.table.get(field).and_then(Value::as_bool).unwrap_or_default()
    }

    /// What a person calls it: a judgement's word, else the name.
    pub fn name(&self) -> &str {
        if self.kind == "judgement" { self.text("word") } else { self.text("name") }
    }

    /// The name and the synonyms.
    pub fn called(&self) -> Vec<&str> {
        let mut called = self.list("synonyms");
        called.insert(0, self.name());
        called
    }

    /// A fault with this entry named.
    pub fn fault(&self, reason: &str) -> String {
        format!("{} \"{}\": {reason}", self.kind, self.id)
    }
}

impl Words {
    /// The entries of every kind, in the order of `SHAPES`.
    pub fn kinds(&self) -> [&Vec<Entry>; 8] {
        [
            &self.need_groups,
            &self.needs,
            &self.families,
            &self.feelings,
            &self.judgements,
            &self.areas,
            &self.concepts,
            &self.dangers,
        ]
    }

    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        self.kinds().into_iter().flatten()
    }
}

/// Takes what can be taken and puts the rest among the faults, one line each.
pub fn read(text: &str, faults: &mut Vec<String>) -> Words {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            faults.push(not_toml(text, &error));
            return Words::default();
        }
    };
    let mut kinds = SHAPES.iter().map(|shape| read_kind(&table, shape, faults));
    let mut next = || kinds.next().unwrap_or_default();
    let mut words = Words {
        need_groups: next(),
        needs: next(),
        families: next(),
        feelings: next(),
        judgements: next(),
        areas: next(),
        concepts: next(),
        dangers: next(),
        ..Words::default()
    };
    drop(kinds);
    let meta = table.get("meta").and_then(Value::as_table);
    match meta.and_then(|meta| meta.get("shared_screen")).and_then(Value::as_str) {
        Some(text) if fits_a_line(text) => words.shared_screen = text.to_owned(),
        _ => faults.push("meta: shared_screen is missing or empty".to_owned()),
    }
    for key in table
        .keys()
        .filter(|key| *key != "meta" && SHAPES.iter().all(|shape| shape.key != key.as_str()))
    {
        faults.push(format!("\"{key}\" is no part of a vocabulary"));
    }
    words
}

fn not_toml(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    format!("line {line}: {}", error.message().replace('\n', ", "))
}

fn read_kind(table: &Table, shape: &Shape, faults: &mut Vec<String>) -> Vec<Entry> {
    let Some(values) = table.get(shape.key).and_then(Value::as_array) else {
        faults.push(format!("[[{}]] is missing", shape.key));
        return Vec::new();
    };
    values
        .iter()
        .filter_map(Value::as_table)
        .map(|table| read_entry(table, shape, faults))
        .collect()
}

fn read_entry(table: &Table, shape: &Shape, faults: &mut Vec<String>) -> Entry {
    let id = table.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let entry = Entry { kind: shape.kind, id, table: table.clone() };
    for (field, value) in table {
        let known = field == "id" || known_and_sound(shape, field, value);
        if !known {
            faults.push(entry.fault(&format!("{field} is unknown, empty or of the wrong type")));
        }
    }
    let asked = [shape.texts, shape.lists, shape.numbers].concat();
    for field in asked.into_iter().filter(|field| !table.contains_key(*field)) {
        faults.push(entry.fault(&format!("{field} is missing")));
    }
    entry
}

fn known_and_sound(shape: &Shape, field: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => shape.texts.contains(&field) && fits_a_line(text),
        Value::Integer(_) => shape.numbers.contains(&field),
        Value::Boolean(_) => shape.optional_flags.contains(&field),
        Value::Array(values) => {
            let known = shape.lists.contains(&field) || shape.optional_lists.contains(&field);
            known && values.iter().all(|value| value.as_str().is_some_and(fits_a_line))
        }
        _ => false,
    }
}

/// Neither empty nor broken over lines: the compiled texts are lines and tabs.
fn fits_a_line(text: &str) -> bool {
    !text.trim().is_empty() && text.trim() == text && !text.contains(char::is_control)
}
