//! The links and texts that build.rs made of words.toml.
//! Nothing is written here by hand, and nothing outside the vocabulary sees it.

use super::{Family, Feeling, JudgementAbout, Need, NeedGroup, PointsTo};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// Ids of all kinds, one a line; `id` says where each kind begins.
pub static IDS: &str = include_str!(concat!(env!("OUT_DIR"), "/ids.txt"));

/// Texts in British English: a line per text, and a line of tabbed words per list; `line` and `list` say where.
/// One long text, not a table of pointers: 25 KB after brotli instead of 34.
pub static EN_GB: &str = include_str!(concat!(env!("OUT_DIR"), "/en-GB.txt"));

/// What explains the words, in British English: a line per text; `meaning` says where.
pub static EN_GB_MEANINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/en-GB-meanings.txt"));
