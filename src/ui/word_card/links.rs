//! Which words a card leads to, and in which order.
//! Shows nothing; follows the vocabulary's links and adds none.

use crate::i18n::more;
use crate::order;
use crate::vocabulary::{Entry, Feeling, Judgement, Need, PointsTo};

/// So many links are read at a glance; some needs have more than thirty.
pub const AT_ONCE: usize = 8;

pub struct OftenFelt {
    pub unmet: Vec<Entry>,
    pub met: Vec<Entry>,
}

pub fn points_to(feeling: Feeling) -> &'static str {
    let words = &more().words;
    match feeling.points_to() {
        PointsTo::Met => words.points_to_met,
        PointsTo::Unmet => words.points_to_unmet,
        PointsTo::Either => words.points_to_either,
    }
}

/// Without what is never offered unasked: a card about something else is no place to bring it up.
pub fn needs(needs: &[Need]) -> Vec<Entry> {
    let offered = needs.iter().copied().filter(|need| need.is_offered_unasked());
    offered.map(Entry::Need).collect()
}

pub fn feelings(feelings: &[Feeling]) -> Vec<Entry> {
    feelings.iter().copied().map(Entry::Feeling).collect()
}

/// The feelings that may stand in front of this one.
pub fn covering(covered: Feeling) -> Vec<Entry> {
    let covering = Feeling::all().filter(|feeling| feeling.may_cover().contains(&covered));
    covering.map(Entry::Feeling).collect()
}

/// The feelings that point to a need, those where it stands highest first. One that points either way is in both lists.
pub fn often_felt(need: Need) -> OftenFelt {
    let mut reached = need.feelings().collect::<Vec<_>>();
    order::sort_by_key(&mut reached, |(_, rank)| *rank);
    let standing = |not: PointsTo| {
        let fitting = reached.iter().filter(|(feeling, _)| feeling.points_to() != not);
        fitting.map(|(feeling, _)| Entry::Feeling(*feeling)).collect()
    };
    OftenFelt { unmet: standing(PointsTo::Met), met: standing(PointsTo::Unmet) }
}

pub fn judgements_over(feeling: Feeling) -> Vec<Entry> {
    gently(Judgement::all().filter(|judgement| judgement.feelings().contains(&feeling)))
}

pub fn judgements_of(need: Need) -> Vec<Entry> {
    let mut reached = need.judgements().collect::<Vec<_>>();
    order::sort_by_key(&mut reached, |(_, rank)| *rank);
    gently(reached.into_iter().map(|(judgement, _)| judgement))
}

/// Leaves out what may be exactly what happened: it is not a way of saying something else.
fn gently(judgements: impl Iterator<Item = Judgement>) -> Vec<Entry> {
    judgements.filter(|judgement| !judgement.may_be_harm()).map(Entry::Judgement).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_there_leads_back() {
        for feeling in Feeling::all() {
            for need in feeling.needs() {
                let often = often_felt(*need);
                let entry = Entry::Feeling(feeling);
                assert_eq!(often.unmet.contains(&entry), feeling.points_to() != PointsTo::Met);
                assert_eq!(often.met.contains(&entry), feeling.points_to() != PointsTo::Unmet);
            }
            for covered in feeling.may_cover() {
                assert!(covering(*covered).contains(&Entry::Feeling(feeling)));
            }
        }
    }

    #[test]
    fn sexual_expression_has_its_card_and_stands_on_no_other() {
        let need = Need::from_id("sexual-expression").unwrap();
        let pointing = Feeling::all().filter(|feeling| feeling.needs().contains(&need));
        assert!(pointing.clone().count() > 0);
        for feeling in pointing {
            let shown = needs(feeling.needs());
            assert_eq!(shown.len(), feeling.needs().len() - 1, "{}", feeling.id());
            assert!(!shown.contains(&Entry::Need(need)), "{}", feeling.id());
        }
        // Whoever has opened its card has asked.
        assert!(!often_felt(need).unmet.is_empty());
    }

    #[test]
    fn what_may_be_harm_is_never_shown_as_another_word_for_a_feeling_or_need() {
        for judgement in Judgement::all() {
            let entry = Entry::Judgement(judgement);
            for feeling in judgement.feelings() {
                assert_eq!(judgements_over(*feeling).contains(&entry), !judgement.may_be_harm());
            }
            for need in judgement.needs() {
                assert_eq!(judgements_of(*need).contains(&entry), !judgement.may_be_harm());
            }
        }
    }
}
