//! Somebody is added, leaves, comes back, is let go or erased while the files travel: nothing of the others is lost, and all
//! devices end alike. Never about one device alone.

use std::sync::Arc;

use attune::domain::*;
use attune::exchange::conversation_file::*;

use super::{assert_same, ready, said, seen, shared, shares, take, who, write};
use crate::exchange::meta;

/// Everyone says what they have and hears the others, so often that nothing is left to say.
fn exchange(devices: &mut [Conversation]) {
    for _ in 0..4 {
        let files: Vec<Statement> = devices.iter_mut().map(said).collect();
        for device in devices.iter_mut() {
            files.iter().for_each(|it| _ = take(device, it));
        }
    }
}

fn all_alike(devices: &[Conversation]) {
    for device in devices {
        assert_same(&seen(device), &seen(&devices[0]), "not the same everywhere");
    }
}

/// These write in the current round and are ready.
fn go_on(devices: &mut [Conversation], people: &[(usize, u8)]) {
    for (device, number) in people {
        write(&mut devices[*device], *number);
        ready(&mut devices[*device], *number);
    }
}

const EACH: [(usize, u8); 3] = [(0, 1), (1, 2), (2, 3)];

fn three() -> Vec<Conversation> {
    shared(&[&[1], &[2], &[3]])
}

#[test]
fn who_leaves_before_they_said_they_are_ready_is_not_waited_for() {
    let mut devices = three();
    go_on(&mut devices, &EACH[..2]);
    write(&mut devices[2], 3);
    exchange(&mut devices);
    assert!(devices.iter().all(|it| it.current_round() == 1));
    assert!(devices[2].leave(who(3)));
    exchange(&mut devices);
    all_alike(&devices);
    assert!(devices.iter().all(|it| it.current_round() == 2));
    assert!(!seen(&devices[0]).contains(&shares(3, 1)));
}

#[test]
fn who_leaves_after_a_file_told_that_they_are_ready_takes_no_round_from_the_others() {
    let mut devices = three();
    go_on(&mut devices, &EACH);
    // The second has heard all that they are ready, and shows it; the third knows nothing of that yet.
    for from in [0, 2] {
        let file = said(&mut devices[from]);
        take(&mut devices[1], &file);
    }
    assert!(devices[1].is_revealed(1));
    assert!(!devices[2].participant(who(3)).unwrap().may_take_back_ready(1));
    devices[2].leave(who(3));
    exchange(&mut devices);
    all_alike(&devices);
    assert!(seen(&devices[0]).contains(&shares(3, 1)), "of the round they said they are ready for");
    assert_eq!(devices[0].in_round(2).count(), 2);
}

#[test]
fn of_two_one_leaves_after_they_were_ready_and_the_round_stays_revealed() {
    let mut devices = shared(&[&[1], &[2]]);
    go_on(&mut devices, &EACH[..2]);
    let file = said(&mut devices[1]);
    take(&mut devices[0], &file);
    devices[1].leave(who(2));
    exchange(&mut devices);
    all_alike(&devices);
    assert!(devices.iter().all(|it| it.is_revealed(1) && !it.is_revealed(2)));
}

#[test]
fn who_comes_back_is_waited_for_from_then_on_and_nothing_revealed_is_closed() {
    let mut devices = three();
    devices[2].leave(who(3));
    exchange(&mut devices);
    for _ in 0..2 {
        go_on(&mut devices, &EACH[..2]);
        exchange(&mut devices);
    }
    assert!(devices[2].come_back(who(3)));
    exchange(&mut devices);
    all_alike(&devices);
    assert!(devices.iter().all(|it| it.current_round() == 3));
    go_on(&mut devices, &EACH);
    exchange(&mut devices);
    all_alike(&devices);
    assert!(seen(&devices[1]).contains(&shares(3, 3)));
}

