//! How much a person's sessions say of each need on one side: what single moments witness, put together.
//! Never decides what is asked about; a weight compares needs of one person and is never shown. Method: docs/insight.md.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::links::Links;
use super::reading::{ReadMoment, Reading, Side, named};
use crate::domain::{NeedWord, Session};

/// All that points to a need in a moment counts at most so much of one plain word of the person.
const POINTED: f32 = 0.6;
/// What is less is said in passing: no evidence.
const FAINTEST: f32 = 0.3;
/// So many plain moments make an area count half of what it can: one loud area saturates, several quiet ones add up.
const AREA_HALF: f32 = 0.5;
/// All days together count as much as so many areas that could not say more.
const DAYS_COUNT: f32 = 2.0;
/// In days with a session: so many that speak of a need count half of what all days can.
const DAYS_HALF: f32 = 4.0;
/// A day counts half as soon as it says so much: that a need comes up again tells more than how plainly.
const DAY_HALF: f32 = 0.3;
/// What an older day is worth for each later one that says nothing of the need: half after twelve.
const SILENT_DAY: f32 = 0.943_874;
/// And for each later one on which the need is only met in the same area.
const MET_DAY: f32 = 0.5;

/// Above what a mark says that leaves open how the need stands, guessed or not.
const OPEN: f32 = 0.3;

/// What one moment says of a need; at least one of the two is above 0, both are at most 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Witness {
    /// Position in the reading.
    pub moment: usize,
    pub named: f32,
    pub pointed: f32,
}

/// What speaks for a need on the side that is read, and what speaks against it; in the order of the moments.
#[derive(Default)]
pub struct Account {
    pub witnesses: Vec<Witness>,
    /// Position of a moment, and how plainly it names the need on the other side.
    denials: Vec<(usize, f32)>,
}

pub struct Weighing<'a> {
    pub reading: Reading<'a>,
    pub links: Links,
    pub accounts: BTreeMap<NeedWord, Account>,
}

impl<'a> Weighing<'a> {
    pub fn new(sessions: &'a [Arc<Session>], side: Side) -> Weighing<'a> {
        let reading = Reading::new(sessions, side);
        let links = Links::of(&reading, side);
        let mut accounts: BTreeMap<NeedWord, Account> = BTreeMap::new();
        for (position, moment) in reading.moments.iter().enumerate() {
            for mark in &moment.marks {
                let account = accounts.entry(mark.need.clone()).or_default();
                account.name(position, named(mark, side));
                account.deny(position, named(mark, side.other()));
            }
            for (need, pointed) in pointed_at(moment, &links) {
                accounts.entry(need).or_default().point(position, pointed);
            }
        }
        Weighing { reading, links, accounts }
    }

    /// How many traces speak of a need: each moment that names it, and each that points to it.
    pub fn traces(&self, need: &NeedWord) -> u32 {
        let traces = |it: &Witness| u32::from(it.named > 0.0) + u32::from(it.pointed > 0.0);
        self.accounts.get(need).map(|it| it.witnesses.iter().map(traces).sum()).unwrap_or_default()
    }

    /// 0 or more, without unit.
    pub fn weight(&self, account: &Account) -> f32 {
        let fading = self.fading(account);
        let mut days = vec![0.0_f32; self.reading.days.len()];
        let (mut areas, mut speaking, mut denying) = (0.0, 0.0, 0.0);
        for place in self.places(account) {
            let (speaks, denies) = place.sum(&fading, &mut days);
            if speaks > 0.0 {
                areas += half_at(AREA_HALF, speaks) * speaks / (speaks + denies);
            }
            speaking += speaks;
            denying += denies;
        }
        if speaking <= 0.0 {
            return 0.0;
        }
        let days: f32 = days.into_iter().map(|day| half_at(DAY_HALF, day)).sum();
        areas + DAYS_COUNT * half_at(DAYS_HALF, days) * speaking / (speaking + denying)
    }

    /// What each day is worth to this need. What speaks is faded by later days that say nothing of the need, on either side;
    /// what denies, by later days that do not deny, so that one more word for the need never makes a denial younger.
    fn fading(&self, account: &Account) -> Fading {
        let mut denied = vec![false; self.reading.days.len()];
        for (moment, _) in &account.denials {
            denied[self.reading.moments[*moment].day] = true;
        }
        let mut heard = denied.clone();
        for witness in &account.witnesses {
            heard[self.reading.moments[witness.moment].day] = true;
        }
        Fading { speaks: worth(&heard), denies: worth(&denied) }
    }

    /// By area.
    fn places(&self, account: &Account) -> Vec<Place> {
        let mut places: Vec<Place> = self.reading.areas.iter().map(|_| Place::default()).collect();
        for witness in &account.witnesses {
            let moment = &self.reading.moments[witness.moment];
            add(&mut places[moment.area].speaks, moment.day, witness.value());
        }
        for (position, value) in &account.denials {
            let moment = &self.reading.moments[*position];
            add(&mut places[moment.area].denies, moment.day, *value);
        }
        places
    }
}

/// The needs that signs of a moment point to, not faintly, and how much: at most 1.
fn pointed_at(moment: &ReadMoment, links: &Links) -> Vec<(NeedWord, f32)> {
    let mut missed: Vec<(&NeedWord, f32)> = Vec::new();
    for (sign, factor) in &moment.signs {
        for link in links.of_sign(sign) {
            let misses = 1.0 - (link.strength * factor).min(1.0);
            match missed.iter_mut().find(|(need, _)| **need == link.need) {
                Some((_, known)) => *known *= misses,
                None => missed.push((&link.need, misses)),
            }
        }
    }
    let pointed = missed.into_iter().map(|(need, misses)| (need, 1.0 - misses));
    let plain = pointed.filter(|(need, pointed)| *pointed >= FAINTEST && !moment.denies(need));
    plain.map(|(need, pointed)| (need.clone(), pointed)).collect()
}

impl Witness {
    /// Whether the need was named, and how it stands said.
    pub fn is_plain(self) -> bool {
        self.named > OPEN
    }

