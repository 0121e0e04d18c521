//! What the catch line makes of what is typed: the first row is what Enter takes.
//! Knows nothing of the line itself.

use attune::domain::moment::Line;
use attune::domain::person::OwnText;
use attune::domain::{
    About, Code, Kind, Moment, MomentId, Naming, OwnWord, OwnWordKind, Person, PersonId, Standing,
    Strength, WordId,
};
use attune::insight::{Cause, Group, Offer, OfferRow, Suffix, Why, offers, read};
use attune::vocabulary::{Area, Feeling, Need};

const WOBBLY: WordId = WordId([7; 8]);

fn person() -> Person {
    let mut person =
        Person::new(PersonId([1; 8]), Kind::Client, Code::parse("Heron").expect("a code"));
    let text = OwnText::parse("Wobbly").expect("a text");
    person.own_words.push(OwnWord { id: WOBBLY, text, kind: OwnWordKind::Feeling(None) });
    person
}

/// "f" gives the moment a feeling (frustrated), "n" a need, "a" an area, "l" a label.
fn moment(has: &str) -> Moment {
    let mut moment = Moment::new(MomentId([1; 8]));
    for letter in has.chars() {
        match letter {
            'f' => {
                let feeling = Feeling::from_id("frustrated").expect("frustrated");
                moment.feel(Naming::Known(feeling), About::Moment);
            }
            'n' => {
                let need = Need::from_id("competence").expect("competence");
                moment.mark_need(Naming::Known(need), Standing::Unmet);
            }
            'a' => moment.area = Area::all().next().map(attune::domain::moment::AreaName::Known),
            'l' => moment.label = Line::parse("Monday").ok(),
            _ => panic!("{letter}"),
        }
    }
    moment
}

fn name(row: &OfferRow) -> String {
    match &row.offer {
        Offer::Feeling(Naming::Known(it)) => it.id().to_owned(),
        Offer::Need(Naming::Known(it)) => it.id().to_owned(),
        Offer::Judgement(it) => it.id().to_owned(),
        Offer::Area(it) => it.id().to_owned(),
        Offer::Feeling(_) | Offer::Need(_) => format!("own {}", row.text),
        other => format!("{other:?} {}", row.text),
    }
}

fn rows(raw: &str, has: &str) -> Vec<String> {
    let groups = offers(raw, Some(&moment(has)), Some(&person()));
    groups.iter().flat_map(|group| &group.rows).map(name).collect()
}

fn groups(raw: &str, has: &str) -> Vec<Group> {
    offers(raw, Some(&moment(has)), Some(&person())).iter().map(|group| group.group).collect()
}

#[test]
fn enter_takes_what_is_meant() {
    let check = |raw: &str, has: &str, first: &str| {
        let rows = rows(raw, has);
        assert_eq!(rows.first().map(String::as_str), Some(first), "{raw:?} {has:?}: {rows:?}");
    };
    check("fru", "", "frustrated");
    check("comp", "f", "competence");
    check("wor", "fn", "area-work");
    check("worr", "", "worried");
    check("fru 4", "fna", "frustrated");
    check("fru", "fna", "frustrated");
    check("comp +", "", "competence");
    check("wor 3", "fn", "worthy");
    check("agency", "", "control");
    check("agency", "fna", "control");
    check("burnout", "f", "burned-out");
    check("betrayed", "", "betrayed");
    check("a failure", "", "failure");
    check("failure", "f", "failure");
    check("control", "", "control");
    check("safe", "f", "safe");
    check("wob", "", "own Wobbly");
    check("WOBBLY 4", "fna", "own Wobbly");
    check("frustration", "fna", "frustrated");
}

#[test]
fn what_the_moment_lacks_comes_first_among_equally_good_matches() {
    use Group::{Areas, Feelings, Needs};
    let check = |raw: &str, has: &str, wanted: &[Group]| {
        let found = groups(raw, has);
        assert_eq!(found.get(..wanted.len()), Some(wanted), "{raw:?} {has:?}: {found:?}");
    };
    check("fri", "f", &[Needs, Areas]);
    check("fri", "fn", &[Areas]);
    check("comp", "", &[Feelings]);
    check("comp", "f", &[Needs]);
    check("comp", "fna", &[Feelings]);
    check("comp 2", "f", &[Feelings]);
    check("comp ~", "", &[Needs]);
    // No need of that name: its synonyms do not get ahead of the feelings.
    check("fru", "f", &[Feelings]);
    check("anx", "fa", &[Feelings]);
}

