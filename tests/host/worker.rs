//! The worker's tasks and answers: what goes over the wire comes out the same, and nothing else is taken for it.
//! Never starts a worker: the work is done in place.

use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use attune::chart::qr::{Qr, Spare};
use attune::domain::{PublicKey, SecretKey};
use attune::job;
use attune::sealed_file::{KeyOpenError, KeySealError, OpenError, SealError};
use attune::vault::cost::Cost;
use attune::vault::key::{DerivedKey, Vault};
use attune::vault::way::{Salt, Stretch, WayIn, Ways};
use attune::worker::{Answer, FileTrouble, Helper, Later, Picture, Task, Trouble};
use zeroize::Zeroizing;

use crate::samples;
use crate::tidy::source::{files, words};

type Answered = Later<Result<Zeroizing<Vec<u8>>, Trouble>>;

fn in_place(task: Zeroizing<Vec<u8>>) -> Answered {
    Box::pin(ready(Ok(job::answer(&task))))
}

const HELPER: Helper = Helper::over(in_place);

/// Nothing here waits for anything.
fn now<T>(answer: impl Future<Output = T>) -> T {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("it waits"),
    }
}

fn tasks() -> Vec<Task> {
    let passphrase = || Zeroizing::new("grün und still".to_owned());
    let cost = Cost::parse(19_456, 2, 3).unwrap();
    vec![
        Task::Derive { secret: b"secret".to_vec().into(), salt: Salt([9; 16]), cost },
        Task::Derive { secret: Vec::new().into(), salt: Salt([0; 16]), cost: Cost::NEW },
        Task::Seal { plain: vec![0, 255, 7].into(), passphrase: passphrase() },
        Task::Seal { plain: Vec::new().into(), passphrase: String::new().into() },
        Task::Open { file: b"age".to_vec(), passphrase: passphrase() },
        Task::PublicKey { secret: SecretKey::new([3; 32]) },
        Task::SealForKey { plain: vec![0, 255, 7].into(), key: PublicKey([4; 32]) },
        Task::SealForKey { plain: Vec::new().into(), key: PublicKey([0; 32]) },
        Task::OpenWithKeys {
            file: b"age".to_vec(),
            keys: [5, 6].map(|it| SecretKey::new([it; 32])).into(),
        },
        Task::OpenWithKeys { file: Vec::new(), keys: Vec::new() },
        Task::ReadPicture(Picture::new(3, vec![0, 128, 255, 1, 2, 3]).unwrap()),
    ]
}

#[test]
fn a_task_comes_out_as_it_went_in() {
    for (at, task) in tasks().into_iter().enumerate() {
        assert!(Task::read(&task.write()) == Some(task), "{at}");
    }
}

#[test]
fn what_is_no_task_is_said_to_be_none() {
    let refused = |bytes: &[u8]| matches!(Answer::read(&job::answer(bytes)), Some(Answer::NoTask));
    let dear = [&[1][..], &u32::MAX.to_le_bytes(), &[1, 0, 0, 0], &[1, 0, 0, 0], &[0; 16]].concat();
    let beyond = [&[3][..], &u32::MAX.to_le_bytes(), b"x"].concat();
    let no_text = [&[2][..], &[1, 0, 0, 0], &[0xff]].concat();
    let many_keys = [&[6][..], &u32::MAX.to_le_bytes(), &[0; 64]].concat();
    let half_a_key = [&[6][..], &[1, 0, 0, 0], &[0; 31]].concat();
    let long_key = [&[4][..], &[0; 33]].concat();
    let of_keys = [&[4][..], &[5], &[6], &many_keys, &half_a_key, &long_key];
    let torn = [&[7][..], &[3, 0, 0, 0], &[0; 7]].concat();
    let huge = [&[7][..], &[1, 0, 0, 0], &vec![0; Picture::MOST + 1]].concat();
    let of_pictures = [&[7][..], &[7, 1, 0, 0, 0], &[7, 0, 0, 0, 0, 9], &torn, &huge];
    let others =
        [&[][..], &[0], &[99], &[1, 2, 3], &[2, 1, 0], &[3, 0xff], &dear, &beyond, &no_text];
    for bytes in others.into_iter().chain(of_keys).chain(of_pictures) {
        assert!(refused(bytes), "{bytes:?}");
    }
}

#[test]
fn every_failure_comes_out_as_it_went_in() {
    use OpenError::*;
    for why in [SealError::TooLarge, SealError::NoMemory, SealError::NotReadBack] {
        let answer = Answer::read(&Answer::Sealed(Err(why)).write());
        assert!(matches!(answer, Some(Answer::Sealed(Err(it))) if it == why), "{why:?}");
    }
    let all =
        [NotSealed, Newer, ForKeys, TooMuchWork, WrongPassphrase, Damaged, TooLarge, NoMemory];
    for why in all {
        let answer = Answer::read(&Answer::Opened(Err(why)).write());
        assert!(matches!(answer, Some(Answer::Opened(Err(it))) if it == why), "{why:?}");
    }
    for bytes in [
        &[][..],
        &[0],
        &[99],
        &[3],
        &[3, 3],
        &[5, 8],
        &[1, 2],
        &[8, 1],
        &[10, 4],
        &[11, 0, 0],
        &[12, 7],
        &[13, 1],
        &[13, 1, 0, 0, 0, 0xff],
    ] {
        assert!(Answer::read(bytes).is_none(), "{bytes:?}");
    }
}

