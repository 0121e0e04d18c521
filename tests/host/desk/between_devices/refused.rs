//! Files that are not what was asked for: each is told apart by its reason, and nothing changes.
//! Never about what comes in.

use attune::desk::*;
use attune::domain::*;
use attune::exchange::conversation_file::{self, tell};
use attune::sealed_file::{WorkFactor, public_key, seal, seal_for_key};
use attune::worker::Trouble;

use super::{file, on, open, opening_file, take, two};
use crate::desk::backup::{HELPER, NO_HELPER, cabinet, secret};
use crate::desk::bench::Bench;
use crate::desk::inviting::invitation;
use crate::exchange::{self, meta};
use crate::faulty::Faulty;
use crate::handover;
use crate::ledgers::now;

/// As little as can be: nothing here is kept.
fn work() -> WorkFactor {
    WorkFactor::parse(10).unwrap()
}

#[test]
fn an_opening_file_is_refused_by_its_reason_and_keeps_nothing() {
    let (first, _) = two();
    let file = opening_file(&first);
    let bench = Bench::over(&Faulty::default());
    let backup = bench.desk.make_plain_backup().unwrap().bytes;
    let with_words = |plain: &[u8]| seal(plain, "four words", work()).unwrap();
    let newer = br#"{"format": "attune-conversation-opening", "version": 2}"#;
    let handed = handover::written(&handover::all(5));
    let said = conversation_file::write(&tell(&on(&first), &meta()).1).unwrap();
    let key = public_key(&SecretKey::new([7; 32]));
    let cases = [
        ("half of it", file[..file.len() - 40].to_vec(), NotConversation::Damaged),
        ("a sealed backup", with_words(&backup), NotConversation::Another(FileKind::Notes)),
        ("a backup", backup, NotConversation::Another(FileKind::Notes)),
        ("a sealed handover", with_words(&handed), NotConversation::Another(FileKind::Handover)),
        ("a handover", handed, NotConversation::Another(FileKind::Handover)),
        ("a round's", with_words(&said), NotConversation::Another(FileKind::Statement)),
        ("in clear", said, NotConversation::NotSealed),
        ("for a key", seal_for_key(b"", &key).unwrap(), NotConversation::SealedForKey),
        ("other words", with_words(b"Dear all"), NotConversation::NotAttune),
        ("a zip", b"PK\x03\x04 and so on".to_vec(), NotConversation::NotAttune),
        ("nothing", Vec::new(), NotConversation::NotAttune),
        ("a newer one", with_words(newer), NotConversation::Newer),
        ("a newer age", b"age-encryption.org/v2\n".to_vec(), NotConversation::Newer),
        ("50 MB", vec![0; 50 << 20], NotConversation::TooLarge),
    ];
    let before = cabinet(&bench);
    for (name, bytes, why) in cases {
        assert_eq!(open(&bench, &bytes, "four words"), Err(why), "{name}");
    }
    assert_eq!(open(&bench, &file, "five words"), Err(NotConversation::WrongPassphrase));
    let missing = now(bench.desk.open_opening_file(NO_HELPER, file, secret("four words")));
    assert_eq!(missing, Err(NotConversation::Worker(Trouble::NotFetched)));
    assert_eq!(cabinet(&bench), before);
}

#[test]
fn a_file_that_is_not_for_a_conversation_here_is_told_apart() {
    let (first, second) = two();
    let key = public_key(on(&second).secret.as_ref().unwrap());
    let heron = second.desk.add_client("Heron").unwrap();
    second.desk.choose(heron);
    now(second.desk.invite(HELPER, Vec::new())).unwrap();
    let invited = invitation(&second, heron).unwrap().public;
    let of = |id: u8| Conversation { id: ConversationId([id; 8]), ..on(&first) };
    let other = conversation_file::write(&tell(&of(3), &meta()).1).unwrap();
    let handed = handover::written(&handover::all(5));
    let strange = public_key(&SecretKey::new([7; 32]));
    let sealed = |plain: &[u8]| seal_for_key(plain, &key).unwrap();
    let backup = exchange::written(&Cabinet::default());
    let large_backup = [&backup[..], &vec![b' '; 9 << 20]].concat();
    let [handed_to, invited_to] = [&handed, &other].map(|it| seal_for_key(it, &invited).unwrap());
    let sealed_backup = seal(&backup, "w", work()).unwrap();
    let cases = [
        ("another's", seal_for_key(&other, &strange).unwrap(), NotConversation::ForAnotherKey),
        ("of another by hand", sealed(&other), NotConversation::OfAnother),
        ("a handover to us", handed_to, NotConversation::Another(FileKind::Handover)),
        ("for an invitation", invited_to, NotConversation::ForAnotherKey),
        ("an opening file", opening_file(&first), NotConversation::AsksForPassphrase),
        ("a sealed backup", sealed_backup, NotConversation::AsksForPassphrase),
        ("a backup", backup, NotConversation::Another(FileKind::Notes)),
        ("a large backup", large_backup, NotConversation::Another(FileKind::Notes)),
        ("in clear", other, NotConversation::NotSealed),
    ];
    check(&second, cases);
}

#[test]
fn a_file_that_is_broken_newer_or_something_else_is_told_apart() {
    let (first, second) = two();
    let sent = file(&first);
    let key = public_key(on(&second).secret.as_ref().unwrap());
    let sealed = |plain: &[u8]| seal_for_key(plain, &key).unwrap();
    let newer = br#"{"format": "attune-conversation-statement", "version": 2}"#;
    let cases = [
        ("half of it", sent[..sent.len() / 2].to_vec(), NotConversation::Damaged),
        ("sealed words", sealed(b"Dear all"), NotConversation::NotAttune),
        ("a newer one", sealed(newer), NotConversation::Newer),
        ("a newer age", b"age-encryption.org/v2\n".to_vec(), NotConversation::Newer),
        ("a zip", b"PK\x03\x04 and so on".to_vec(), NotConversation::NotAttune),
        ("50 MB", vec![0; 50 << 20], NotConversation::TooLarge),
    ];
    check(&second, cases);
}

/// Each is refused by its reason, and nothing changes.
fn check<const COUNT: usize>(bench: &Bench, cases: [(&str, Vec<u8>, NotConversation); COUNT]) {
    let before = cabinet(bench);
    for (name, bytes, why) in cases {
        assert_eq!(take(bench, HELPER, &bytes), Err(why), "{name}");
    }
    assert_eq!(cabinet(bench), before);
}

#[test]
fn where_the_worker_does_not_come_nothing_is_taken_in() {
    let (first, second) = two();
    let (sent, before) = (file(&first), cabinet(&second));
    let missing = take(&second, NO_HELPER, &sent);
    assert_eq!(missing, Err(NotConversation::Worker(Trouble::NotFetched)));
    assert_eq!(cabinet(&second), before);
}
