//! What a person sees and types into: words from i18n and the vocabulary, private fields.
//! Never judges how it looks.

use super::rules::complaint;
use super::source::{Source, bracket, files};
use super::{check, page};

/// Attributes and props that are shown or read aloud.
const SPOKEN: [&str; 12] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "aria-placeholder",
    "title",
    "placeholder",
    "alt",
    "label",
    "hint",
    "empty",
    "name",
];

fn shows_no_text_of_its_own(source: &Source) -> Vec<String> {
    if !["screen", "ui", "app"].contains(&source.room()) {
        return vec![];
    }
    let text = &source.text;
    let has_letters = |words: &str| words.chars().any(char::is_alphabetic);
    let mut found = Vec::new();
    for range in source.literals().into_iter().filter(|range| has_letters(&text[range.clone()])) {
        // A byte before is the quote: what stands before and after it says what the text is.
        let before = text[..range.start - 1].trim_end();
        let after = text[range.end + 1..].trim_start();
        let words = &text[range.clone()];
        if in_text_position(before, after) || after_spoken_name(before) || is_prose(words) {
            found.push(complaint(source, range.start, &format!("a text of its own: {words}")));
        }
    }
    found
}

/// Inside an element: `.child("…")`, or between tags; an arrow ends like a tag and is none.
fn in_text_position(before: &str, after: &str) -> bool {
    let is_child = [".child(", "nodes![", ".node("].iter().any(|opening| before.ends_with(opening));
    let follows_tag = before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
    let precedes_tag =
        after.starts_with("</") || after.starts_with('<') && !before.ends_with(['=', '(', ',']);
    is_child || follows_tag || precedes_tag
}

/// `.attr("title", "…")` and `title="…"`.
fn after_spoken_name(before: &str) -> bool {
    let Some(before) = before.strip_suffix(['=', ',']) else { return false };
    SPOKEN.iter().any(|spoken| {
        let bare = before.strip_suffix(spoken);
        let quoted = before.strip_suffix('"').and_then(|it| it.strip_suffix(spoken));
        let is_attribute = quoted.is_some_and(|it| it.ends_with("attr(\""));
        is_attribute || bare.is_some_and(|it| it.ends_with(|it: char| it.is_whitespace()))
    })
}

/// Reads like a sentence or a label: a capital and a further word. Names of keys, classes and paths of drawings do not.
fn is_prose(words: &str) -> bool {
    // Two letters side by side: what moves a pen has numbers between them.
    let is_letter = |it: &u8| it.is_ascii_alphabetic();
    let long = |word: &&str| word.as_bytes().windows(2).any(|pair| pair.iter().all(is_letter));
    let several = words.split(' ').filter(long).count() > 1;
    let speaks = |it: char| it.is_uppercase() || !it.is_ascii() || ".,!?:;".contains(it);
    several && words.chars().any(speaks)
}

#[test]
fn no_visible_text_stands_outside_i18n_and_the_vocabulary() {
    let faults = [
        ("src/screen/a.rs", "view! { <p>\"Hello\"</p> }"),
        ("src/screen/a.rs", "view! { <p>{name}\" and more\"</p> }"),
        ("src/ui/a.rs", "view! { <button aria-label=\"close\">{icon}</button> }"),
        ("src/app.rs", "view! { <Dialog title=\"shortcuts\" /> }"),
        ("src/screen/a.rs", "el(\"p\").child(\"hello\")"),
        ("src/screen/a.rs", "nodes![\"hello\", el(\"p\")]"),
        ("src/ui/a.rs", "button().attr(\"aria-label\", \"close\")"),
        ("src/screen/a.rs", "let words = if full { \"The store is full.\" } else { given };"),
    ];
    let fair = [
        ("src/screen/a.rs", "view! { <p class=\"lead soft\">{text().lead}\": \"</p> }"),
        (
            "src/screen/a.rs",
            "el(\"p\").class(\"lead soft\").attr(\"role\", \"status\").child(text().lead).child(\": \")",
        ),
        ("src/screen/a.rs", "match key { \"Enter\" => 1, \"ArrowDown\" => 2 }"),
        ("src/ui/a.rs", "view! { <path d=\"M4 12 L 9 17\" /> }"),
    ];
    check(shows_no_text_of_its_own, &page(), &faults, &fair);
}

