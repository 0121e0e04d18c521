//! What several promises look for: words that must not stand somewhere, names after `crate::`, lengths.
//! Never says where: promises do.

use super::source::{Source, bracket, words};

/// `path:line: what`.
pub fn complaint(source: &Source, at: usize, what: &str) -> String {
    format!("{}:{}: {what}", source.path, source.line_of(at))
}

/// Places where one of these whole words stands in the code.
pub fn forbidden_words(source: &Source, forbidden: &[&str], why: &str) -> Vec<String> {
    let code = source.code();
    let found = words(&code).filter(|(_, word)| forbidden.contains(word));
    found.map(|(at, word)| complaint(source, at, &format!("{word}: {why}"))).collect()
}

/// Places where one of these pieces stands in the code, its texts included.
pub fn forbidden_pieces(source: &Source, forbidden: &[&str], why: &str) -> Vec<String> {
    let code = source.code_and_texts();
    let places = forbidden.iter().flat_map(|piece| code.match_indices(piece));
    places.map(|(at, piece)| complaint(source, at, &format!("{piece}: {why}"))).collect()
}

/// The rooms named after `crate::`, with their places: `crate::domain::Day` and `crate::{domain, ui::mark}`.
pub fn rooms_used(source: &Source) -> Vec<(usize, String)> {
    let code = source.code();
    let mut rooms = Vec::new();
    for opening in ["crate::", "attune::"] {
        // `screen::attune::` is a screen, not the crate.
        let places = code.match_indices(opening).filter(|(at, _)| !code[..*at].ends_with(':'));
        for (at, _) in places {
            let after = at + opening.len();
            let names = match code[after..].starts_with('{') {
                true => bracket(&code, after, ('{', '}')).map_or("", |range| &code[range]),
                false => &code[after..],
            };
            rooms.extend(first_names(names).into_iter().map(|room| (at, room)));
        }
    }
    rooms
}

fn first_names(names: &str) -> Vec<String> {
    let name = |part: &str| {
        part.trim_start().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
    };
    let Some(inside) = names.strip_prefix('{') else { return vec![name(names)] };
    let mut depth = 0;
    let outermost = inside.chars().map(|character| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        if depth > 0 { ' ' } else { character }
    });
    let outermost: String = outermost.collect();
    outermost.split(',').map(name).filter(|it| !it.is_empty()).collect()
}

/// Functions with their number of lines, from `fn` to the closing bracket.
pub fn function_lengths(source: &Source) -> Vec<(usize, usize)> {
    let code = source.code();
    let mut found = Vec::new();
    let is_named = |at: usize| !code[at + "fn".len()..].trim_start().starts_with('(');
    for (at, _) in words(&code).filter(|(at, word)| *word == "fn" && is_named(*at)) {
        // A function without a body ends before a bracket opens.
        let end = code[at..].find(['{', ';', '=']).map(|length| at + length);
        let has_body = end.is_some_and(|end| code[end..].starts_with('{'));
        if let Some(body) = bracket(&code, at, ('{', '}')).filter(|_| has_body) {
            found.push((at, source.line_of(body.end) - source.line_of(at) + 1));
        }
    }
    found
}

#[test]
fn rooms_are_read_from_paths_and_from_lists() {
    let text = "use crate::domain::{Day, ui};\nuse crate::{desk, i18n::{text, fill}, ui::mark};\n// crate::vault\nlet it = crate::browser::now(\"crate::storage\");";
    let rooms = rooms_used(&Source::new("src/screen/a.rs", text));
    let rooms: Vec<_> = rooms.iter().map(|(_, room)| room.as_str()).collect();
    assert_eq!(rooms, ["domain", "desk", "i18n", "ui", "browser"]);
}

#[test]
fn texts_comments_and_tests_are_told_from_code() {
    let text = "let a = \"fn { // no\"; // panic!\nlet b = 'x'; let c = '\\''; let d = r#\"un\"safe\"#;\nfn life<'a>(it: &'a str) {}\n#[cfg(test)]\nmod tests { unsafe }";
    let source = Source::new("a.rs", text);
    let words: Vec<_> = words(&source.code()).map(|(_, word)| word.to_owned()).collect();
    assert_eq!(
        words,
        ["let", "a", "let", "b", "let", "c", "let", "d", "r", "fn", "life", "a", "it", "a", "str"]
    );
    let texts: Vec<_> = source.literals().into_iter().map(|range| &text[range]).collect();
    assert_eq!(texts, ["fn { // no", "x", "\\'", "un\"safe"]);
}
