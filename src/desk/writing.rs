//! The command that writes a moment's short texts: its label, what was done, what is chosen.
//! Never cuts a text: one that is too long is refused, and what stood there stays.

use super::Desk;
use crate::domain::moment::Line;
use crate::domain::{Item, ItemId, MomentId, TextError};

/// Which text of a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextPlace {
    Label,
    /// A behaviour or a choice that stands already.
    Item(ItemId),
    NewBehaviour,
    NewChoice,
}

impl Desk {
    /// Writes one of a moment's short texts. An empty label takes the label off.
    /// Errors: longer than 140 characters, or an empty behaviour or choice; what was kept before stays.
    pub fn write_line(
        &self,
        moment: MomentId,
        place: TextPlace,
        raw: &str,
    ) -> Result<(), TextError> {
        let line = match (Line::parse(raw), place) {
            (Err(TextError::Empty), TextPlace::Label) => None,
            (parsed, _) => Some(parsed?),
        };
        let item = self.change_moment(moment, |it| match (place, line) {
            (TextPlace::Label, label) => {
                it.label = label;
                None
            }
            (TextPlace::NewBehaviour, Some(text)) => Some(it.add_behaviour(text)),
            (TextPlace::NewChoice, Some(text)) => Some(it.add_choice(text)),
            (TextPlace::Item(id), Some(text)) => {
                match it.item_mut(id) {
                    Some(Item::Behaviour(behaviour)) => behaviour.text = text,
                    Some(Item::Choice(choice)) => choice.text = text,
                    _ => {}
                }
                Some(id)
            }
            (_, None) => None,
        });
        if let Some(Some(item)) = item {
            self.make_current(moment, Some(item));
        }
        Ok(())
    }
}