fn carries_no_style_attribute(source: &Source) -> Vec<String> {
    let text =
        if source.path.ends_with(".rs") { source.code_and_texts() } else { source.text.clone() };
    let pieces = [" style=", "\nstyle=", "\"style\"", "<style", "cssText", "set_css_text"];
    let places = pieces.iter().flat_map(|piece| text.match_indices(piece));
    places
        .map(|(at, _)| complaint(source, at, "the policy blocks style attributes; use a class"))
        .collect()
}

#[test]
fn no_style_attribute_is_written() {
    let faults = [
        ("src/ui/a.rs", "view! { <p style=\"color: inherit\"></p> }"),
        ("src/ui/a.rs", "element.set_attribute(\"style\", it)"),
        ("index.html", "<style>p { margin: 0 }</style>"),
    ];
    let mut all = page();
    all.extend(files(&["index.html", "public", "tools/boot"], &[".html", ".svg", ".js"]));
    check(
        carries_no_style_attribute,
        &all,
        &faults,
        &[("src/ui/a.rs", "view! { <p style:width=width></p> }")],
    );
}

/// Every field a person can type into must carry what keeps their words private.
fn keeps_fields_private(source: &Source) -> Vec<String> {
    let code = source.code_and_texts();
    let plain = source.code();
    let mut found = Vec::new();
    for (at, opening) in
        ["el(\"input\")", "el(\"textarea\")"].iter().flat_map(|opening| code.match_indices(opening))
    {
        let attributes = &code[chain(&plain, at + opening.len())];
        let takes_no_words = ["date", "checkbox", "radio", "range", "file"];
        let is_plain = takes_no_words
            .iter()
            .any(|kind| attributes.contains(&format!("(\"type\", \"{kind}\")")));
        if !is_plain && !attributes.contains(".private()") {
            found.push(complaint(source, at, "a field for words without .private()"));
        }
    }
    for piece in ["<input", "<textarea", "contenteditable"] {
        let places = code.match_indices(piece);
        found.extend(places.map(|(at, _)| {
            complaint(source, at, "fields are built with el, so that this can be read")
        }));
    }
    found
}

/// The calls that follow one another from here: `.class(…).private()`.
fn chain(code: &str, from: usize) -> std::ops::Range<usize> {
    let mut end = from;
    while code[end..].trim_start().starts_with('.') {
        let Some(call) = bracket(code, end, ('(', ')')) else { break };
        end = call.end;
    }
    from..end
}

#[test]
fn every_field_for_words_is_private() {
    let faults = [
        ("src/ui/a.rs", "el(\"input\").attr(\"type\", \"text\").id(id)"),
        ("src/ui/a.rs", "el(\"div\").child(el(\"textarea\").id(id)).private()"),
        ("src/ui/a.rs", "view! { <input type=\"text\" /> }"),
        ("src/ui/a.rs", "el(\"div\").attr(\"contenteditable\", \"true\")"),
    ];
    let fair = [
        ("src/ui/a.rs", "el(\"input\").attr(\"type\", \"date\").id(id)"),
        (
            "src/ui/a.rs",
            "el(\"input\")\n    .on(\"input\", move |_| typed(1))\n    .private()\n    .id(id)",
        ),
    ];
    check(keeps_fields_private, &page(), &faults, &fair);
}

#[test]
fn a_private_field_says_so_in_four_ways() {
    let markup = files(&["src/ui/markup.rs"], &[".rs"]).remove(0);
    let from = markup.text.find("pub fn private(self)").unwrap();
    let body = &markup.text[from..from + markup.text[from..].find("    }\n").unwrap()];
    for attribute in [
        "(\"autocomplete\", \"off\")",
        "(\"spellcheck\", \"false\")",
        "(\"writingsuggestions\", \"false\")",
        "(\"translate\", \"no\")",
    ] {
        assert!(body.contains(attribute), "{attribute}");
    }
}