#[test]
fn the_device_that_began_lets_go_of_one_who_is_silent_and_takes_them_back() {
    let mut devices = three();
    go_on(&mut devices, &EACH[..2]);
    exchange(&mut devices[..2]);
    assert!(!devices[1].leave(who(3)), "only the device that began it says so of others");
    assert!(devices[0].leave(who(3)));
    exchange(&mut devices[..2]);
    assert!(devices[..2].iter().all(|it| it.is_revealed(1)));
    // Their file comes late; it says nothing of having been let go, and does not undo it.
    go_on(&mut devices, &EACH[2..]);
    exchange(&mut devices);
    all_alike(&devices);
    assert!(!seen(&devices[0]).contains(&shares(3, 1)));
    assert!(devices[0].come_back(who(3)));
    exchange(&mut devices);
    all_alike(&devices);
    assert_eq!(devices[1].in_round(devices[1].current_round()).count(), 3);
    assert!(devices.iter().all(|it| it.is_revealed(1)));
}

#[test]
fn whoever_is_added_midway_opens_no_round_again() {
    let mut devices = shared(&[&[1], &[2]]);
    go_on(&mut devices, &EACH[..2]);
    // The second shows the first round already; the one that began does not know it.
    let file = said(&mut devices[0]);
    take(&mut devices[1], &file);
    assert!(devices[1].is_revealed(1) && !devices[0].is_revealed(1));
    let since = devices[0].round_to_join();
    let person = super::participant(3, since).person.as_ref().clone();
    let new = Participant { is_here: false, ..Participant::new(person, since) };
    devices[0].participants.push(Arc::new(new));
    let (told, opening) = open_to_others(&devices[0], &meta()).unwrap();
    devices[0] = told;
    devices.push(join(&opening, &[who(3)]).unwrap());
    exchange(&mut devices);
    all_alike(&devices);
    assert!(devices.iter().all(|it| it.is_revealed(1) && it.current_round() == 2));
    go_on(&mut devices, &EACH);
    exchange(&mut devices);
    all_alike(&devices);
    assert!(seen(&devices[0]).contains(&shares(3, 2)));
}

#[test]
fn who_is_erased_is_gone_everywhere_whatever_comes_first_and_late() {
    let mut devices = three();
    for _ in 0..2 {
        go_on(&mut devices, &EACH);
        exchange(&mut devices);
    }
    go_on(&mut devices, &EACH[1..]);
    let late = [said(&mut devices[1]), said(&mut devices[2])];
    devices[0].erase(who(3));
    let erased = said(&mut devices[0]);
    let before = seen(&devices[0]);
    let files = [&late[0], &late[1], &erased];
    let mut ends = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut device = devices[1].clone();
        order.iter().for_each(|it| _ = take(&mut device, files[*it]));
        assert!(device.participant(who(3)).is_none());
        let text = format!("{:?}", device.participants);
        assert!(!text.contains("shown by 3") && !text.contains("PersonId([3, 3"));
        assert_eq!(take(&mut device, &late[1]).people, [(who(3), News::Gone)]);
        ends.push(device);
    }
    ends.iter().for_each(|it| assert_same(it, &ends[0], "another order"));
    let mut back = devices[0].clone();
    late.iter().for_each(|it| _ = take(&mut back, it));
    assert_same(&seen(&back), &before, "nothing of theirs comes back");
    // The other two go on.
    let mut left = vec![back, ends.remove(0)];
    ready(&mut left[0], 1);
    exchange(&mut left);
    all_alike(&left);
    assert!(left[0].is_revealed(3) && seen(&left[0]).contains(&shares(2, 3)));
}

#[test]
fn of_two_one_is_erased_and_what_the_other_said_stays_on_both_devices() {
    let mut devices = shared(&[&[1], &[2]]);
    go_on(&mut devices, &EACH[..2]);
    exchange(&mut devices);
    devices[0].erase(who(2));
    let file = said(&mut devices[0]);
    let told = take(&mut devices[1], &file);
    assert_eq!(told.taken_out, [who(2)]);
    assert!(seen(&devices[0]).contains(&shares(1, 1)));
    let text = format!("{:?}", devices[1].participant(who(2)));
    assert!(text.contains(&shares(2, 1)), "what they wrote here is theirs");
    assert!(!devices[1].in_round(1).any(|it| it.person.id == who(2)));
    assert!(state_for_others(&devices[1], &meta()).said.is_empty());
    assert!(take(&mut devices[1], &file).taken_out.is_empty(), "it is said once");
}
