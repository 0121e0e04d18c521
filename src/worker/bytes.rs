//! Reading a message piece by piece.
//! Never reads beyond its end: what is too short is no message.

use zeroize::Zeroizing;

/// The first `N` bytes, and what follows them.
pub fn take<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    let (first, rest) = bytes.split_first_chunk()?;
    Some((*first, rest))
}

/// A text after its length in four bytes, and what follows it.
pub fn take_text(bytes: &[u8]) -> Option<(Zeroizing<String>, &[u8])> {
    let (length, rest) = take(bytes)?;
    let (text, rest) = rest.split_at_checked(u32::from_le_bytes(length).try_into().ok()?)?;
    Some((Zeroizing::new(std::str::from_utf8(text).ok()?.to_owned()), rest))
}

/// Pieces in one, of the exact length from the start: bytes that grow would leave copies of a secret behind.
pub fn join(pieces: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let length = pieces.iter().map(|piece| piece.len()).sum();
    let mut joined = Zeroizing::new(Vec::with_capacity(length));
    pieces.iter().for_each(|piece| joined.extend_from_slice(piece));
    joined
}
