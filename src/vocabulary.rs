//! The words of Attune: needs, feelings, judgements, areas, concepts and the phrases of danger, with their links.
//! Knows nothing of a person, reads no clock, and ranks nothing but a search.
//!
//! words.toml holds them, build.rs checks and compiles them; links are one table, texts another per language.

mod area;
mod danger;
mod feeling;
mod fold;
mod judgement;
mod kind;
mod need;
mod phrase;
mod search;
mod sought;
mod tables;
mod words;

// `phrase` finds it here as the build script finds it beside its own copy.
use crate::order;

pub use area::{Area, Concept};
pub use danger::{Danger, shared_screen};
pub use feeling::{Family, Feeling, PointsTo};
pub use fold::fold;
pub use judgement::{Judgement, JudgementAbout, judgements_in};
pub use need::{Need, NeedGroup};
pub use search::{Entry, Found, Quality, match_text, search};
pub use sought::Sought;
pub use words::{Language, meanings, speak, take_meanings};
