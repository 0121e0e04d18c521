//! What one file does to a conversation, and what is said of it.
//! Never about many in many orders: `any_order` is.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::conversation_file::*;

use super::{assert_same, code, line, ready, said, seen, shared, take, who, write};
use crate::exchange::meta;

fn two() -> (Conversation, Conversation) {
    let mut devices = shared(&[&[1], &[2]]);
    let second = devices.remove(1);
    (devices.remove(0), second)
}

#[test]
fn a_file_of_another_conversation_is_refused() {
    let (first, second) = two();
    let other = Conversation { id: ConversationId([1; 8]), ..second };
    assert_eq!(take_in(&first, &state_for_others(&other, &meta())), Err(NotTaken::OfAnother));
}

#[test]
fn what_was_new_known_and_late_is_said() {
    let (mut first, mut second) = two();
    let early = said(&mut second);
    write(&mut second, 2);
    ready(&mut second, 2);
    let late = said(&mut second);
    assert_eq!(take(&mut first, &late).people, [(who(2), News::New)]);
    assert!(!take(&mut first, &late).is_new());
    assert_eq!(take(&mut first, &late).people, [(who(2), News::Known)]);
    assert_eq!(take(&mut first, &early).people, [(who(2), News::Older)]);
    // Said anew it is later, and says nothing new.
    let again = said(&mut second);
    assert_eq!(take(&mut first, &again).people, [(who(2), News::Known)]);
    assert_eq!(take(&mut second, &again).people, [(who(2), News::Ours)]);
}

#[test]
fn a_change_of_the_topic_and_a_new_code_come_and_no_echo_undoes_them() {
    let (mut first, mut second) = two();
    let before = said(&mut second);
    first.frame.topic = Some(line("What happened on Tuesday"));
    let rename = |it: &mut Participant| Arc::make_mut(&mut it.person).code = code(3);
    first.change_participant(who(2), rename);
    let kept = first.clone();
    assert_ne!(take(&mut first, &before).frame, News::New);
    assert_eq!(first.frame, kept.frame, "the echo of what the others knew");
    let told = take(&mut second, &said(&mut first));
    assert_eq!(told.frame, News::New);
    assert_eq!(seen(&second), seen(&first));
    assert_eq!(take(&mut second, &before).frame, News::Older);
    assert_eq!(seen(&second), seen(&first));
}

#[test]
fn of_two_that_say_they_are_of_one_revision_every_device_takes_the_same() {
    let (_, mut third) = two();
    let mut devices = shared(&[&[1], &[2], &[3]]);
    // The second device was restored from a backup, and said something else under the same number.
    let mut other = devices[1].clone();
    ready(&mut devices[1], 2);
    other.leave(who(2));
    let files = [said(&mut devices[1]), said(&mut other)];
    assert_eq!(files[0].said[0].revision, files[1].said[0].revision);
    let take_both = |mut it: Conversation, order: [usize; 2]| {
        order.iter().for_each(|at| _ = take(&mut it, &files[*at]));
        it
    };
    for device in [&devices[0], &devices[2]] {
        assert_same(&take_both(device.clone(), [0, 1]), &take_both(device.clone(), [1, 0]), "tie");
    }
    // A frame too, where the device that began it was restored.
    let (first, _) = two();
    let mut changed = first.clone();
    changed.frame.topic = Some(line("Something else"));
    let (mut one, mut two) = (first.clone(), changed);
    let files = [said(&mut one), said(&mut two)];
    let mut back = third.clone();
    files.iter().for_each(|it| _ = take(&mut third, it));
    files.iter().rev().for_each(|it| _ = take(&mut back, it));
    assert_same(&third, &back, "tie of frames");
}

#[test]
fn own_words_come_with_what_uses_them_and_go_with_it() {
    let (mut first, mut second) = two();
    for (device, number) in [(&mut first, 1), (&mut second, 2)] {
        write(device, number);
        ready(device, number);
    }
    take(&mut second, &said(&mut first));
    take(&mut first, &said(&mut second));
    let words = |it: &Conversation| it.participant(who(2)).unwrap().person.own_words.clone();
    let texts: Vec<_> = words(&first).iter().map(|it| it.text.as_str().to_owned()).collect();
    assert_eq!(texts, ["like lead"]);
    assert_eq!(words(&second).len(), 2, "on their own device they keep both");
}

#[test]
fn nothing_that_comes_changes_who_writes_here() {
    let (_, second) = two();
    let mut twin = second.clone();
    let mut here = second.clone();
    write(&mut here, 2);
    write(&mut twin, 2);
    ready(&mut twin, 2);
    twin.leave(who(2));
    let before = here.participant(who(2)).cloned();
    assert_eq!(take(&mut here, &said(&mut twin)).people, [(who(2), News::OnTwoDevices)]);
    assert_eq!(here.participant(who(2)).cloned(), before);
}

#[test]
fn what_is_as_it_was_is_not_written_anew() {
    let (mut first, mut second) = two();
    ready(&mut second, 2);
    let file = said(&mut second);
    take(&mut first, &file);
    let before = first.clone();
    take(&mut first, &file);
    let pairs = before.participants.iter().zip(&first.participants);
    assert!(pairs.into_iter().all(|(one, other)| Arc::ptr_eq(one, other)));
}
