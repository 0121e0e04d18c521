//! Handing over: what a person picked, sealed for someone's key or with a passphrase that they are told.
//! Never takes more than was picked, and never knows where the file goes: a browser saves it.

use zeroize::Zeroizing;

use super::{Desk, Phase};
use crate::domain::{Cabinet, Journal, OwnWord, PublicKey, Session};
use crate::exchange::Refused;
use crate::exchange::handover::{self, HandedBy, Picked};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, KeySealError, SealError, Trouble};
use leptos::prelude::*;

/// A sealed handover, ready to be saved or shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandoverFile {
    /// A day, and nothing of a person.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why there is none. Nothing has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotHanded {
    /// Nobody is chosen, or more was picked than a file holds.
    Notes(Refused),
    Worker(Trouble),
    /// It came out larger than a file may be, or is not what was asked for.
    NotSealed,
}

impl Desk {
    /// Sealed so that the secret of `key` alone opens it.
    pub async fn seal_handover_for(
        self,
        helper: Helper,
        picked: &Picked,
        by: HandedBy,
        key: PublicKey,
    ) -> Result<HandoverFile, NotHanded> {
        let plain = self.write_handover(picked, by).map_err(NotHanded::Notes)?;
        let bytes = helper.seal_for_key(plain.into(), key).await?;
        Ok(HandoverFile { name: self.handover_name(), bytes })
    }

    /// Sealed with a passphrase that is normalised to NFC.
    pub async fn seal_handover_with(
        self,
        helper: Helper,
        picked: &Picked,
        by: HandedBy,
        passphrase: Zeroizing<String>,
    ) -> Result<HandoverFile, NotHanded> {
        let plain = self.write_handover(picked, by).map_err(NotHanded::Notes)?;
        let bytes = helper.seal_file(plain.into(), passphrase).await?;
        Ok(HandoverFile { name: self.handover_name(), bytes })
    }

    fn write_handover(self, picked: &Picked, by: HandedBy) -> Result<Vec<u8>, Refused> {
        let meta = self.meta()?;
        let journal = self.journal().get_untracked().ok_or(Refused::NotAttune)?;
        let draw = self.world.draw;
        handover::write(&handover::pick(&journal, picked, by, &meta, &mut || draw()))
    }

    fn handover_name(self) -> String {
        format!("attune-handover-{}.age", self.today().iso())
    }

    /// A desk for someone who was invited: what is put on it is kept nowhere. Needs a reactive owner.
    pub fn for_a_guest(self) -> Desk {
        let guest = Desk::new(self.world, self.kept_twice);
        guest.lay_out(Cabinet::default(), Phase::Open(super::Kept::ThisVisit));
        guest
    }

    /// Takes what a guest wrote into "for myself", under `code` where there is none yet. Whether this tab may write.
    pub fn keep_for_myself(self, guest: &Journal, code: &str) -> bool {
        let Some(me) = self.choose_me(code) else { return false };
        let last = guest.sessions.last().map(|session| session.id);
        self.change(|cabinet| {
            cabinet.change_journal(me, |journal| {
                add_words(journal, &guest.person.own_words);
                guest.sessions.iter().for_each(|session| add_session(journal, session));
            });
        });
        let is_there = |journal: &Journal| last.is_none_or(|id| journal.session(id).is_some());
        let is_kept = self.journal().glance(|it| it.as_deref().is_some_and(is_there));
        if let Some(last) = last.filter(|_| is_kept) {
            self.open_session(last);
        }
        is_kept
    }
}

fn add_words(journal: &mut Journal, words: &[OwnWord]) {
    let new: Vec<_> =
        words.iter().filter(|word| journal.person.own_word(word.id).is_none()).cloned().collect();
    if !new.is_empty() {
        std::sync::Arc::make_mut(&mut journal.person).own_words.extend(new);
    }
}

/// After all that were begun before. Kept twice it would be there once.
fn add_session(journal: &mut Journal, session: &Session) {
    if journal.session(session.id).is_none() {
        let begun = journal.begin_session(session.id, session.day).begun;
        journal.change_session(session.id, |it| *it = Session { begun, ..session.clone() });
    }
}

impl From<FileTrouble<KeySealError>> for NotHanded {
    fn from(trouble: FileTrouble<KeySealError>) -> NotHanded {
        match trouble {
            FileTrouble::Worker(trouble) => NotHanded::Worker(trouble),
            FileTrouble::File(KeySealError::NoMemory) => NotHanded::Worker(Trouble::NoMemory),
            FileTrouble::File(_) => NotHanded::NotSealed,
        }
    }
}

impl From<FileTrouble<SealError>> for NotHanded {
    fn from(trouble: FileTrouble<SealError>) -> NotHanded {
        match trouble {
            FileTrouble::Worker(trouble) => NotHanded::Worker(trouble),
            FileTrouble::File(SealError::NoMemory) => NotHanded::Worker(Trouble::NoMemory),
            FileTrouble::File(_) => NotHanded::NotSealed,
        }
    }
}
