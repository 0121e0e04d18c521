//! Files of notes: read whole or refused, kept like any notes, and merged once.
//! Never spoils a value by its kind: `exchange::hostile` does.

use std::fs;
use std::path::Path;

use attune::domain::Cabinet;
use attune::domain::moment::Line;
use attune::exchange;

use super::{Target, mutate};
use crate::exchange::{meta, written};
use crate::keeper::{kept, open};
use crate::samples::{self, Dice};

pub const NOTES: Target = Target {
    name: "notes",
    seeds: || {
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/host/golden");
        let names = ["v1/one_person", "v1/nothing", "v2/one_person", "v3/one_person"];
        let golden = names.map(|name| golden.join(format!("exchange-{name}.json")));
        let made = (0..6).map(|seed| written(&samples::cabinet(seed % 3, 2, 2, 2, 40)));
        let talks = (0..6).map(|seed| written(&together(seed % 3)));
        made.chain(talks).chain(golden.map(|file| fs::read(file).unwrap())).collect()
    },
    mutate: |dice, bytes| match dice.below(3) {
        0 => mutate::any(dice, bytes, &[bytes.to_vec()]),
        _ => retold(dice, bytes),
    },
    run: |bytes| {
        let Ok(read) = exchange::read(bytes) else { return false };
        let again = exchange::write(&read.cabinet, &read.meta).unwrap();
        assert!(exchange::read(&again).as_ref() == Ok(&read), "it reads otherwise");
        assert!(open(&kept(&read.cabinet)).1 == read.cabinet, "it is kept otherwise");
        let mine = Cabinet { journals: samples::cabinet(1, 2, 2, 2, 40).journals, ..together(1) };
        let mut drawn = Dice::new(7);
        let label = Line::parse("Kept from both").unwrap();
        let mut merge = |mine| exchange::merge(mine, &read.cabinet, &label, &mut || drawn.id());
        let once = merge(&mine).cabinet;
        assert!(merge(&once).cabinet == once, "merged a second time it changes");
        if let Ok(bytes) = exchange::write(&once, &meta()) {
            assert!(exchange::read(&bytes).is_ok_and(|it| it.cabinet == once));
        }
        true
    },
};

fn together(seed: u64) -> Cabinet {
    samples::with_together(seed, Cabinet::default())
}

/// One line of the file in the place of another, or one value from elsewhere in it: most of these are still JSON.
fn retold(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut lines: Vec<&str> = text.lines().collect();
    for _ in 0..1 + dice.below(4) {
        let (at, from) = (dice.below(lines.len()), dice.below(lines.len()));
        let field = |line: &str| line.split(':').next().map(str::to_owned);
        let alike: Vec<usize> =
            (0..lines.len()).filter(|it| field(lines[*it]) == field(lines[from])).collect();
        match dice.below(4) {
            0 => lines[at] = lines[from],
            1 if lines.len() > 1 => _ = lines.remove(at),
            _ => lines[from] = lines[alike[dice.below(alike.len())]],
        }
    }
    lines.join("\n").into_bytes()
}
