//! Colours come from the tokens: none stands in another sheet or in the code.
//! Never judges whether they fit.

use super::rules::complaint;
use super::source::{Source, files};
use super::{check, page};

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
