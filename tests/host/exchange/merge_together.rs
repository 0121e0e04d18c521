//! Of two states of a conversation or a change merging loses nothing, undoes no reveal, and reveals nothing that was not.
//! Never goes through a file.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::{Compared, Size, is_much_by_little, preview};

use super::merge::merge;
use super::together::{A, B, ID, line, talk, with, write};
use crate::samples;

fn joined(mine: Conversation, file: Conversation) -> Conversation {
    Conversation::clone(&merge(&with(mine), &with(file), 1).cabinet.conversations[0])
}

fn texts(talk: &Conversation, who: PersonId, round: Round, private: bool) -> Vec<String> {
    let words = talk.participant(who).unwrap().sheet(round).unwrap().words.as_ref().unwrap();
    let side = &words.mine;
    let items =
        side.moment.items.iter().filter(|it| side.kept_private.contains(&it.id()) == private);
    let text = |item: &Item| match item {
        Item::Behaviour(it) => Some(it.text.as_str().to_owned()),
        _ => None,
    };
    items.filter_map(text).collect()
}

#[test]
fn what_somebody_took_back_before_saying_ready_comes_back_private() {
    let older = {
        let mut talk = talk();
        write(&mut talk, A, 2, "taken back", false);
        talk
    };
    let after = joined(talk(), older);
    assert_eq!(texts(&after, A, 2, false), ["A shared 2"]);
    assert_eq!(texts(&after, A, 2, true), ["A private 2", "taken back"]);
    assert!(after.participant(A).unwrap().is_ready(2));
}

#[test]
fn what_only_the_file_has_of_a_sheet_that_is_still_written_is_shared_as_it_was() {
    let mut file = talk();
    write(&mut file, B, 2, "more", false);
    write(&mut file, B, 2, "for myself", true);
    let after = joined(talk(), file);
    assert_eq!(texts(&after, B, 2, false), ["B shared 2", "more"]);
    assert_eq!(texts(&after, B, 2, true), ["B private 2", "for myself"]);
}

#[test]
fn a_round_that_the_file_has_revealed_is_revealed_as_it_was_there() {
    let mut mine = talk();
    write(&mut mine, B, 2, "written here meanwhile", false);
    let mut file = talk();
    file.change_participant(B, |it| it.sheet_mut(2).is_ready = true);
    let after = joined(mine, file);
    assert!(after.is_revealed(2));
    assert_eq!(texts(&after, B, 2, false), ["B shared 2"]);
    assert_eq!(texts(&after, B, 2, true), ["B private 2", "written here meanwhile"]);
}

#[test]
fn a_request_that_was_taken_back_before_the_reveal_waits_for_the_next_round() {
    let request = |round| {
        let id = RequestId([7; 8]);
        Arc::new(Request { id, round, text: line("ten minutes"), effects: Vec::new() })
    };
    let mut file = talk();
    file.change_participant(A, |it| {
        it.sheet_mut(1).is_ready = false;
        it.requests.push(request(1));
    });
    let after = joined(talk(), file);
    assert!(after.is_revealed(1) && after.requests().is_empty());
    assert_eq!(after.participant(A).unwrap().requests, [request(3)]);
}

#[test]
fn someone_who_comes_in_by_merging_closes_no_round_that_was_revealed() {
    let mut file = talk();
    let c = PersonId([0xC; 8]);
    let person = Person::new(c, Kind::Participant, ShortText::parse("b").unwrap());
    file.participants.push(Arc::new(Participant::new(person, 1)));
    let after = joined(talk(), file);
    assert!(after.is_revealed(1));
    let came = after.participant(c).unwrap();
    assert_eq!((came.since, came.person.code.as_str()), (2, "b (2)"));
}

#[test]
fn whoever_finds_no_room_stays_in_the_file_and_is_counted() {
    let (mut mine, mut file) = (talk(), talk());
    for at in 0..6 {
        for (talk, from) in [(&mut mine, 0x10), (&mut file, 0x20)] {
            let code = ShortText::parse(&format!("P{from}{at}")).unwrap();
            let person = Person::new(PersonId([from + at; 8]), Kind::Participant, code);
            talk.participants.push(Arc::new(Participant::new(person, 1)));
        }
    }
    let preview = preview(&with(mine.clone()), &with(file));
    assert_eq!(preview.conversations[0].left_out, 6);
    assert!(*preview.conversations[0].after == mine);
}

#[test]
fn of_two_frames_and_two_statements_the_one_changed_more_often_counts() {
    let (mut mine, mut file) = (talk(), talk());
    file.frame.topic = Some(line("the night shift"));
    let shown = preview(&with(mine.clone()), &with(file.clone()));
    assert_eq!(shown.conversations[0].stays, ["the night shift"]);
    file.frame.revision = 2;
    file.change_participant(B, |it| (it.revision, it.left) = (1, Some(2)));
    let after = joined(mine.clone(), file.clone());
    assert_eq!(after.frame.topic, Some(line("the night shift")));
    assert_eq!(after.participant(B).unwrap().left, Some(2));
    mine.change_participant(B, |it| it.revision = 2);
    assert_eq!(joined(mine, file).participant(B).unwrap().left, None);
}

