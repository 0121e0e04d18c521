//! stub
use crate::domain::{Cabinet, Day};
pub fn cabinet(_today: Day) -> Cabinet { Cabinet::default() }
