//! What a conversation shows over its rounds: needs that moved, that came up every time, and that nobody has spoken of.
//! Never why, and never who is to do something about it.

use std::collections::{BTreeMap, BTreeSet};

use super::{CameTo, Meant, Told, requests};
use crate::domain::{
    Conversation, Felt, KnownBy, Moment, Person, PersonId, RequestId, Round, Standing,
};
use crate::insight::heard::danger_in_moment;
use crate::order;
use crate::vocabulary::{Feeling, Need, PointsTo};

/// So many links of a feeling point: those after them are true of too many feelings.
const LINKS: usize = 3;
/// A feeling in one round alone points in passing.
const FEWEST_ROUNDS: usize = 2;
/// More would be a list of everything.
const MOST_UNSPOKEN: usize = 5;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Patterns {
    /// In the order of the participants, then of the vocabulary.
    pub moved: Vec<Moved>,
    /// Empty before there are two rounds in which anything was shared.
    pub in_every_round: Vec<InEveryRound>,
    /// What is pointed to in most rounds first; at most five.
    pub unspoken: Vec<Unspoken>,
    /// In the order they were asked.
    pub requests: Vec<(RequestId, CameTo)>,
}

/// A need of one participant that did not always stand the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    pub who: PersonId,
    pub need: Meant,
    /// How it stood first, and each time it stood otherwise than before: two at least.
    pub path: Vec<(Round, Standing)>,
    pub way: Way,
}

/// Where a need stands last, beside where it stood first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Way {
    NearerToMet,
    FurtherFromMet,
    /// It moved, and stands again as it did.
    ThereAndBack,
}

/// A need that somebody named in every round in which anything was shared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InEveryRound {
    pub need: Meant,
    pub who: BTreeSet<PersonId>,
}

/// A need that nobody has named, and that feelings point to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unspoken {
    pub need: Need,
    /// In the order of the rounds.
    pub pointing: Vec<Pointing>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Pointing {
    pub round: Round,
    pub who: PersonId,
    pub feeling: Feeling,
}

/// A revealed round.
type Revealed<'a> = (Round, Vec<Told<'a>>);

/// Of all rounds that are revealed.
pub fn patterns(conversation: &Conversation) -> Patterns {
    let rounds = 1..conversation.current_round();
    let rounds: Vec<Revealed> =
        rounds.filter_map(|round| Some((round, conversation.revealed(round)?))).collect();
    let asked = requests(conversation);
    let mut spoken: BTreeSet<Need> = spoken(&rounds);
    let effects = asked.iter().flat_map(|it| &it.request.effects);
    spoken.extend(effects.filter_map(|it| it.need.known()));
    Patterns {
        moved: moved(conversation, &rounds),
        in_every_round: in_every_round(&rounds),
        unspoken: unspoken(&rounds, &spoken),
        requests: asked.iter().map(|it| (it.request.id, it.came_to)).collect(),
    }
}

/// Every side of one's own, with its round and writer.
fn own_sides<'a>(rounds: &'a [Revealed]) -> impl Iterator<Item = (Round, &'a Person, &'a Moment)> {
    rounds.iter().flat_map(|(round, told)| {
        told.iter().filter_map(|(participant, words)| {
            let moment = &words.as_ref()?.mine.moment;
            Some((*round, &*participant.person, &**moment))
        })
    })
}

fn moved(conversation: &Conversation, rounds: &[Revealed]) -> Vec<Moved> {
    let mut paths: BTreeMap<(usize, Meant), Vec<(Round, Standing)>> = BTreeMap::new();
    for (round, person, moment) in own_sides(rounds) {
        let place = conversation.participants.iter().position(|it| it.person.id == person.id);
        let mut stood: BTreeMap<Meant, Standing> = BTreeMap::new();
        let said = |standing| standing != Standing::NotSaid;
        let marks = moment.needs().filter(|it| said(it.standing) && is_told(it.known_by));
        for mark in marks {
            let standing = stood.entry(Meant::of(&mark.need, person)).or_insert(mark.standing);
            // Named twice in one round, by an own word too, and not alike: something between.
            if *standing != mark.standing {
                *standing = Standing::Partly;
            }
        }
        for (need, standing) in stood {
            let path = paths.entry((place.unwrap_or_default(), need)).or_default();
            if path.last().is_none_or(|(_, before)| *before != standing) {
                path.push((round, standing));
            }
        }
    }
    let moved = paths.into_iter().filter_map(|((place, need), path)| {
        let who = conversation.participants.get(place)?.person.id;
        Some(Moved { who, need, way: way(&path)?, path })
    });
    moved.collect()
}

