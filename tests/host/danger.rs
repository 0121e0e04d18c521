//! The phrases of danger fire, and ordinary sentences do not.
//! Judges no wording: a reviewer does.

use attune::vocabulary::Danger;

/// Every text of one list, with the id of its kind of danger.
fn lists(field: &str) -> Vec<(String, String)> {
    let table: toml::Table = include_str!("../../words.toml").parse().unwrap();
    let mut all = Vec::new();
    for danger in table["danger"].as_array().unwrap() {
        let id = danger["id"].as_str().unwrap();
        let texts = danger[field].as_array().unwrap().iter();
        all.extend(texts.map(|text| (id.to_owned(), text.as_str().unwrap().to_owned())));
    }
    all
}

#[test]
fn every_phrase_of_danger_fires_wherever_it_stands() {
    let phrases = lists("phrases");
    assert!(phrases.len() > 400);
    for (id, phrase) in phrases {
        let forms = [
            phrase.clone(),
            format!("Yesterday again… {phrase}, and then nothing."),
            phrase.to_uppercase(),
            phrase.replace('\'', "’"),
            phrase.replace('\'', ""),
            phrase.replace(' ', " \n "),
        ];
        for form in forms {
            assert!(Danger::find(&form).is_some(), "{id}: {form:?}");
        }
    }
}

#[test]
fn ordinary_sentences_never_fire() {
    let sentences = lists("never");
    assert!(sentences.len() > 80);
    for (id, sentence) in sentences {
        for form in [sentence.clone(), sentence.to_uppercase(), sentence.replace('\'', "’")] {
            assert_eq!(Danger::find(&form).map(Danger::id), None, "{id}: {form:?}");
        }
    }
}

#[test]
fn the_first_kind_in_the_order_of_the_file_speaks() {
    let cases = [
        ("he hits the kids and I want to die", Some("suicide")),
        ("he hits me and he hits the kids", Some("child-at-risk")),
        ("I cut myself", Some("self-harm")),
        ("career suicide", None),
        ("Career-suicide!", None),
        ("career suicide, and then suicide", Some("suicide")),
        ("she hit me up", None),
        ("she hit me, up there", None),
        ("she hit me", Some("violence-suffered")),
        ("want to die laughing", None),
        ("want\tto…die", Some("suicide")),
        ("self-harm", Some("self-harm")),
        ("unsuicidal", None),
        ("want to diet", None),
        ("don’t want to be alive", Some("suicide")),
        ("I want to d\u{301}ie", Some("suicide")),
        ("", None),
        ("😀\0\u{202e}", None),
    ];
    for (text, id) in cases {
        assert_eq!(Danger::find(text).map(Danger::id), id, "{text:?}");
    }
}

#[test]
fn blanking_an_everyday_phrase_joins_no_words_across_it() {
    // With the everyday phrase cut out, "want to" and "die" would meet.
    assert_eq!(Danger::find("I want to career suicide die"), None);
}

#[test]
fn a_long_text_is_searched_to_its_end() {
    let long = "We spoke of the weather and of work, and it was well. ".repeat(2_000);
    assert_eq!(Danger::find(&long), None);
    assert_eq!(Danger::find(&(long + "I want to die")).map(Danger::id), Some("suicide"));
}