#[test]
fn every_failure_with_keys_comes_out_as_it_went_in() {
    for why in [
        KeySealError::TooLarge,
        KeySealError::NotAKey,
        KeySealError::NoMemory,
        KeySealError::NotSealedForIt,
    ] {
        let answer = Answer::read(&Answer::KeySealed(Err(why)).write());
        assert!(matches!(answer, Some(Answer::KeySealed(Err(it))) if it == why), "{why:?}");
    }
    for why in [
        KeyOpenError::NotSealed,
        KeyOpenError::Newer,
        KeyOpenError::WithPassphrase,
        KeyOpenError::ForAnotherKey,
        KeyOpenError::Damaged,
        KeyOpenError::TooLarge,
        KeyOpenError::NoMemory,
    ] {
        let answer = Answer::read(&Answer::KeyOpened(Err(why)).write());
        assert!(matches!(answer, Some(Answer::KeyOpened(Err(it))) if it == why), "{why:?}");
    }
}

#[test]
fn a_helper_derives_a_key_that_opens() {
    let cost = Cost::parse(Cost::MEMORY_LEAST, Cost::PASSES_LEAST, 1).unwrap();
    let salt = Salt([7; 16]);
    let derive =
        |secret: &str| now(HELPER.derive(secret.as_bytes().to_vec().into(), salt, cost)).unwrap();
    let vault = Vault::draw(samples::draw).unwrap();
    let mut ways = Ways::none();
    let way = WayIn::Passphrase(Stretch { cost, salt });
    ways.wrap(&way, &derive("one"), &vault, samples::draw).unwrap();
    let way = ways.iter().next().unwrap();
    assert!(way.unwrap_key(vault.id, &derive("one")).is_ok());
    assert!(way.unwrap_key(vault.id, &derive("two")).is_err());
}

#[test]
fn a_helper_seals_and_opens_a_file() {
    let passphrase = |it: &str| Zeroizing::new(it.to_owned());
    let plain = b"what was heard".to_vec();
    let file = now(HELPER.seal_file(plain.clone().into(), passphrase("one"))).unwrap();
    let open = |it: &str| now(HELPER.open_file(file.clone(), passphrase(it)));
    assert_eq!(*open("one").unwrap(), plain);
    assert_eq!(open("two").err(), Some(FileTrouble::File(OpenError::WrongPassphrase)));
}

#[test]
fn a_helper_seals_for_a_key_and_opens_with_it() {
    let [mine, other] = [1, 2].map(|it| SecretKey::new([it; 32]));
    let key = now(HELPER.public_key(mine.clone())).unwrap();
    let plain = b"what was heard".to_vec();
    let file = now(HELPER.seal_for_key(plain.clone().into(), key)).unwrap();
    let open = |keys: Vec<SecretKey>| now(HELPER.open_with_keys(file.clone(), keys));
    let (which, opened) = open(vec![other.clone(), mine]).unwrap();
    assert_eq!((which, &*opened), (1, &plain));
    let refused = open(vec![other]).err();
    assert_eq!(refused, Some(FileTrouble::File(KeyOpenError::ForAnotherKey)));
    let no_key = now(HELPER.seal_for_key(plain.into(), PublicKey([0; 32])));
    assert_eq!(no_key, Err(FileTrouble::File(KeySealError::NotAKey)));
}

#[test]
fn a_helper_reads_a_picture() {
    let empty = Picture::new(40, vec![255; 1_600]).unwrap();
    assert_eq!(now(HELPER.read_picture(empty)), Ok(vec![]));
    let code = Qr::new("ATTUNE", Spare::Some).unwrap();
    let side = 4 * code.side();
    let dark = |at: usize| code.is_dark(at / side / 4, at % side / 4);
    let grey = (0..side * side).map(|at| if dark(at) { 0 } else { 255 }).collect();
    let read = now(HELPER.read_picture(Picture::new(side, grey).unwrap()));
    assert_eq!(read, Ok(vec!["ATTUNE".to_owned()]));
}

#[test]
fn a_helper_says_what_went_wrong_with_the_worker() {
    fn gone(_: Zeroizing<Vec<u8>>) -> Answered {
        Box::pin(ready(Err(Trouble::Gone)))
    }
    fn full(_: Zeroizing<Vec<u8>>) -> Answered {
        Box::pin(ready(Ok(Answer::NoMemory.write())))
    }
    fn confused(_: Zeroizing<Vec<u8>>) -> Answered {
        Box::pin(ready(Ok(Answer::Sealed(Ok(Vec::new())).write())))
    }
    fn tight(_: Zeroizing<Vec<u8>>) -> Answered {
        Box::pin(ready(Ok(Answer::Opened(Err(OpenError::NoMemory)).write())))
    }
    fn check(ask: attune::worker::Ask, expected: Trouble) {
        let opened = now(Helper::over(ask).open_file(Vec::new(), String::new().into()));
        assert_eq!(opened.err(), Some(FileTrouble::Worker(expected)));
    }
    check(gone, Trouble::Gone);
    check(full, Trouble::NoMemory);
    check(confused, Trouble::Died);
    check(tight, Trouble::NoMemory);
    let derived = now(Helper::over(full).derive(Vec::new().into(), Salt([0; 16]), Cost::NEW));
    assert_eq!(derived.err(), Some(Trouble::NoMemory));
}

#[test]
fn a_derived_key_is_shown_to_the_wire_alone() {
    let own = ["src/vault/key.rs", "src/worker/answer.rs"];
    for source in files(&["src"], &[".rs"]) {
        let names = words(&source.code()).any(|(_, word)| word == "to_wire");
        assert!(own.contains(&source.path.as_str()) || !names, "{}", source.path);
    }
    let key = DerivedKey::from_bytes([5; 32]);
    let answer = Answer::read(&Answer::Derived(key).write());
    assert!(matches!(answer, Some(Answer::Derived(key)) if *key.to_wire() == [5; 32]));
}