#[test]
fn needs_that_the_moment_points_to_stand_first_and_say_so() {
    let groups = offers("co", Some(&moment("f")), None);
    let row = &groups[0].rows[0];
    assert_eq!(name(row), "competence");
    let frustrated = Feeling::from_id("frustrated").expect("frustrated");
    assert_eq!(row.why, Why::PointsHere(Cause::Feeling(frustrated), None));
    assert_eq!(&row.text[row.bold.clone()], "Co");
}

#[test]
fn a_row_says_by_which_synonym_it_was_found() {
    let groups = offers("agency", None, None);
    let row = &groups[0].rows[0];
    assert_eq!(
        (row.text.as_str(), row.bold.len(), row.why),
        ("Control", 0, Why::FoundBy("agency"))
    );
    let groups = offers("control", None, None);
    let row = &groups[0].rows[0];
    assert!(matches!(row.why, Why::Definition(text) if !text.is_empty()));
}

#[test]
fn a_suffix_stands_by_itself_at_the_end() {
    let strength = |it: u8| Some(Suffix::Strength(Strength::new(it).expect("1 to 5")));
    let standing = |it: Standing| Some(Suffix::Standing(it));
    for (raw, text, suffix) in [
        ("fru 4", "fru", strength(4)),
        ("  fru   1 ", "fru", strength(1)),
        ("fru\u{a0}5", "fru", strength(5)),
        ("comp +", "comp", standing(Standing::Met)),
        ("comp ~", "comp", standing(Standing::Partly)),
        ("comp -", "comp", standing(Standing::Unmet)),
        ("comp \u{2212}", "comp", standing(Standing::Unmet)),
        ("4", "", strength(4)),
        ("+", "", standing(Standing::Met)),
        ("", "", None),
        ("fru 6", "fru 6", None),
        ("fru 0", "fru 0", None),
        ("fru 44", "fru 44", None),
        ("fru4", "fru4", None),
        ("comp+", "comp+", None),
        ("fru \u{664}", "fru \u{664}", None),
        ("שלום 3", "שלום", strength(3)),
        ("😀 3", "😀", strength(3)),
    ] {
        let typed = read(raw);
        assert_eq!((typed.text, typed.suffix), (text, suffix), "{raw:?}");
    }
}

#[test]
fn a_lone_suffix_offers_nothing() {
    for raw in ["4", " + ", "~", "-", "\0"] {
        assert_eq!(offers(raw, Some(&moment("f")), None), [], "{raw:?}");
    }
}

#[test]
fn text_it_does_not_know_is_offered_in_the_persons_own_words() {
    let check =
        |raw: &str, has: &str, wanted: &[&str]| assert_eq!(rows(raw, has), wanted, "{raw:?}");
    check(
        "qzx",
        "",
        &["AsFeeling qzx", "AsNeed qzx", "AsLabel qzx", "AsBehaviour qzx", "AsChoice qzx"],
    );
    check("qzx", "l", &["AsFeeling qzx", "AsNeed qzx", "AsBehaviour qzx", "AsChoice qzx"]);
    check(
        "the call on Sunday",
        "",
        &[
            "AsLabel the call on Sunday",
            "AsBehaviour the call on Sunday",
            "AsChoice the call on Sunday",
            "AsFeeling the call on Sunday",
            "AsNeed the call on Sunday",
        ],
    );
    check("qzx 4", "l", &["AsFeeling qzx", "AsNeed qzx 4", "AsBehaviour qzx 4", "AsChoice qzx 4"]);
}

