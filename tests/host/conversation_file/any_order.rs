//! Files arrive in any order, twice and late: every device ends in the same state, and none ever holds or shows an item of a round
//! before everyone in it is ready. Never about one file alone.

use std::collections::BTreeSet;

use attune::domain::*;
use attune::exchange::conversation_file::{Statement, has_news};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::{answer, assert_same, ready, said, seen, shared, shares, take, who, write};

const ROUNDS: Round = 3;

/// Some devices, every file they ever made, and who has really said that they are ready.
struct World {
    homes: Vec<Vec<u8>>,
    devices: Vec<Conversation>,
    /// Before anything was said.
    fresh: Vec<Conversation>,
    files: Vec<(usize, Statement)>,
    is_ready: BTreeSet<(Round, u8)>,
}

impl World {
    fn of(homes: &[&[u8]]) -> World {
        let devices = shared(homes);
        World {
            homes: homes.iter().map(|it| it.to_vec()).collect(),
            fresh: devices.clone(),
            devices,
            files: Vec::new(),
            is_ready: BTreeSet::new(),
        }
    }

    /// Somebody goes one step further on their device: writes, and then says that they are ready.
    fn go_on(&mut self, device: usize, number: u8) {
        let conversation = &mut self.devices[device];
        let round = conversation.current_round();
        if round > ROUNDS {
            return answer(conversation, number);
        }
        let sheet = conversation.participant(who(number)).unwrap().sheet(round).cloned();
        match sheet {
            None => {
                answer(conversation, number);
                write(conversation, number);
            }
            Some(sheet) if !sheet.is_ready => {
                ready(conversation, number);
                self.is_ready.insert((round, number));
            }
            Some(_) => {}
        }
    }

    fn tell(&mut self, device: usize) {
        let statement = said(&mut self.devices[device]);
        self.check(&format!("{statement:?}"), &[]);
        self.files.push((device, statement));
    }

    fn deliver(&mut self, file: usize, device: usize) {
        let before = self.devices[device].clone();
        take(&mut self.devices[device], &self.files[file].1);
        if self.devices[device] == before {
            return;
        }
        self.check(&format!("{:?}", self.devices[device]), &self.homes[device]);
    }

    /// Nothing of anyone whose home it is not stands there before everyone is ready.
    fn check(&self, text: &str, home: &[u8]) {
        let people: Vec<u8> = self.homes.concat();
        for round in 1..=ROUNDS {
            let is_open = people.iter().all(|it| self.is_ready.contains(&(round, *it)));
            for number in people.iter().filter(|it| !home.contains(it)) {
                let stands_there = text.contains(&shares(*number, round));
                assert!(is_open || !stands_there, "{number} in {round} is there too early");
            }
        }
    }

    /// Everyone says all they have and hears all of the others, until there is nothing new.
    fn settle(&mut self) {
        let mut heard = 0;
        for _ in 0..20 {
            (0..self.devices.len()).for_each(|it| self.tell(it));
            for file in heard..self.files.len() {
                (0..self.devices.len()).for_each(|it| self.deliver(file, it));
            }
            heard = self.files.len();
            let people: Vec<(usize, u8)> = self.people();
            let is_over = self.devices.iter().all(|it| it.current_round() > ROUNDS);
            if is_over && !self.devices.iter().any(has_news) {
                return;
            }
            for (device, number) in people {
                self.go_on(device, number);
            }
        }
        panic!("it never settles");
    }

    fn people(&self) -> Vec<(usize, u8)> {
        let homes = self.homes.iter().enumerate();
        homes.flat_map(|(device, people)| people.iter().map(move |it| (device, *it))).collect()
    }

    /// Everything has arrived everywhere: all see the same, and nothing is missing.
    fn check_whole(&self) {
        let first = seen(&self.devices[0]);
        for device in &self.devices {
            assert_same(&seen(device), &first, "not the same everywhere");
            for round in 1..=ROUNDS {
                assert!(device.awaited(round).is_empty());
            }
        }
        for (_, number) in self.people() {
            for round in 1..=ROUNDS {
                assert!(first.contains(&shares(number, round)));
            }
        }
    }
}

fn lived(homes: &[&[u8]]) -> World {
    let mut world = World::of(homes);
    world.settle();
    world.check_whole();
    world
}

