//! Commands on a conversation over several devices: share it, make its files, open one, take one in.
//! Never hands out a file before the page remembers what it says, and never takes one in that is not for a conversation here.

mod opening;
mod taking;

use std::sync::Arc;

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::{Desk, Phase};
use crate::domain::{Conversation, ConversationId, Participant, PersonId, Round, SecretKey, Words};
use crate::exchange::conversation_file;
use crate::exchange::{Meta, Refused};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, KeySealError, SealError, Trouble};

pub use crate::exchange::conversation_file::NotOfIt;
pub use opening::{Arrival, NotTakingPart};
pub use taking::{Brought, NotConversation};

/// Why a conversation stays on one device, or who writes where stays as it is. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotShared {
    /// It is not there any more.
    Gone,
    /// Fewer than two take part.
    TooFew,
    /// Somebody has to write on this device: from here the others hear of it.
    NobodyHere,
    /// They have begun to write in the round that is not revealed. It has to be revealed first, or emptied: it would stay
    /// behind here.
    HasBegun(PersonId),
    /// A file of theirs has come: they write elsewhere.
    WritesElsewhere(PersonId),
    /// The device gives no chance to make a key from.
    NoChance,
    /// Another tab writes.
    OnlyReads,
}

/// A file, ready to be saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileForOthers {
    /// A day, and nothing of a person.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Why there is no file. Nothing has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotForOthers {
    Gone,
    /// It has to be shared first.
    OnOneDevice,
    /// More than a file holds.
    Notes(Refused),
    /// Something was said while it was made: it would be missing.
    ChangedMeanwhile,
    /// Another tab writes.
    OnlyReads,
    Worker(Trouble),
    /// It came out larger than a file may be, or is not what was asked for.
    NotSealed,
}

impl Desk {
    /// In bytes: a larger file of a conversation is not even read.
    pub const CONVERSATION_FILE_MOST: usize = conversation_file::MOST_BYTES;

    /// Lets a conversation go over several devices: these write here, everyone else elsewhere. The first time it draws the key
    /// of its files; after that it changes who writes here.
    pub fn share_conversation(
        &self,
        id: ConversationId,
        here: &[PersonId],
    ) -> Result<(), NotShared> {
        let conversation = self.conversation_of(id).ok_or(NotShared::Gone)?;
        let shared = self.seated(&conversation, here)?;
        if !self.may_change() {
            return Err(NotShared::OnlyReads);
        }
        let secret = match shared.secret.clone() {
            Some(secret) => secret,
            None => self.draw_key()?,
        };
        let shared = Conversation { secret: Some(secret), ..shared };
        self.change(|cabinet| cabinet.change_conversation(id, |it| *it = shared));
        Ok(())
    }

    fn seated(
        &self,
        conversation: &Conversation,
        here: &[PersonId],
    ) -> Result<Conversation, NotShared> {
        let mut seated = conversation.clone();
        let current = conversation.current_round();
        let takes_part = |it: &Arc<Participant>| it.takes_part_in(current);
        if conversation.participants.iter().filter(|it| takes_part(it)).count()
            < Conversation::FEWEST
        {
            return Err(NotShared::TooFew);
        }
        let is_here = |it: &Arc<Participant>| here.contains(&it.person.id);
        if !conversation.participants.iter().any(|it| is_here(it) && takes_part(it)) {
            return Err(NotShared::NobodyHere);
        }
        for participant in &mut seated.participants {
            let (id, wanted) = (participant.person.id, here.contains(&participant.person.id));
            match (participant.is_here, wanted) {
                (true, false) if has_begun(participant, current) => {
                    return Err(NotShared::HasBegun(id));
                }
                (false, true) if participant.revision > 0 || !participant.sheets.is_empty() => {
                    return Err(NotShared::WritesElsewhere(id));
                }
                (true, false) => Arc::make_mut(participant).move_elsewhere(),
                (false, true) => Arc::make_mut(participant).is_here = true,
                (true, true) | (false, false) => {}
            }
        }
        Ok(seated)
    }

    fn draw_key(&self) -> Result<SecretKey, NotShared> {
        let mut bytes = Zeroizing::new([0; 32]);
        (self.world.draw_secret)(&mut *bytes).map_err(|_| NotShared::NoChance)?;
        SecretKey::written(*bytes).ok_or(NotShared::NoChance)
    }

    /// Whether something was said here that no file has told the other devices yet.
    pub fn has_news_for_others(&self, id: ConversationId) -> bool {
        let shared = |it: &Arc<Conversation>| it.secret.is_some();
        let conversation = self.cabinet.look(|it| it.conversation(id).cloned()).filter(shared);
        conversation.is_some_and(|it| conversation_file::has_news(&it))
    }

