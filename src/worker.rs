//! The worker as the page sees it: what it can be asked for, what it answers, and what may go wrong on the way.
//! Never does the work: `job` does, in a program of its own. Bytes are carried by `browser`; nothing here names its parts.

mod answer;
mod bytes;
mod helper;
mod page;
mod picture;
mod task;

pub use crate::sealed_file::{KEY_FILE_MOST, KeyOpenError, KeySealError, OpenError, SealError};
pub use answer::Answer;
pub use helper::{Ask, FileTrouble, Helper, Later, Trouble};
pub use page::prepare;
pub use picture::Picture;
pub use task::Task;
