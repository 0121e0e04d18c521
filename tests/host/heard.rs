//! What a judgement is answered with, and what asks for a pointer to human help.
//! Knows nothing of the words shown.

use attune::domain::moment::Line;
use attune::domain::{About, Listed, Moment, MomentId, Naming, Standing};
use attune::insight::{
    Beneath, HeardWord, Heavy, heard_in_moment, heard_in_text, heavy_in_moment, heavy_in_text,
};
use attune::vocabulary::{Danger, Feeling, Judgement, Need};

fn moment(label: &str, behaviours: &[&str]) -> Moment {
    let mut moment = Moment::new(MomentId([1; 8]));
    moment.label = Line::parse(label).ok();
    for text in behaviours {
        moment.add_behaviour(Line::parse(text).expect("a line"));
    }
    moment
}

fn hear(moment: &mut Moment, id: &str) {
    moment.hear(Naming::Known(Judgement::from_id(id).expect(id)));
}

fn feel(moment: &mut Moment, id: &str) {
    moment.feel(Naming::Known(Feeling::from_id(id).expect(id)), About::Moment);
}

fn words(heard: &[HeardWord]) -> Vec<(&str, &str)> {
    heard.iter().map(|it| (it.judgement.id(), it.written.as_str())).collect()
}

/// Of the first judgement heard, which is no harm.
fn beneath(moment: &Moment) -> (Vec<Feeling>, Vec<Need>) {
    match heard_in_moment(moment).remove(0).beneath {
        Beneath::Underneath { feelings, needs } => (feelings, needs),
        Beneath::MayBeHarm => panic!("this one is no harm"),
    }
}

#[test]
fn judgements_are_heard_where_they_were_caught_and_where_they_were_written() {
    let check = |label: &str, behaviours: &[&str], caught: &[&str], wanted: &[(&str, &str)]| {
        let mut it = moment(label, behaviours);
        caught.iter().for_each(|id| hear(&mut it, id));
        assert_eq!(words(&heard_in_moment(&it)), wanted, "{label:?} {behaviours:?}");
    };
    check("", &[], &[], &[]);
    check("Felt Betrayed by the team", &[], &[], &[("betrayed", "Betrayed")]);
    check("I am a failure", &[], &[], &[("failure", "a failure")]);
    check(
        "such a FAILURE!",
        &[],
        &["betrayed"],
        &[("betrayed", "Betrayed"), ("failure", "a FAILURE")],
    );
    check(
        "betrayed",
        &["felt ignored, said nothing"],
        &["betrayed"],
        &[("betrayed", "Betrayed"), ("ignored", "ignored")],
    );
    check("the betrayedness of it", &[], &[], &[]);
}

#[test]
fn what_may_lie_underneath_is_short_and_not_there_already() {
    let failure = Judgement::from_id("failure").expect("failure");
    let mut it = moment("", &[]);
    hear(&mut it, "failure");
    let (feelings, needs) = beneath(&it);
    assert_eq!(feelings, failure.feelings().iter().take(3).copied().collect::<Vec<_>>());
    assert_eq!(needs, failure.needs().iter().take(3).copied().collect::<Vec<_>>());

    feel(&mut it, feelings[0].id());
    it.mark_need(Naming::Known(needs[0]), Standing::Unmet);
    it.dismissed.push(Listed::Known(needs[1]));
    let (fewer, fewer_needs) = beneath(&it);
    assert!(!fewer.contains(&feelings[0]), "{fewer:?}");
    assert!(!fewer_needs.contains(&needs[0]) && !fewer_needs.contains(&needs[1]));
    assert!(!fewer_needs.is_empty());
}

#[test]
fn what_may_be_harm_is_never_translated() {
    for judgement in Judgement::all() {
        let mut it = moment("", &[]);
        hear(&mut it, judgement.id());
        let beneath = heard_in_moment(&it).remove(0).beneath;
        assert_eq!(beneath == Beneath::MayBeHarm, judgement.may_be_harm(), "{}", judgement.id());
    }
}

#[test]
fn a_phrase_of_danger_gets_the_pointer_and_nothing_else() {
    let mut it = moment("I am a failure", &["I said I want to die"]);
    assert_eq!(heard_in_moment(&it), []);
    assert_eq!(heard_in_text("a burden, better off dead", None), []);
    assert_eq!(words(&heard_in_text("like a burden", None)), [("burden", "a burden")]);
    let suicide = Danger::from_id("suicide").expect("suicide");
    feel(&mut it, "hopeless");
    assert_eq!(heavy_in_moment(&it), Some(Heavy::Danger(suicide)));
    assert_eq!(heavy_in_text("I want to die"), Some(Heavy::Danger(suicide)));
}

#[test]
fn of_several_dangers_the_first_of_the_vocabulary_is_pointed_at() {
    let it = moment("started cutting myself", &["he hits me"]);
    let found = heavy_in_moment(&it);
    assert_eq!(found, Danger::from_id("violence-suffered").map(Heavy::Danger));
    let mut it = moment("", &[]);
    it.add_choice(Line::parse("started cutting myself").expect("a line"));
    assert_eq!(heavy_in_moment(&it), Danger::from_id("self-harm").map(Heavy::Danger));
}

#[test]
fn a_word_with_a_care_note_is_heavy_once_it_is_caught() {
    let mut it = moment("hopeless, and feeling worthless", &[]);
    assert_eq!(heavy_in_moment(&it), None);
    hear(&mut it, "worthless");
    assert_eq!(heavy_in_moment(&it), Some(Heavy::Care));
    let mut it = moment("", &[]);
    feel(&mut it, "frustrated");
    assert_eq!(heavy_in_moment(&it), None);
    feel(&mut it, "hopeless");
    assert_eq!(heavy_in_moment(&it), Some(Heavy::Care));
}
