//! Scenarios of changes at work: groups and worksheets as they are written, read, and held against what is expected.
//! Holds no scenario itself.

pub mod expect;
pub mod format;
pub mod read;
