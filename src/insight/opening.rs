//! Where to start next time: at most three questions one could really ask, from what was heard and what was not asked yet.
//! Never a script: each stands for itself, and with danger about it asks for nothing that could hurt.

use super::care::{Care, lately};
use super::core_need::{self, Candidate};
use super::evidence::{Evidence, evidence};
use super::footprint::footprint;
use super::heard::danger_in_moment;
use super::reading::{Side, Spot};
use super::target;
use super::weighing::Weighing;
use crate::domain::{
    Answer, Effect, EffectKind, Felt, Item, Journal, KnownBy, Moment, NeedWord, Standing,
};
use crate::vocabulary::Need;

/// More would be a script.
pub const MOST: usize = 3;

/// One way to begin.
#[derive(Clone, PartialEq, Debug)]
pub enum Opening {
    /// The vocabulary's own question about the need.
    Ask { need: Need, because: Evidence },
    /// It rings true, and nobody has said yet which part of it is theirs.
    Hands { need: NeedWord, because: Evidence },
    /// It rings true, and was heard in one area alone.
    Elsewhere { need: NeedWord, because: Evidence },
    /// The listener's guess of a feeling, to be checked.
    GuessedFeeling { spot: Spot, felt: Felt },
    /// The listener's guess of a need, to be checked.
    GuessedNeed { spot: Spot, need: NeedWord },
    /// A choice that was to serve a need, and nobody has said whether it did.
    LookBack { spot: Spot, text: String, needs: Vec<NeedWord> },
}

/// Of several kinds where there are several; the same for the same journal.
pub fn openings(journal: &Journal) -> Vec<Opening> {
    let weighing = Weighing::new(&journal.sessions, Side::Unmet);
    let care = Care::of(journal);
    let mut focus = focus(&weighing, journal);
    focus.retain(|it| care.may_name_word(&it.need));
    let mut asks = focus.iter().filter_map(|it| ask(it, care));
    let mut openings: Vec<Opening> = Vec::new();
    openings.extend(asks.next());
    openings.extend(look_back(journal, care));
    openings.extend(guess(journal, care));
    openings.extend(focus.iter().find_map(|it| hands(it, journal)));
    openings.extend(focus.iter().find_map(elsewhere));
    openings.extend(asks);
    openings.truncate(MOST);
    openings
}

/// A need that matters now, whether it rang true, and what speaks of it.
struct Focus {
    need: NeedWord,
    rings_true: bool,
    evidence: Evidence,
}

/// What rings true, then what keeps coming back; strongest first.
fn focus(weighing: &Weighing, journal: &Journal) -> Vec<Focus> {
    let of_core = journal.core_needs.iter().filter(|it| it.answer == Answer::RingsTrue);
    let mut needs: Vec<&NeedWord> = of_core.map(|it| &it.need).collect();
    weighing.strongest_first(&mut needs);
    let core = needs.into_iter().filter_map(|need| {
        let evidence = evidence(weighing, need)?;
        Some(Focus { need: need.clone(), rings_true: true, evidence })
    });
    let candidates = core_need::candidates_of(weighing, journal).into_iter();
    let coming_back =
        candidates.map(|Candidate { need, evidence }| Focus { need, rings_true: false, evidence });
    core.chain(coming_back).collect()
}

/// The need's own question, where it may be asked. Own words and what a newer vocabulary knows have none.
fn ask(focus: &Focus, care: Care) -> Option<Opening> {
    let need = focus.need.known().filter(|need| care.may_ask(*need))?;
    Some(Opening::Ask { need, because: focus.evidence.clone() })
}

fn hands(focus: &Focus, journal: &Journal) -> Option<Opening> {
    let is_open = || footprint(journal, &focus.need).is_open();
    let asks = focus.rings_true && is_open();
    asks.then(|| Opening::Hands { need: focus.need.clone(), because: focus.evidence.clone() })
}

fn elsewhere(focus: &Focus) -> Option<Opening> {
    let asks = focus.rings_true && focus.evidence.areas.len() == 1;
    asks.then(|| Opening::Elsewhere { need: focus.need.clone(), because: focus.evidence.clone() })
}

/// The newest choice that was to serve a need and was not looked back at.
fn look_back(journal: &Journal, care: Care) -> Option<Opening> {
    let choices = target::choices(&journal.sessions).into_iter();
    let mut open = choices.filter_map(|(spot, choice)| {
        let waits = |effect: &&Effect| {
            effect.kind == EffectKind::Serves
                && effect.turned_out == Standing::NotSaid
                && care.may_name_word(&effect.need)
        };
        let needs: Vec<NeedWord> =
            choice.effects.iter().filter(waits).map(|effect| effect.need.clone()).collect();
        let text = choice.text.as_str().to_string();
        (!needs.is_empty()).then_some(Opening::LookBack { spot, text, needs })
    });
    open.next()
}

/// The newest guess of the last sessions that nobody has confirmed.
fn guess(journal: &Journal, care: Care) -> Option<Opening> {
    lately(journal).into_iter().find_map(|session| {
        let mut moments = session.moments.iter().rev();
        moments.find_map(|moment| guess_in((session.id, moment.id), moment, care))
    })
}

/// Beside a phrase of danger nothing is guessed at.
fn guess_in(spot: Spot, moment: &Moment, care: Care) -> Option<Opening> {
    let guess = newest_guess(spot, moment, care);
    guess.filter(|_| danger_in_moment(moment).is_none())
}

fn newest_guess(spot: Spot, moment: &Moment, care: Care) -> Option<Opening> {
    moment.items.iter().rev().find_map(|item| match item {
        Item::Felt(felt) if felt.known_by == KnownBy::Guessed => {
            Some(Opening::GuessedFeeling { spot, felt: felt.clone() })
        }
        Item::Need(mark) if mark.known_by == KnownBy::Guessed && care.may_name_word(&mark.need) => {
            Some(Opening::GuessedNeed { spot, need: mark.need.clone() })
        }
        _ => None,
    })
}
