//! Ways in: each leads to the vault's key with its own key and nothing else, and says what it takes to try it.
//! Never derives a key.

use attune::vault::Unreadable;
use attune::vault::cost::{Cost, CostError};
use attune::vault::key::{DerivedKey, Vault, VaultId};
use attune::vault::way::{Entry, Passkey, Salt, Stretch, Way, WayFault, WayIn, Ways};

use crate::samples;

fn stretch() -> Stretch {
    Stretch { cost: Cost::NEW, salt: Salt([5; 16]) }
}

pub fn all_kinds() -> [WayIn; 3] {
    let passkey = Passkey { credential: vec![9; 200], salt: [6; 32] };
    [WayIn::Passphrase(stretch()), WayIn::Code(stretch()), WayIn::Passkey(passkey)]
}

fn key(byte: u8) -> DerivedKey {
    DerivedKey::from_bytes([byte; 32])
}

fn vault() -> Vault {
    Vault::draw(samples::draw).unwrap()
}

/// One way as it is stored.
fn wrap(way: &WayIn, vault: &Vault) -> Vec<u8> {
    let mut ways = Ways::none();
    ways.wrap(way, &key(1), vault, samples::draw).unwrap();
    ways.iter().next().unwrap().bytes().to_vec()
}

#[test]
fn every_way_comes_back_and_its_key_opens_it() {
    let vault = vault();
    let mut ways = Ways::none();
    for way in all_kinds() {
        ways.wrap(&way, &key(1), &vault, samples::draw).unwrap();
    }
    ways.push(Ways::open(&vault).iter().next().unwrap()).unwrap();
    let read = Ways::read(ways.bytes()).unwrap();
    assert!(read == ways);
    for (way, expected) in read.iter().zip(all_kinds()) {
        assert_eq!(way.read(), Ok(Entry::Closed(expected)));
        assert!(way.unwrap_key(vault.id, &key(1)).is_ok());
        assert!(way.unwrap_key(vault.id, &key(2)).is_err(), "key_wrong");
        assert!(way.unwrap_key(VaultId([0; 16]), &key(1)).is_err(), "from_another_vault");
    }
    let open = read.iter().nth(3).unwrap();
    assert_eq!(open.read(), Ok(Entry::Open));
    assert!(open.unwrap_key(vault.id, &key(1)).is_err());
    assert!(read.open_key().is_some() && read.iter().count() == 4);
}

#[test]
fn the_bytes_of_ways_stay() {
    let (vault, [passphrase, code, passkey]) = (vault(), all_kinds());
    let cost = [0, 0, 1, 0, 5, 0, 0, 0, 1, 0, 0, 0];
    for (way, kind) in [(passphrase, 1), (code, 2)] {
        let bytes = wrap(&way, &vault);
        assert_eq!(bytes[..29], [&[kind], &cost[..], &[5; 16]].concat());
        assert_eq!(bytes.len(), 29 + 24 + 48);
    }
    let bytes = wrap(&passkey, &vault);
    assert_eq!(bytes[..233], [&[3], &[6; 32][..], &[9; 200]].concat());
    assert_eq!(bytes.len(), 233 + 24 + 48);
    assert_eq!(Ways::open(&vault).bytes()[..3], [33, 0, 4]);
}

/// The bytes of a list of ways, written by hand.
pub fn listed(ways: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (kind, body) in ways {
        let length = u16::try_from(body.len() + 1).unwrap();
        bytes.extend([&length.to_le_bytes()[..], &[*kind], body].concat());
    }
    bytes
}

#[test]
fn every_flipped_bit_of_a_way_is_a_fault_or_opens_nothing() {
    let vault = vault();
    for way in all_kinds() {
        let bytes = wrap(&way, &vault);
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let way = Way::from_bytes(&flipped);
            _ = way.read();
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{}, bit {bit}", bytes[0]);
        }
        for end in 0..bytes.len() {
            let way = Way::from_bytes(&bytes[..end]);
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{}, cut at {end}", bytes[0]);
            // Where a credential ends only its own length says: one that is cut is another, and opens nothing.
            assert!(bytes[0] == 3 || way.read().is_err(), "{}, cut at {end}", bytes[0]);
        }
        for other in (0..=255).filter(|other| *other != bytes[0]) {
            let changed = [&[other], &bytes[1..]].concat();
            let way = Way::from_bytes(&changed);
            assert!(way.unwrap_key(vault.id, &key(1)).is_err(), "{} as {other}", bytes[0]);
        }
    }
}

/// A passphrase's body with a cost of one's own, and something in the place of the wrapped key.
pub fn body_of_cost(memory: u32, passes: u32, lanes: u32) -> Vec<u8> {
    let cost: Vec<u8> = [memory, passes, lanes].into_iter().flat_map(u32::to_le_bytes).collect();
    [cost, vec![5; 16], vec![0; 72]].concat()
}

type Read = Result<Entry, WayFault>;

#[test]
fn hostile_ways_are_named() {
    let damaged = Err(WayFault::Damaged);
    let cost = |error| Err(WayFault::Cost(error));
    let whole = body_of_cost(65_536, 5, 1);
    let stored = [&[1], &whole[..]].concat();
    assert_eq!(Way::from_bytes(&stored).read(), Ok(Entry::Closed(WayIn::Passphrase(stretch()))));
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
        ("salt_of_a_passkey_cut", 3, vec![0; 31 + 72], damaged.clone()),
        ("open_key_short", 4, vec![1; 31], damaged.clone()),
        ("kind_0", 0, whole.clone(), damaged),
        ("kind_99", 99, vec![1, 2, 3], Err(WayFault::Newer)),
    ];
    for (name, kind, body, expected) in cases {
        let bytes = listed(&[(kind, body)]);
        let ways = Ways::read(&bytes).unwrap();
        assert_eq!(ways.iter().next().unwrap().read(), expected, "{name}");
        assert!(ways.open_key().is_none(), "{name}");
        assert_eq!(ways.bytes(), bytes, "{name}: kept byte by byte");
    }
}

#[test]
fn a_list_of_ways_that_is_none_is_damaged() {
    let one = listed(&[(99, vec![1])]);
    for (name, bytes) in [
        ("no_way", vec![]),
        ("one_byte_more", [&one[..], &[0]].concat()),
        ("cut", one[..3].to_vec()),
        ("length_absurd", vec![255, 255, 1]),
    ] {
        assert_eq!(Ways::read(&bytes).err(), Some(Unreadable::Damaged), "{name}");
    }
}
