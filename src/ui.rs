//! Components that several screens share. Signals in, callbacks out.
//! Decides nothing about a person, and never sees a journal.

pub mod entry;
pub mod feeling_list;
pub mod need_list;
pub mod wheel;
pub mod word_card;
pub mod word_list;
