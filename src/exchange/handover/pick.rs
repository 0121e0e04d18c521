//! Makes a handover out of what a person picked: item by item, under ids that say nothing of this device.
//! Never takes along what was not picked, nor what is nobody else's: codes, reflections, records, needs that were said no to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::rename;
use super::{HandedBy, HandedSession, Handover};
use crate::domain::{
    About, HandoverId, Item, ItemId, Journal, Moment, MomentId, Note, OwnWord, Person, Session,
    SessionId, WordId,
};
use crate::exchange::Meta;
use crate::exchange::ids::{Draw, Ids};

/// What of a journal is to be handed over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Picked {
    pub sessions: Vec<PickedSession>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PickedSession {
    pub id: SessionId,
    /// Whether the summary goes along.
    pub summary: bool,
    pub moments: Vec<PickedMoment>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PickedMoment {
    pub id: MomentId,
    pub label: bool,
    pub area: bool,
    /// Whose hands the circumstances are in.
    pub hands: bool,
    pub items: Vec<ItemId>,
}

impl Picked {
    /// Everything that can be handed over: where a person begins to leave out.
    pub fn all(journal: &Journal) -> Picked {
        Picked { sessions: journal.sessions.iter().map(|it| PickedSession::all(it)).collect() }
    }
}

impl PickedSession {
    pub fn all(session: &Session) -> PickedSession {
        let moments = session.moments.iter().map(|it| PickedMoment::all(it)).collect();
        PickedSession { id: session.id, summary: true, moments }
    }
}

impl PickedMoment {
    pub fn all(moment: &Moment) -> PickedMoment {
        let items = moment.items.iter().map(Item::id).collect();
        PickedMoment { id: moment.id, label: true, area: true, hands: true, items }
    }
}

/// In the journal's order, whatever the order of what was picked. What is not there any more, and what nothing was picked of,
/// is left out. All ids are new, so that nothing in two handovers shows that they come from one device.
pub fn pick(
    journal: &Journal,
    picked: &Picked,
    from: HandedBy,
    meta: &Meta,
    draw: Draw,
) -> Handover {
    let mut new = Renewed { words: BTreeMap::new(), ids: Ids::new(std::iter::empty(), draw) };
    let id = HandoverId(new.ids.next());
    let mut sessions: Vec<HandedSession> = Vec::new();
    for session in &journal.sessions {
        let wanted = picked.sessions.iter().find(|it| it.id == session.id);
        let order = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
        sessions.extend(wanted.and_then(|wanted| new.session(session, wanted, order)));
    }
    let own_words = new.own_words(&journal.person);
    let (made_on, made_by) = (meta.made_on, meta.made_by.clone());
    Handover { id, made_on, made_by, from, own_words, sessions }
}

/// What has a new id.
struct Renewed<'a> {
    words: BTreeMap<WordId, WordId>,
    ids: Ids<'a>,
}

impl Renewed<'_> {
    fn session(
        &mut self,
        session: &Session,
        picked: &PickedSession,
        order: u32,
    ) -> Option<HandedSession> {
        let summary = if picked.summary { session.summary.clone() } else { Note::default() };
        let mut moments = Vec::new();
        for moment in &session.moments {
            let wanted = picked.moments.iter().find(|it| it.id == moment.id);
            moments.extend(wanted.and_then(|wanted| self.moment(moment, wanted)).map(Arc::new));
        }
        if moments.is_empty() && summary.is_empty() {
            return None;
        }
        let id = SessionId(self.ids.next());
        Some(HandedSession { id, day: session.day, order, moments, summary })
    }

    fn moment(&mut self, moment: &Moment, picked: &PickedMoment) -> Option<Moment> {
        let mut made = Moment {
            label: moment.label.clone().filter(|_| picked.label),
            area: moment.area.clone().filter(|_| picked.area),
            hands: moment.hands.filter(|_| picked.hands),
            ..Moment::new(MomentId([0; 8]))
        };
        let (wanted, left): (Vec<&Item>, Vec<&Item>) =
            moment.items.iter().partition(|it| picked.items.contains(&it.id()));
        // Counted anew: a number that is missing would say that something was left out.
        let numbers: BTreeMap<ItemId, ItemId> =
            wanted.iter().map(|item| (item.id(), made.take_id())).collect();
        for item in wanted {
            let mut item = rename(&without_left(item, &left), &mut |word| self.word(word));
            renumber(&mut item, &numbers);
            made.items.push(item);
        }
        if made.is_blank() {
            return None;
        }
        made.id = MomentId(self.ids.next());
        Some(made)
    }

    fn word(&mut self, word: WordId) -> WordId {
        *self.words.entry(word).or_insert_with(|| WordId(self.ids.next()))
    }

    /// Those that were used, in their order.
    fn own_words(&self, person: &Person) -> Vec<OwnWord> {
        let renewed = |word: &OwnWord| {
            let id = *self.words.get(&word.id)?;
            Some(OwnWord { id, ..word.clone() })
        };
        person.own_words.iter().filter_map(renewed).collect()
    }
}

/// A choice without what it does to a need that is marked here and was not picked: the need would be told by it.
fn without_left(item: &Item, left: &[&Item]) -> Item {
    let Item::Choice(choice) = item else { return item.clone() };
    let mut choice = choice.clone();
    choice.effects.retain(|effect| {
        !left.iter().any(|it| matches!(it, Item::Need(mark) if mark.need == effect.need))
    });
    Item::Choice(choice)
}

/// A feeling about something that was not picked is about the moment.
fn renumber(item: &mut Item, numbers: &BTreeMap<ItemId, ItemId>) {
    let new = |id: ItemId| numbers.get(&id).copied();
    let number = new(item.id());
    let place = match item {
        Item::Felt(it) => {
            it.about = match it.about {
                About::Moment => About::Moment,
                About::Item(id) => new(id).map_or(About::Moment, About::Item),
            };
            &mut it.id
        }
        Item::Need(it) => &mut it.id,
        Item::Heard(it) => &mut it.id,
        Item::Behaviour(it) => &mut it.id,
        Item::Choice(it) => &mut it.id,
    };
    *place = number.unwrap_or(*place);
}
