//! Writes a sound vocabulary as Rust tables of links and as plain lines of text.
//! Checks nothing: only what the check let through gets here.

use super::check::{danger_phrases, feelings_of, unless_longest_first};
use super::words::{Entry, Words};

/// The four files that the page compiles in.
pub struct Output {
    /// Counts, places of texts, and links: Rust.
    pub tables: String,
    /// Ids of all kinds, one a line.
    pub ids: String,
    /// A line per text, then a line of tabbed words per list.
    pub texts: String,
    /// A line per text that explains a word: they come with the second part of the page's program.
    pub meanings: String,
}

const KINDS: [&str; 8] =
    ["NEED_GROUP", "NEED", "FAMILY", "FEELING", "JUDGEMENT", "AREA", "CONCEPT", "DANGER"];

pub fn emit(words: &Words) -> Output {
    let ids: Vec<_> = words.all().map(|entry| entry.id.as_str()).collect();
    let mut tables = String::new();
    emit_kinds(words, &mut tables);
    let (texts, meanings) = emit_texts(words, &mut tables);
    emit_links(words, &mut tables);
    Output { tables, ids: ids.join("\n"), texts, meanings }
}

fn emit_kinds(words: &Words, tables: &mut String) {
    let mut counts = String::new();
    let mut firsts = String::new();
    let mut first = 0;
    for (kind, entries) in KINDS.iter().zip(words.kinds()) {
        counts.push_str(&format!("    pub const {kind}: u8 = {};\n", entries.len()));
        firsts.push_str(&format!("    pub const {kind}: usize = {first};\n"));
        first += entries.len();
    }
    tables.push_str(&format!("pub mod count {{\n{counts}}}\npub mod id {{\n{firsts}}}\n"));
}

/// Rows of text, and by name where each group of them begins.
#[derive(Default)]
struct Rows {
    rows: Vec<String>,
    places: String,
}

impl Rows {
    /// Nothing is named where a kind has no such rows.
    fn add(&mut self, name: &str, rows: Vec<String>) {
        if rows.iter().any(|row| !row.is_empty()) {
            self.mark(name);
            self.rows.extend(rows);
        }
    }

    fn mark(&mut self, name: &str) {
        self.places.push_str(&format!("    pub const {name}: usize = {};\n", self.rows.len()));
    }
}

/// What explains a word that is known by its name already. What a judgement tells is said as soon as it is heard, so it
/// is not one of these.
fn is_meaning(kind: &str, field: &str) -> bool {
    matches!(field, "ask" | "summary" | "signal") || field == "definition" && kind != "JUDGEMENT"
}

/// The texts, and apart from them the meanings.
fn emit_texts(words: &Words, tables: &mut String) -> (String, String) {
    let fields = ["definition", "ask", "summary", "signal", "covers", "client", "therapist"];
    let [mut lines, mut meanings, mut lists] = std::array::from_fn(|_| Rows::default());
    for (kind, entries) in KINDS.iter().zip(words.kinds()) {
        let each = |text: &dyn Fn(&Entry) -> String| entries.iter().map(text).collect::<Vec<_>>();
        lines.add(&format!("{kind}_NAME"), each(&|entry| entry.name().to_owned()));
        for field in fields {
            let rows = if is_meaning(kind, field) { &mut meanings } else { &mut lines };
            rows.add(
                &format!("{kind}_{}", field.to_uppercase()),
                each(&|entry| entry.text(field).to_owned()),
            );
        }
        lists.add(&format!("{kind}_SYNONYMS"), each(&|entry| entry.list("synonyms").join("\t")));
        lists.add(
            &format!("{kind}_PHRASES"),
            each(&|entry| danger_phrases(entry, "phrases").join("\t")),
        );
    }
    lines.add("SHARED_SCREEN", vec![words.shared_screen.clone()]);
    lists.add("DANGER_UNLESS", vec![unless_longest_first(words).join("\t")]);
    lines.mark("END");
    let count: usize = lists.rows.iter().map(|list| list.split('\t').count()).sum();
    lists.places.push_str(&format!(
        "    /// In all lists together.\n    pub const WORDS: usize = {count};\n"
    ));
    tables.push_str(&format!(
        "pub mod line {{\n{}}}\npub mod meaning {{\n{}}}\npub mod list {{\n{}}}\n",
        lines.places, meanings.places, lists.places
    ));
    ([lines.rows, lists.rows].concat().join("\n"), meanings.rows.join("\n"))
}

