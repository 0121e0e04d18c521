//! What every book promises, said once and run against each home.
//! Never knows which home it runs against.

use attune::storage::book::Kept;
use attune::storage::{Book, Commit, CommitError};

/// Panics at the first broken promise. The book must be empty, and is empty again afterwards.
pub async fn check_book(book: &dyn Book) {
    assert_eq!(book.read_all().await, Ok(vec![]), "begins empty");
    every_byte_and_size_comes_back(book).await;
    all_keys_come_in_their_order(book).await;
    a_commit_on_what_was_expected_is_done(book).await;
    a_stale_commit_changes_nothing(book).await;
    puts_and_removes_go_together(book).await;
    everything_is_erased(book).await;
}

fn pair(key: &str, bytes: &[u8]) -> Kept {
    (key.to_owned(), bytes.to_vec())
}

fn puts(puts: &[(&str, &[u8])]) -> Commit {
    Commit { puts: puts.iter().map(|(key, bytes)| pair(key, bytes)).collect(), ..Commit::default() }
}

async fn read(book: &dyn Book, key: &str) -> Option<Vec<u8>> {
    book.read(vec![key.to_owned()]).await.unwrap().remove(0)
}

async fn every_byte_and_size_comes_back(book: &dyn Book) {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(book.commit(puts(&[("all", &all)])).await, Ok(()));
    assert_eq!(read(book, "all").await, Some(all));
    assert_eq!(read(book, "al").await, None);
    for size in [0, 1, 1023, 1024, 1025, 65_536, 300_000] {
        let bytes: Vec<u8> = (0..size).map(|place: u32| (place % 251) as u8).collect();
        assert_eq!(book.commit(puts(&[("size", &bytes)])).await, Ok(()), "{size}");
        assert_eq!(read(book, "size").await, Some(bytes), "{size}");
    }
    assert_eq!(book.erase_all().await, Ok(()));
}

async fn all_keys_come_in_their_order(book: &dyn Book) {
    let keys = ["segment.1.1", "segment.1.10", "segment.11.1", "segment.2.1"];
    let mixed = [(keys[2], &b"2"[..]), (keys[0], b"0"), (keys[3], b"3"), (keys[1], b"1")];
    assert_eq!(book.commit(puts(&mixed)).await, Ok(()));
    let all = book.read_all().await.unwrap();
    assert_eq!(all, [(0, b"0"), (1, b"1"), (2, b"2"), (3, b"3")].map(|(n, it)| pair(keys[n], it)));
    let asked = book.read_where(|key| key.starts_with("segment.1.")).await.unwrap();
    assert_eq!(asked, [(0, b"0"), (1, b"1")].map(|(n, it)| pair(keys[n], it)));
    let some = book.read(vec![keys[1].into(), "none".into(), keys[0].into()]).await;
    assert_eq!(some, Ok(vec![Some(b"1".to_vec()), None, Some(b"0".to_vec())]));
    assert_eq!(book.erase_all().await, Ok(()));
}

async fn a_commit_on_what_was_expected_is_done(book: &dyn Book) {
    let head = |bytes: &[u8]| ("head.0".to_owned(), Some(bytes.to_vec()));
    let none = ("head.1".to_owned(), None);
    let first = Commit {
        expected: vec![("head.0".into(), None), none.clone()],
        ..puts(&[("head.0", b"first")])
    };
    assert_eq!(book.commit(first).await, Ok(()));
    let second =
        Commit { expected: vec![head(b"first"), none.clone()], ..puts(&[("head.0", b"second")]) };
    assert_eq!(book.commit(second).await, Ok(()));
    assert_eq!(book.read_all().await, Ok(vec![pair("head.0", b"second")]));
    let only_asked = Commit { expected: vec![head(b"second"), none], ..Commit::default() };
    assert_eq!(book.commit(only_asked).await, Ok(()));
    assert_eq!(book.erase_all().await, Ok(()));
}

async fn a_stale_commit_changes_nothing(book: &dyn Book) {
    let there = [pair("head.0", b"theirs"), pair("segment.1.1", b"whole")];
    assert_eq!(book.commit(Commit { puts: there.to_vec(), ..Commit::default() }).await, Ok(()));
    let expectations = [
        vec![("head.0".to_owned(), None)],
        vec![("head.0".to_owned(), Some(b"ours".to_vec()))],
        vec![("head.0".to_owned(), Some(b"theirs, and more".to_vec()))],
        vec![("head.0".to_owned(), Some(Vec::new()))],
        vec![("head.0".to_owned(), Some(b"theirs".to_vec())), ("head.1".to_owned(), Some(vec![1]))],
        vec![("head.1".to_owned(), Some(vec![])), ("head.0".to_owned(), Some(b"theirs".to_vec()))],
    ];
    for expected in expectations {
        let stale = Commit {
            expected: expected.clone(),
            removes: vec!["segment.1.1".into()],
            ..puts(&[("head.0", b"ours"), ("segment.2.2", b"new")])
        };
        assert_eq!(book.commit(stale).await, Err(CommitError::Stale), "{expected:?}");
        assert_eq!(book.read_all().await.as_deref(), Ok(&there[..]), "{expected:?}");
    }
    assert_eq!(book.erase_all().await, Ok(()));
}

async fn puts_and_removes_go_together(book: &dyn Book) {
    assert_eq!(book.commit(puts(&[("a", b"1"), ("b", b"2"), ("c", b"3")])).await, Ok(()));
    let removes = ["a", "c", "not there"].map(str::to_owned).to_vec();
    // What is removed and put is put.
    assert_eq!(book.commit(Commit { removes, ..puts(&[("c", b"4"), ("d", b"5")]) }).await, Ok(()));
    let all = book.read_all().await.unwrap();
    assert_eq!(all, [pair("b", b"2"), pair("c", b"4"), pair("d", b"5")]);
    assert_eq!(book.erase_all().await, Ok(()));
}

async fn everything_is_erased(book: &dyn Book) {
    assert_eq!(book.commit(puts(&[("a", b"1"), ("head.0", b"2")])).await, Ok(()));
    assert_eq!(book.erase_all().await, Ok(()));
    assert_eq!(book.erase_all().await, Ok(()), "to erase nothing is no error");
    assert_eq!(book.read_all().await, Ok(vec![]), "is left empty");
}
