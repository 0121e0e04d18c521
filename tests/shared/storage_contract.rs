//! What every slot promises, said once and run against each home.
//! Never knows which home it runs against.

use attune::storage::Slot;

/// Panics at the first broken promise. The slot must be empty, and is empty again afterwards.
pub fn check_slot(slot: &dyn Slot) {
    assert_eq!(slot.keys(), Ok(vec![]), "begins empty");
    absent_is_none(slot);
    every_byte_comes_back(slot);
    sizes_come_back(slot);
    a_write_replaces(slot);
    keys_are_exact(slot);
    assert_eq!(slot.keys(), Ok(vec![]), "is left empty");
}

fn absent_is_none(slot: &dyn Slot) {
    assert_eq!(slot.read("head.0"), Ok(None));
    assert_eq!(slot.remove("head.0"), Ok(()), "removing what is not there is no error");
}

fn every_byte_comes_back(slot: &dyn Slot) {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(slot.write("all", &all), Ok(()));
    assert_eq!(slot.read("all"), Ok(Some(all)));
    for byte in 0..=255_u8 {
        assert_eq!(slot.write("one", &[byte]), Ok(()));
        assert_eq!(slot.read("one"), Ok(Some(vec![byte])), "byte {byte}");
    }
    assert_eq!(slot.remove("all"), Ok(()));
    assert_eq!(slot.remove("one"), Ok(()));
}

fn sizes_come_back(slot: &dyn Slot) {
    for size in [0, 1, 1023, 1024, 1025, 65_536, 300_000] {
        let bytes: Vec<u8> = (0..size).map(|place: u32| (place % 251) as u8).collect();
        assert_eq!(slot.write("size", &bytes), Ok(()), "{size}");
        assert_eq!(slot.read("size"), Ok(Some(bytes)), "{size}");
    }
    assert_eq!(slot.remove("size"), Ok(()));
    assert_eq!(slot.read("size"), Ok(None));
}

fn a_write_replaces(slot: &dyn Slot) {
    assert_eq!(slot.write("twice", b"first, and longer"), Ok(()));
    assert_eq!(slot.write("twice", b"second"), Ok(()));
    assert_eq!(slot.read("twice"), Ok(Some(b"second".to_vec())));
    assert_eq!(slot.keys(), Ok(vec!["twice".to_owned()]));
    assert_eq!(slot.remove("twice"), Ok(()));
}

fn keys_are_exact(slot: &dyn Slot) {
    let keys = ["segment.1.1", "segment.1.10", "segment.11.1"];
    for key in keys {
        assert_eq!(slot.write(key, key.as_bytes()), Ok(()));
    }
    let mut listed = slot.keys().unwrap();
    listed.sort();
    assert_eq!(listed, keys);
    for key in keys {
        assert_eq!(slot.read(key), Ok(Some(key.as_bytes().to_vec())));
        assert_eq!(slot.remove(key), Ok(()));
        assert_eq!(slot.read(key), Ok(None));
    }
}
