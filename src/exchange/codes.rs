//! The codes that are taken, and another for whoever comes with one of them.
//! Never renames anybody who is here.

use std::collections::BTreeMap;

use crate::domain::{Code, Person};
use crate::order;
use crate::vocabulary::fold;

/// The codes that are taken, folded, each with the number its next namesake tries first.
pub(super) struct Codes(BTreeMap<String, usize>);

impl Codes {
    pub(super) fn new<'a>(people: impl Iterator<Item = &'a Person>) -> Codes {
        Codes(order::map(people.map(|person| (fold(person.code.as_str()), 2))))
    }

    /// Takes a code for someone new; gives another where it is taken: two people of one code would be mistaken for each other.
    pub(super) fn take(&mut self, code: &Code) -> Option<Code> {
        let folded = fold(code.as_str());
        let Some(first) = self.0.get(&folded).copied() else {
            self.0.insert(folded, 2);
            return None;
        };
        // One of so many numbers is free: there are no more codes than that.
        let numbers = first..first + self.0.len() + 1;
        let free = numbers
            .map(|number| (number, numbered(code, number)))
            .find(|(_, text)| !self.0.contains_key(&fold(text)));
        let (number, text) = free?;
        self.0.insert(folded, number + 1);
        self.0.insert(fold(&text), 2);
        Code::parse(&text).ok()
    }
}

/// `B-12 (2)`. A code without room for it is shortened; the preview shows it beside the one in the file.
fn numbered(code: &Code, number: usize) -> String {
    let suffix = format!(" ({number})");
    let room = Code::MOST.saturating_sub(suffix.chars().count());
    let mut text: String = code.as_str().chars().take(room).collect();
    text.push_str(&suffix);
    text
}
