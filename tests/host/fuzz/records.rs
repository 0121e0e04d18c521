//! The payload of a segment: frames in a row, and the records in them.
//! Never opens an envelope.

use attune::vault::segment::{self, Frame};
use attune::vault::wire;

use super::{Target, mutate};
use crate::keeper::{kept, vault_of};
use crate::samples::{self, Dice};
use attune::domain::{Cabinet, PartId};
use attune::storage::Slot;
use attune::vault::envelope;

pub const RECORDS: Target = Target {
    name: "records",
    seeds: || {
        let cabinets = (0..6).map(|seed| samples::cabinet(seed, 2, 2, 3, 90));
        let talks = (6..12).map(|seed| samples::with_together(seed, Cabinet::default()));
        cabinets.chain(talks).flat_map(|it| payloads(&it)).collect()
    },
    mutate: mutate_frames,
    run: |bytes| {
        let mut rest = bytes;
        let mut taken = false;
        while let Ok((frame, after)) = segment::take(rest) {
            taken |= check_frame(&frame);
            assert!(after.len() < rest.len(), "it goes on");
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        taken
    },
};

/// What was read is written, and reads the same. Whether it was read.
fn check_frame(frame: &Frame) -> bool {
    let framed = segment::push(Vec::new(), frame).unwrap();
    assert!(segment::take(&framed) == Ok((frame.clone(), &[])));
    let Ok(record) = wire::read(frame) else { return false };
    let written = wire::push(Vec::new(), &record).unwrap();
    let (again, rest) = segment::take(&written).unwrap();
    assert!(rest.is_empty());
    assert!(wire::read(&again).as_ref() == Ok(&record), "read otherwise: {record:?}");
    true
}

/// The payloads of all segments of a vault that holds this.
fn payloads(cabinet: &Cabinet) -> Vec<Vec<u8>> {
    let memory = kept(cabinet);
    let vault = vault_of(&memory);
    let mut keys = memory.keys().unwrap();
    keys.retain(|key| key.starts_with("segment."));
    let bytes = keys.iter().map(|key| memory.read(key).unwrap().unwrap());
    bytes.map(|bytes| envelope::open(&bytes, vault.as_deref()).unwrap().1).collect()
}

/// Changes one record and frames all of them anew, so that the change gets as far as the record's own reader.
pub fn mutate_frames(dice: &mut Dice, payload: &[u8]) -> Vec<u8> {
    let mut frames = Vec::new();
    let mut rest = payload;
    while let Ok((frame, after)) = segment::take(rest) {
        frames.push(frame);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    if frames.is_empty() {
        return payload.to_vec();
    }
    let bodies: Vec<Vec<u8>> = frames.iter().map(|frame| frame.body.to_vec()).collect();
    let at = dice.below(frames.len());
    let body = mutate::any(dice, &bodies[at], &bodies);
    match dice.below(8) {
        0 => frames[at].kind = dice.below(22) as u8,
        1 => frames[at].version = dice.below(3) as u8,
        2 => frames[at].part = (!dice.one_in(3)).then(|| PartId([dice.below(3) as u8; 8])),
        3 => frames.push(frames[at].clone()),
        4 => _ = frames.remove(at),
        5 => frames.rotate_left(at),
        _ => frames[at].body = &body,
    }
    let pushed = |payload, frame: &Frame| segment::push(payload, frame).unwrap();
    frames.iter().fold(Vec::new(), pushed)
}
