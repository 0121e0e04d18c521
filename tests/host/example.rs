//! The two cases of the source text, as they can be looked around in.
//! Knows nothing of screens.

use std::collections::BTreeSet;

use attune::domain::moment::AreaName;
use attune::domain::{Day, Item, Journal, Moment, Naming, Standing};
use attune::example::cabinet;
use attune::insight::{heavy_in_moment, heavy_in_text, suggest};
use attune::vocabulary::{Area, Need};

fn today() -> Day {
    Day::parse("2026-11-22").expect("a day")
}

fn moments(journal: &Journal) -> Vec<&Moment> {
    journal.sessions.iter().flat_map(|it| &it.moments).map(|it| &**it).collect()
}

fn areas_where(journal: &Journal, need: &str, standing: Standing) -> BTreeSet<&'static str> {
    let need = Naming::Known(Need::from_id(need).expect(need));
    let holds = |moment: &&&Moment| {
        moment.needs().any(|mark| mark.need == need && mark.standing == standing)
    };
    moments(journal).iter().filter(holds).filter_map(|moment| area(moment)).map(Area::id).collect()
}

fn area(moment: &Moment) -> Option<Area> {
    match &moment.area {
        Some(AreaName::Known(area)) => Some(*area),
        _ => None,
    }
}

#[test]
fn sues_needs_stand_as_the_source_text_tells() {
    let cabinet = cabinet(today());
    let sue = &cabinet.journals[0];
    assert_eq!(sue.person.code.as_str(), "Sue");
    let check = |need: &str, standing: Standing, areas: &[&str]| {
        let found = areas_where(sue, need, standing);
        assert!(areas.iter().all(|area| found.contains(area)), "{need} {standing:?}: {found:?}");
    };
    check("financial-security", Standing::Met, &["area-money"]);
    check("making-a-difference", Standing::Met, &["area-work"]);
    check("competence", Standing::Unmet, &["area-work"]);
    check("love", Standing::Unmet, &["area-partner", "area-family"]);
    check("joy", Standing::Unmet, &["area-family"]);
    check("relationship-security", Standing::Unmet, &["area-partner"]);
    assert!(areas_where(sue, "financial-security", Standing::Unmet).is_empty());
}

#[test]
fn the_healthcare_worker_loves_the_work_and_hates_the_hospital() {
    let cabinet = cabinet(today());
    let worker = &cabinet.journals[1];
    let felt = |id: &str| {
        let of =
            |it: &&Moment| it.felt().any(|it| it.feeling.known().is_some_and(|it| it.id() == id));
        moments(worker).iter().filter(|it| of(it)).count()
    };
    assert!(felt("love-for-work") >= 2 && felt("hate-for-workplace") >= 1);
    assert!(felt("helpless") >= 3);
    assert!(areas_where(worker, "respect", Standing::Unmet).contains("area-work"));
    assert!(areas_where(worker, "security", Standing::Unmet).contains("area-money"));
}

#[test]
fn the_need_nobody_names_is_pointed_at_in_several_areas() {
    let control = Need::from_id("control").expect("control");
    for journal in &cabinet(today()).journals {
        let named = |it: &&Moment| it.needs().any(|mark| mark.need.known() == Some(control));
        assert!(!moments(journal).iter().any(named));
        let pointed: BTreeSet<_> = moments(journal)
            .into_iter()
            .filter(|it| suggest(it).iter().take(5).any(|it| it.need == control))
            .filter_map(area)
            .collect();
        assert!(pointed.len() >= 2, "{}: {pointed:?}", journal.person.code.as_str());
    }
}

#[test]
fn every_text_fits_and_every_id_is_known() {
    for journal in &cabinet(today()).journals {
        for moment in moments(journal) {
            let label = moment.label.as_ref().expect("a label that fits").as_str();
            assert!(label.chars().count() <= 40, "points at the story, does not tell it: {label}");
            assert!(area(moment).is_some(), "{label}");
            assert_eq!(usize::from(moment.next_item), moment.items.len() + 1, "{label}: a gap");
            for item in &moment.items {
                let known = match item {
                    Item::Felt(it) => !matches!(it.feeling, Naming::Unknown(_)),
                    Item::Need(it) => !matches!(it.need, Naming::Unknown(_)),
                    Item::Heard(it) => !matches!(it.judgement, Naming::Unknown(_)),
                    Item::Behaviour(_) | Item::Choice(_) => true,
                };
                assert!(known, "{label}: {item:?}");
            }
        }
        for word in &journal.person.own_words {
            let used = |it: &&Moment| it.felt().any(|it| it.feeling == Naming::Own(word.id));
            assert!(moments(journal).iter().any(used), "{word:?}");
        }
    }
}

#[test]
fn nothing_in_it_is_heavy() {
    for journal in &cabinet(today()).journals {
        for session in &journal.sessions {
            assert_eq!(heavy_in_text(session.reflection.as_str()), None);
            assert_eq!(heavy_in_text(session.record.as_str()), None);
            assert!(!session.reflection.is_empty() && !session.record.is_empty());
        }
        for moment in moments(journal) {
            assert_eq!(heavy_in_moment(moment), None, "{:?}", moment.label);
        }
    }
}

#[test]
fn it_shows_every_kind_of_thing_that_can_be_caught() {
    let cabinet = cabinet(today());
    let items = || cabinet.journals.iter().flat_map(|it| moments(it)).flat_map(|it| &it.items);
    let felt = || items().filter_map(|it| if let Item::Felt(it) = it { Some(it) } else { None });
    let needs = || items().filter_map(|it| if let Item::Need(it) = it { Some(it) } else { None });
    for by in attune::domain::KnownBy::ALL {
        assert!(felt().any(|it| it.known_by == by), "{by:?}");
    }
    for standing in Standing::SAID {
        assert!(needs().any(|it| it.standing == standing), "{standing:?}");
    }
    for hands in attune::domain::Hands::ALL {
        assert!(needs().any(|it| it.hands == Some(hands)), "{hands:?}");
    }
    assert!(items().any(|it| matches!(it, Item::Heard(_))));
    assert!(items().any(|it| matches!(it, Item::Behaviour(_))));
    assert!(items().any(|it| matches!(it, Item::Choice(_))));
    assert!(felt().any(|it| it.about != attune::domain::About::Moment));
}

#[test]
fn sessions_lie_in_the_months_before_today_and_ids_are_never_given_twice() {
    let cabinet = cabinet(today());
    assert_eq!(cabinet, attune::example::cabinet(today()));
    let mut sessions = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for journal in &cabinet.journals {
        assert!((4..=6).contains(&journal.sessions.len()));
        for session in &journal.sessions {
            let ago = today().number() - session.day.number();
            assert!((1..=180).contains(&ago), "{ago} days ago");
            assert!(sessions.insert(session.id));
            assert!(session.moments.iter().all(|it| ids.insert(it.id)));
        }
    }
}