    /// All that those who write here have said so far, sealed for the conversation's key. It remembers that it was said.
    pub async fn make_file_for_others(
        self,
        helper: Helper,
        id: ConversationId,
    ) -> Result<FileForOthers, NotForOthers> {
        let (before, meta) = self.before_a_file(id)?;
        let secret = before.secret.clone().ok_or(NotForOthers::OnOneDevice)?;
        let (told, statement) = conversation_file::tell(&before, &meta);
        let plain = conversation_file::write(&statement).map_err(NotForOthers::Notes)?;
        let key = helper.public_key(secret).await.map_err(NotForOthers::Worker)?;
        let bytes = helper.seal_for_key(plain.into(), key).await?;
        self.remember_told(&before, told)?;
        Ok(FileForOthers { name: self.conversation_file_name(), bytes })
    }

    /// What brings the conversation to another device, sealed with a passphrase that is normalised to NFC. Whoever has both
    /// reads all its files.
    pub async fn make_opening_file(
        self,
        helper: Helper,
        id: ConversationId,
        passphrase: Zeroizing<String>,
    ) -> Result<FileForOthers, NotForOthers> {
        let (before, meta) = self.before_a_file(id)?;
        let opening = conversation_file::open_to_others(&before, &meta);
        let (told, opening) = opening.ok_or(NotForOthers::OnOneDevice)?;
        let plain = conversation_file::write_opening(&opening).map_err(NotForOthers::Notes)?;
        let bytes = helper.seal_file(plain.into(), passphrase).await?;
        self.remember_told(&before, told)?;
        Ok(FileForOthers { name: self.conversation_file_name(), bytes })
    }

    fn before_a_file(&self, id: ConversationId) -> Result<(Arc<Conversation>, Meta), NotForOthers> {
        let conversation = self.conversation_of(id).ok_or(NotForOthers::Gone)?;
        if !self.may_change() {
            return Err(NotForOthers::OnlyReads);
        }
        Ok((conversation, self.meta().map_err(NotForOthers::Notes)?))
    }

    /// A readiness that somebody took back while the file was sealed must not be in it, and what is in it must be remembered.
    fn remember_told(
        &self,
        before: &Arc<Conversation>,
        told: Conversation,
    ) -> Result<(), NotForOthers> {
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotForOthers::Gone);
        }
        let now = self.conversation_of(before.id).ok_or(NotForOthers::Gone)?;
        if now != *before {
            return Err(NotForOthers::ChangedMeanwhile);
        }
        if !self.may_change() {
            return Err(NotForOthers::OnlyReads);
        }
        self.change(|cabinet| cabinet.change_conversation(before.id, |it| *it = told));
        Ok(())
    }

    fn conversation_file_name(&self) -> String {
        format!("attune-conversation-{}.age", self.today().iso())
    }

    fn conversation_of(&self, id: ConversationId) -> Option<Arc<Conversation>> {
        self.cabinet.glance(|it| it.conversation(id).cloned())
    }
}

/// Whether there is something of theirs in the round that is filled in.
fn has_begun(participant: &Participant, current: Round) -> bool {
    let asks = participant.requests.iter().any(|it| it.round >= current);
    let wrote = participant.sheets.iter().filter(|it| it.round >= current).any(|it| {
        let is_blank = |words: &Words| {
            words.mine.moment.is_blank() && words.guesses.iter().all(|(_, it)| it.moment.is_blank())
        };
        it.is_ready || it.words.as_ref().is_some_and(|words| !is_blank(words))
    });
    asks || wrote
}

impl From<FileTrouble<KeySealError>> for NotForOthers {
    fn from(trouble: FileTrouble<KeySealError>) -> NotForOthers {
        match trouble {
            FileTrouble::Worker(trouble) => NotForOthers::Worker(trouble),
            FileTrouble::File(KeySealError::NoMemory) => NotForOthers::Worker(Trouble::NoMemory),
            FileTrouble::File(_) => NotForOthers::NotSealed,
        }
    }
}

impl From<FileTrouble<SealError>> for NotForOthers {
    fn from(trouble: FileTrouble<SealError>) -> NotForOthers {
        match trouble {
            FileTrouble::Worker(trouble) => NotForOthers::Worker(trouble),
            FileTrouble::File(SealError::NoMemory) => NotForOthers::Worker(Trouble::NoMemory),
            FileTrouble::File(_) => NotForOthers::NotSealed,
        }
    }
}
