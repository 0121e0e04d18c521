//! Someone attuned with, known by a code, with the words they added themselves.
//! Never holds a name asked for, and never a session: those are the journal's.

use super::id::{PersonId, WordId};
use super::naming::Listed;
use super::short_text::{ShortText, TextError};
use crate::vocabulary::{Family, Need, fold};

/// What a person is called here: a code, not a name. At most 40 characters.
pub type Code = ShortText<40>;

/// A feeling or need in the person's own words. At most 40 characters.
pub type OwnText = ShortText<40>;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Client,
    Me,
    Participant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    pub id: PersonId,
    pub kind: Kind,
    pub code: Code,
    /// Kept out of the list until looked for.
    pub set_aside: bool,
    pub own_words: Vec<OwnWord>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnWord {
    pub id: WordId,
    pub text: OwnText,
    pub kind: OwnWordKind,
}

/// What an own word is, and its kin in the vocabulary where the person named one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OwnWordKind {
    Feeling(Option<Listed<Family>>),
    Need(Option<Listed<Need>>),
}

/// Why a code is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeError {
    Text(TextError),
    /// Another person has it, whatever its capitals and accents.
    Taken,
}

impl Person {
    pub fn new(id: PersonId, kind: Kind, code: Code) -> Person {
        Person { id, kind, code, set_aside: false, own_words: Vec::new() }
    }

    pub fn own_word(&self, id: WordId) -> Option<&OwnWord> {
        self.own_words.iter().find(|word| word.id == id)
    }

    /// The own word of this kind with this text, whatever its capitals and accents.
    pub fn own_word_like(&self, text: &str, feeling: bool) -> Option<&OwnWord> {
        let folded = fold(text);
        self.own_words.iter().find(|word| {
            matches!(word.kind, OwnWordKind::Feeling(_)) == feeling
                && fold(word.text.as_str()) == folded
        })
    }
}

/// Parses a code that no other of `people` bears. Errors: empty, too long, taken.
pub fn parse_code<'a>(
    raw: &str,
    this: Option<PersonId>,
    people: impl IntoIterator<Item = &'a Person>,
) -> Result<Code, CodeError> {
    let code = Code::parse(raw).map_err(CodeError::Text)?;
    let folded = fold(code.as_str());
    let taken = people
        .into_iter()
        .any(|person| Some(person.id) != this && fold(person.code.as_str()) == folded);
    if taken { Err(CodeError::Taken) } else { Ok(code) }
}