fn change(taken: &[u8]) -> Cabinet {
    let mut map = ChangeMap::new(ChangeId([5; 8]), Day::parse("2026-03-01").unwrap());
    let mut group = Group::new(GroupId([6; 8]), ShortText::parse("ward").unwrap());
    let one = Counts { people: 1, ..Counts::default() };
    for id in taken {
        group.counted.take(HandoverId([*id; 8]), &one);
    }
    map.groups.push(Arc::new(group));
    Cabinet { changes: vec![Arc::new(map)], ..Cabinet::default() }
}

#[test]
fn nobody_is_counted_twice_by_merging() {
    let table: [(&[u8], &[u8], &[u8]); 5] = [
        (&[1, 2], &[1, 2, 3], &[1, 2, 3]),
        (&[1, 2, 3], &[1, 2], &[1, 2, 3]),
        (&[1, 2, 3], &[3, 4], &[1, 2, 3]),
        (&[1, 2], &[2, 3, 4], &[2, 3, 4]),
        (&[1, 2], &[3, 4], &[1, 2]),
    ];
    for (mine, file, expected) in table {
        assert!(merge(&change(mine), &change(file), 1).cabinet == change(expected), "{expected:?}");
    }
}

#[test]
fn what_comes_with_the_id_of_something_else_here_gets_one_of_its_own() {
    let mut mine = change(&[]);
    mine.conversations.push(Arc::new(talk()));
    let mut file = samples::cabinet(9, 1, 1, 1, 10);
    Arc::make_mut(&mut Arc::make_mut(&mut file.journals[0]).person).id = PersonId(ID.0);
    let merged = merge(&mine, &file, 1).cabinet;
    assert_eq!((merged.journals.len(), merged.conversations.len()), (1, 1));
    assert_ne!(merged.journals[0].person.id, PersonId(ID.0));
    let memory = crate::keeper::kept(&merged);
    assert!(crate::keeper::open(&memory).1 == merged);
}

#[test]
fn conversations_and_changes_are_counted_and_missed() {
    let mut mine = change(&[]);
    mine.conversations.push(Arc::new(talk()));
    let size = Size::of(&mine);
    assert_eq!((size.conversations, size.sheets, size.changes, size.groups), (1, 4, 1, 1));
    assert!(!size.is_nothing() && Size::of(&Cabinet::default()).is_nothing());
    assert!(is_much_by_little(&mine, &Cabinet::default()));
    let without = |change: fn(&mut Cabinet)| {
        let mut less = mine.clone();
        change(&mut less);
        is_much_by_little(&mine, &less)
    };
    assert!(without(|it| it.changes.clear()) && without(|it| it.conversations.clear()));
    assert!(!is_much_by_little(&mine, &mine));
    let shown = preview(&mine, &Cabinet::default());
    assert_eq!(shown.count_together(Compared::OnlyHere), 2);
}

#[test]
fn a_worksheet_is_counted_in_one_group_alone_after_merging_too() {
    let other = |taken: &[u8]| {
        let mut cabinet = change(taken);
        let map = Arc::make_mut(&mut cabinet.changes[0]);
        Arc::make_mut(&mut map.groups[0]).id = GroupId([7; 8]);
        cabinet
    };
    let merged = merge(&change(&[1, 2]), &other(&[2, 3]), 1).cabinet;
    let taken = |id: u8| merged.changes[0].group(GroupId([id; 8])).unwrap().counted.taken.len();
    assert_eq!((taken(6), taken(7)), (2, 0));
    assert!(merge(&merged, &other(&[2, 3]), 1).cabinet == merged);
}

#[test]
fn whoever_a_file_has_told_to_be_ready_stays_ready() {
    let (mut mine, mut file) = (talk(), talk());
    mine.change_participant(A, |it| it.sheet_mut(2).is_ready = false);
    write(&mut mine, A, 2, "written since", false);
    file.change_participant(A, |it| it.told.until = 2);
    let after = joined(mine, file);
    assert!(after.participant(A).unwrap().is_ready(2));
    assert!(texts(&after, A, 2, false).contains(&"A shared 2".to_owned()));
    assert!(!after.is_revealed(2));
}

#[test]
fn nobody_is_taken_out_of_what_was_revealed_by_merging() {
    let mut file = talk();
    file.change_participant(B, |it| {
        (it.revision, it.released) = (3, Some(Participant::OUT));
        it.sheet_mut(1).is_ready = false;
    });
    let after = joined(talk(), file);
    assert!(after.is_revealed(1) && after.participant(B).unwrap().takes_part_in(1));
}
