//! Ways in: each leads to the vault's key with its own key and nothing else, and says what it takes to try it.
//! Never derives a key.

use attune::vault::Unreadable;
use attune::vault::cost::{Cost, CostError};
use attune::vault::key::{DerivedKey, Vault, VaultId};
use attune::vault::way::{
    Entry, Passkey, Salt, Stretch, Way, WayFault, WayIn, read_all, write_all,
};

use crate::samples;

fn stretch() -> Stretch {
    Stretch { cost: Cost::NEW, salt: Salt([5; 16]) }
}

fn all_kinds() -> [WayIn; 3] {
    let passkey = Passkey { credential: vec![9; 200], salt: [6; 32] };
    [WayIn::Passphrase(stretch()), WayIn::Code(stretch()), WayIn::Passkey(passkey)]
}

fn key(byte: u8) -> DerivedKey {
    DerivedKey::from_bytes([byte; 32])
}

fn vault() -> Vault {
    Vault::draw(samples::draw).unwrap()
}

fn wrap(way: &WayIn, vault: &Vault) -> Way {
    Way::wrap(way, &key(1), vault, samples::draw).unwrap()
}

#[test]
fn every_way_comes_back_and_its_key_opens_it() {
    let vault = vault();
    let mut ways: Vec<Way> = all_kinds().iter().map(|way| wrap(way, &vault)).collect();
    ways.push(Way::open(&vault));
    let read = read_all(&write_all(&ways).unwrap()).unwrap();
    assert!(read == ways);
    for (way, expected) in read.iter().zip(all_kinds()) {
        assert_eq!(way.read(), Ok(Entry::Closed(expected)));
        assert!(way.unwrap_key(vault.id, &key(1)).is_ok());
        assert!(way.unwrap_key(vault.id, &key(2)).is_err(), "key_wrong");
        assert!(way.unwrap_key(VaultId([0; 16]), &key(1)).is_err(), "from_another_vault");
        assert!(way.open_key().is_none());
    }
    assert_eq!(read[3].read(), Ok(Entry::Open));
    assert!(read[3].open_key().is_some());
    assert!(read[3].unwrap_key(vault.id, &key(1)).is_err());
}

/// One way as it is stored: kind, body.
fn stored(way: &Way) -> (u8, Vec<u8>) {
    let bytes = write_all(std::slice::from_ref(way)).unwrap();
    // One way, its kind, and the length of its body: of more than 127 bytes in two.
    let start = if bytes[2] < 128 { 3 } else { 4 };
    (bytes[1], bytes[start..].to_vec())
}

/// The bytes of a list of ways, written by hand.
pub fn listed(ways: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = vec![ways.len() as u8];
    for (kind, body) in ways {
        assert!(body.len() < 1 << 14);
        bytes.push(*kind);
        match body.len() {
            short @ 0..128 => bytes.push(short as u8),
            long => bytes.extend([(long & 127) as u8 | 128, (long >> 7) as u8]),
        }
        bytes.extend(body);
    }
    bytes
}

fn remade(kind: u8, body: Vec<u8>) -> Way {
    read_all(&listed(&[(kind, body)])).unwrap().remove(0)
}

#[test]
fn every_flipped_bit_of_a_way_is_a_fault_or_opens_nothing() {
    let vault = vault();
    for way in all_kinds() {
        let (kind, body) = stored(&wrap(&way, &vault));
        for bit in 0..body.len() * 8 {
            let mut flipped = body.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let way = remade(kind, flipped);
            _ = way.read();
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{kind}, bit {bit}");
        }
        for end in 0..body.len() {
            let way = remade(kind, body[..end].to_vec());
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{kind}, cut at {end}");
            assert!(way.read().is_err(), "{kind}, cut at {end}");
        }
        for other in (0..=255).filter(|other| *other != kind) {
            let way = remade(other, body.clone());
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{kind} as {other}");
        }
    }
}

/// A number as postcard writes it.
fn varint(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// A passphrase's body with a cost of one's own, and something in the place of the wrapped key.
pub fn body_of_cost(memory: u32, passes: u32, lanes: u32) -> Vec<u8> {
    [varint(memory), varint(passes), varint(lanes), vec![5; 16], vec![0; 72]].concat()
}

type Read = Result<Entry, WayFault>;

#[test]
fn hostile_ways_are_named() {
    let damaged = Err(WayFault::Damaged);
    let cost = |error| Err(WayFault::Cost(error));
    let whole = body_of_cost(65_536, 5, 1);
    assert_eq!(remade(1, whole.clone()).read(), Ok(Entry::Closed(WayIn::Passphrase(stretch()))));
    let cases: [(&str, u8, Vec<u8>, Read); 13] = [
        ("cost_over_the_cap", 1, body_of_cost(262_145, 5, 1), cost(CostError::TooMuch)),
        ("cost_under_the_floor", 1, body_of_cost(19_455, 5, 1), cost(CostError::TooLittle)),
        ("cost_absurd", 2, body_of_cost(u32::MAX, u32::MAX, u32::MAX), cost(CostError::TooMuch)),
        ("passes_one", 2, body_of_cost(65_536, 1, 1), cost(CostError::TooLittle)),
        ("lanes_none", 2, body_of_cost(65_536, 5, 0), cost(CostError::TooLittle)),
        ("nonce_short", 1, whole[..whole.len() - 49].to_vec(), damaged.clone()),
        ("wrapped_key_cut", 1, whole[..whole.len() - 1].to_vec(), damaged.clone()),
        ("one_byte_more", 1, [&whole[..], &[0]].concat(), damaged.clone()),
        ("empty", 3, vec![], damaged.clone()),
        (
            "credential_longer_than_the_way",
            3,
            [vec![255, 1], vec![0; 120]].concat(),
            damaged.clone(),
        ),
        ("open_key_short", 4, vec![1; 31], damaged.clone()),
        ("kind_0", 0, whole.clone(), damaged),
        ("kind_99", 99, vec![1, 2, 3], Err(WayFault::Newer)),
    ];
    for (name, kind, body, expected) in cases {
        let way = remade(kind, body.clone());
        assert_eq!(way.read(), expected, "{name}");
        assert!(way.open_key().is_none(), "{name}");
        assert_eq!(write_all(&[way]), Ok(listed(&[(kind, body)])), "{name}: kept byte by byte");
    }
}

#[test]
fn a_list_of_ways_that_is_none_is_damaged() {
    let one = listed(&[(99, vec![1])]);
    for (name, bytes) in [
        ("empty", vec![]),
        ("no_way", vec![0]),
        ("one_byte_more", [&one[..], &[0]].concat()),
        ("cut", one[..2].to_vec()),
        ("count_absurd", vec![255, 255, 255, 255, 15]),
    ] {
        assert_eq!(read_all(&bytes).err(), Some(Unreadable::Damaged), "{name}");
    }
}
