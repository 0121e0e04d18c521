//! A file that comes from another device: it finds its conversation by the key that opens it, and is taken in.
//! Never takes anything from a file that no key of a conversation here opens.

use leptos::prelude::*;

use crate::desk::restoring::SEALED;
use crate::desk::{Desk, Phase};
use crate::domain::{Cabinet, ConversationId, SecretKey};
use crate::exchange::Refused;
use crate::exchange::conversation_file::{
    self, ConversationFile, FileKind, NotRead, NotTaken, Statement, Told,
};
use crate::reactive::Look;
use crate::worker::{FileTrouble, Helper, KeyOpenError, Trouble};

/// What was taken in, and into which.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Brought {
    pub conversation: ConversationId,
    /// What was new, known, late, or somebody's who writes here too.
    pub told: Told,
}

/// Why nothing came in. Everything is as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotConversation {
    /// One of Attune's, for something else: a backup, a handover; or an opening file where a round's was asked for, or the
    /// other way round.
    Another(FileKind),
    /// None of Attune's.
    NotAttune,
    /// A file of a conversation that is not sealed: anyone may have written it.
    NotSealed,
    /// For a conversation that is not on this device, or for somebody else's key altogether.
    ForAnotherKey,
    /// It is for a key and not for a passphrase: a round's file, or a handover.
    SealedForKey,
    /// It opens with a passphrase: an opening file, or a backup.
    AsksForPassphrase,
    WrongPassphrase,
    /// It asks for more work than we accept.
    TooMuchWork,
    Damaged,
    TooLarge,
    /// A newer Attune made it.
    Newer,
    /// The key is that of one conversation and the file says it is of another: it was put together by hand.
    OfAnother,
    /// With it more would be here than take part in one conversation.
    TooMany,
    /// The conversation was removed, or everything locked, while it was opened.
    Gone,
    /// Another tab writes.
    OnlyReads,
    Worker(Trouble),
}

/// What a key opens.
#[derive(Clone, Copy)]
enum Opens {
    Conversation(ConversationId),
    Invitation,
}

impl Desk {
    /// Opens a file with the keys of all conversations here and takes it in. Of another kind of file it says which.
    pub async fn take_in_conversation_file(
        self,
        helper: Helper,
        bytes: Vec<u8>,
    ) -> Result<Brought, NotConversation> {
        if bytes.len() > Self::CONVERSATION_FILE_MOST {
            return Err(match conversation_file::read(&bytes) {
                Err(NotRead::Another(kind)) => NotConversation::Another(kind),
                _ => NotConversation::TooLarge,
            });
        }
        if !bytes.starts_with(SEALED) {
            return Err(in_clear(&bytes));
        }
        let (opens, keys): (Vec<Opens>, Vec<SecretKey>) =
            self.cabinet.glance(keys).into_iter().unzip();
        let (place, plain) = helper.open_with_keys(bytes, keys).await?;
        let statement = match conversation_file::read(&plain)? {
            ConversationFile::Statement(statement) => statement,
            ConversationFile::Opening(_) => {
                return Err(NotConversation::Another(FileKind::Opening));
            }
        };
        match opens.get(place) {
            Some(Opens::Conversation(id)) => self.take_statement(*id, &statement),
            Some(Opens::Invitation) | None => Err(NotConversation::ForAnotherKey),
        }
    }

    fn take_statement(
        self,
        id: ConversationId,
        statement: &Statement,
    ) -> Result<Brought, NotConversation> {
        if !matches!(self.phase.get_untracked(), Phase::Open(_)) {
            return Err(NotConversation::Gone);
        }
        let here = self.conversation_of(id).ok_or(NotConversation::Gone)?;
        let taken = conversation_file::take_in(&here, statement);
        let (next, told) = taken.map_err(|why| match why {
            NotTaken::OfAnother => NotConversation::OfAnother,
            NotTaken::TooMany => NotConversation::TooMany,
        })?;
        if !self.may_change() {
            return Err(NotConversation::OnlyReads);
        }
        if next != *here {
            self.change(|cabinet| cabinet.change_conversation(id, |it| *it = next));
        }
        Ok(Brought { conversation: id, told })
    }
}

/// Of conversations first; those of invitations too, so that a handover is called one.
fn keys(cabinet: &Cabinet) -> Vec<(Opens, SecretKey)> {
    let conversations = cabinet.conversations.iter();
    let conversations =
        conversations.filter_map(|it| Some((Opens::Conversation(it.id), it.secret.clone()?)));
    let invitations = cabinet.journals.iter().filter_map(|it| it.invitation.as_ref());
    let invitations = invitations.filter_map(|it| Some((Opens::Invitation, it.secret.clone()?)));
    conversations.chain(invitations).collect()
}

/// Why one that is not sealed is not taken.
pub(super) fn in_clear(bytes: &[u8]) -> NotConversation {
    match conversation_file::read(bytes) {
        Ok(_) => NotConversation::NotSealed,
        Err(error) => error.into(),
    }
}

impl From<NotRead> for NotConversation {
    fn from(error: NotRead) -> NotConversation {
        match error {
            NotRead::Another(kind) => NotConversation::Another(kind),
            NotRead::Refused(refused) => refused.into(),
        }
    }
}

impl From<Refused> for NotConversation {
    fn from(refused: Refused) -> NotConversation {
        match refused {
            Refused::NotAttune => NotConversation::NotAttune,
            Refused::Newer { .. } => NotConversation::Newer,
            Refused::Damaged { .. } => NotConversation::Damaged,
            Refused::TooLarge => NotConversation::TooLarge,
        }
    }
}

impl From<FileTrouble<KeyOpenError>> for NotConversation {
    fn from(trouble: FileTrouble<KeyOpenError>) -> NotConversation {
        match trouble {
            FileTrouble::Worker(trouble) => NotConversation::Worker(trouble),
            FileTrouble::File(error) => match error {
                KeyOpenError::NotSealed => NotConversation::NotAttune,
                KeyOpenError::Newer => NotConversation::Newer,
                KeyOpenError::WithPassphrase => NotConversation::AsksForPassphrase,
                KeyOpenError::ForAnotherKey => NotConversation::ForAnotherKey,
                KeyOpenError::Damaged => NotConversation::Damaged,
                KeyOpenError::TooLarge => NotConversation::TooLarge,
                KeyOpenError::NoMemory => NotConversation::Worker(Trouble::NoMemory),
            },
        }
    }
}