fn emit_links(words: &Words, tables: &mut String) {
    emit_each(tables, "NEED_GROUP", "NeedGroup", &words.needs, |need| {
        format!("NeedGroup({})", place(&words.need_groups, need.text("group")))
    });
    emit_each(tables, "NEED_IS_CORE", "bool", &words.needs, |need| need.flag("core").to_string());
    for (table, flag) in [("NEED_ASKS_WHO", "asks_who"), ("NEED_NOT_AFTER_HARM", "not_after_harm")]
    {
        emit_each(tables, table, "bool", &words.needs, |need| need.flag(flag).to_string());
    }
    emit_each(tables, "NEED_REACH", "u8", &words.needs, |need| {
        feelings_of(words, need).count().to_string()
    });
    emit_each(tables, "FAMILY_COMFORTABLE", "bool", &words.families, |family| {
        (family.text("tone") == "comfortable").to_string()
    });
    emit_feelings(words, tables);
    emit_judgements(words, tables);
}

fn emit_feelings(words: &Words, tables: &mut String) {
    let feelings = &words.feelings;
    emit_each(tables, "FEELING_FAMILY", "Family", feelings, |feeling| {
        format!("Family({})", place(&words.families, feeling.text("family")))
    });
    emit_each(tables, "FEELING_VALENCE", "i8", feelings, |feeling| {
        feeling.number("valence").to_string()
    });
    emit_each(tables, "FEELING_ENERGY", "i8", feelings, |feeling| {
        feeling.number("energy").to_string()
    });
    emit_each(tables, "FEELING_CARE_NOTE", "bool", feelings, |feeling| {
        feeling.flag("care_note").to_string()
    });
    emit_each(tables, "FEELING_POINTS_TO", "PointsTo", feelings, |feeling| {
        let variant = match feeling.text("points_to") {
            "met" => "Met",
            "unmet" => "Unmet",
            _ => "Either",
        };
        format!("PointsTo::{variant}")
    });
    emit_runs(tables, "FEELING_NEEDS", "Need", feelings, "needs", &words.needs);
    emit_runs(tables, "FEELING_MAY_COVER", "Feeling", feelings, "may_cover", feelings);
}

fn emit_judgements(words: &Words, tables: &mut String) {
    let judgements = &words.judgements;
    emit_each(tables, "JUDGEMENT_ABOUT", "JudgementAbout", judgements, |judgement| {
        let variant = match judgement.text("about") {
            "other" => "Other",
            "self" => "SelfAbout",
            _ => "Situation",
        };
        format!("JudgementAbout::{variant}")
    });
    emit_each(tables, "JUDGEMENT_PLEASANT", "bool", judgements, |judgement| {
        (judgement.text("tone") == "pleasant").to_string()
    });
    for field in ["may_be_harm", "care_note"] {
        let name = format!("JUDGEMENT_{}", field.to_uppercase());
        emit_each(tables, &name, "bool", judgements, |judgement| judgement.flag(field).to_string());
    }
    emit_runs(tables, "JUDGEMENT_FEELINGS", "Feeling", judgements, "feelings", &words.feelings);
    emit_runs(tables, "JUDGEMENT_NEEDS", "Need", judgements, "needs", &words.needs);
}

fn emit_each(
    tables: &mut String,
    name: &str,
    kind: &str,
    entries: &[Entry],
    value: impl Fn(&Entry) -> String,
) {
    let values: Vec<_> = entries.iter().map(value).collect();
    tables.push_str(&format!(
        "pub static {name}: [{kind}; {}] = [{}];\n",
        values.len(),
        values.join(", ")
    ));
}

/// The links of all entries in one row, and where each entry's begin.
fn emit_runs(
    tables: &mut String,
    name: &str,
    kind: &str,
    entries: &[Entry],
    field: &str,
    targets: &[Entry],
) {
    let mut starts = vec![0];
    let mut links = Vec::new();
    for entry in entries {
        links.extend(
            entry.list(field).into_iter().map(|id| format!("{kind}({})", place(targets, id))),
        );
        starts.push(links.len());
    }
    tables.push_str(&format!("pub static {name}_STARTS: [u16; {}] = {starts:?};\n", starts.len()));
    tables.push_str(&format!(
        "pub static {name}: [{kind}; {}] = [{}];\n",
        links.len(),
        links.join(", ")
    ));
}

/// The check has seen every link resolve, so the fallback is never taken.
fn place(targets: &[Entry], id: &str) -> usize {
    targets.iter().position(|target| target.id == id).unwrap_or_default()
}
