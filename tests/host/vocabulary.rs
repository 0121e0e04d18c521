//! What the compiled vocabulary holds, and that its links run both ways.
//! Knows nothing of how words.toml is read: `build_check` does.

use attune::vocabulary::{
    Area, Concept, Danger, Family, Feeling, Judgement, JudgementAbout, Language, Need, NeedGroup,
    PointsTo, fold, judgements_in, shared_screen, speak,
};

#[test]
fn every_entry_of_the_file_is_compiled_in() {
    let text = include_str!("../../words.toml");
    let written = |kind: &str| text.lines().filter(|line| *line == kind).count();
    let counts = [
        ("[[needs]]", Need::all().len(), 90),
        ("[[need_groups]]", NeedGroup::all().len(), 10),
        ("[[feelings]]", Feeling::all().len(), 225),
        ("[[feeling_families]]", Family::all().len(), 14),
        ("[[judgements]]", Judgement::all().len(), 106),
        ("[[areas]]", Area::all().len(), 12),
        ("[[concepts]]", Concept::all().len(), 14),
        ("[[danger]]", Danger::all().len(), 6),
    ];
    for (kind, compiled, known) in counts {
        assert_eq!((compiled, written(kind)), (known, known), "{kind}");
    }
}

fn file() -> toml::Table {
    include_str!("../../words.toml").parse().unwrap()
}

fn text<'f>(entry: &'f toml::Value, field: &str) -> &'f str {
    entry[field].as_str().unwrap()
}

fn texts<'f>(entry: &'f toml::Value, field: &str) -> Vec<&'f str> {
    let list = entry.get(field).and_then(|list| list.as_array());
    list.into_iter().flatten().map(|it| it.as_str().unwrap()).collect()
}

fn flag(entry: &toml::Value, field: &str) -> bool {
    entry.get(field).is_some_and(|it| it.as_bool().unwrap())
}

#[test]
fn every_need_is_what_the_file_says() {
    for (need, entry) in Need::all().zip(file()["needs"].as_array().unwrap()) {
        assert_eq!([need.id(), need.name()], ["id", "name"].map(|it| text(entry, it)));
        assert_eq!(
            [need.definition(), need.ask()],
            ["definition", "ask"].map(|it| text(entry, it))
        );
        assert_eq!(need.synonyms(), texts(entry, "synonyms"));
        assert_eq!(
            (need.group().id(), need.is_core(), need.asks_who(), need.is_not_asked_after_harm()),
            (
                text(entry, "group"),
                flag(entry, "core"),
                flag(entry, "asks_who"),
                flag(entry, "not_after_harm")
            )
        );
    }
}

#[test]
fn every_feeling_is_what_the_file_says() {
    for (feeling, entry) in Feeling::all().zip(file()["feelings"].as_array().unwrap()) {
        let written = ["id", "name", "definition"].map(|it| text(entry, it));
        assert_eq!([feeling.id(), feeling.name(), feeling.definition()], written);
        assert_eq!(feeling.synonyms(), texts(entry, "synonyms"));
        assert_eq!(feeling.family().id(), text(entry, "family"));
        assert_eq!(feeling.care_note(), flag(entry, "care_note"));
        assert_eq!(
            feeling.needs().iter().map(|it| it.id()).collect::<Vec<_>>(),
            texts(entry, "needs")
        );
        let covered: Vec<_> = feeling.may_cover().iter().map(|it| it.id()).collect();
        assert_eq!(covered, texts(entry, "may_cover"));
        let numbers = [feeling.valence(), feeling.energy()].map(i64::from);
        assert_eq!(numbers, ["valence", "energy"].map(|it| entry[it].as_integer().unwrap()));
        assert_eq!(format!("{:?}", feeling.points_to()).to_lowercase(), text(entry, "points_to"));
    }
}

#[test]
fn every_judgement_is_what_the_file_says() {
    for (judgement, entry) in Judgement::all().zip(file()["judgements"].as_array().unwrap()) {
        let written = ["id", "word", "definition"].map(|it| text(entry, it));
        assert_eq!([judgement.id(), judgement.name(), judgement.definition()], written);
        assert_eq!(judgement.synonyms(), texts(entry, "synonyms"));
        assert_eq!(
            judgement.needs().iter().map(|it| it.id()).collect::<Vec<_>>(),
            texts(entry, "needs")
        );
        let felt: Vec<_> = judgement.feelings().iter().map(|it| it.id()).collect();
        assert_eq!(felt, texts(entry, "feelings"));
        assert_eq!(judgement.may_be_harm(), flag(entry, "may_be_harm"));
        assert_eq!(judgement.care_note(), flag(entry, "care_note"));
        assert_eq!(judgement.pleasant(), text(entry, "tone") == "pleasant");
        let about = match judgement.about() {
            JudgementAbout::Other => "other",
            JudgementAbout::SelfAbout => "self",
            JudgementAbout::Situation => "situation",
        };
        assert_eq!(about, text(entry, "about"));
    }
}

#[test]
fn every_pointer_to_help_is_what_the_file_says() {
    let file = file();
    for (danger, entry) in Danger::all().zip(file["danger"].as_array().unwrap()) {
        let written = ["id", "client", "therapist"].map(|it| text(entry, it));
        assert_eq!([danger.id(), danger.client(), danger.therapist()], written);
    }
    assert_eq!(shared_screen(), text(&file["meta"], "shared_screen"));
}

