//! Handovers, packed and unpacked: read whole or refused, taken in like any, and known again.
//! Never says which fault is refused by which reason: `handover::hostile` does.

use attune::domain::Cabinet;
use attune::exchange::handover::{self, HandedBy, Picked, find_handover};
use std::sync::Arc;

use super::{Target, mutate};
use crate::handover::{all, day, file::unpacked, journal, pick, written};
use crate::keeper::{kept, open};
use crate::samples::Dice;

pub const HANDOVER: Target = Target {
    name: "handover",
    seeds: || {
        let packed = (0..6).map(|seed| written(&all(seed % 3)));
        let packed: Vec<Vec<u8>> = packed.collect();
        let plain: Vec<Vec<u8>> = packed.iter().map(|file| unpacked(file)).collect();
        // Most of what is packed is turned away by its checksum: the text is what is to be reached.
        packed.into_iter().take(1).chain(plain).collect()
    },
    mutate: |dice, bytes| match dice.below(3) {
        0 => mutate::any(dice, bytes, &[bytes.to_vec()]),
        _ => retold(dice, bytes),
    },
    run: |bytes| {
        let Ok(read) = handover::read(bytes) else { return false };
        let again = handover::write(&read).unwrap();
        assert!(handover::read(&again).as_ref() == Ok(&read), "it reads otherwise");
        let mut dice = Dice::new(9);
        let Ok(taken) = handover::take_in(&journal(2), &read, day(), &mut || dice.id()) else {
            return true;
        };
        let cabinet = Cabinet { journals: vec![Arc::new(taken)], ..Cabinet::default() };
        assert!(open(&kept(&cabinet)).1 == cabinet, "it is kept otherwise");
        let notes = crate::exchange::written(&cabinet);
        assert!(attune::exchange::read(&notes).is_ok_and(|it| it.cabinet == cabinet));
        if !read.sessions.is_empty() {
            assert!(find_handover(&cabinet, read.id).is_some(), "not known again");
        }
        let journal = &cabinet.journals[0];
        let back = pick(journal, &Picked::all(journal));
        assert!(handover::read(&written(&back)) == Ok(back), "it is not handed back");
        assert!(matches!(read.from, HandedBy::Person | HandedBy::Therapist));
        true
    },
};

/// One value of the text in the place of another, or gone: most of these are still JSON.
pub fn retold(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut parts: Vec<&str> = text.split_inclusive(',').collect();
    for _ in 0..1 + dice.below(3) {
        let (at, from) = (dice.below(parts.len()), dice.below(parts.len()));
        let field = |part: &str| part.split(':').next().map(str::to_owned);
        let alike: Vec<usize> =
            (0..parts.len()).filter(|it| field(parts[*it]) == field(parts[from])).collect();
        match dice.below(5) {
            0 => parts[at] = parts[from],
            1 if parts.len() > 1 => _ = parts.remove(at),
            _ => parts[from] = parts[alike[dice.below(alike.len())]],
        }
    }
    parts.concat().into_bytes()
}
