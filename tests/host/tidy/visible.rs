//! What a person sees and types into: words from i18n and the vocabulary, colours from the tokens, private fields.
//! Never judges how it looks.

use super::rules::complaint;
use super::source::{Source, files, words};
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

/// Between tags, or beside another piece of text; an arrow ends like a tag and is none.
fn in_text_position(before: &str, after: &str) -> bool {
    let follows_tag = before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
    let precedes_tag =
        after.starts_with("</") || after.starts_with('<') && !before.ends_with(['=', '(', ',']);
    follows_tag || precedes_tag
}

fn after_spoken_name(before: &str) -> bool {
    let Some(before) = before.strip_suffix('=') else { return false };
    let name: String =
        before.chars().rev().take_while(|it| it.is_alphanumeric() || "-_:".contains(*it)).collect();
    SPOKEN.iter().any(|spoken| name.chars().rev().eq(spoken.chars()))
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
        ("src/screen/a.rs", "let words = if full { \"The store is full.\" } else { given };"),
    ];
    let fair = [
        ("src/screen/a.rs", "view! { <p class=\"lead soft\">{text().lead}\": \"</p> }"),
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

/// Those a hand would write; rarer names would be noticed.
const NAMED_COLOURS: [&str; 40] = [
    "black",
    "white",
    "red",
    "green",
    "blue",
    "yellow",
    "orange",
    "purple",
    "pink",
    "brown",
    "gray",
    "grey",
    "silver",
    "gold",
    "teal",
    "navy",
    "olive",
    "maroon",
    "lime",
    "aqua",
    "cyan",
    "magenta",
    "fuchsia",
    "crimson",
    "coral",
    "salmon",
    "tomato",
    "indigo",
    "violet",
    "orchid",
    "plum",
    "beige",
    "ivory",
    "khaki",
    "lavender",
    "turquoise",
    "tan",
    "snow",
    "linen",
    "darkred",
];
const COLOUR_FUNCTIONS: [&str; 12] = [
    "rgb(",
    "rgba(",
    "hsl(",
    "hsla(",
    "hwb(",
    "lab(",
    "lch(",
    "oklab(",
    "oklch(",
    "color(",
    "light-dark(",
    "#",
];

fn names_no_colour(source: &Source) -> Vec<String> {
    match source.path.ends_with(".css") {
        true if source.path == "style/tokens.css" => vec![],
        true => css_values(&source.text)
            .into_iter()
            .filter(|(_, value)| is_colour(value))
            .map(|(at, value)| {
                complaint(source, at, &format!("a colour outside the tokens: {value}"))
            })
            .collect(),
        false => source
            .literals()
            .into_iter()
            .filter(|range| is_colour_text(&source.text[range.clone()]))
            .map(|range| complaint(source, range.start, "a colour outside the tokens"))
            .collect(),
    }
}

/// What stands after the `:` of each declaration, without comments.
fn css_values(sheet: &str) -> Vec<(usize, String)> {
    let mut plain = sheet.to_owned();
    while let Some(from) = plain.find("/*") {
        let until = plain[from..].find("*/").map_or(plain.len(), |length| from + length + 2);
        plain.replace_range(from..until, &" ".repeat(until - from));
    }
    let mut values = Vec::new();
    let mut from = 0;
    for (at, end) in plain.match_indices(['{', ';', '}']) {
        // What ends in an opening bracket is a selector, and its `:` belongs to a state.
        if let Some((_, value)) = plain[from..at].split_once(':').filter(|_| end != "{") {
            values.push((at, value.trim().to_owned()));
        }
        from = at + 1;
    }
    values
}

fn is_colour(value: &str) -> bool {
    let mut names = value.split(|it: char| !it.is_alphanumeric() && it != '-');
    let has_function = COLOUR_FUNCTIONS.iter().any(|function| {
        // `color-mix(in oklch, ...)` of two tokens is no colour of its own.
        value
            .match_indices(function)
            .any(|(at, _)| !value[..at].ends_with(|it: char| it.is_alphanumeric() || it == '-'))
    });
    has_function || names.any(|name| NAMED_COLOURS.contains(&name.to_lowercase().as_str()))
}

fn is_colour_text(text: &str) -> bool {
    let digits = text.strip_prefix('#').is_some_and(|rest| {
        [3, 4, 6, 8].contains(&rest.len()) && rest.bytes().all(|it| it.is_ascii_hexdigit())
    });
    let function = COLOUR_FUNCTIONS
        .iter()
        .any(|function| *function != "#" && text.trim_start().starts_with(function));
    digits || function
}

#[test]
fn no_colour_stands_outside_the_tokens() {
    let faults = [
        ("style/a.css", ".a { color: #fff }"),
        ("style/a.css", ".a { background: rgb(0 0 0 / .5); }"),
        ("style/a.css", ".a { border: 1px solid red }"),
        ("style/a.css", ".a { background: color-mix(in oklch, oklch(50% 0 0) 4%, transparent) }"),
        ("src/ui/a.rs", "view! { <path fill=\"#1d625a\" /> }"),
    ];
    let fair = [
        (
            "style/a.css",
            ".a:hover { color: var(--ink); white-space: nowrap; background: color-mix(in oklch, var(--red) 9%, transparent) } /* red */",
        ),
        ("style/tokens.css", ":root { --ink: #123456 }"),
        ("src/route.rs", "let it = \"#/people\";"),
    ];
    let mut all = page();
    all.extend(files(&["style"], &[".css"]));
    check(names_no_colour, &all, &faults, &fair);
}

/// The opening tag of every field a person can type into must carry what keeps their words private.
fn keeps_fields_private(source: &Source) -> Vec<String> {
    let code = source.code_and_texts();
    let mut found = Vec::new();
    for (at, tag) in ["<input", "<textarea"].iter().flat_map(|tag| code.match_indices(tag)) {
        let body = &code[at + tag.len()..];
        let end = ["/>", "></textarea>"].iter().filter_map(|end| body.find(end)).min();
        let attributes = &body[..end.unwrap_or(body.len())];
        let takes_no_words = ["date", "checkbox", "radio", "range", "file"];
        let plain =
            takes_no_words.iter().any(|kind| attributes.contains(&format!("type=\"{kind}\"")));
        if !plain && !attributes.contains("{..private()}") {
            found.push(complaint(source, at, "a field for words without {..private()}"));
        }
    }
    let code = source.code();
    let editable = words(&code).filter(|(_, word)| *word == "contenteditable");
    found.extend(editable.map(|(at, _)| complaint(source, at, "words go into fields only")));
    found
}

#[test]
fn every_field_for_words_is_private() {
    let faults = [
        ("src/ui/a.rs", "view! { <input id=id type=\"text\" /> }"),
        ("src/ui/a.rs", "view! { <textarea rows=\"4\"></textarea> }"),
        ("src/ui/a.rs", "view! { <div contenteditable=\"true\"></div> }"),
    ];
    let fair = [(
        "src/ui/a.rs",
        "view! { <input type=\"date\" /><input id=id {..private()} prop:value=move || it.get() /> }",
    )];
    check(keeps_fields_private, &page(), &faults, &fair);
}

#[test]
fn a_private_field_says_so_in_four_ways() {
    let field = files(&["src/ui/field.rs"], &[".rs"]).remove(0);
    let from = field.text.find("pub fn private()").unwrap();
    let body = &field.text[from..from + field.text[from..].find("\n}").unwrap()];
    for attribute in [
        "\"autocomplete\", \"off\"",
        "\"spellcheck\", \"false\"",
        "\"writingsuggestions\", \"false\"",
        "\"translate\", \"no\"",
    ] {
        assert!(body.contains(attribute), "{attribute}");
    }
}
