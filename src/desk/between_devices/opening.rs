//! An opening file on another device: opened, looked at, and then somebody says who they are.
//! Never keeps anything by opening, and never says for somebody who they are.

use std::sync::Arc;

use leptos::prelude::*;
use zeroize::Zeroizing;

use super::NotConversation;
use super::taking::in_clear;
use crate::desk::restoring::SEALED;
use crate::desk::{Desk, Phase};
use crate::domain::{ConversationId, PersonId};
use crate::exchange::conversation_file::{self, ConversationFile, FileKind, NotOfIt, Opening};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, OpenError, Trouble};

/// An opening file, opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    pub opening: Opening,
    /// Whether the conversation is on this device already.
    pub is_here: bool,
}

/// Why nobody takes part. Nothing has changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTakingPart {
    /// The conversation is on this device already.
    IsHere,
    Who(NotOfIt),
    /// What was open is locked by now.
    Closed,
    /// Another tab writes.
    OnlyReads,
}

impl Desk {
    /// Opens an opening file, with a passphrase that is normalised to NFC, to be looked at.
    pub async fn open_opening_file(
        self,
        helper: Helper,
        bytes: Vec<u8>,
        passphrase: Zeroizing<String>,
    ) -> Result<Arrival, NotConversation> {
        if bytes.len() > Self::CONVERSATION_FILE_MOST {
            return Err(NotConversation::TooLarge);
        }
        if !bytes.starts_with(SEALED) {
            return Err(in_clear(&bytes));
        }
        let plain = helper.open_file(bytes, passphrase).await?;
        match conversation_file::read(&plain)? {
            ConversationFile::Opening(opening) => {
                let id = opening.statement.conversation;
                let is_here = self.cabinet.glance(|it| it.conversation(id).is_some());
                Ok(Arrival { opening: *opening, is_here })
            }
            ConversationFile::Statement(_) => Err(NotConversation::Another(FileKind::Statement)),
        }
    }

    /// Takes part in a conversation that was begun elsewhere, as these.
    pub fn take_part(
        &self,
        opening: &Opening,
        who: &[PersonId],
    ) -> Result<ConversationId, NotTakingPart> {
        let id = opening.statement.conversation;
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotTakingPart::Closed);
        }
        if self.cabinet.glance(|it| it.conversation(id).is_some()) {
            return Err(NotTakingPart::IsHere);
        }
        let joined = conversation_file::join(opening, who).map_err(NotTakingPart::Who)?;
        if !self.may_change() {
            return Err(NotTakingPart::OnlyReads);
        }
        self.change(|cabinet| cabinet.conversations.push(Arc::new(joined)));
        Ok(id)
    }
}

impl From<FileTrouble<OpenError>> for NotConversation {
    fn from(trouble: FileTrouble<OpenError>) -> NotConversation {
        match trouble {
            FileTrouble::Worker(trouble) => NotConversation::Worker(trouble),
            FileTrouble::File(error) => match error {
                OpenError::NotSealed => NotConversation::NotAttune,
                OpenError::Newer => NotConversation::Newer,
                OpenError::ForKeys => NotConversation::SealedForKey,
                OpenError::TooMuchWork => NotConversation::TooMuchWork,
                OpenError::WrongPassphrase => NotConversation::WrongPassphrase,
                OpenError::Damaged => NotConversation::Damaged,
                OpenError::TooLarge => NotConversation::TooLarge,
                OpenError::NoMemory => NotConversation::Worker(Trouble::NoMemory),
            },
        }
    }
}
