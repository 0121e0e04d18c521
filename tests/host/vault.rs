//! Envelopes and heads: what was closed opens, and nothing else does.
//! Never goes through storage.

use attune::domain::OwnerId;
use attune::vault::Unreadable::{self, Damaged, Newer};
use attune::vault::envelope::{self, Blocks, PAYLOAD_MOST, Packer, Part, SegmentName};
use attune::vault::head::{self, Head, Owner, Stored};

use crate::samples::Dice;

const PART: Part = Part::Segment(SegmentName { id: 7, generation: 9 });

fn closed(part: Part, payload: &[u8]) -> Vec<u8> {
    envelope::close(part, payload, None).unwrap()
}

fn payload(seed: u64, length: usize) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    (0..length).map(|_| b"etaoin shrdlu"[dice.below(13)]).collect()
}

#[test]
fn what_was_closed_opens() {
    let parts = [
        PART,
        Part::Head { generation: 0 },
        Part::Head { generation: u64::MAX },
        Part::Segment(SegmentName { id: u32::MAX, generation: u64::MAX }),
    ];
    for part in parts {
        for length in [0, 1, 2, 900, 1024, 5_000, 70_000, 1_000_000] {
            let payload = payload(length as u64, length);
            let bytes = closed(part, &payload);
            assert_eq!(bytes.len() % 1024, 0);
            assert!(envelope::open(&bytes, None) == Ok((part, payload)), "{part:?} {length}");
        }
    }
}

#[test]
fn what_is_packed_again_is_as_if_packed_for_the_first_time() {
    let mut used = Packer::default();
    let close = |payload: &[u8], cuts: &[usize], packer: &mut Packer| {
        envelope::close_in_blocks(PART, Blocks { payload, cuts }, None, packer).unwrap()
    };
    let note = payload(1, 60_000);
    let other = [&note[..9_000], b"else".as_slice(), &note[9_004..]].concat();
    let steps: [(&[u8], &[usize]); 9] = [
        (&note, &[500, 20_000, 59_000]),
        (&note[..59_900], &[500, 20_000, 59_000]),
        (&note[..59_901], &[500, 20_000, 59_000]),
        (&other, &[500, 20_000, 59_000]),
        (&other, &[500, 59_000]),
        (&other, &[]),
        (&note, &[500, 59_000]),
        (b"", &[]),
        (&note[..59_001], &[500, 59_000]),
    ];
    for (number, (payload, cuts)) in steps.into_iter().enumerate() {
        let bytes = close(payload, cuts, &mut used);
        assert!(bytes == close(payload, cuts, &mut Packer::default()), "step {number}");
        assert!(envelope::open(&bytes, None) == Ok((PART, payload.to_vec())), "step {number}");
    }
}

#[test]
fn a_length_tells_little() {
    let lengths: Vec<usize> =
        [1, 100, 600].into_iter().map(|length| closed(PART, &payload(1, length)).len()).collect();
    assert_eq!(lengths, [1024; 3]);
}

#[test]
fn what_no_reader_accepts_is_not_closed() {
    assert!(envelope::close(PART, &vec![0; PAYLOAD_MOST + 1], None).is_err());
    let largest = closed(PART, &vec![0; PAYLOAD_MOST]);
    assert!(envelope::open(&largest, None).is_ok());
}

#[test]
fn every_truncation_is_damaged() {
    let bytes = closed(PART, &payload(3, 4_000));
    for end in 0..bytes.len() {
        assert_eq!(envelope::open(&bytes[..end], None), Err(Damaged), "cut at {end}");
    }
    let longer = [bytes.as_slice(), &[0; 1024]].concat();
    assert_eq!(envelope::open(&longer, None), Err(Damaged));
}

#[test]
fn every_flipped_bit_is_noticed() {
    let payload = payload(4, 3_000);
    let bytes = closed(PART, &payload);
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(envelope::open(&flipped, None).is_err(), "bit {bit}");
    }
}

/// Who means harm can count too: CRC-32, bit by bit.
pub fn mend_checksum(bytes: &mut [u8]) {
    if bytes.len() < 32 {
        return;
    }
    let mut sum = u32::MAX;
    for byte in bytes[..28].iter().chain(&bytes[32..]) {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
    }
    bytes[28..32].copy_from_slice(&(!sum).to_le_bytes());
}

fn check_hostile(name: &str, change: impl FnOnce(&mut Vec<u8>), expected: Unreadable) {
    let mut bytes = closed(PART, &payload(5, 4_000));
    change(&mut bytes);
    mend_checksum(&mut bytes);
    assert_eq!(envelope::open(&bytes, None), Err(expected), "{name}");
}

