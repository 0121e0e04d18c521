//! What is carried by link and picture: any address and any row of frames end in an answer.
//! Never opens a file: `for_key` does.

use attune::domain::{Ask, Listed};
use attune::exchange::frames::{Collector, ROW_MOST, Taken, frames};
use attune::route::invitation::{self, AddressFault};
use attune::vocabulary::{Area, Need};

use super::{Target, mutate};
use crate::frames::row;
use crate::invitation::key;
use crate::samples::Dice;

pub const INVITATION: Target = Target {
    name: "invitation",
    seeds: || (0..6).map(|seed| invited(&mut Dice::new(seed)).into_bytes()).collect(),
    mutate: |dice, bytes| {
        let mut pieces: Vec<Vec<u8>> = bytes.split(|it| *it == b'/').map(<[u8]>::to_vec).collect();
        let at = dice.below(pieces.len());
        match dice.below(5) {
            0 => pieces[at] = mutate::any(dice, &pieces[at], &[bytes.to_vec()]),
            1 => _ = pieces.remove(at),
            2 => pieces.extend_from_within(at..),
            3 => pieces.push(dice.pick(&["n.rest", "a.", "q.q.q", "%6e.rest"]).into()),
            _ => {}
        }
        pieces.join(&b'/')
    },
    run: |bytes| {
        let typed = String::from_utf8_lossy(bytes);
        match invitation::parse(&typed) {
            Some(Ok(read)) => {
                assert!(read.key.is_sound() && read.asks.len() <= invitation::ASKS_MOST);
                let again = invitation::write(&read.key, &read.asks);
                assert!(invitation::parse(&again) == Some(Ok(read)), "it reads otherwise");
                true
            }
            Some(Err(AddressFault::TooLong)) => typed.len() > invitation::LENGTH_MOST,
            _ => false,
        }
    },
};

fn invited(dice: &mut Dice) -> String {
    let needs: Vec<Need> = Need::all().collect();
    let areas: Vec<Area> = Area::all().collect();
    let asks: Vec<Ask> = (0..dice.below(9))
        .map(|_| match dice.below(3) {
            0 => Ask::Area(Listed::Known(dice.pick(&areas))),
            1 => Ask::Need(Listed::Known(dice.pick(&needs))),
            _ => Ask::Question(Listed::Known(dice.pick(&needs))),
        })
        .collect();
    invitation::write(&key(), &asks)
}

/// Frames, one a line.
pub const FRAMES: Target = Target {
    name: "frames",
    seeds: || [0, 300, 601, 1_500, ROW_MOST].map(|it| row(it).join("\n").into_bytes()).into(),
    mutate: |dice, bytes| {
        let mut lines: Vec<Vec<u8>> = bytes.split(|it| *it == b'\n').map(<[u8]>::to_vec).collect();
        let at = dice.below(lines.len());
        match dice.below(6) {
            0 => lines[at] = mutate::any(dice, &lines[at], &[bytes.to_vec()]),
            1 => _ = lines.remove(at),
            2 => lines.extend_from_within(at..),
            3 => lines.insert(at, row(900).swap_remove(1).into()),
            4 => lines.reverse(),
            _ => {}
        }
        lines.join(&b'\n')
    },
    run: |bytes| {
        let typed = String::from_utf8_lossy(bytes);
        let mut collector = Collector::default();
        let mut is_taken = false;
        for line in typed.lines() {
            let before = collector.count();
            match collector.take(line) {
                Taken::Complete(whole) => {
                    let again = frames(&whole).unwrap();
                    let mut other = Collector::default();
                    let last = again.iter().map(|it| other.take(it)).last();
                    assert!(last == Some(Taken::Complete(whole)), "it reads otherwise");
                    is_taken = true;
                }
                Taken::Added => {
                    assert!(collector.count() == before + 1);
                    is_taken = true;
                }
                Taken::Broken => assert!([0, before].contains(&collector.count())),
                _ => assert!(collector.count() == before),
            }
            assert!(collector.missing().len() + collector.count() == collector.of().unwrap_or(0));
        }
        is_taken
    },
};
