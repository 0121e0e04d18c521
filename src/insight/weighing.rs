//! How much a person's sessions say of each need on one side: what single moments witness, put together.
//! Never decides what is asked about; a weight compares needs of one person and is never shown. Method: docs/insight.md.

mod account;
mod links;
mod place;
mod pointing;

use std::sync::Arc;

use super::reading::{Reading, Side};
use crate::domain::{Moment, NeedWord, Session};
use crate::order;

use account::PLAIN;
pub use account::{Account, Witness};
pub use links::{Link, Links};
use place::{Fading, Place, add, worth};
use pointing::Pointing;

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

pub struct Weighing<'a> {
    pub reading: Reading<'a>,
    pub links: Links,
    /// By the number of the need; empty where it does not come up.
    accounts: Vec<Account>,
}

impl<'a> Weighing<'a> {
    pub fn new(sessions: &'a [Arc<Session>], side: Side) -> Weighing<'a> {
        let reading = Reading::new(sessions, side);
        let links = Links::of(&reading, side);
        let mut accounts: Vec<Account> = Vec::new();
        accounts.resize_with(reading.numbering.needs(), Account::default);
        let mut pointing = Pointing::new(accounts.len());
        for (position, moment) in reading.moments.iter().enumerate() {
            for mark in reading.marks(moment) {
                accounts[mark.need].name(position, mark.named(side));
                accounts[mark.need].deny(position, mark.named(side.other()));
            }
            pointing.read(reading.signs(moment), &links);
            for (need, pointed) in pointing.take() {
                if pointed >= FAINTEST && !is_denied(moment.moment, need) {
                    accounts[need].point(position, pointed);
                }
            }
        }
        Weighing { reading, links, accounts }
    }

    /// What is said of each need that comes up, by its number.
    pub fn accounts(&self) -> impl Iterator<Item = (usize, &Account)> {
        self.accounts.iter().enumerate().filter(|(_, account)| !account.is_empty())
    }

    /// The number of a need that comes up, and what is said of it.
    pub fn account(&self, need: &NeedWord) -> Option<(usize, &Account)> {
        let number = self.reading.numbering.of_need(need)?;
        Some((number, self.accounts.get(number).filter(|account| !account.is_empty())?))
    }

    /// How many traces speak of a need: each moment that names it, and each that points to it.
    pub fn traces(&self, need: &NeedWord) -> u32 {
        let traces = |it: &Witness| u32::from(it.named > 0.0) + u32::from(it.pointed > 0.0);
        let account = self.account(need);
        account.map(|(_, it)| it.witnesses.iter().map(traces).sum()).unwrap_or_default()
    }

    /// The same, 0 for a need that does not come up.
    pub fn weight_of(&self, need: &NeedWord) -> f32 {
        self.account(need).map(|(_, account)| self.weight(account)).unwrap_or_default()
    }

    /// Of equal ones, the first stays first.
    pub fn strongest_first<'n>(&self, needs: &mut [&'n NeedWord]) {
        let weights: Vec<f32> = needs.iter().map(|need| self.weight_of(need)).collect();
        let by_weight =
            order::places(needs.len(), &|one, other| weights[other].total_cmp(&weights[one]));
        let sorted: Vec<&'n NeedWord> = by_weight.iter().map(|place| needs[*place]).collect();
        needs.clone_from_slice(&sorted);
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
            add(&mut places[moment.area].denies, moment.day, (*value * PLAIN as f32) as u32);
        }
        places
    }
}

fn is_denied(moment: &Moment, need: usize) -> bool {
    let denied = moment.dismissed.iter().filter_map(|it| it.known());
    denied.into_iter().any(|denied| denied.index() == need)
}

/// From 0 towards 1; half at `half`.
fn half_at(half: f32, value: f32) -> f32 {
    value / (value + half)
}