#[test]
fn small_kinds_have_their_words() {
    let first = |texts: Vec<&'static str>| {
        texts.into_iter().all(|text| text.chars().next().is_some_and(char::is_uppercase))
    };
    assert!(first(NeedGroup::all().flat_map(|group| [group.name(), group.summary()]).collect()));
    assert!(first(Family::all().flat_map(|family| [family.name(), family.signal()]).collect()));
    assert!(first(Area::all().flat_map(|area| [area.name(), area.covers()]).collect()));
    assert!(first(
        Concept::all().flat_map(|concept| [concept.name(), concept.definition()]).collect()
    ));
    assert!(Area::all().all(|area| !area.synonyms().is_empty()));
    assert!(Concept::all().any(|concept| concept.synonyms().contains(&"observation")));
    assert_eq!(Family::all().filter(|family| family.comfortable()).count(), 6);
}

#[test]
fn every_need_is_reached_from_both_sides() {
    for need in Need::all() {
        let feelings: Vec<_> = need.feelings().collect();
        assert_eq!(feelings.len(), need.reach(), "{}", need.id());
        let seen = |side: PointsTo| {
            feelings
                .iter()
                .filter(|(it, _)| [side, PointsTo::Either].contains(&it.points_to()))
                .count()
        };
        assert!(
            feelings.len() >= 4 && seen(PointsTo::Unmet) >= 2 && seen(PointsTo::Met) >= 1,
            "{}",
            need.id()
        );
        assert!(
            feelings.iter().all(|(feeling, rank)| feeling.needs()[*rank] == need),
            "{}",
            need.id()
        );
        assert!(
            need.judgements().all(|(judgement, rank)| judgement.needs()[rank] == need),
            "{}",
            need.id()
        );
    }
    assert_eq!(
        Need::all().map(Need::reach).sum::<usize>(),
        Feeling::all().map(|it| it.needs().len()).sum::<usize>()
    );
}

#[test]
fn groups_and_families_hold_every_entry_once() {
    let needs: Vec<_> = NeedGroup::all().flat_map(NeedGroup::needs).collect();
    let feelings: Vec<_> = Family::all().flat_map(Family::feelings).collect();
    assert_eq!(needs.len(), Need::all().len());
    assert_eq!(feelings.len(), Feeling::all().len());
    assert!(NeedGroup::all().all(|group| group.needs().next().is_some()));
    assert!(Family::all().all(|family| family.feelings().next().is_some()));
}

#[test]
fn an_id_leads_back_to_its_entry_and_only_within_its_kind() {
    speak(Language::EnGb);
    assert!(Need::all().all(|it| Need::from_id(it.id()) == Some(it)));
    assert!(Feeling::all().all(|it| Feeling::from_id(it.id()) == Some(it)));
    assert!(Judgement::all().all(|it| Judgement::from_id(it.id()) == Some(it)));
    assert!(Area::all().all(|it| Area::from_id(it.id()) == Some(it)));
    assert!(Concept::all().all(|it| Concept::from_id(it.id()) == Some(it)));
    assert!(Danger::all().all(|it| Danger::from_id(it.id()) == Some(it)));
    assert!(Need::all().all(|it| Feeling::from_id(it.id()).is_none()));
    assert_eq!(Need::from_id("rest").map(Need::name), Some("Rest"));
    for unknown in ["", "Rest", "rest ", "no-such-need", "re\0st"] {
        assert_eq!(Need::from_id(unknown), None, "{unknown:?}");
    }
}

#[test]
fn folding_forgets_case_and_accents_alone() {
    let cases = [
        ("Élan", "elan"),
        ("ÀÉÎÕÜ çñ øł", "aeiou cn ol"),
        ("Straße œuvre Æon", "strasse oeuvre aeon"),
        ("e\u{301}tude", "etude"),
        ("can’t", "can't"),
        ("İstanbul ıſ", "istanbul is"),
        ("ΔΈΣ ς Ж Ё ё", "δεσ σ ж ё ё"),
        ("Ạạ Ș", "ạạ s"),
        ("3 × 4 ÷ 2", "3 × 4 ÷ 2"),
        ("a\0b\tc\u{a0}d", "ab c d"),
        ("", ""),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text), folded, "{text:?}");
    }
}

#[test]
fn judgements_are_heard_inside_a_text() {
    check_heard("I feel betrayed", &[("betrayed", "betrayed")]);
    check_heard("BETRAYED, and used.", &[("betrayed", "BETRAYED"), ("used", "used")]);
    check_heard("such a failure again", &[("failure", "a failure")]);
    check_heard("failure", &[("failure", "failure")]);
    check_heard("they just let me down", &[]);
    check_heard("Let down — let-down!", &[("let-down", "Let down"), ("let-down", "let-down")]);
    check_heard("set up to fail", &[("set-up-to-fail", "set up to fail")]);
    check_heard("unabused", &[]);
    check_heard("😀 \u{202e}betrayed\u{202c}\0 é", &[("betrayed", "betrayed")]);
    check_heard("bétráyed", &[("betrayed", "bétráyed")]);
    check_heard("", &[]);
}

fn check_heard(text: &str, expected: &[(&str, &str)]) {
    let heard: Vec<_> = judgements_in(text)
        .into_iter()
        .map(|(judgement, span)| (judgement.id(), &text[span]))
        .collect();
    assert_eq!(heard, expected, "{text:?}");
}

#[test]
fn every_judgement_is_heard_by_its_own_words() {
    for judgement in Judgement::all() {
        for word in [judgement.name()].iter().chain(judgement.synonyms()) {
            let heard = judgements_in(word);
            assert!(heard.iter().any(|(_, span)| *span == (0..word.len())), "{word}: {heard:?}");
        }
    }
}