#[test]
fn what_the_last_word_of_an_unknown_text_names_comes_after_own_words() {
    let check = |raw: &str, has: &str, wanted: &[&str]| {
        let rows = rows(raw, has);
        let known: Vec<_> = rows.iter().filter(|row| !row.starts_with("As")).collect();
        assert_eq!(known, wanted, "{raw:?}: {rows:?}");
        assert!(rows[0].starts_with("As"), "{raw:?}: {rows:?}");
    };
    check("I feel betrayed", "", &["betrayed"]);
    check("I am so frustrated 4", "f", &["frustrated"]);
    check("feeling wobbly", "", &["own Wobbly"]);
    check("felt like such a failure", "", &["failure"]);
    check("the day he asked about frus", "", &[]);
}

#[test]
fn own_words_never_repeat_what_is_there_by_name() {
    let own = |raw: &str, has: &str| -> Vec<String> {
        rows(raw, has).into_iter().filter(|row| row.starts_with("As")).collect()
    };
    assert_eq!(own("wobbly", "l"), ["AsNeed wobbly", "AsBehaviour wobbly"]);
    assert_eq!(own("frustrated", "l"), ["AsNeed frustrated", "AsBehaviour frustrated"]);
    assert_eq!(own("competence", "l"), ["AsFeeling competence", "AsBehaviour competence"]);
    assert_eq!(own("fru 4", ""), ["AsLabel fru 4", "AsBehaviour fru 4"]);
}

#[test]
fn nothing_is_offered_as_what_it_is_too_long_for() {
    let long = |letters: usize| "é".repeat(letters);
    let kinds = |raw: &str| -> Vec<Offer> {
        let groups = offers(raw, None, None);
        groups.into_iter().flat_map(|group| group.rows).map(|row| row.offer).collect()
    };
    assert_eq!(kinds(&long(40)).len(), 5);
    assert_eq!(kinds(&long(41)), [Offer::AsLabel, Offer::AsBehaviour, Offer::AsChoice]);
    assert_eq!(kinds(&long(140)).len(), 3);
    assert_eq!(kinds(&long(141)), []);
}

#[test]
fn a_phrase_of_danger_is_never_answered() {
    let text = "I want to die";
    let wanted = ["AsLabel", "AsBehaviour", "AsChoice"].map(|it| format!("{it} {text}"));
    assert_eq!(rows(text, "f"), wanted);
    assert_eq!(rows("suicidal", "fl"), ["AsBehaviour suicidal", "AsChoice suicidal"]);
}

#[test]
fn the_list_stays_short() {
    for raw in ["a", "s", "e", "co", "re", "in", "un", "self", "being"] {
        for has in ["", "f", "fn", "fna"] {
            let found = offers(raw, Some(&moment(has)), None);
            let known = found.iter().filter(|group| group.group != Group::OwnWords);
            let lengths: Vec<usize> = known.map(|group| group.rows.len()).collect();
            assert!(lengths.iter().all(|rows| (1..=4).contains(rows)), "{raw:?}: {lengths:?}");
            assert!(lengths.iter().sum::<usize>() <= 9, "{raw:?}: {lengths:?}");
        }
    }
}

#[test]
fn sexual_expression_is_there_for_whoever_types_it_and_for_nobody_else() {
    let has = |raw: &str| rows(raw, "f").iter().any(|row| row == "sexual-expression");
    assert!(has("sexual") && has("sexual expression") && has("sex"));
    assert!(!has("s") && !has("se") && !has("expression"));
    assert!(!has(""));
}

#[test]
fn an_empty_line_can_be_asked_what_could_come_next() {
    assert_eq!(groups("", ""), [Group::Areas]);
    assert_eq!(groups(" ", "f"), [Group::Suggested, Group::Areas]);
    assert_eq!(groups("", "fa"), [Group::Suggested]);
    assert_eq!(groups("", "a"), []);
    assert_eq!(rows("", "fa").first().map(String::as_str), Some("progress"));
    assert_eq!(offers("", None, None).len(), 1);
}

#[test]
fn concepts_are_not_caught() {
    for concept in attune::vocabulary::Concept::all() {
        for row in rows(concept.name(), "") {
            assert_ne!(row, concept.id());
        }
    }
}
