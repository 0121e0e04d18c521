//! What can be read from what was caught: the needs it points to, what a judgement says, what a typed line could be.
//! Decides nothing for the person and keeps nothing: pure functions over the domain.

pub mod care;
pub mod catch;
pub mod change;
pub mod core_need;
pub mod evidence;
pub mod find;
pub mod footprint;
pub mod heard;
pub mod map;
pub mod nourished;
pub mod opening;
pub mod reading;
pub mod river;
pub mod scope;
pub mod suggest;
pub mod target;
pub mod timeline;
pub mod together;
pub mod weighing;

pub use catch::{Group, Offer, OfferGroup, OfferRow, Suffix, Typed, Why, offers, read};
pub use heard::{
    Beneath, HeardWord, Heavy, heard_in_moment, heard_in_text, heavy_in_moment, heavy_in_text,
};
pub use scope::{Period, Scope};
pub use suggest::{Cause, OftenFelt, Suggestion, often_felt, suggest};
