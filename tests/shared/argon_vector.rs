//! The vector of RFC 9106 for Argon2id, on the host and inside wasm.
//! Never goes through `derive`, which takes neither its lanes nor its extra inputs.

/// Whether the tag is the paper's.
pub fn is_kept() -> bool {
    use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};
    let mut builder = ParamsBuilder::new();
    builder.m_cost(32).t_cost(3).p_cost(4).data(AssociatedData::new(&[4; 12]).unwrap());
    let params = builder.build().unwrap();
    let mut memory = vec![Block::new(); params.block_count()];
    let argon =
        Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut key = [0; 32];
    argon.hash_password_into_with_memory(&[1; 32], &[2; 16], &mut key, &mut memory).unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    hex == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
}
