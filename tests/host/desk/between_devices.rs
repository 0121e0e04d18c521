//! A conversation between two and three desks, sealed as it really is: shared, opened elsewhere, said, taken in; and everything that
//! can go wrong is a value, and changes nothing. Never about what a file may hold: `conversation_file` says that.

mod refused;

use attune::desk::*;
use attune::domain::*;
use attune::worker::{Helper, Trouble};

use super::backup::{HELPER, NO_HELPER, cabinet, secret};
use super::bench::{Bench, today};
use crate::conversation_file::{begun, ready, seen, shares, who, write};
use crate::faulty::Faulty;
use crate::ledgers::now;

const ID: ConversationId = ConversationId([9; 8]);

/// A desk on which this conversation was begun, on one device so far.
fn with(conversation: Conversation) -> Bench {
    let bench = Bench::over(&Faulty::default());
    lay(&bench, conversation);
    bench
}

/// Puts a conversation on a desk, as its commands would.
fn lay(bench: &Bench, conversation: Conversation) {
    let before = cabinet(bench);
    let conversations = vec![conversation.into()];
    bench.desk.look_around(Cabinet { conversations, ..before });
}

fn on(bench: &Bench) -> Conversation {
    Conversation::clone(cabinet(bench).conversation(ID).unwrap())
}

fn change(bench: &Bench, change: impl FnOnce(&mut Conversation)) {
    let mut conversation = on(bench);
    change(&mut conversation);
    lay(bench, conversation);
}

fn unshared() -> Conversation {
    Conversation { secret: None, ..begun(2) }
}

fn opening_file(bench: &Bench) -> Vec<u8> {
    now(bench.desk.make_opening_file(HELPER, ID, secret("four words"))).unwrap().bytes
}

fn open(bench: &Bench, file: &[u8], words: &str) -> Result<Arrival, NotConversation> {
    now(bench.desk.open_opening_file(HELPER, file.to_vec(), secret(words)))
}

fn file(bench: &Bench) -> Vec<u8> {
    now(bench.desk.make_file_for_others(HELPER, ID)).unwrap().bytes
}

fn take(bench: &Bench, helper: Helper, file: &[u8]) -> Result<Brought, NotConversation> {
    now(bench.desk.take_in_conversation_file(helper, file.to_vec()))
}

/// Heron on one desk, Wren on another.
fn two() -> (Bench, Bench) {
    let first = with(unshared());
    assert_eq!(first.desk.share_conversation(ID, &[who(1)]), Ok(()));
    let file = opening_file(&first);
    let second = Bench::over(&Faulty::default());
    let arrival = open(&second, &file, "four words").unwrap();
    assert!(!arrival.is_here);
    assert_eq!(second.desk.take_part(&arrival.opening, &[who(2)]), Ok(ID));
    (first, second)
}

#[test]
fn two_desks_come_to_the_same_by_an_opening_file_and_three_files() {
    let (first, second) = two();
    for (bench, number) in [(&first, 1), (&second, 2)] {
        change(bench, |it| write(it, number));
        change(bench, |it| ready(it, number));
        assert!(bench.desk.has_news_for_others(ID));
    }
    let one = take(&second, HELPER, &file(&first)).unwrap();
    assert_eq!((one.conversation, one.told.people), (ID, vec![(who(1), News::New)]));
    assert_eq!(on(&second).awaited(1), [(who(1), Awaited::Words)]);
    assert!(take(&first, HELPER, &file(&second)).unwrap().told.is_new());
    assert!(seen(&on(&first)).contains(&shares(2, 1)));
    assert!(take(&second, HELPER, &file(&first)).unwrap().told.is_new());
    assert_eq!(seen(&on(&first)), seen(&on(&second)));
    assert!(on(&second).awaited(1).is_empty());
    assert!(!first.desk.has_news_for_others(ID) && !second.desk.has_news_for_others(ID));
}

