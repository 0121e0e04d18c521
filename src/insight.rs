//! What can be read from what was caught: the needs it points to, what a judgement says, what a typed line could be.
//! Decides nothing for the person and keeps nothing: pure functions over the domain.

pub mod catch;
pub mod heard;
pub mod map;
pub mod river;
pub mod scope;
pub mod suggest;
pub mod timeline;

pub use catch::{Group, Offer, OfferGroup, OfferRow, Suffix, Typed, Why, offers, read};
pub use heard::{
    Beneath, HeardWord, Heavy, heard_in_moment, heard_in_text, heavy_in_moment, heavy_in_text,
};
pub use scope::{Period, Scope};
pub use suggest::{Cause, OftenFelt, Suggestion, often_felt, suggest};
