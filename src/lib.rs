//! A stand-in for the real library, to try the tools out.
//! Never merged.
pub mod app;