/// As the device is at the end, but that it has heard of nobody.
fn deaf(world: &World, device: usize) -> Conversation {
    let mut deaf = world.fresh[device].clone();
    let whole = &world.devices[device];
    for participant in whole.participants.iter().filter(|it| it.is_here) {
        deaf.change_participant(participant.person.id, |it| *it = Participant::clone(participant));
    }
    deaf.frame = whole.frame.clone();
    deaf
}

fn permutations(count: usize, mut each: impl FnMut(&[usize])) {
    let mut order: Vec<usize> = (0..count).collect();
    let mut turns = vec![0; count];
    each(&order);
    let mut at = 0;
    while at < count {
        if turns[at] < at {
            order.swap(if at % 2 == 0 { 0 } else { turns[at] }, at);
            each(&order);
            turns[at] += 1;
            at = 0;
        } else {
            turns[at] = 0;
            at += 1;
        }
    }
}

const HOMES: [&[&[u8]]; 4] =
    [&[&[1], &[2], &[3]], &[&[1], &[2]], &[&[1, 2], &[3]], &[&[3], &[1, 2]]];

#[test]
fn the_last_files_of_everyone_and_some_before_make_the_same_in_every_order() {
    let world = lived(HOMES[0]);
    for device in 0..3 {
        let others: Vec<&Statement> =
            world.files.iter().filter(|(it, _)| *it != device).map(|(_, it)| it).collect();
        // The last two of both, and from the middle and the beginning.
        let count = others.len();
        let picked = [0, count / 2, count / 2 + 1, count - 4, count - 2, count - 1];
        permutations(picked.len(), |order| {
            let mut heard = deaf(&world, device);
            order.iter().for_each(|it| _ = take(&mut heard, others[picked[*it]]));
            assert_same(&heard, &world.devices[device], &format!("{device}: {order:?}"));
        });
    }
}

#[test]
fn every_file_ever_made_makes_the_same_in_any_order_twice_and_late() {
    for homes in HOMES {
        let world = lived(homes);
        check(move |draw| {
            let device = draw(homes.len());
            let mut heard = deaf(&world, device);
            let mut order: Vec<usize> =
                (0..world.files.len()).chain(0..world.files.len()).collect();
            for at in (1..order.len()).rev() {
                order.swap(at, draw(at + 1));
            }
            order.iter().for_each(|it| _ = take(&mut heard, &world.files[*it].1));
            assert_same(&heard, &world.devices[device], "once");
            // All of it once more changes nothing.
            order.iter().for_each(|it| _ = take(&mut heard, &world.files[*it].1));
            assert!(heard == world.devices[device], "twice");
        });
    }
}

#[test]
fn however_people_write_and_files_travel_nothing_is_early_and_all_ends_alike() {
    for homes in HOMES {
        check(|draw| {
            let mut world = World::of(homes);
            let people = world.people();
            for _ in 0..draw(90) {
                match draw(4) {
                    0 => world.tell(draw(homes.len())),
                    1 => {
                        let (device, number) = people[draw(people.len())];
                        world.go_on(device, number);
                    }
                    _ if world.files.is_empty() => {}
                    _ => {
                        let file = draw(world.files.len());
                        world.deliver(file, draw(homes.len()));
                    }
                }
            }
            world.settle();
            world.check_whole();
        });
    }
}

#[test]
fn a_round_of_two_takes_three_files() {
    let mut world = World::of(HOMES[1]);
    for (device, number) in world.people() {
        world.go_on(device, number);
        world.go_on(device, number);
    }
    world.tell(0);
    world.deliver(0, 1);
    assert_eq!(world.devices[1].awaited(1), [(who(1), Awaited::Words)]);
    world.tell(1);
    world.deliver(1, 0);
    world.tell(0);
    world.deliver(2, 1);
    for device in &world.devices {
        assert!(device.awaited(1).is_empty() && device.current_round() == 2);
        assert!([1, 2].iter().all(|it| seen(device).contains(&shares(*it, 1))));
    }
}

/// The same cases in each run.
fn check(case: impl Fn(&mut dyn FnMut(usize) -> usize)) {
    let config = Config { cases: 10, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let drawn = proptest::collection::vec(any::<u32>(), 400);
    let result = runner.run(&drawn, |numbers| {
        let mut left = numbers.into_iter().cycle();
        case(&mut |bound| left.next().unwrap_or(0) as usize % bound.max(1));
        Ok(())
    });
    assert!(
        result.is_ok(),
        "{}",
        result.err().map_or(String::new(), |it| it.to_string().chars().take(1_500).collect())
    );
}
