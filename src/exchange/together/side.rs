//! Two states of what one participant wrote in one round, made one: item by item, by what they say.
//! Never adds to what somebody said ready with: what comes to it is kept private.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{
    About, Choice, Conversation, Felt, Item, ItemId, KnownBy, Moment, NeedMark, Side, Standing,
    Words,
};

/// All of `counts`, and what only `other` has.
pub(super) fn join_words(counts: &Words, other: &Words, is_ready: bool) -> Words {
    let mut words = Words {
        mine: join_side(&counts.mine, &other.mine, is_ready),
        guesses: counts.guesses.clone(),
    };
    for (about, theirs) in &other.guesses {
        let has_room = words.guesses.len() + 1 < Conversation::MOST;
        match words.guesses.iter_mut().find(|(it, _)| it == about) {
            Some((_, side)) => *side = join_side(side, theirs, is_ready),
            None if has_room => {
                let blank = Side::new(theirs.moment.id);
                let side = join_side(&blank, theirs, is_ready);
                words.guesses.push((*about, if is_ready { side } else { theirs.clone() }));
            }
            // About people who are there no more.
            None => {}
        }
    }
    words
}

fn join_side(counts: &Side, other: &Side, is_ready: bool) -> Side {
    let mut side = counts.clone();
    let moment = Arc::make_mut(&mut side.moment);
    if !is_ready {
        fill_front(moment, &other.moment);
    }
    for need in &other.moment.dismissed {
        if !moment.dismissed.contains(need) {
            moment.dismissed.push(need.clone());
        }
    }
    moment.next_item = moment.next_item.max(other.moment.next_item);
    let mut numbers: BTreeMap<ItemId, ItemId> = BTreeMap::new();
    for item in &other.moment.items {
        let item = about_the_same(item, &numbers);
        let id = item.id();
        match moment.items.iter_mut().find(|it| says_the_same(it, &item)) {
            Some(same) => {
                numbers.insert(id, same.id());
                if !is_ready {
                    fill(same, &item);
                }
            }
            None => {
                let number = if moment.item(id).is_none() { id } else { moment.take_id() };
                numbers.insert(id, number);
                moment.items.push(numbered(item, number));
                let is_private = is_ready || other.kept_private.contains(&id);
                if is_private && !side.kept_private.contains(&number) {
                    side.kept_private.push(number);
                }
            }
        }
    }
    side
}

fn fill_front(moment: &mut Moment, other: &Moment) {
    moment.label = moment.label.take().or_else(|| other.label.clone());
    moment.area = moment.area.take().or_else(|| other.area.clone());
    moment.hands = moment.hands.or(other.hands);
}

/// A feeling about an item of the other side is about the same item here.
fn about_the_same(item: &Item, numbers: &BTreeMap<ItemId, ItemId>) -> Item {
    let mut item = item.clone();
    if let Item::Felt(felt) = &mut item
        && let About::Item(about) = felt.about
    {
        felt.about = numbers.get(&about).map_or(About::Moment, |it| About::Item(*it));
    }
    item
}

fn numbered(mut item: Item, number: ItemId) -> Item {
    match &mut item {
        Item::Felt(it) => it.id = number,
        Item::Need(it) => it.id = number,
        Item::Heard(it) => it.id = number,
        Item::Behaviour(it) => it.id = number,
        Item::Choice(it) => it.id = number,
    }
    item
}

/// In one moment a feeling about one thing, a need, a judgement and a text stand once.
fn says_the_same(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Felt(one), Item::Felt(other)) => {
            one.feeling == other.feeling && one.about == other.about
        }
        (Item::Need(one), Item::Need(other)) => one.need == other.need,
        (Item::Heard(one), Item::Heard(other)) => one.judgement == other.judgement,
        (Item::Behaviour(one), Item::Behaviour(other)) => one.text == other.text,
        (Item::Choice(one), Item::Choice(other)) => one.text == other.text,
        _ => false,
    }
}

/// Says what was not said yet.
fn fill(item: &mut Item, other: &Item) {
    match (item, other) {
        (Item::Felt(it), Item::Felt(other)) => fill_felt(it, other),
        (Item::Need(it), Item::Need(other)) => fill_need(it, other),
        (Item::Choice(it), Item::Choice(other)) => fill_choice(it, other),
        _ => {}
    }
}

fn fill_felt(it: &mut Felt, other: &Felt) {
    it.strength = it.strength.or(other.strength);
    it.known_by = confirmed(it.known_by, other.known_by);
}

fn fill_need(it: &mut NeedMark, other: &NeedMark) {
    if it.standing == Standing::NotSaid {
        it.standing = other.standing;
    }
    it.hands = it.hands.or(other.hands);
    it.known_by = confirmed(it.known_by, other.known_by);
}

fn fill_choice(it: &mut Choice, other: &Choice) {
    for theirs in &other.effects {
        match it.effects.iter_mut().find(|effect| effect.need == theirs.need) {
            Some(effect) if effect.turned_out == Standing::NotSaid => {
                effect.turned_out = theirs.turned_out;
            }
            Some(_) => {}
            None => it.effects.push(theirs.clone()),
        }
    }
}

fn confirmed(one: KnownBy, other: KnownBy) -> KnownBy {
    match (one, other) {
        (KnownBy::Guessed, KnownBy::Confirmed) => KnownBy::Confirmed,
        (one, _) => one,
    }
}