#[test]
fn three_desks_come_to_the_same_whatever_each_hears_first() {
    let first = with(Conversation { secret: None, ..begun(3) });
    first.desk.share_conversation(ID, &[who(1)]).unwrap();
    let opening = opening_file(&first);
    let mut desks = vec![first];
    for number in [2, 3] {
        let bench = Bench::over(&Faulty::default());
        let arrival = open(&bench, &opening, "four words").unwrap();
        bench.desk.take_part(&arrival.opening, &[who(number)]).unwrap();
        desks.push(bench);
    }
    for (bench, number) in desks.iter().zip(1..) {
        change(bench, |it| write(it, number));
        change(bench, |it| ready(it, number));
    }
    for _ in 0..3 {
        let files: Vec<Vec<u8>> = desks.iter().map(file).collect();
        for bench in &desks {
            files.iter().rev().for_each(|it| _ = take(bench, HELPER, it).unwrap());
        }
    }
    assert!((1..=3).all(|it| seen(&on(&desks[0])).contains(&shares(it, 1))));
    for bench in &desks {
        assert_eq!(seen(&on(bench)), seen(&on(&desks[0])));
    }
}

#[test]
fn a_file_is_named_by_its_day_and_by_nothing_of_anybody() {
    let (first, _) = two();
    let name = format!("attune-conversation-{}.age", today().iso());
    let opening = now(first.desk.make_opening_file(HELPER, ID, secret("four words"))).unwrap();
    let round = now(first.desk.make_file_for_others(HELPER, ID)).unwrap();
    assert_eq!((opening.name, round.name), (name.clone(), name));
}

#[test]
fn sharing_says_who_writes_here_and_draws_one_key_for_good() {
    let bench = with(unshared());
    assert_eq!(bench.desk.share_conversation(ID, &[who(1)]), Ok(()));
    let shared = on(&bench);
    assert!(shared.secret.is_some());
    let here = |it: &Conversation| [1, 2].map(|id| it.participant(who(id)).unwrap().is_here);
    assert_eq!(here(&shared), [true, false]);
    assert_eq!(bench.desk.share_conversation(ID, &[who(1), who(2)]), Ok(()));
    assert_eq!((here(&on(&bench)), &on(&bench).secret), ([true, true], &shared.secret));
}

#[test]
fn a_conversation_that_cannot_be_shared_says_why_and_stays_as_it_is() {
    let begun_by_wren = || {
        let mut it = unshared();
        write(&mut it, 2);
        it
    };
    let alone = || {
        let mut it = unshared();
        it.leave(who(2));
        it
    };
    let heard_of = || {
        let mut it = unshared();
        it.change_participant(who(2), |it| (it.is_here, it.revision) = (false, 4));
        it
    };
    let cases = [
        (unshared(), vec![], NotShared::NobodyHere),
        (unshared(), vec![who(7)], NotShared::NobodyHere),
        (alone(), vec![who(1)], NotShared::TooFew),
        (begun_by_wren(), vec![who(1)], NotShared::HasBegun(who(2))),
        (heard_of(), vec![who(1), who(2)], NotShared::WritesElsewhere(who(2))),
    ];
    for (conversation, here, why) in cases {
        let bench = with(conversation);
        let before = cabinet(&bench);
        assert_eq!(bench.desk.share_conversation(ID, &here), Err(why));
        assert_eq!(cabinet(&bench), before);
    }
    let gone = ConversationId([1; 8]);
    assert_eq!(with(unshared()).desk.share_conversation(gone, &[who(1)]), Err(NotShared::Gone));
}

#[test]
fn a_conversation_goes_over_to_two_devices_after_rounds_on_one_and_loses_nothing() {
    let mut lived = unshared();
    for number in [1, 2] {
        write(&mut lived, number);
    }
    ready(&mut lived, 1);
    ready(&mut lived, 2);
    let before = seen(&lived);
    let first = with(lived.clone());
    assert_eq!(first.desk.share_conversation(ID, &[who(1)]), Ok(()));
    let second = Bench::over(&Faulty::default());
    let arrival = open(&second, &opening_file(&first), "four words").unwrap();
    second.desk.take_part(&arrival.opening, &[who(2)]).unwrap();
    assert_eq!((seen(&on(&first)), seen(&on(&second))), (before.clone(), before));
    // What Wren kept private lies where it was written, whatever comes.
    take(&first, HELPER, &file(&second)).unwrap();
    let sheet = |it: &Conversation| it.participant(who(2)).unwrap().sheet(1).cloned();
    assert_eq!(sheet(&on(&first)), sheet(&lived));
}

