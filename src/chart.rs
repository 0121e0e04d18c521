//! Numbers to geometry: what is drawn, as plain values that a test can read.
//! Holds no markup, no colour and no text.

pub mod wheel;
