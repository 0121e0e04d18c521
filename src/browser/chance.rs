//! Random bytes from the browser's own generator.
//! Never a seed or a generator of ours.

/// Eight random bytes for an id.
pub fn draw() -> [u8; 8] {
    let mut bytes = [0; 8];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if drawn.is_none() {
        // Ids must differ, they need not be secret: where there is no crypto, two numbers do.
        let (high, low) = (js_sys::Math::random(), js_sys::Math::random());
        bytes[..4].copy_from_slice(&((high * 4_294_967_296.0) as u32).to_le_bytes());
        bytes[4..].copy_from_slice(&((low * 4_294_967_296.0) as u32).to_le_bytes());
    }
    bytes
}

/// Fills `bytes` with what nobody can guess, for keys and nonces. Whether it did: nothing else will do for these.
pub fn draw_secret(bytes: &mut [u8]) -> bool {
    web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(bytes).ok())
        .is_some()
}
