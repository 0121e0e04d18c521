//! The state of the app, and the commands that change it.
//! Never draws anything.

pub mod keeper;
