//! The words and areas that a conversation begins with, for each relation; all of them can be changed.
//! Never overwrites what somebody has written.

use crate::domain::{Conversation, Relation};
use crate::i18n::more;
use crate::vocabulary::Area;

/// What a relation brings along.
pub struct Start {
    /// What a topic may be like: what a camera would have seen.
    pub hint: &'static str,
    pub opening: &'static str,
    pub areas: Vec<Area>,
}

impl Start {
    pub fn of(relation: Option<Relation>) -> Start {
        let words = &more().starting;
        let (hint, opening, areas): (_, _, &[&str]) = match relation {
            None => (words.other_hint, words.other, &[]),
            Some(Relation::EmployeeAndManager) => {
                (words.manager_hint, words.manager, &["area-work", "area-growth", "area-health"])
            }
            Some(Relation::Colleagues) => {
                (words.colleagues_hint, words.colleagues, &["area-work", "area-community"])
            }
            Some(Relation::Couple) => (
                words.couple_hint,
                words.couple,
                &["area-partner", "area-home", "area-money", "area-leisure"],
            ),
            Some(Relation::ParentAndChild) => {
                (words.family_hint, words.family, &["area-family", "area-home", "area-growth"])
            }
            Some(Relation::Team) => (words.team_hint, words.team, &["area-work", "area-health"]),
        };
        let areas = areas.iter().filter_map(|id| Area::from_id(id)).collect();
        Start { hint, opening, areas }
    }

    /// Whether the words of `it` are still those it began with, or none.
    pub fn is_untouched(it: &Conversation) -> bool {
        let begun = Start::of(it.frame.relation).opening;
        it.frame.opening.as_ref().is_none_or(|now| now.as_str() == begun)
    }
}

pub fn relation_name(relation: Relation) -> &'static str {
    let words = &more().starting;
    match relation {
        Relation::EmployeeAndManager => words.name_manager,
        Relation::Colleagues => words.name_colleagues,
        Relation::Couple => words.name_couple,
        Relation::ParentAndChild => words.name_family,
        Relation::Team => words.name_team,
    }
}
