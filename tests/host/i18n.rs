//! Texts are whole: none is empty, each place in a template is filled by its name, and filling never surprises.
//! Never judges how a text sounds.

use attune::i18n::{count, en_gb, fill, speak, text};

use crate::tidy::source::{Source, bracket, files, words};

#[test]
fn places_are_filled_by_name_and_values_never_searched() {
    for (template, values, filled) in [
        ("", &[][..], ""),
        ("no place", &[("a", "1")], "no place"),
        ("{a}", &[("a", "1")], "1"),
        ("{a}{b} {a}", &[("a", "1"), ("b", "2")], "12 1"),
        ("{unknown} {a}", &[("a", "1")], "{unknown} 1"),
        ("{a", &[("a", "1")], "{a"),
        ("a}", &[("a", "1")], "a}"),
        ("{{a}", &[("a", "1")], "{1"),
        ("{a}}", &[("a", "1")], "1}"),
        ("{}", &[("", "nothing"), ("a", "1")], "nothing"),
        ("{ a }", &[("a", "1")], "{ a }"),
        ("{a} and {b}", &[("a", "{b}"), ("b", "{a}")], "{b} and {a}"),
        ("{code} – “{code}”", &[("code", "🦢 été")], "🦢 été – “🦢 été”"),
        ("{a}", &[("a", "first"), ("a", "second")], "first"),
        ("{a}", &[("a", "")], ""),
    ] {
        assert_eq!(fill(template, values), filled, "{template}");
    }
}

#[test]
fn one_is_counted_apart_from_any_other_number() {
    for (number, counted) in [
        (0, "0 words"),
        (1, "1 word"),
        (2, "2 words"),
        (11, "11 words"),
        (21, "21 words"),
        (1001, "1001 words"),
    ] {
        assert_eq!(count(number, "{count} word", "{count} words"), counted);
    }
}

#[test]
fn a_language_is_spoken_from_when_it_is_chosen() {
    let plain = text().shared.undo;
    speak(
        Box::leak(Box::new(en_gb::TEXT.made_up())),
        Box::leak(Box::new(en_gb::MORE_TEXT.made_up())),
    );
    assert_eq!(text().shared.undo, ["⟦", plain, "⟧"].concat());
    assert_eq!(fill(text().people.actions, &[("code", "Heron")]), "⟦More about Heron⟧");
    speak(&en_gb::TEXT, &en_gb::MORE_TEXT);
    assert_eq!(text().shared.undo, plain);
}

#[test]
fn the_welcome_says_what_attune_is_and_where_notes_stay_in_three_sentences() {
    let welcome = &en_gb::TEXT.welcome;
    let ends = |text: &str| text.matches(['.', '!', '?']).count();
    assert_eq!((ends(welcome.lead), ends(welcome.kept)), (1, 2));
    assert!(welcome.kept.contains("nothing is sent anywhere"));
}

/// Every text of British English: its part, its field, itself.
fn texts() -> Vec<(String, String, String)> {
    let mut texts = Vec::new();
    for source in files(&["src/i18n/en_gb"], &[".rs"]) {
        let mut part = String::new();
        let mut field = String::new();
        let literals = source.literals();
        let mut from = 0;
        for literal in literals {
            let before = &source.text[from..literal.start];
            if let Some(name) = before.split("pub const ").nth(1) {
                part = name.split(':').next().unwrap().to_lowercase();
            }
            if let Some((name, _)) = before.rsplit_once(':') {
                field = name.rsplit([' ', '\n']).next().unwrap().to_owned();
            }
            texts.push((part.clone(), field.clone(), source.text[literal.clone()].to_owned()));
            from = literal.end;
        }
    }
    texts
}

fn places(template: &str) -> Vec<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(place, _)| place)
        .collect()
}

#[test]
fn no_text_is_empty_or_ends_in_a_blank() {
    let texts = texts();
    assert!(texts.len() > 250, "{} texts are read", texts.len());
    for (part, field, words) in texts {
        assert!(!words.trim().is_empty(), "{part}.{field}");
        // A comma between words carries its blank; nothing else does.
        assert!(words == words.trim() || field == "comma", "{part}.{field}: {words:?}");
        assert_eq!(words.matches('{').count(), places(&words).len(), "{part}.{field}: {words}");
    }
}

/// Calls of `fill` with a text of a known part: part, field, and the names it fills.
fn fillings(source: &Source) -> Vec<(String, String, Vec<String>)> {
    let code = source.code_and_texts();
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fill(") {
        let Some(call) = bracket(&code, at, ('(', ')')) else { continue };
        let call = &code[call.start + 1..call.end - 1];
        let Some((template, values)) = call.split_once(',') else { continue };
        let mut path = template.trim().rsplit('.');
        let field = path.next().unwrap_or_default().to_owned();
        let Some(part) = path.next() else { continue };
        let names = values.split("(\"").skip(1).filter_map(|rest| rest.split_once('"'));
        found.push((part.to_owned(), field, names.map(|(name, _)| name.to_owned()).collect()));
    }
    found
}

#[test]
fn every_place_in_a_text_is_one_that_the_page_fills() {
    let texts = texts();
    let page = files(&["src/screen", "src/ui", "src/app", "src/writing"], &[".rs"]);
    let mut checked = 0;
    for (part, field, names) in page.iter().flat_map(fillings) {
        let named = texts.iter().find(|text| text.0 == part && text.1 == field);
        let Some((_, _, words)) = named.filter(|_| !names.is_empty()) else { continue };
        checked += 1;
        for place in places(words) {
            assert!(
                names.iter().any(|name| name == place),
                "{part}.{field}: {{{place}}} is not among {names:?}"
            );
        }
        for name in &names {
            assert!(
                places(words).contains(&name.as_str()),
                "{part}.{field}: {name} has no place in {words:?}"
            );
        }
    }
    assert!(checked > 20, "only {checked} fillings are read");
    let code: String = page.iter().map(Source::code_and_texts).collect();
    for (part, field, words) in texts {
        for place in places(&words) {
            let is_filled = place == "count" || code.contains(&format!("(\"{place}\","));
            assert!(is_filled, "{part}.{field}: nothing fills {{{place}}}");
        }
    }
}

#[test]
fn every_text_is_shown_somewhere() {
    let page = files(
        &[
            "src/screen",
            "src/ui",
            "src/app",
            "src/app.rs",
            "src/screen.rs",
            "src/example",
            "src/writing",
        ],
        &[".rs"],
    );
    let code: String = page.iter().map(Source::code).collect();
    let shown: Vec<&str> = words(&code).map(|(_, word)| word).collect();
    for (part, field, words) in texts() {
        assert!(shown.contains(&field.as_str()), "{part}.{field} is shown nowhere: {words}");
    }
}
