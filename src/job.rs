//! What the worker does with a task: from bytes to bytes, and nothing kept between two.
//! Never reached by the page: what is called here is long work, and none of it is in the page's program.

mod picture;

use zeroize::Zeroizing;

use crate::sealed_file::{self, WorkFactor};
use crate::vault::derive::derive;
use crate::worker::{Answer, Task};

pub use picture::read_picture;

/// The answer to a task, both as they travel.
pub fn answer(task: &[u8]) -> Zeroizing<Vec<u8>> {
    Task::read(task).map_or(Answer::NoTask, work).write()
}

fn work(task: Task) -> Answer {
    match task {
        Task::Derive { secret, salt, cost } => {
            derive(&secret, cost, &salt).map_or(Answer::NoMemory, Answer::Derived)
        }
        Task::Seal { plain, passphrase } => {
            let sealed = sealed_file::seal_and_check(&plain, &passphrase, WorkFactor::NEW);
            Answer::Sealed(sealed)
        }
        Task::Open { file, passphrase } => Answer::Opened(sealed_file::open(&file, &passphrase)),
        Task::PublicKey { secret } => Answer::PublicKey(sealed_file::public_key(&secret)),
        Task::SealForKey { plain, key } => {
            Answer::KeySealed(sealed_file::seal_for_key(&plain, &key))
        }
        Task::OpenWithKeys { file, keys } => {
            Answer::KeyOpened(sealed_file::open_with_keys(&file, &keys))
        }
        Task::ReadPicture(picture) => Answer::Texts(read_picture(&picture)),
    }
}
