//! The small values that say how things stand: standing, strength, hands, how it is known.
//! Never holds a person's words; these are the only values of the domain that `ui` may see.

/// How a need stands. Not said yet is a fact too, and the default.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Standing {
    #[default]
    NotSaid,
    Unmet,
    Partly,
    Met,
}

impl Standing {
    pub const SAID: [Standing; 3] = [Standing::Unmet, Standing::Partly, Standing::Met];

    /// What one tap makes of it: unmet, partly, met, and not said again.
    pub fn turned(self) -> Standing {
        match self {
            Standing::NotSaid => Standing::Unmet,
            Standing::Unmet => Standing::Partly,
            Standing::Partly => Standing::Met,
            Standing::Met => Standing::NotSaid,
        }
    }
}

/// How strong a feeling is, 1 to 5.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Strength(u8);

impl Strength {
    pub const MOST: u8 = 5;

    /// `None` outside 1 to 5.
    pub fn new(strength: u8) -> Option<Strength> {
        (1..=Self::MOST).contains(&strength).then_some(Strength(strength))
    }

    pub fn get(self) -> u8 {
        self.0
    }
}

/// Whose hands something is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Hands {
    Mine,
    Influence,
    NotMine,
}

impl Hands {
    pub const ALL: [Hands; 3] = [Hands::Mine, Hands::Influence, Hands::NotMine];
}

/// How the listener knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum KnownBy {
    /// The person said so.
    #[default]
    Said,
    /// In a face, a voice, a posture: attuning is non-verbal too.
    Seen,
    /// The listener's guess, to be checked.
    Guessed,
    /// A guess the person agreed to.
    Confirmed,
}

impl KnownBy {
    pub const ALL: [KnownBy; 4] =
        [KnownBy::Said, KnownBy::Seen, KnownBy::Guessed, KnownBy::Confirmed];
}
