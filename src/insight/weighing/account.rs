//! What single moments say of one need, for it and against it.
//! Never puts moments together: that is `weighing`'s.

/// All that points to a need in a moment counts at most so much of one plain word of the person.
const POINTED: f32 = 0.6;
/// What a plain word of the person counts, in thousandths.
pub(super) const PLAIN: u32 = 1_000;
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
    pub(super) denials: Vec<(usize, f32)>,
}

impl Witness {
    /// Whether the need was named, and how it stands said.
    pub fn is_plain(self) -> bool {
        self.named > OPEN
    }

    /// More of either never makes it less. In whole thousandths: their sums are the same in any order.
    pub(super) fn value(self) -> u32 {
        let value = self.named + (1.0 - self.named) * POINTED * self.pointed;
        (value * PLAIN as f32) as u32
    }
}

impl Account {
    pub(super) fn is_empty(&self) -> bool {
        self.witnesses.is_empty() && self.denials.is_empty()
    }

    /// Positions of all moments that say something of it, in no order.
    pub fn moments(&self) -> impl Iterator<Item = usize> {
        let denials = self.denials.iter().map(|(moment, _)| *moment);
        self.witnesses.iter().map(|it| it.moment).chain(denials)
    }

    /// Positions of the moments that name it on the other side.
    pub fn denied(&self) -> impl Iterator<Item = usize> {
        self.denials.iter().filter(|(_, value)| *value > OPEN).map(|(moment, _)| *moment)
    }

    pub(super) fn name(&mut self, moment: usize, named: f32) {
        if named > 0.0 {
            let witness = self.witness(moment);
            witness.named = witness.named.max(named);
        }
    }

    pub(super) fn point(&mut self, moment: usize, pointed: f32) {
        self.witness(moment).pointed = pointed;
    }

    pub(super) fn deny(&mut self, moment: usize, named: f32) {
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
