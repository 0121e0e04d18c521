//! Holds what Attune makes of a scenario against what it expects.
//! Never mends an expectation: each fault is a sentence.

use attune::domain::{NeedWord, Person};
use attune::insight::core_need::{self, Candidate};
use attune::insight::evidence::Naming;
use attune::insight::nourished::nourished;
use attune::insight::opening::{Opening, openings};
use attune::insight::target::{hit, targets};

use super::format::{Wanted, WantedHit, WantedOpening};
use super::read::{Scenario, area, effects, need};
use super::{change, together};

pub type Fault = Result<(), String>;

pub fn faults(scenario: &Scenario) -> Vec<String> {
    let expect = &scenario.expect;
    let person = &scenario.journal.person;
    let found = core_need::candidates(&scenario.journal.sessions, &scenario.journal);
    let opened = openings(&scenario.journal);
    let met: Vec<NeedWord> =
        nourished(&scenario.journal.sessions).into_iter().map(|it| it.need).collect();
    let mut results: Vec<Fault> = Vec::new();
    results.extend(expect.candidates.iter().map(|it| wanted(it, &found, person)));
    results.extend(expect.never.iter().map(|it| never(it, &needs(&found), person)));
    results.push(most("candidates", expect.most.unwrap_or(core_need::MOST), found.len()));
    results.extend(expect.openings.iter().map(|it| wanted_opening(it, &opened, person)));
    let asked: Vec<NeedWord> = opened.iter().flat_map(needs_of).collect();
    results.extend(expect.never_opened.iter().map(|it| never(it, &asked, person)));
    results.push(most("openings", expect.most_openings.unwrap_or(3), opened.len()));
    results.extend(expect.plans.iter().map(|it| wanted_hit(it, scenario)));
    results.extend(expect.met.iter().map(|it| among_met(it, &met, person)));
    results.extend(expect.never_met.iter().map(|it| never(it, &met, person)));
    results.extend(together::expect::faults(&scenario.conversation, expect));
    results.extend(change::expect::faults(scenario.change.as_ref(), expect.change.as_ref()));
    results.into_iter().filter_map(Result::err).collect()
}

fn needs(found: &[Candidate]) -> Vec<NeedWord> {
    found.iter().map(|it| it.need.clone()).collect()
}

pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, is: T, wanted: T) -> Fault {
    if is == wanted { Ok(()) } else { Err(format!("{what}: {is:?}, not {wanted:?}")) }
}

/// Where a list is wanted: all of it, in its order.
pub fn same_lines(what: &str, is: Vec<String>, wanted: &Option<Vec<String>>) -> Fault {
    wanted.as_ref().map_or(Ok(()), |wanted| same(what, &is, wanted))
}

fn most(what: &str, most: usize, has: usize) -> Fault {
    if has <= most { Ok(()) } else { Err(format!("{has} {what}, more than {most}")) }
}

fn wanted(wanted: &Wanted, found: &[Candidate], person: &Person) -> Fault {
    let word = need(&wanted.need, person)?;
    let place = found.iter().position(|it| it.need == word);
    let among = wanted.among.unwrap_or(core_need::MOST);
    let Some(place) = place.filter(|place| *place < among) else {
        return Err(format!("{} is not among the first {among}: {:?}", wanted.need, needs(found)));
    };
    let evidence = &found[place].evidence;
    if let Some(naming) = &wanted.naming {
        same(&wanted.need, naming_text(evidence.naming), naming.as_str())?;
    }
    if let Some(names) = &wanted.areas {
        for name in names {
            let area = area(name)?;
            let has = evidence.areas.iter().any(|(known, _)| *known == area);
            same(&format!("{} comes up in {name}", wanted.need), has, true)?;
        }
    }
    if let Some(sessions) = wanted.sessions {
        same(&format!("sessions with {}", wanted.need), evidence.sessions.len(), sessions)?;
    }
    match &wanted.history {
        Some(history) => {
            let told = evidence.signs.iter().filter_map(|it| it.history);
            let told: Vec<String> = told.map(|(times, of)| format!("{times} of {of}")).collect();
            same(&format!("{history} is told in {told:?}"), told.contains(history), true)
        }
        None => Ok(()),
    }
}

fn naming_text(naming: Naming) -> &'static str {
    match naming {
        Naming::NotYet => "not yet named",
        Naming::OnlyGuessed => "only guessed",
        Naming::Named => "named",
    }
}

fn never(id: &str, found: &[NeedWord], person: &Person) -> Fault {
    let word = need(id, person)?;
    if found.contains(&word) { Err(format!("{id} must not appear")) } else { Ok(()) }
}

fn among_met(id: &str, met: &[NeedWord], person: &Person) -> Fault {
    let word = need(id, person)?;
    if met.contains(&word) { Ok(()) } else { Err(format!("{id} is not among the met: {met:?}")) }
}

fn kind_text(opening: &Opening) -> &'static str {
    match opening {
        Opening::Ask { .. } => "ask",
        Opening::Hands { .. } => "hands",
        Opening::Elsewhere { .. } => "elsewhere",
        Opening::GuessedFeeling { .. } => "guessed feeling",
        Opening::GuessedNeed { .. } => "guessed need",
        Opening::LookBack { .. } => "look back",
    }
}

fn needs_of(opening: &Opening) -> Vec<NeedWord> {
    match opening {
        Opening::Ask { need, .. } => vec![NeedWord::Known(*need)],
        Opening::Hands { need, .. }
        | Opening::Elsewhere { need, .. }
        | Opening::GuessedNeed { need, .. } => vec![need.clone()],
        Opening::LookBack { needs, .. } => needs.clone(),
        Opening::GuessedFeeling { .. } => Vec::new(),
    }
}

fn wanted_opening(wanted: &WantedOpening, opened: &[Opening], person: &Person) -> Fault {
    let word = wanted.need.as_deref().map(|id| need(id, person)).transpose()?;
    let is_it = |opening: &&Opening| {
        kind_text(opening) == wanted.kind
            && word.as_ref().is_none_or(|word| needs_of(opening).contains(word))
    };
    if opened.iter().take(wanted.among.unwrap_or(3)).any(|opening| is_it(&opening)) {
        return Ok(());
    }
    let has: Vec<&str> = opened.iter().map(kind_text).collect();
    Err(format!("no opening of kind {:?} about {:?}: {has:?}", wanted.kind, wanted.need))
}

fn wanted_hit(wanted: &WantedHit, scenario: &Scenario) -> Fault {
    let person = &scenario.journal.person;
    let targets = targets(&scenario.journal);
    let hit = hit(&targets, &effects(&wanted.plan, person)?);
    let words =
        |ids: &[String]| ids.iter().map(|id| need(id, person)).collect::<Result<Vec<_>, _>>();
    let left_out: Vec<NeedWord> = hit.leaves_out.iter().map(|it| it.need.clone()).collect();
    for (what, has, ids) in [
        ("serves", &hit.serves, &wanted.serves),
        ("costs", &hit.costs, &wanted.costs),
        ("leaves out", &left_out, &wanted.leaves_out),
    ] {
        for word in words(ids)? {
            same(
                &format!("{}: {what} {word:?} {has:?}", wanted.plan.text),
                has.contains(&word),
                true,
            )?;
        }
    }
    match &wanted.first_left_out {
        Some(id) => same("first left out", left_out.first(), Some(&need(id, person)?)),
        None => Ok(()),
    }
}
