//! What a core need does in a life: where it shows up, what is done about it, what is felt about that, and whose hands it is in.
//! Never explains and never advises: it gathers what was said beside the need.

use super::evidence::{Evidence, evidence};
use super::reading::{Side, Spot};
use super::weighing::Weighing;
use crate::domain::{About, Felt, Hands, Item, Journal, Moment, NeedWord};

#[derive(Clone, PartialEq, Debug)]
pub struct Footprint {
    /// `None` where nothing speaks of it: a need can be named as core by hand.
    pub evidence: Option<Evidence>,
    /// What was done, newest first.
    pub behaviours: Vec<(Spot, Item)>,
    /// Choices in the same moments, and those elsewhere that serve or cost the need; newest first.
    pub choices: Vec<(Spot, Item)>,
    /// Feelings about a feeling, a judgement or something done, with what each is about; newest first.
    pub about: Vec<(Spot, Felt, Item)>,
    pub mine: Vec<Spot>,
    pub influence: Vec<Spot>,
    pub not_mine: Vec<Spot>,
}

/// From all sessions of a person.
pub fn footprint(journal: &Journal, need: &NeedWord) -> Footprint {
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    let evidence = evidence(&weighing, need);
    let mut print = Footprint {
        evidence,
        behaviours: Vec::new(),
        choices: Vec::new(),
        about: Vec::new(),
        mine: Vec::new(),
        influence: Vec::new(),
        not_mine: Vec::new(),
    };
    let witnesses = weighing.account(need).map(|(_, it)| it.witnesses.as_slice());
    let witnesses = witnesses.unwrap_or_default();
    for (position, read) in weighing.reading.moments.iter().enumerate().rev() {
        let speaks = witnesses.binary_search_by(|it| it.moment.cmp(&position)).is_ok();
        print.gather(read.spot, read.moment, need, speaks);
    }
    print
}

impl Footprint {
    fn gather(&mut self, spot: Spot, moment: &Moment, need: &NeedWord, speaks: bool) {
        for item in moment.items.iter().rev() {
            match item {
                Item::Behaviour(_) if speaks => self.behaviours.push((spot, item.clone())),
                Item::Choice(choice) if speaks || choice.effect(need).is_some() => {
                    self.choices.push((spot, item.clone()));
                }
                Item::Felt(felt) if speaks => {
                    if let About::Item(about) = felt.about
                        && let Some(about) = moment.item(about)
                    {
                        self.about.push((spot, felt.clone(), about.clone()));
                    }
                }
                _ => {}
            }
        }
        if speaks {
            self.note_hands(spot, moment, need);
        }
    }

    /// What was said of the need itself goes before what was said of the circumstances.
    fn note_hands(&mut self, spot: Spot, moment: &Moment, need: &NeedWord) {
        let of_need = moment.needs().filter(|mark| mark.need == *need).find_map(|mark| mark.hands);
        match of_need.or(moment.hands) {
            Some(Hands::Mine) => self.mine.push(spot),
            Some(Hands::Influence) => self.influence.push(spot),
            Some(Hands::NotMine) => self.not_mine.push(spot),
            None => {}
        }
    }

    /// Whether nobody has said yet in whose hands it is.
    pub fn is_open(&self) -> bool {
        self.mine.is_empty() && self.influence.is_empty() && self.not_mine.is_empty()
    }
}
