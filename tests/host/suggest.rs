//! Which needs a moment's feelings and judgements point to, and which feelings go with a need.
//! Knows nothing of how a suggestion is shown.

use attune::domain::moment::Line;
use attune::domain::{About, Item, KnownBy, Listed, Moment, MomentId, Naming, Standing, Strength};
use attune::insight::{Cause, often_felt, suggest};
use attune::vocabulary::{Feeling, Judgement, Need, PointsTo};

fn feeling(id: &str) -> Feeling {
    Feeling::from_id(id).expect(id)
}

fn need(id: &str) -> Need {
    Need::from_id(id).expect(id)
}

fn judgement(id: &str) -> Judgement {
    Judgement::from_id(id).expect(id)
}

fn moment(felt: &[&str], heard: &[&str]) -> Moment {
    let mut moment = Moment::new(MomentId([1; 8]));
    for id in felt {
        moment.feel(Naming::Known(feeling(id)), About::Moment);
    }
    for id in heard {
        moment.hear(Naming::Known(judgement(id)));
    }
    moment
}

fn suggested(moment: &Moment) -> Vec<&'static str> {
    suggest(moment).iter().map(|it| it.need.id()).collect()
}

/// The first suggestions are these, in whatever order.
fn check(felt: &[&str], heard: &[&str], first: &[&str]) {
    let ids = suggested(&moment(felt, heard));
    let mut found = ids.get(..first.len()).expect("as many suggestions").to_vec();
    let mut wanted = first.to_vec();
    found.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(found, wanted, "{felt:?} {heard:?}: {ids:?}");
}

#[test]
fn the_needs_that_the_vocabulary_promises_come_first() {
    check(&["frustrated", "helpless"], &[], &["control", "influence", "progress", "competence"]);
    check(&["worried", "dreading"], &["underpaid"], &["financial-security"]);
    check(
        &["anxious", "jealous"],
        &["replaced"],
        &["being-wanted", "relationship-security", "reassurance"],
    );
    check(
        &["guilty", "torn", "exhausted"],
        &["selfish"],
        &["integrity", "giving-care", "self-compassion", "balance"],
    );
}

#[test]
fn suggestions_stand_strongest_first_each_with_its_strongest_cause_first() {
    let found = suggest(&moment(&["helpless", "frustrated"], &["incompetent"]));
    assert!(found.iter().all(|it| it.weight > 0.0 && !it.because.is_empty()));
    assert!(found.is_sorted_by(|a, b| a.weight >= b.weight));
    let of = |id: &str| found.iter().find(|it| it.need.id() == id).expect(id).because.clone();
    let [helpless, frustrated] = ["helpless", "frustrated"].map(|id| Cause::Feeling(feeling(id)));
    assert_eq!(of("control"), [helpless, frustrated]);
    assert_eq!(of("competence"), [Cause::Judgement(judgement("incompetent")), frustrated]);
}

#[test]
fn what_is_marked_dismissed_or_never_offered_unasked_is_left_out() {
    let mut it = moment(&["frustrated", "helpless"], &[]);
    it.mark_need(Naming::Known(need("control")), Standing::NotSaid);
    it.dismissed.push(Listed::Known(need("influence")));
    let ids = suggested(&it);
    assert!(!ids.contains(&"control") && !ids.contains(&"influence"), "{ids:?}");
    assert!(ids.contains(&"progress"), "{ids:?}");

    let points_there = need("sexual-expression").feelings().map(|(feeling, _)| feeling.id());
    let points_there: Vec<_> = points_there.collect();
    assert!(!points_there.is_empty());
    assert!(!suggested(&moment(&points_there, &[])).contains(&"sexual-expression"));
}

#[test]
fn what_may_be_harm_points_to_nothing() {
    for harm in Judgement::all().filter(|judgement| judgement.may_be_harm()) {
        assert_eq!(suggested(&moment(&[], &[harm.id()])), [""; 0], "{}", harm.id());
    }
    assert_eq!(
        suggest(&moment(&["afraid"], &["abused"])),
        suggest(&moment(&["afraid"], &[])),
        "nor does it push what a feeling points to"
    );
}

#[test]
fn a_phrase_of_danger_is_never_answered_with_a_need() {
    let line = || Line::parse("I want to end it all").expect("a line");
    let change: [fn(&mut Moment, Line); 3] = [
        |it, line| it.label = Some(line),
        |it, line| _ = it.add_behaviour(line),
        |it, line| _ = it.add_choice(line),
    ];
    for change in change {
        let mut it = moment(&["hopeless"], &[]);
        assert!(!suggest(&it).is_empty());
        change(&mut it, line());
        assert_eq!(suggest(&it), []);
    }
}

#[test]
fn a_guess_weighs_half_until_it_is_confirmed() {
    let weight = |known_by: KnownBy| {
        let mut it = moment(&["frustrated"], &[]);
        for item in &mut it.items {
            if let Item::Felt(felt) = item {
                felt.known_by = known_by;
            }
        }
        suggest(&it).first().expect("a suggestion").weight
    };
    let said = weight(KnownBy::Said);
    assert_eq!(weight(KnownBy::Guessed), said / 2.0);
    assert_eq!(weight(KnownBy::Seen), said);
    assert_eq!(weight(KnownBy::Confirmed), said);
}

#[test]
fn neither_strength_nor_a_second_mention_changes_the_order() {
    let plain = moment(&["frustrated", "lonely"], &[]);
    let mut loud = plain.clone();
    if let Some(Item::Felt(felt)) = loud.items.first_mut() {
        felt.strength = Strength::new(5);
    }
    let about = loud.items.last().expect("an item").id();
    loud.feel(Naming::Known(feeling("frustrated")), About::Item(about));
    assert_eq!(suggest(&loud), suggest(&plain));
}

#[test]
fn an_empty_moment_and_words_it_does_not_know_suggest_nothing() {
    let mut it = moment(&[], &[]);
    assert_eq!(suggest(&it), []);
    it.feel(Naming::Unknown("from-a-newer-one".into()), About::Moment);
    it.hear(Naming::Unknown("from-a-newer-one".into()));
    assert_eq!(suggest(&it), []);
}

#[test]
fn every_need_leads_back_to_feelings_met_and_unmet() {
    for need in Need::all() {
        let found = often_felt(need);
        assert!(!found.met.is_empty() && found.unmet.len() >= 2, "{}", need.id());
        for list in [&found.met, &found.unmet] {
            let rank = |it: &Feeling| it.needs().iter().position(|other| *other == need);
            assert!(list.is_sorted_by_key(rank), "{}: {list:?}", need.id());
        }
        assert!(found.met.iter().all(|it| it.points_to() != PointsTo::Unmet), "{}", need.id());
        assert!(found.unmet.iter().all(|it| it.points_to() != PointsTo::Met), "{}", need.id());
    }
}
