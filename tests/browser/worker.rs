//! The worker's work inside wasm: the same answers as anywhere, and chance from the browser.
//! Never starts a worker: that takes the release's files, and `tests/e2e/worker.rs` has them.

use attune::job;
use attune::sealed_file::OpenError;
use attune::vault::cost::Cost;
use attune::vault::key::Vault;
use attune::vault::way::{Salt, Stretch, WayIn, Ways};
use attune::worker::{Answer, Helper, Task};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::argon_vector;

/// Does the work in place.
const HELPER: Helper = Helper::over(|task| Box::pin(async move { Ok(job::answer(&task)) }));

#[wasm_bindgen_test]
fn argon2id_gives_the_vector_of_rfc_9106() {
    assert!(argon_vector::is_kept());
}

#[wasm_bindgen_test]
async fn a_key_is_derived_and_fits_nothing_but_its_passphrase() {
    let cost = Cost::parse(Cost::MEMORY_LEAST, Cost::PASSES_LEAST, 1).unwrap();
    let salt = Salt([7; 16]);
    let derive = |secret: &str| HELPER.derive(secret.as_bytes().to_vec().into(), salt, cost);
    let draw = |bytes: &mut [u8]| {
        bytes.fill(3);
        Ok(())
    };
    let vault = Vault::draw(draw).unwrap();
    let mut ways = Ways::none();
    let way = WayIn::Passphrase(Stretch { cost, salt });
    ways.wrap(&way, &derive("one").await.unwrap(), &vault, draw).unwrap();
    let way = ways.iter().next().unwrap();
    assert!(way.unwrap_key(vault.id, &derive("one").await.unwrap()).is_ok());
    assert!(way.unwrap_key(vault.id, &derive("two").await.unwrap()).is_err());
}

#[wasm_bindgen_test]
async fn a_file_is_sealed_with_the_browsers_chance_and_opened_again() {
    let passphrase = || "grün und still".to_owned().into();
    let plain = || b"what was heard".to_vec().into();
    let file = HELPER.seal_file(plain(), passphrase()).await.unwrap();
    let other = HELPER.seal_file(plain(), passphrase()).await.unwrap();
    assert_ne!(file, other);
    let opened = HELPER.open_file(file.clone(), passphrase()).await.unwrap();
    assert_eq!(opened.as_slice(), b"what was heard");
    let wrong = Task::Open { file, passphrase: "another".to_owned().into() };
    let wrong = Answer::read(&job::answer(&wrong.write())).unwrap();
    assert!(matches!(wrong, Answer::Opened(Err(OpenError::WrongPassphrase))));
}
