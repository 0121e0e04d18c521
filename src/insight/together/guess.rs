//! Guesses beside what the one they are about shared: an invitation to ask.
//! Never says right or wrong, and never counts.

use super::{Meant, Told, stands_otherwise};
use crate::domain::{
    FeelingWord, Felt, Naming, NeedMark, NeedWord, Person, PersonId, Side, Standing, Words,
};

/// What one participant guessed of another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guess {
    pub who: PersonId,
    pub about: PersonId,
    pub what: Guessed,
    pub beside: Beside,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Guessed {
    Feeling(FeelingWord),
    Need(NeedWord, Standing),
}

/// What the one it is about shared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beside {
    AlsoNamed,
    /// They named the need, and it stands so for them.
    StandsOtherwise(Standing),
    NotNamed,
    /// They shared nothing about themselves, so nothing stands beside it.
    NothingShared,
    /// Their words are still on another device.
    OnTheirWay,
}

/// In the order of the participants: who guesses, then about whom, then as it was caught. A guess about someone who takes no
/// part in the round stands beside nothing, and is left out.
pub(super) fn guesses(told: &[Told]) -> Vec<Guess> {
    let mut guesses = Vec::new();
    for (guesser, words) in told {
        let Some(words) = words else { continue };
        for (other, theirs) in told {
            if let Some(side) = words.guess(other.person.id) {
                let other = Other { person: &other.person, words: theirs.as_ref() };
                guesses.extend(other.beside(&guesser.person, side));
            }
        }
    }
    guesses
}

/// The one a guess is about.
struct Other<'a> {
    person: &'a Person,
    words: Option<&'a Words>,
}

impl Other<'_> {
    fn beside(&self, guesser: &Person, side: &Side) -> Vec<Guess> {
        let guess = |what, beside| Guess { who: guesser.id, about: self.person.id, what, beside };
        let felt = side
            .moment
            .felt()
            .map(|felt| guess(Guessed::Feeling(felt.feeling.clone()), self.felt(felt)));
        let needs = side.moment.needs().map(|mark| {
            guess(Guessed::Need(mark.need.clone(), mark.standing), self.needs(guesser, mark))
        });
        felt.chain(needs).collect()
    }

    /// What they shared of themselves, or why nothing can stand beside a guess.
    fn shared(&self) -> Result<&Side, Beside> {
        let mine = &self.words.ok_or(Beside::OnTheirWay)?.mine;
        if mine.moment.is_blank() { Err(Beside::NothingShared) } else { Ok(mine) }
    }

    /// Feelings have no kin here: irritated is not furious. Own words are known to their writer alone.
    fn felt(&self, guessed: &Felt) -> Beside {
        let is_own = matches!(guessed.feeling, Naming::Own(_));
        match self.shared() {
            Err(beside) => beside,
            Ok(side) if !is_own && side.moment.felt().any(|it| it.feeling == guessed.feeling) => {
                Beside::AlsoNamed
            }
            Ok(_) => Beside::NotNamed,
        }
    }

    fn needs(&self, guesser: &Person, guessed: &NeedMark) -> Beside {
        let side = match self.shared() {
            Ok(side) => side,
            Err(beside) => return beside,
        };
        let meant = Meant::of(&guessed.need, guesser);
        let named = side.moment.needs().filter(|it| Meant::of(&it.need, self.person) == meant);
        let standings: Vec<Standing> = named.map(|it| it.standing).collect();
        let otherwise = |it: &&Standing| stands_otherwise(guessed.standing, **it);
        match (standings.first(), standings.iter().find(otherwise)) {
            (None, _) => Beside::NotNamed,
            (Some(_), Some(other)) if standings.iter().all(|it| otherwise(&it)) => {
                Beside::StandsOtherwise(*other)
            }
            _ => Beside::AlsoNamed,
        }
    }
}
