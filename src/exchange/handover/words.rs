//! Gives the own words that a moment names other ids.
//! Never touches a word of the vocabulary, nor one that a newer vocabulary has.

use crate::domain::{Effect, Felt, Heard, Item, Naming, NeedMark, WordId};

/// By what id a word goes from now on.
pub(super) type Rename<'a> = &'a mut dyn FnMut(WordId) -> WordId;

pub(super) fn rename(item: &Item, word: Rename) -> Item {
    match item {
        Item::Felt(it) => Item::Felt(Felt { feeling: naming(&it.feeling, word), ..it.clone() }),
        Item::Need(it) => Item::Need(NeedMark { need: naming(&it.need, word), ..it.clone() }),
        Item::Heard(it) => {
            Item::Heard(Heard { judgement: naming(&it.judgement, word), ..it.clone() })
        }
        Item::Behaviour(_) => item.clone(),
        Item::Choice(it) => {
            let mut choice = it.clone();
            for Effect { need, .. } in &mut choice.effects {
                *need = naming(need, word);
            }
            Item::Choice(choice)
        }
    }
}

fn naming<T: Clone>(name: &Naming<T>, word: Rename) -> Naming<T> {
    match name {
        Naming::Own(id) => Naming::Own(word(*id)),
        other => other.clone(),
    }
}
