//! What insight sees in the sessions that are looked at: worked out when a view first asks, and kept until they change.
//! Works out nothing itself, and shows nothing.

use std::sync::Arc;

use crate::reactive::memo;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::Session;
use crate::insight::core_need::{Candidate, candidates, coming_back};
use crate::insight::map::{Map, map};
use crate::insight::nourished::{Nourished, nourished};
use crate::insight::opening::{Opening, openings};
use crate::insight::river::{River, river};
use crate::insight::target::{Target, targets};

#[derive(Clone, Copy)]
pub struct Seen {
    pub candidates: Memo<Arc<Vec<Candidate>>>,
    pub map: Memo<Arc<Map>>,
    pub met: Memo<Arc<Vec<Nourished>>>,
    pub river: Memo<Arc<River>>,
    /// Of everything that was caught, whatever is looked at: the next session is about all of it.
    pub openings: Memo<Arc<Vec<Opening>>>,
    /// Of everything too: a plan is held against what goes short now.
    pub targets: Memo<Arc<Vec<Target>>>,
}

impl Seen {
    pub fn of(desk: Desk, sessions: Memo<Arc<Vec<Arc<Session>>>>) -> Seen {
        let candidates = memo(move || {
            let found = desk.journal().get().map(|journal| candidates(&sessions.get(), &journal));
            Arc::new(found.unwrap_or_default())
        });
        Seen {
            candidates,
            map: memo(move || {
                let journal = desk.journal().get();
                let coming_back = journal.map(|it| coming_back(&it, &candidates.get()));
                Arc::new(map(&sessions.get(), &coming_back.unwrap_or_default()))
            }),
            met: memo(move || Arc::new(nourished(&sessions.get()))),
            river: memo(move || {
                let found = desk.person().map(|person| river(&sessions.get(), &person));
                Arc::new(found.unwrap_or_default())
            }),
            openings: memo(move || {
                Arc::new(desk.journal().get().map(|it| openings(&it)).unwrap_or_default())
            }),
            targets: memo(move || {
                Arc::new(desk.journal().get().map(|it| targets(&it)).unwrap_or_default())
            }),
        }
    }
}