    /// More of either never makes it less.
    fn value(self) -> f32 {
        self.named + (1.0 - self.named) * POINTED * self.pointed
    }
}

impl Account {
    /// Positions of all moments that say something of it, in no order.
    pub fn moments(&self) -> impl Iterator<Item = usize> {
        let denials = self.denials.iter().map(|(moment, _)| *moment);
        self.witnesses.iter().map(|it| it.moment).chain(denials)
    }

    /// Positions of the moments that name it on the other side.
    pub fn denied(&self) -> impl Iterator<Item = usize> {
        self.denials.iter().filter(|(_, value)| *value > OPEN).map(|(moment, _)| *moment)
    }

    fn name(&mut self, moment: usize, named: f32) {
        if named > 0.0 {
            let witness = self.witness(moment);
            witness.named = witness.named.max(named);
        }
    }

    fn point(&mut self, moment: usize, pointed: f32) {
        self.witness(moment).pointed = pointed;
    }

    fn deny(&mut self, moment: usize, named: f32) {
        if named > 0.0 {
            self.denials.push((moment, named));
        }
    }

    fn witness(&mut self, moment: usize) -> &mut Witness {
        if self.witnesses.last().is_none_or(|last| last.moment != moment) {
            self.witnesses.push(Witness { moment, named: 0.0, pointed: 0.0 });
        }
        let last = self.witnesses.len() - 1;
        &mut self.witnesses[last]
    }
}

/// What each day is worth, to what speaks for a need and to what denies it.
struct Fading {
    speaks: Vec<f32>,
    denies: Vec<f32>,
}

/// What each day is worth where each later one that was not heard fades it.
fn worth(heard: &[bool]) -> Vec<f32> {
    let mut left = 1.0;
    let mut worth = vec![1.0; heard.len()];
    for (day, heard) in heard.iter().enumerate().rev() {
        worth[day] = left;
        left *= if *heard { 1.0 } else { SILENT_DAY };
    }
    worth
}

/// What is said of a need in one area: by day, in their order.
#[derive(Default)]
struct Place {
    speaks: Vec<(usize, f32)>,
    denies: Vec<(usize, f32)>,
}

impl Place {
    /// What speaks and what denies, each faded; and the most that each day has said so far, in whatever area.
    fn sum(&self, fading: &Fading, most: &mut [f32]) -> (f32, f32) {
        let (mut speaks, mut overtaken) = (0.0, 1.0);
        let mut denials = self.denies.iter().rev().peekable();
        for (day, value) in self.speaks.iter().rev() {
            while let Some((denied, _)) = denials.peek().filter(|(denied, _)| denied >= day) {
                overtaken *= if denied == day { 1.0 } else { MET_DAY };
                denials.next();
            }
            let value = value * fading.speaks[*day] * overtaken;
            most[*day] = most[*day].max(value);
            speaks += value;
        }
        let denies = self.denies.iter().map(|(day, value)| value * fading.denies[*day]);
        (speaks, denies.sum())
    }
}

/// Puts together what several moments of one day say in one area: at most 1, so that a day is not loud by its length.
fn add(days: &mut Vec<(usize, f32)>, day: usize, value: f32) {
    match days.last_mut() {
        Some((last, known)) if *last == day => *known += (1.0 - *known) * value,
        _ => days.push((day, value)),
    }
}

/// From 0 towards 1; half at `half`.
fn half_at(half: f32, value: f32) -> f32 {
    value / (value + half)
}