#[test]
fn nobody_takes_part_twice_or_as_nobody() {
    let (first, second) = two();
    let file = opening_file(&first);
    for bench in [&first, &second] {
        let before = on(bench);
        let arrival = open(bench, &file, "four words").unwrap();
        assert!(arrival.is_here);
        let again = bench.desk.take_part(&arrival.opening, &[who(2)]);
        assert_eq!(again, Err(NotTakingPart::IsHere));
        assert_eq!(on(bench), before);
    }
    let third = Bench::over(&Faulty::default());
    let opening = open(&third, &file, "four words").unwrap().opening;
    let nobody = third.desk.take_part(&opening, &[]);
    assert_eq!(nobody, Err(NotTakingPart::Who(NotOfIt::Nobody)));
    let unknown = third.desk.take_part(&opening, &[who(7)]);
    assert_eq!(unknown, Err(NotTakingPart::Who(NotOfIt::Unknown(who(7)))));
    assert!(cabinet(&third).conversations.is_empty());
}

#[test]
fn a_file_that_comes_twice_late_or_home_says_so_and_changes_nothing() {
    let (first, second) = two();
    change(&first, |it| write(it, 1));
    let early = file(&first);
    change(&first, |it| ready(it, 1));
    let late = file(&first);
    take(&second, HELPER, &late).unwrap();
    let before = on(&second);
    for (file, news) in [(&late, News::Known), (&early, News::Older)] {
        let told = take(&second, HELPER, file).unwrap().told;
        assert_eq!((told.people, on(&second)), (vec![(who(1), news)], before.clone()));
    }
    let home = on(&first);
    for file in [&early, &late] {
        assert_eq!(take(&first, HELPER, file).unwrap().told.people, [(who(1), News::Ours)]);
    }
    assert_eq!(on(&first), home);
}

#[test]
fn who_writes_on_two_devices_is_said_and_what_is_here_stays() {
    let (first, second) = two();
    let twin = Bench::over(&Faulty::default());
    let opening = open(&twin, &opening_file(&first), "four words").unwrap().opening;
    twin.desk.take_part(&opening, &[who(2)]).unwrap();
    change(&twin, |it| write(it, 2));
    change(&twin, |it| ready(it, 2));
    let before = on(&second);
    let told = take(&second, HELPER, &file(&twin)).unwrap().told;
    assert_eq!(told.people, [(who(2), News::OnTwoDevices)]);
    assert_eq!(on(&second).participant(who(2)), before.participant(who(2)));
}

#[test]
fn where_no_file_can_be_made_nothing_is_remembered_of_it() {
    let (first, _) = two();
    change(&first, |it| write(it, 1));
    change(&first, |it| ready(it, 1));
    let before = on(&first);
    let missing = now(first.desk.make_file_for_others(NO_HELPER, ID));
    assert_eq!(missing, Err(NotForOthers::Worker(Trouble::NotFetched)));
    let missing = now(first.desk.make_opening_file(NO_HELPER, ID, secret("four words")));
    assert_eq!(missing, Err(NotForOthers::Worker(Trouble::NotFetched)));
    assert_eq!(on(&first), before);
    assert!(before.participant(who(1)).unwrap().may_take_back_ready(1));
    file(&first);
    assert!(!on(&first).participant(who(1)).unwrap().may_take_back_ready(1));
    let alone = with(unshared());
    let unshared = now(alone.desk.make_file_for_others(HELPER, ID));
    assert_eq!(unshared, Err(NotForOthers::OnOneDevice));
    let unshared = now(alone.desk.make_opening_file(HELPER, ID, secret("four words")));
    assert_eq!(unshared, Err(NotForOthers::OnOneDevice));
    let gone = now(alone.desk.make_file_for_others(HELPER, ConversationId([1; 8])));
    assert_eq!(gone, Err(NotForOthers::Gone));
}