#[test]
fn hostile_envelopes_are_refused() {
    check_hostile("magic_wrong", |bytes| bytes[0] = b'a', Damaged);
    check_hostile("format_0", |bytes| bytes[4] = 0, Damaged);
    check_hostile("format_2", |bytes| bytes[4] = 2, Newer);
    check_hostile("format_255", |bytes| bytes[4] = 255, Newer);
    check_hostile("seal_1", |bytes| bytes[5] = 1, Damaged);
    check_hostile("seal_2", |bytes| bytes[5] = 2, Newer);
    check_hostile("part_2", |bytes| bytes[6] = 2, Damaged);
    check_hostile("reserved_1", |bytes| bytes[7] = 1, Damaged);
    check_hostile("deflated_length_huge", |bytes| bytes[20..24].fill(255), Damaged);
    check_hostile("payload_length_huge", |bytes| bytes[24..28].fill(255), Damaged);
    check_hostile("payload_length_one_less", |bytes| bytes[24] -= 1, Damaged);
    check_hostile("payload_length_one_more", |bytes| bytes[24] += 1, Damaged);
    check_hostile("padding_not_zero", |bytes| *bytes.last_mut().unwrap() = 1, Damaged);
    check_hostile("deflate_flipped", |bytes| bytes[700] ^= 4, Damaged);
    check_hostile("deflate_cut", |bytes| bytes[20] -= 1, Damaged);
    check_hostile("deflate_longer", |bytes| bytes[20] += 1, Damaged);
    check_hostile("empty", Vec::clear, Damaged);
}

#[test]
fn a_bomb_stays_small() {
    // 64 MB of zeros deflate to 64 KB. It claims its true length, then one that is allowed.
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 64 << 20], 9);
    for claimed in [64_u32 << 20, PAYLOAD_MOST as u32, 1] {
        let mut bytes = closed(PART, b"")[..20].to_vec();
        bytes.extend_from_slice(&(bomb.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&claimed.to_le_bytes());
        bytes.extend_from_slice(&[0; 4]);
        bytes.extend_from_slice(&bomb);
        bytes.resize(bytes.len().next_multiple_of(1024), 0);
        mend_checksum(&mut bytes);
        assert_eq!(envelope::open(&bytes, None), Err(Damaged), "{claimed}");
    }
}

fn name(id: u32, generation: u64) -> SegmentName {
    SegmentName { id, generation }
}

fn write(head: &Head) -> Vec<u8> {
    head::write(head, None).unwrap()
}

fn read(bytes: &[u8]) -> Result<Head, Unreadable> {
    match head::read(bytes)? {
        Stored::Clear(head) => Ok(head),
        Stored::Sealed(_) => panic!("it is sealed"),
    }
}

fn some_head() -> Head {
    let owner = |id: u8, segments| Owner { id: OwnerId([id; 8]), segments };
    Head {
        generation: 12,
        next_segment: 9,
        common: vec![name(1, 12)],
        owners: vec![owner(1, vec![name(2, 3), name(8, 12)]), owner(2, vec![])],
    }
}

#[test]
fn a_head_comes_back() {
    for head in [Head::default(), some_head()] {
        assert_eq!(read(&write(&head)), Ok(head));
    }
}

#[test]
fn a_head_that_no_reader_accepts_is_not_written() {
    let last = Head { generation: u64::MAX / 2 - 1, ..Head::default() };
    assert!(head::write(&last, None).is_ok());
    let beyond = Head { generation: u64::MAX / 2, ..Head::default() };
    assert!(head::write(&beyond, None).is_err());
}

#[test]
fn a_head_that_contradicts_itself_is_damaged() {
    type Wrong = fn(&mut Head);
    let wrongs: [(&str, Wrong); 5] = [
        ("segment_twice", |head| head.common.push(name(2, 3))),
        ("segment_id_twice", |head| head.common.push(name(2, 4))),
        ("segment_beyond_next", |head| head.common.push(name(9, 1))),
        ("segment_newer_than_head", |head| head.common.push(name(3, 13))),
        ("owner_twice", |head| head.owners.push(head.owners[0].clone())),
    ];
    for (fault, change) in wrongs {
        let mut head = some_head();
        change(&mut head);
        assert_eq!(read(&write(&head)), Err(Damaged), "{fault}");
    }
    let segment = closed(PART, b"");
    assert_eq!(read(&segment), Err(Damaged), "segment_for_head");
    let empty = closed(Part::Head { generation: 1 }, b"");
    assert_eq!(read(&empty), Err(Damaged), "head_empty");
}
