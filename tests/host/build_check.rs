//! A broken vocabulary is refused, with the entry's id and the reason in one line.
//! Compiles nothing: the check alone is under test, as the build script uses it.

#[path = "../../build/check.rs"]
mod check;
#[path = "../../src/vocabulary/fold.rs"]
#[allow(dead_code)]
mod fold;
use attune::order;
#[path = "../../src/vocabulary/phrase.rs"]
#[allow(dead_code)]
mod phrase;
#[path = "../../build/words.rs"]
#[allow(dead_code)]
mod words;

const SOUND: &str = include_str!("../../words.toml");

/// The vocabulary with two phrases of danger in each list: trying all of them takes a quarter of a second each time.
fn sound_and_short() -> String {
    let shorten = |line: &str| {
        let long =
            ["phrases = ", "unless = ", "never = "].iter().any(|list| line.starts_with(list));
        let items: Vec<_> = line.split("\", \"").collect();
        match items.get(..2) {
            Some(items) if long && line.matches("\", \"").count() > 1 => {
                items.join("\", \"") + "\"]\n"
            }
            _ => format!("{line}\n"),
        }
    };
    SOUND.lines().map(shorten).collect()
}

/// The faults of the vocabulary with one piece of its text changed.
fn faults(from: &str, to: &str) -> Vec<String> {
    let sound = sound_and_short();
    assert!(sound.contains(from), "nothing to break: {from:?}");
    check::check(&sound.replacen(from, to, 1)).err().unwrap_or_default()
}

fn check(from: &str, to: &str, expected: &str) {
    let faults = faults(from, to);
    assert!(faults.iter().any(|fault| fault == expected), "{to:?}: {faults:#?}");
    assert!(faults.iter().all(|fault| !fault.contains('\n')), "{faults:#?}");
}

#[test]
fn the_vocabulary_is_sound() {
    assert_eq!(check::check(SOUND).err(), None);
    assert_eq!(check::check(&sound_and_short()).err(), None);
}

#[test]
fn a_definition_too_long_is_refused() {
    let rest = "Sleep, pauses and quiet hours in which strength comes back.";
    check(rest, &"x".repeat(97), "need \"rest\": definition has 97 characters, at most 90");
    assert_eq!(faults(rest, &"é".repeat(90)), [""; 0]);
}

#[test]
fn an_id_must_be_plain_and_the_only_one() {
    check(
        "id = \"rest\"",
        "id = \"movement\"",
        "need \"movement\": the id is already that of a need",
    );
    check(
        "id = \"situation\"",
        "id = \"rest\"",
        "concept \"rest\": the id is already that of a need",
    );
    let plain = "an id is lower-case letters, digits and hyphens";
    for id in ["Rest", "re st", "rest-", "", "rést"] {
        check("id = \"rest\"", &format!("id = \"{id}\""), &format!("need \"{id}\": {plain}"));
    }
}

#[test]
fn a_link_must_lead_somewhere() {
    let from = "needs = [\"joy\", \"love\", \"friendship\", \"security\", \"aliveness\"]";
    for (to, reason) in [
        ("needs = [\"joy\", \"loev\"]", "needs names \"loev\", which is not there"),
        ("needs = [\"joy\", \"happy\"]", "needs names \"happy\", which is not there"),
        ("needs = [\"joy\", \"joy\"]", "needs names \"joy\" twice"),
        ("needs = [\"joy\"]\nmay_cover = [\"happy\"]", "may_cover names itself"),
        (
            "needs = [\"joy\"]\nmay_cover = [\"rest\"]",
            "may_cover names \"rest\", which is not there",
        ),
    ] {
        check(from, to, &format!("feeling \"happy\": {reason}"));
    }
    let group = "need \"nourishment\": group names \"body\", which is not there";
    check("group = \"body-rest\"", "group = \"body\"", group);
    let family = "feeling \"happy\": family names \"joy\", which is not there";
    check("family = \"joy-happiness\"", "family = \"joy\"", family);
    let feeling = "judgement \"abandoned\": feelings names \"afriad\", which is not there";
    check("feelings = [\"afraid\", \"lonely\"", "feelings = [\"afriad\", \"lonely\"", feeling);
}

