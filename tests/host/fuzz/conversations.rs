//! Files of a conversation, packed and unpacked: read whole or refused, taken in once, in either order, and never over what is here.
//! Never says which fault is refused by which reason: `conversation_file::hostile` does.

use attune::domain::ConversationId;
use attune::exchange::conversation_file::{
    ConversationFile, Statement, join, read, state_for_others, take_in, write, write_opening,
};

use super::{Target, mutate};
use crate::conversation_file::file::{opening, statement, written};
use crate::conversation_file::{shared, who};
use crate::exchange::meta;
use crate::handover::file::unpacked;

pub const CONVERSATION: Target = Target {
    name: "conversation",
    seeds: || {
        let said = (0..3).map(|seed| written(&statement(seed)));
        let opened = (0..2).map(|seed| write_opening(&opening(seed)).unwrap());
        let packed: Vec<Vec<u8>> = said.chain(opened).collect();
        let plain: Vec<Vec<u8>> = packed.iter().map(|file| unpacked(file)).collect();
        // Most of what is packed is turned away by its checksum: the text is what is to be reached.
        packed.into_iter().take(1).chain(plain).collect()
    },
    mutate: |dice, bytes| match dice.below(3) {
        0 => mutate::any(dice, bytes, &[bytes.to_vec()]),
        _ => super::handovers::retold(dice, bytes),
    },
    run: |bytes| {
        match read(bytes) {
            Ok(ConversationFile::Statement(it)) => check(&it),
            Ok(ConversationFile::Opening(it)) => {
                let again = read(&write_opening(&it).unwrap());
                assert!(again == Ok(ConversationFile::Opening(it.clone())), "it reads otherwise");
                let first = it.statement.frame.people.first().map(|it| it.id);
                if let Some(joined) = first.and_then(|id| join(&it, &[id]).ok()) {
                    assert!(
                        write(&state_for_others(&joined, &meta())).is_ok(),
                        "nothing can be said"
                    );
                }
                check(&it.statement);
            }
            Err(_) => return false,
        }
        true
    },
};

fn check(statement: &Statement) {
    let plain = Statement { conversation: ConversationId([9; 8]), ..statement.clone() };
    let again = read(&written(&plain));
    assert!(again == Ok(ConversationFile::Statement(plain.clone().into())), "it reads otherwise");
    let here = shared(&[&[1], &[2], &[3]]).remove(1);
    let (once, _) = take_in(&here, &plain).unwrap();
    assert!(take_in(&once, &plain).unwrap().0 == once, "taken in a second time it changes");
    assert!(once.participant(who(2)).is_some_and(|it| it.is_here), "nobody here is lost");
    // In either order with a file of the one it speaks for, or of another.
    let other = crate::conversation_file::file::statement(1);
    let (other_first, _) = take_in(&take_in(&here, &other).unwrap().0, &plain).unwrap();
    let (other_last, _) = take_in(&once, &other).unwrap();
    let place = |it: &attune::domain::Conversation| format!("{:?}", it.participants);
    assert!(place(&other_first) == place(&other_last), "the order matters");
    assert!(write(&state_for_others(&once, &meta())).is_ok(), "nothing more can be said");
}
