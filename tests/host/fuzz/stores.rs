//! Whole stores of a vault, properly sealed around whatever they hold: what opens is lived in, locked, and handed on.
//! Never harms the seal: `targets` and the hostile files do.

use attune::desk::keeper::{Homes, Keeper, LockChoice, Opened, Opening, Reason};
use attune::domain::Cabinet;
use attune::exchange;
use attune::storage::{Memory, Slot};
use attune::vault::envelope::{self, Part, SegmentName};
use attune::vault::kept;
use attune::vault::key::Vault;
use attune::vault::way::Ways;

use super::records::mutate_frames;
use super::targets::{nonce, vault};
use super::{Target, mutate};
use crate::golden;
use crate::keeper::{kept as kept_in, open, vault_of};
use crate::ledgers::now;
use crate::locked::{passphrase, unlock};
use crate::now::Now;
use crate::samples::{self, Dice};

/// A part, and what is sealed in it.
#[derive(Clone)]
struct Row {
    /// 0 for a head, 1 for a segment, 2 for one kept unread.
    kind: u8,
    id: u32,
    generation: u64,
    payload: Vec<u8>,
}

pub const VAULT: Target = Target {
    name: "vault",
    seeds: || {
        let mut stores =
            ["open", "together"].map(|name| golden::stored("v1_sealed", name)).to_vec();
        for seed in 0..4 {
            let memory = kept_in(&samples::cabinet(seed, 2, 2, 2, 60));
            let (mut keeper, mut cabinet) = open(&memory);
            for _ in 0..3 {
                samples::change(&mut Dice::new(seed), &mut cabinet);
                keeper.save(&cabinet).unwrap();
            }
            stores.push(memory);
        }
        stores.iter().map(|memory| packed(&rows(memory))).collect()
    },
    mutate: mutate_rows,
    run: |bytes| check_store(&closed(&unpacked(bytes), Some(&vault()))),
};

/// As the first versions wrote them: nothing is sealed.
pub const CLEAR_VAULT: Target = Target {
    name: "clear_vault",
    seeds: || {
        let names = ["one_person", "many_saves", "only_settings"];
        names.map(|name| packed(&rows(&golden::stored("v1", name)))).to_vec()
    },
    mutate: mutate_rows,
    run: |bytes| check_store(&closed(&unpacked(bytes), None)),
};

/// Stores as no one wrote them, for whoever else reads such.
pub fn changed(rounds: impl Iterator<Item = u64>) -> Vec<Memory> {
    let seeds = (VAULT.seeds)();
    let change = |round| {
        let mut dice = Dice::new(round);
        let seed = &seeds[dice.below(seeds.len())];
        closed(&unpacked(&mutate_rows(&mut dice, seed)), Some(&vault()))
    };
    rounds.map(change).collect()
}

fn check_store(memory: &Memory) -> bool {
    let Some(opened) = enter(memory) else { return false };
    let is_anything = !opened.cabinet.journals.is_empty();
    check_lived_in(memory, opened);
    is_anything
}

fn rows(memory: &Memory) -> Vec<Row> {
    let vault = vault_of(memory);
    let keys = memory.keys().unwrap().into_iter();
    let row = |key: String| {
        let bytes = memory.read(&key).unwrap().unwrap();
        let (part, payload) = envelope::open(&bytes, vault.as_deref()).unwrap();
        let (kind, id, generation) = match part {
            Part::Head { generation } => (0, 0, generation),
            Part::Segment(name) => (1, name.id, name.generation),
            Part::Kept(name) => (2, name.id, name.generation),
            Part::Aside(name) => (3, name.id, name.generation),
        };
        Row { kind, id, generation, payload }
    };
    keys.map(row).collect()
}

fn packed(rows: &[Row]) -> Vec<u8> {
    let row = |row: &Row| {
        let length = (row.payload.len() as u32).to_le_bytes();
        let name = [&[row.kind], &row.id.to_le_bytes()[..], &row.generation.to_le_bytes()].concat();
        [&name, &length[..], &row.payload].concat()
    };
    rows.iter().flat_map(row).collect()
}

/// Of any bytes: a length beyond the end is cut.
fn unpacked(mut bytes: &[u8]) -> Vec<Row> {
    let mut rows = Vec::new();
    while let Some((front, rest)) = bytes.split_first_chunk::<17>() {
        let number = |range: std::ops::Range<usize>| {
            front[range].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
        };
        let (payload, after) = rest.split_at(rest.len().min(number(13..17) as usize));
        let (id, generation) = (number(1..5) as u32, number(5..13));
        rows.push(Row { kind: front[0] % 3, id, generation, payload: payload.to_vec() });
        bytes = after;
    }
    rows
}