/// A guess, be it about oneself, moves nothing.
fn is_told(known_by: KnownBy) -> bool {
    known_by != KnownBy::Guessed
}

/// `None` where nothing moved.
fn way(path: &[(Round, Standing)]) -> Option<Way> {
    let [(_, first), .., (_, last)] = path else { return None };
    Some(match first.cmp(last) {
        std::cmp::Ordering::Less => Way::NearerToMet,
        std::cmp::Ordering::Greater => Way::FurtherFromMet,
        std::cmp::Ordering::Equal => Way::ThereAndBack,
    })
}

fn in_every_round(rounds: &[Revealed]) -> Vec<InEveryRound> {
    let mut named: BTreeMap<Meant, (BTreeSet<Round>, BTreeSet<PersonId>)> = BTreeMap::new();
    let mut telling: BTreeSet<Round> = BTreeSet::new();
    for (round, person, moment) in own_sides(rounds) {
        if !moment.is_blank() {
            telling.insert(round);
        }
        for mark in moment.needs() {
            let (rounds, people) = named.entry(Meant::of(&mark.need, person)).or_default();
            rounds.insert(round);
            people.insert(person.id);
        }
    }
    let is_always = |rounds: &BTreeSet<Round>| telling.len() > 1 && rounds.len() == telling.len();
    let always = named.into_iter().filter(|(_, (rounds, _))| is_always(rounds));
    always.map(|(need, (_, who))| InEveryRound { need, who }).collect()
}

/// What was named, be it as a guess about another.
fn spoken(rounds: &[Revealed]) -> BTreeSet<Need> {
    let mut spoken = BTreeSet::new();
    for (participant, words) in rounds.iter().flat_map(|(_, told)| told) {
        let Some(words) = words else { continue };
        let sides = words.guesses.iter().map(|(_, side)| side).chain([&words.mine]);
        let marks = sides.flat_map(|side| side.moment.needs());
        spoken.extend(marks.filter_map(|it| Meant::of(&it.need, &participant.person).known()));
    }
    spoken
}

fn unspoken(rounds: &[Revealed], spoken: &BTreeSet<Need>) -> Vec<Unspoken> {
    let mut pointed: BTreeMap<Need, Vec<Pointing>> = BTreeMap::new();
    let is_violent = |it: &Moment| danger_in_moment(it).is_some_and(|it| it.is_violence());
    let harmed = own_sides(rounds).any(|(.., moment)| is_violent(moment));
    let may_name = |need: Need| {
        let is_left_alone = harmed && need.is_not_asked_after_harm();
        need.is_offered_unasked() && !is_left_alone && !spoken.contains(&need)
    };
    for (round, person, moment) in own_sides(rounds) {
        if danger_in_moment(moment).is_some() {
            continue;
        }
        for feeling in moment.felt().filter_map(pointing) {
            let needs = feeling.needs().iter().copied().take(LINKS);
            for need in needs.filter(|need| may_name(*need)) {
                pointed.entry(need).or_default().push(Pointing { round, who: person.id, feeling });
            }
        }
    }
    let found = pointed.into_iter().map(|(need, pointing)| Unspoken { need, pointing });
    let mut found: Vec<Unspoken> = found.filter(|it| it.rounds() >= FEWEST_ROUNDS).collect();
    order::sort_by_key(&mut found, |it| std::cmp::Reverse((it.rounds(), it.pointing.len())));
    found.truncate(MOST_UNSPOKEN);
    found
}

/// What goes with needs that are met speaks of those; a guess about a feeling is no ground for another guess.
fn pointing(felt: &Felt) -> Option<Feeling> {
    let feeling = felt.feeling.known().filter(|_| is_told(felt.known_by))?;
    (feeling.points_to() != PointsTo::Met).then_some(feeling)
}

impl Unspoken {
    fn rounds(&self) -> usize {
        self.pointing.iter().map(|it| it.round).collect::<BTreeSet<_>>().len()
    }
}
