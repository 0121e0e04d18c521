//! What a person finds by typing, and in which order.
//! Knows nothing of the screen that shows it.

use attune::vocabulary::{Entry, Found, Quality, match_text, search};

fn name(found: &Found) -> &'static str {
    match found.entry {
        Entry::Feeling(it) => it.name(),
        Entry::Need(it) => it.name(),
        Entry::Judgement(it) => it.name(),
        Entry::Area(it) => it.name(),
        Entry::Concept(it) => it.name(),
    }
}

fn names(query: &str) -> Vec<&'static str> {
    search(query).iter().map(name).collect()
}

#[test]
fn what_is_meant_comes_first() {
    let cases = [
        ("fru", "Frustrated"),
        ("frustrated", "Frustrated"),
        ("FRÚ", "Frustrated"),
        ("burned-out", "Burned out"),
        ("burned out", "Burned out"),
        ("burnout", "Burned out"),
        ("burn-out", "Burned out"),
        ("agency", "Control"),
        ("  rest ", "Rest"),
        ("a failure", "A failure"),
        ("betray", "Betrayed"),
        ("work-life", "Balance"),
        ("coziness", "Physical comfort"),
        ("cosiness", "Physical comfort"),
        ("coworkers", "Work"),
        ("co workers", "Work"),
    ];
    for (query, first) in cases {
        assert_eq!(names(query).first(), Some(&first), "{query:?}: {:?}", names(query));
    }
}

#[test]
fn what_may_be_meant_is_among_the_first() {
    for (query, wanted, within) in
        [("comp", "Competence", 6), ("wor", "Work", 6), ("failure", "A failure", 3)]
    {
        let found = names(query);
        assert!(found.iter().take(within).any(|it| *it == wanted), "{query:?}: {found:?}");
    }
}

#[test]
fn better_matches_stand_before_lesser_ones() {
    for query in ["a", "re", "self", "con", "rest", "lo", "in ", "being", "ing", "t s"] {
        let found = search(query);
        assert!(!found.is_empty(), "{query:?}");
        assert!(found.is_sorted_by_key(|it| (it.quality, it.entry)), "{query:?}");
        let mut entries: Vec<_> = found.iter().map(|it| it.entry).collect();
        entries.sort();
        entries.dedup();
        assert_eq!(entries.len(), found.len(), "{query:?} finds an entry twice");
    }
}

#[test]
fn a_text_is_matched_at_its_start_before_its_words_and_its_middle() {
    let cases = [
        ("rest", "Rest", Some((Quality::NameExact, "Rest"))),
        ("rest!", "Rest", None),
        ("re", "Rest", Some((Quality::NameStart, "Re"))),
        ("rest", "Day of rest", Some((Quality::NameWordStart, "rest"))),
        ("rest", "rest and unrest", Some((Quality::NameStart, "rest"))),
        ("rest", "unrest and rest", Some((Quality::NameWordStart, "rest"))),
        ("res", "unrest", Some((Quality::NameInside, "res"))),
        ("re", "unrest", None),
        ("cant stand", "I can't stand it", Some((Quality::NameWordStart, "can't stand"))),
        ("can’t", "cant", Some((Quality::NameExact, "cant"))),
        ("burn out", "burnout", Some((Quality::NameExact, "burnout"))),
        ("burnout", "burn-out", Some((Quality::NameExact, "burn-out"))),
        ("into", "in touch", None),
        ("in t", "in touch", Some((Quality::NameStart, "in t"))),
        ("in-t", "in touch", Some((Quality::NameStart, "in t"))),
        ("t", "can't", None),
        ("naive", "Naïve", Some((Quality::NameExact, "Naïve"))),
        ("naïve", "nai\u{308}ve me", Some((Quality::NameStart, "nai\u{308}ve"))),
        ("cafe", "cafe\u{301}", Some((Quality::NameExact, "cafe\u{301}"))),
        ("stras", "Straße", Some((Quality::NameStart, "Straß"))),
        ("😀", "so 😀", Some((Quality::NameWordStart, "😀"))),
        ("שלום", "שלום עולם", Some((Quality::NameStart, "שלום"))),
        ("a", "", None),
        ("", "a", None),
        ("(me", "us (me too)", Some((Quality::NameWordStart, "(me"))),
        ("me", "us (me too)", Some((Quality::NameWordStart, "me"))),
    ];
    for (query, text, expected) in cases {
        let found = match_text(query, text).map(|(quality, span)| (quality, &text[span]));
        assert_eq!(found, expected, "{query:?} in {text:?}");
    }
}

#[test]
fn any_text_can_be_typed() {
    let queries = [
        "",
        " ",
        "-",
        "'",
        "😀",
        "👩‍👩‍👧",
        "\0",
        "a\0",
        "שלום",
        "\u{202e}abc",
        "\u{301}",
        "ß",
        "🏳️‍🌈 joy",
        "....",
        "e\u{301}",
    ];
    for query in queries {
        check_spans(query);
    }
    for nothing in ["", " ", "-", "'", "\0", "\u{301}", " - ’ "] {
        assert!(search(nothing).is_empty(), "{nothing:?}");
    }
    check_spans(&"comp".repeat(10_000));
}

#[test]
fn what_is_shown_bold_is_part_of_the_word() {
    for query in ["a", "ing", "self", "cant", "i don", "burned-", "à", "un", "co w"] {
        check_spans(query);
    }
}

fn check_spans(query: &str) {
    for found in search(query) {
        let bold = found.text.get(found.span.clone());
        assert!(bold.is_some_and(|bold| !bold.is_empty()), "{query:?}: {found:?}");
    }
}

#[test]
fn a_synonym_shows_itself() {
    let found = search("agency");
    assert_eq!(
        (found[0].text, found[0].span.clone(), found[0].quality),
        ("agency", 0..6, Quality::SynonymExact)
    );
}

#[test]
fn every_entry_is_found_by_its_own_words() {
    let entries: Vec<_> = ('a'..='z').flat_map(|letter| search(&letter.to_string())).collect();
    let mut texts: Vec<_> = entries.iter().map(|found| (found.text, found.entry)).collect();
    texts.sort();
    texts.dedup();
    assert!(texts.len() > 451);
    for (text, entry) in texts {
        let again = search(text).into_iter().find(|found| found.entry == entry);
        assert!(again.is_some_and(|it| it.quality <= Quality::SynonymExact), "{text:?}");
    }
}