#[test]
fn a_choice_must_be_a_known_one() {
    let tone = "family \"joy-happiness\": tone is \"good\", not one of comfortable, uncomfortable";
    check("tone = \"comfortable\"", "tone = \"good\"", tone);
    let points = "feeling \"happy\": points_to is \"fulfilled\", not one of met, unmet, either";
    check("points_to = \"met\"", "points_to = \"fulfilled\"", points);
    let about = "judgement \"abandoned\": about is \"others\", not one of other, self, situation";
    check("about = \"other\"", "about = \"others\"", about);
    check("valence = 2", "valence = 3", "feeling \"happy\": valence is 3, not -2 to 2");
}

#[test]
fn a_need_that_feelings_hardly_reach_is_refused() {
    let to = "[[needs]]\nid = \"quiet-hours\"\ngroup = \"body-rest\"\nname = \"Quiet hours\"\n\
              definition = \"Hours.\"\nask = \"When?\"\nsynonyms = []\n\n[[needs]]\nid = \"rest\"";
    let need = "need \"quiet-hours\"";
    for reason in ["", "unmet ", "met "].into_iter().zip([4, 2, 1]) {
        let expected =
            format!("{need}: {}feelings that reach it: 0, at least {}", reason.0, reason.1);
        check("[[needs]]\nid = \"rest\"", to, &expected);
    }
}

#[test]
fn a_word_is_a_feeling_or_a_judgement_but_not_both() {
    let from = "synonyms = [\"deserted\", \"left behind\", \"abandonment\", \"walked out on\"]";
    for word in ["happy", "Burned-Out", "in good spirits", "HÀPPY"] {
        let felt = if word.starts_with('B') { "burned-out" } else { "happy" };
        let expected =
            format!("judgement \"abandoned\": \"{word}\" is also the feeling \"{felt}\"");
        check(from, &format!("synonyms = [\"{word}\"]"), &expected);
    }
}

#[test]
fn what_is_missing_empty_or_unknown_is_refused() {
    let ask = "ask = \"How have you been eating and drinking lately?\"\n";
    check(ask, "", "need \"nourishment\": ask is missing");
    for broken in ["ask = \"\"", "ask = \" \"", "ask = 3", "ask = [\"a\"]", "ask = \"a\\tb\""] {
        let expected = "need \"nourishment\": ask is unknown, empty or of the wrong type";
        check(ask, &format!("{broken}\n"), expected);
    }
    let name = "need \"rest\": name is unknown, empty or of the wrong type";
    check("name = \"Rest\"", "name = \"\"", name);
    check("name = \"Rest\"", "name = \"Rest\"\nnmae = \"Rest\"", &name.replace("name", "nmae"));
    check("shared_screen = ", "screen = ", "meta: shared_screen is missing or empty");
    let synonym = "need \"rest\": synonyms is unknown, empty or of the wrong type";
    check("synonyms = [\"sleep\", ", "synonyms = [\"\", ", synonym);
    assert_eq!(faults("[meta]", "[[meat]]\n[meta]"), ["\"meat\" is no part of a vocabulary"]);
}

#[test]
fn text_that_is_no_toml_is_refused_by_its_line() {
    let faults = faults("name = \"Rest\"", "name = \"Rest");
    let line = 1 + SOUND.lines().position(|line| line == "name = \"Rest\"").unwrap();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with(&format!("line {line}: ")), "{faults:?}");
}

#[test]
fn danger_must_fire_on_its_phrases_and_never_on_everyday_words() {
    let never = "danger \"suicide\": \"talk of suicide\" must never fire, but fires \"suicide\"";
    check("never = [\"dying to see you\", ", "never = [\"talk of suicide\", ", never);
    let phrase = "danger \"suicide\": the phrase \"career suicide\" does not fire";
    check("phrases = [\"suicide\", ", "phrases = [\"career suicide\", \"suicide\", ", phrase);
}

#[test]
fn all_faults_are_named_at_once() {
    let broken = SOUND.replacen("valence = 2", "valence = 9", 1).replacen(
        "about = \"other\"",
        "about = \"x\"",
        1,
    );
    let faults = check::check(&broken).err().unwrap_or_default();
    assert_eq!(faults.len(), 2, "{faults:#?}");
}
