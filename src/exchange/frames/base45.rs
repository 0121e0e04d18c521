//! Bytes in the 45 characters for which a QR code takes two thirds of the room of others (RFC 9285).
//! Never two texts for the same bytes: what the document does not allow is refused.

const CHARACTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Two bytes are three characters, a last one is two; the least comes first.
pub fn write(text: &mut String, bytes: &[u8]) {
    let (pairs, last) = bytes.as_chunks::<2>();
    for pair in pairs {
        push(text, u16::from_be_bytes(*pair).into(), 3);
    }
    if let [last] = last {
        push(text, (*last).into(), 2);
    }
}

fn push(text: &mut String, mut value: u32, characters: usize) {
    for _ in 0..characters {
        text.push(char::from(CHARACTERS[(value % 45) as usize]));
        value /= 45;
    }
}

/// `None`: a character that is none of these, a length that no bytes have, or a number too large for its bytes.
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for piece in text.as_bytes().chunks(3) {
        let value = number(piece)?;
        match piece.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

fn number(piece: &[u8]) -> Option<u32> {
    piece.iter().rev().try_fold(0, |sum, character| {
        let digit = CHARACTERS.iter().position(|it| it == character)?;
        Some(sum * 45 + u32::try_from(digit).ok()?)
    })
}
