//! CRC-32 (ISO 3309): tells whether bytes are as they were written, where nobody means harm.
//! Never a proof against anyone: who changes the bytes can count it anew.

/// Four bits a step: a table of 64 bytes instead of a thousand.
pub fn crc32<'a>(bytes: impl IntoIterator<Item = &'a u8>) -> u32 {
    const TABLE: [u32; 16] = nibble_table();
    let sum = bytes.into_iter().fold(u32::MAX, |sum, byte| {
        let sum = sum ^ u32::from(*byte);
        let sum = TABLE[(sum & 15) as usize] ^ (sum >> 4);
        TABLE[(sum & 15) as usize] ^ (sum >> 4)
    });
    !sum
}

const fn nibble_table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut nibble = 0;
    while nibble < 16 {
        let mut sum = nibble as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        table[nibble] = sum;
        nibble += 1;
    }
    table
}
