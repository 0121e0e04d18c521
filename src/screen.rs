//! One file per screen.
//! Holds no rule of the domain: screens show, and ask the desk.

pub mod learn;
pub mod words;
