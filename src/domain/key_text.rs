//! A public key as text: `age1` and 58 characters that bear a checksum, as the age format writes it (BIP 173).
//! Never the text of a secret key, and never a key to which anyone could open what is sealed.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};

use super::invitation::PublicKey;

const PREFIX: Hrp = Hrp::parse_unchecked("age");

/// Not the text of a key, or no longer the one that was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BrokenKey;

/// Points of the curve that lead to the same shared secret whoever adds theirs: all there are, without the highest bit,
/// which X25519 does not look at. No honest key is among them. Source: RFC 7748, section 6.1, and cr.yp.to/ecdh.html.
const LOW_ORDER: [[u8; 32]; 7] = [
    [0; 32],
    with_ends(1, 0, 0),
    [
        0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
        0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
        0xb8, 0x00,
    ],
    [
        0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
        0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
        0x11, 0x57,
    ],
    with_ends(0xec, 0xff, 0x7f),
    with_ends(0xed, 0xff, 0x7f),
    with_ends(0xee, 0xff, 0x7f),
];

const fn with_ends(first: u8, between: u8, last: u8) -> [u8; 32] {
    let mut bytes = [between; 32];
    bytes[0] = first;
    bytes[31] = last;
    bytes
}

impl PublicKey {
    /// How many characters a text has.
    pub const TEXT_LENGTH: usize = 62;

    /// `age1…`, in small letters.
    pub fn text(&self) -> String {
        // 32 bytes are far below what the checksum can watch over, which is all that could go wrong.
        bech32::encode_lower::<Bech32>(PREFIX, &self.0).unwrap_or_default()
    }

    /// Only what `text` writes. Errors: another character, another length, or a key that is none.
    pub fn parse(text: &str) -> Result<PublicKey, BrokenKey> {
        if text.len() != PublicKey::TEXT_LENGTH {
            return Err(BrokenKey);
        }
        let read = CheckedHrpstring::new::<Bech32>(text).map_err(|_| BrokenKey)?;
        let mut bytes = [0; 32];
        let mut left = read.byte_iter();
        for byte in &mut bytes {
            *byte = left.next().ok_or(BrokenKey)?;
        }
        let key = PublicKey(bytes);
        match key.text() == text && key.is_sound() {
            true => Ok(key),
            false => Err(BrokenKey),
        }
    }

    /// Whether only who holds the secret opens what is sealed for it.
    pub fn is_sound(&self) -> bool {
        let mut bytes = self.0;
        bytes[31] &= 0x7f;
        !LOW_ORDER.contains(&bytes)
    }
}
