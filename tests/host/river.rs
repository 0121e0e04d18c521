//! Feelings to needs to areas: links that were really made, each moment once, in whatever order things came.
//! Never about drawing.

use std::collections::BTreeSet;
use std::sync::Arc;

use attune::domain::*;
use attune::example;
use attune::insight::Scope;
use attune::insight::reading::Spot;
use attune::insight::river::{FeelingNode, NeedNode, River, river};

use crate::samples;

fn of(journal: &Journal) -> River {
    river(&Scope::default().sessions(journal), &journal.person)
}

fn large() -> Arc<Journal> {
    samples::cabinet(31, 1, 120, 6, 0).journals[0].clone()
}

fn sources(links: &[attune::insight::river::Link]) -> BTreeSet<Spot> {
    links.iter().flat_map(|link| link.moments.iter().copied()).collect()
}

#[test]
fn every_moment_with_a_feeling_or_a_need_flows_and_no_other() {
    for journal in [large(), samples::cabinet(8, 1, 3, 3, 0).journals[0].clone()] {
        let river = of(&journal);
        let with = |has: fn(&Moment) -> bool| {
            let all = journal.sessions.iter().flat_map(|session| {
                session.moments.iter().filter(|it| has(it)).map(|it| (session.id, it.id))
            });
            all.collect::<BTreeSet<Spot>>()
        };
        assert_eq!(sources(&river.upper), with(|it| it.felt().next().is_some()));
        let any = |it: &Moment| it.felt().next().is_some() || it.needs().next().is_some();
        assert_eq!(sources(&river.lower), with(any));
    }
}

#[test]
fn links_lead_to_nodes_that_are_there_and_count_each_moment_once() {
    let river = of(&large());
    for (links, from, to) in [
        (&river.upper, river.feelings.len(), river.needs.len()),
        (&river.lower, river.needs.len(), river.areas.len()),
    ] {
        for link in links {
            assert!(link.from < from && link.to < to && !link.moments.is_empty());
            let once: BTreeSet<_> = link.moments.iter().collect();
            assert_eq!(once.len(), link.moments.len());
        }
        let pairs: BTreeSet<_> = links.iter().map(|link| (link.from, link.to)).collect();
        assert_eq!(pairs.len(), links.len());
    }
}

#[test]
fn many_feelings_stand_as_families_and_rare_needs_together() {
    let river = of(&large());
    assert!(river.feelings.iter().all(|node| matches!(node, FeelingNode::Kin(_))));
    assert!(river.needs.len() <= 12);
    let rest = river.needs.iter().filter(|node| !matches!(node, NeedNode::Need(_)));
    assert_eq!(rest.collect::<Vec<_>>(), [&NeedNode::Others, &NeedNode::NotNamed]);
    assert!(matches!(river.needs.last(), Some(NeedNode::NotNamed)));
}

#[test]
fn few_feelings_stand_by_their_names() {
    let sue = example::cabinet(Day::parse("2026-11-22").unwrap()).journals[0].clone();
    let mut journal = Journal::clone(&sue);
    journal.sessions.truncate(1);
    let river = of(&journal);
    assert!(!river.feelings.is_empty());
    assert!(river.feelings.iter().all(|node| matches!(node, FeelingNode::Word(_))));
}

#[test]
fn the_order_of_entry_does_not_matter() {
    let mut journal = Journal::clone(&large());
    let before = of(&journal);
    journal.sessions.reverse();
    for session in &mut journal.sessions {
        let session = Arc::make_mut(session);
        session.moments.reverse();
        for moment in &mut session.moments {
            Arc::make_mut(moment).items.reverse();
        }
    }
    assert_eq!(of(&journal), before);
}

#[test]
fn nothing_felt_and_nothing_named_is_a_dry_river() {
    let mut journal = Journal::clone(&large());
    journal.sessions.clear();
    assert_eq!(of(&journal), River::default());
}

#[test]
fn ten_thousand_moments_in_a_month_are_a_picture_like_any_other() {
    use attune::insight::{map::map, timeline::timeline};
    let journal = samples::cabinet(3, 1, 20, 500, 0).journals[0].clone();
    let sessions = Scope::default().sessions(&journal);
    let river = of(&journal);
    assert!(river.needs.len() <= 12 && river.feelings.len() <= 16);
    assert!(!map(&sessions, &[]).rows.is_empty());
    assert_eq!(timeline(&sessions, &journal.person, 12).columns.len(), 10);
}
