//! Needs and feelings over the sessions: how often each was named met, partly and unmet, in columns of one or more sessions.
//! Never weighs, averages or smooths: every number is a count, and the columns add up to all there is.

mod shift;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::reading::Spot;
use crate::domain::naming::Listed;
use crate::domain::{
    Day, FeelingWord, Item, Naming, NeedWord, OwnWordKind, Person, Session, Standing,
};
use crate::order;
use crate::vocabulary::Family;

pub use shift::{Shift, Shifts, shifts};

/// How often a need was named so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub met: usize,
    pub partly: usize,
    pub unmet: usize,
    pub not_said: usize,
}

impl Tally {
    pub fn count(&mut self, standing: Standing) {
        *match standing {
            Standing::Met => &mut self.met,
            Standing::Partly => &mut self.partly,
            Standing::Unmet => &mut self.unmet,
            Standing::NotSaid => &mut self.not_said,
        } += 1;
    }

    pub fn all(&self) -> usize {
        self.met + self.partly + self.unmet + self.not_said
    }
}

/// Sessions that follow one another: from the day of the first to that of the last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    pub first: Day,
    pub last: Day,
    pub sessions: usize,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Strip {
    pub need: NeedWord,
    /// One for each column.
    pub tallies: Vec<Tally>,
    sources: Vec<(usize, Spot)>,
}

/// What kind of feeling: a family of the vocabulary, or what has none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kin {
    Family(Family),
    /// Own words without a family.
    Own,
    /// Ids of a newer vocabulary.
    Unknown,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeltStrip {
    pub kin: Kin,
    /// One for each column: how often such a feeling was named.
    pub counts: Vec<usize>,
    sources: Vec<(usize, Spot)>,
}

/// Needs that were named in more columns come first, then those named more often; feelings in the vocabulary's order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Timeline {
    pub columns: Vec<Column>,
    pub needs: Vec<Strip>,
    pub feelings: Vec<FeltStrip>,
}

/// Of sessions in the order of their days, in at most `most` columns, all of as many sessions but the last.
pub fn timeline(sessions: &[Arc<Session>], person: &Person, most: usize) -> Timeline {
    let size = sessions.len().div_ceil(most.max(1)).max(1);
    let mut needs: BTreeMap<NeedWord, Vec<(usize, Spot, Standing)>> = BTreeMap::new();
    let mut feelings: BTreeMap<Kin, Vec<(usize, Spot)>> = BTreeMap::new();
    for (place, session) in sessions.iter().enumerate() {
        for moment in &session.moments {
            let source = (session.id, moment.id);
            for item in &moment.items {
                match item {
                    Item::Need(mark) => needs.entry(mark.need.clone()).or_default().push((
                        place / size,
                        source,
                        mark.standing,
                    )),
                    Item::Felt(felt) => {
                        let kin = kin(&felt.feeling, person);
                        feelings.entry(kin).or_default().push((place / size, source));
                    }
                    Item::Heard(_) | Item::Behaviour(_) | Item::Choice(_) => {}
                }
            }
        }
    }
    let columns: Vec<Column> = sessions.chunks(size).filter_map(column).collect();
    let mut strips: Vec<Strip> =
        needs.into_iter().map(|(need, named)| strip(need, named, columns.len())).collect();
    order::sort_by_key(&mut strips, |strip| std::cmp::Reverse(strip.says()));
    let felt = |(kin, named)| felt_strip(kin, named, columns.len());
    Timeline { needs: strips, feelings: feelings.into_iter().map(felt).collect(), columns }
}

fn column(sessions: &[Arc<Session>]) -> Option<Column> {
    let (first, last) = (sessions.first()?, sessions.last()?);
    Some(Column { first: first.day, last: last.day, sessions: sessions.len() })
}

fn strip(need: NeedWord, named: Vec<(usize, Spot, Standing)>, columns: usize) -> Strip {
    let mut tallies = vec![Tally::default(); columns];
    for (column, _, standing) in &named {
        if let Some(tally) = tallies.get_mut(*column) {
            tally.count(*standing);
        }
    }
    let sources = in_order(named.into_iter().map(|(column, source, _)| (column, source)));
    Strip { need, tallies, sources }
}

fn felt_strip(kin: Kin, named: Vec<(usize, Spot)>, columns: usize) -> FeltStrip {
    let mut counts = vec![0; columns];
    for (column, _) in &named {
        if let Some(count) = counts.get_mut(*column) {
            *count += 1;
        }
    }
    FeltStrip { kin, counts, sources: in_order(named.into_iter()) }
}

/// By column, then as ids go: in whatever order things were entered, the same.
fn in_order(named: impl Iterator<Item = (usize, Spot)>) -> Vec<(usize, Spot)> {
    let mut sources: Vec<_> = named.collect();
    order::sort(&mut sources);
    sources.dedup();
    sources
}

fn behind(sources: &[(usize, Spot)], columns: Range<usize>) -> Vec<Spot> {
    let within = sources.iter().filter(|(column, _)| columns.contains(column));
    within.map(|(_, source)| *source).collect()
}

impl Strip {
    /// The moments behind some columns.
    pub fn behind(&self, columns: Range<usize>) -> Vec<Spot> {
        behind(&self.sources, columns)
    }

    fn says(&self) -> (usize, usize) {
        let named = self.tallies.iter().map(Tally::all);
        (named.clone().filter(|count| *count > 0).count(), named.sum())
    }
}

impl FeltStrip {
    /// The moments behind some columns.
    pub fn behind(&self, columns: Range<usize>) -> Vec<Spot> {
        behind(&self.sources, columns)
    }
}

/// An own word belongs to the family that the person gave it.
pub fn kin(feeling: &FeelingWord, person: &Person) -> Kin {
    match feeling {
        Naming::Known(feeling) => Kin::Family(feeling.family()),
        Naming::Own(id) => match person.own_word(*id).map(|word| &word.kind) {
            Some(OwnWordKind::Feeling(Some(Listed::Known(family)))) => Kin::Family(*family),
            _ => Kin::Own,
        },
        Naming::Unknown(_) => Kin::Unknown,
    }
}