fn mutate_rows(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut rows = unpacked(bytes);
    for _ in 0..1 + dice.below(3) {
        let payloads: Vec<Vec<u8>> = rows.iter().map(|row| row.payload.clone()).collect();
        let (at, other) = (dice.below(rows.len()), dice.below(rows.len()));
        match dice.below(12) {
            0 => rows[at].id = dice.below(5) as u32,
            1 => {
                rows[at].generation =
                    dice.pick(&[0, 1, 2, 3, u64::MAX / 2 - 1, u64::MAX / 2 - 3, u64::MAX])
            }
            2 => rows.swap(at, other),
            3 => rows[at].payload = payloads[other].clone(),
            4 => {
                rows[at].kind = 2;
                rows[at].payload = kept::write(&payloads[at], None);
            }
            5 => rows[at].payload = mutate::any(dice, &payloads[at], &payloads),
            6 if rows.len() > 1 => _ = rows.remove(at),
            7 => rows.push(rows[at].clone()),
            _ if rows[at].kind == 1 => {
                rows[at].payload = mutate_frames(dice, &rows[at].payload);
            }
            _ => rows[at].payload = mutate::any(dice, &rows[at].payload, &payloads),
        }
    }
    packed(&rows)
}

fn closed(rows: &[Row], vault: Option<&Vault>) -> Memory {
    let memory = Memory::default();
    for row in rows {
        let name = SegmentName { id: row.id, generation: row.generation };
        let head_key = format!("head.{}", row.generation % 2);
        let (key, bytes) = match row.kind {
            0 => (head_key, close_head(row, vault)),
            kind => {
                let part = if kind == 1 { Part::Segment(name) } else { Part::Kept(name) };
                let bytes = close(part, &row.payload, vault);
                (format!("segment.{}.{}", name.id, name.generation), bytes)
            }
        };
        memory.write(&key, &bytes).unwrap();
    }
    memory
}

fn close(part: Part, payload: &[u8], vault: Option<&Vault>) -> Vec<u8> {
    envelope::close(part, payload, vault.map(|vault| (vault, nonce()))).unwrap()
}

fn close_head(row: &Row, vault: Option<&Vault>) -> Vec<u8> {
    let generation = row.generation;
    let Some(vault) = vault else { return close(Part::Head { generation }, &row.payload, None) };
    let ways = Ways::open(vault);
    envelope::close_head(generation, ways.bytes(), &row.payload, (vault, nonce())).unwrap()
}

fn enter(memory: &Memory) -> Option<Opened> {
    match now(Keeper::open(Homes::local_only(memory.clone()), samples::draw)) {
        Ok(Opening::Open(opened)) => Some(*opened),
        Ok(Opening::Locked(_)) => panic!("no way of these asks for a key"),
        Err(_) => None,
    }
}

/// Some commands, each saved and found again; then behind a lock.
fn check_lived_in(memory: &Memory, mut opened: Opened) {
    let named = opened.unread.len();
    // A damaged record may be the second that claims one place. Where the first is deleted it counts from then on, and what
    // opens has more than what was saved.
    let has_doubles = opened.unread.iter().any(|it| it.reason == Reason::Damaged);
    let check_found = |cabinet: &Cabinet| {
        let Some(found) = enter(memory) else { panic!("what was saved does not open") };
        assert!(has_doubles || found.cabinet == *cabinet, "what was saved is not what opens");
    };
    check_handed_on(&opened.cabinet);
    // Other dice than those of the seeds: the same would draw a person's id a second time.
    let mut dice = Dice::new(named as u64 ^ 0xD1CE);
    for _ in 0..3 {
        let before = opened.cabinet.clone();
        samples::change(&mut dice, &mut opened.cabinet);
        // Where generations or ids are used up, nothing can be saved any more: what is there stays.
        if opened.keeper.save(&opened.cabinet).is_err() {
            return check_found(&before);
        }
        check_found(&opened.cabinet);
    }
    if opened.keeper.sweep().is_err() {
        return check_found(&opened.cabinet);
    }
    check_found(&opened.cabinet);
    if opened.keeper.set_lock(LockChoice::Closed(vec![passphrase(1)])).is_err() {
        return check_found(&opened.cabinet);
    }
    let locked = crate::locked::try_key(crate::locked::lock_of(memory), 1);
    let Ok(again) = locked else { panic!("nobody comes in") };
    assert!(
        has_doubles || again.cabinet == opened.cabinet,
        "behind the lock it is another cabinet"
    );
    if named == 0 {
        assert!(unlock(memory, 1).cabinet == opened.cabinet);
    }
}

/// A backup of it is made and read, or refused: never made and not readable.
fn check_handed_on(cabinet: &Cabinet) {
    if let Ok(bytes) = exchange::write(cabinet, &crate::exchange::meta()) {
        assert!(exchange::read(&bytes).is_ok_and(|it| it.cabinet == *cabinet));
    }
}
