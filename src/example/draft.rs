//! Small tools that let an example be written down as its sessions went.
//! Decide nothing about a case.
//!
//! Nothing here can fail aloud: an id that the vocabulary lacks is kept as unknown, and a text that is too long leaves a gap in
//! the item ids. A test finds both.

use std::sync::Arc;

use crate::domain::moment::{AreaName, Line};
use crate::domain::naming::Listed;
use crate::domain::person::OwnText;
use crate::domain::{
    About, Code, Day, Effect, EffectKind, Hands, Item, ItemId, Journal, Kind, KnownBy, Moment,
    MomentId, Naming, Note, OwnWord, OwnWordKind, Person, PersonId, Session, SessionId, Standing,
    Strength, WordId,
};
use crate::vocabulary::{Area, Family, Feeling, Judgement, Need};

/// A person being written down. Ids are the case's number and a counter.
pub struct Case {
    number: u8,
    sessions: Vec<Arc<Session>>,
    own_words: Vec<OwnWord>,
    moments: u8,
}

impl Case {
    pub fn new(number: u8) -> Case {
        Case { number, sessions: Vec::new(), own_words: Vec::new(), moments: 0 }
    }

    /// A feeling in the person's own words, and its family.
    pub fn own_feeling(&mut self, text: &str, family: &str) -> WordId {
        let id = WordId(self.id(b'w', self.own_words.len() as u8));
        if let Ok(text) = OwnText::parse(text) {
            let kind = OwnWordKind::Feeling(Family::from_id(family).map(Listed::Known));
            self.own_words.push(OwnWord { id, text, kind });
        }
        id
    }

    pub fn session(&mut self, day: Day, moments: Vec<Draft>, reflection: &str, record: &str) {
        let begun = self.sessions.len() as u8;
        let mut session = Session::new(SessionId(self.id(b's', begun)), begun.into(), day);
        session.reflection = Note::parse(reflection).unwrap_or_default();
        session.record = Note::parse(record).unwrap_or_default();
        for draft in moments {
            let mut moment = *draft.moment;
            moment.id = MomentId(self.id(b'm', self.moments));
            self.moments = self.moments.saturating_add(1);
            session.moments.push(Arc::new(moment));
        }
        self.sessions.push(Arc::new(session));
    }

    /// `None` where the code is too long; a test sees that.
    pub fn journal(self, code: &str) -> Option<Journal> {
        let code = Code::parse(code).ok()?;
        let mut person = Person::new(PersonId(self.id(b'p', 0)), Kind::Client, code);
        person.own_words = self.own_words;
        Some(Journal { sessions: self.sessions, ..Journal::new(person) })
    }

    fn id(&self, kind: u8, count: u8) -> [u8; 8] {
        [b'e', b'x', b'a', b'm', b'p', self.number, kind, count]
    }
}

/// A moment being written down; what marks an item marks the one written last.
pub struct Draft {
    /// Boxed: it is handed from step to step, and a pointer is less code to hand on than a moment.
    moment: Box<Moment>,
}

/// Something that came up, in an area of life.
pub fn came_up(label: &str, area: &str) -> Draft {
    let mut moment = Box::new(Moment::new(MomentId([0; 8])));
    moment.label = Line::parse(label).ok();
    moment.area = Some(match Area::from_id(area) {
        Some(area) => AreaName::Known(area),
        None => AreaName::Unknown(area.into()),
    });
    Draft { moment }
}

impl Draft {
    /// Strength 1 to 5; 0 where none was said.
    pub fn felt(self, feeling: &str, strength: u8) -> Draft {
        self.felt_about(About::Moment, feeling, strength)
    }

    /// A feeling about what was written last: shame about the anger.
    pub fn felt_about_that(self, feeling: &str, strength: u8) -> Draft {
        let about = self.last().map_or(About::Moment, About::Item);
        self.felt_about(about, feeling, strength)
    }

    /// In the person's own words.
    pub fn felt_own(mut self, word: WordId) -> Draft {
        self.moment.feel(Naming::Own(word), About::Moment);
        self
    }

    pub fn met(self, need: &str) -> Draft {
        self.need(need, Standing::Met)
    }

    pub fn partly(self, need: &str) -> Draft {
        self.need(need, Standing::Partly)
    }

    pub fn unmet(self, need: &str) -> Draft {
        self.need(need, Standing::Unmet)
    }

    pub fn heard(mut self, judgement: &str) -> Draft {
        self.moment.hear(naming(judgement, Judgement::from_id(judgement)));
        self
    }

    pub fn did(mut self, behaviour: &str) -> Draft {
        match Line::parse(behaviour) {
            Ok(line) => self.moment.add_behaviour(line),
            Err(_) => self.moment.take_id(),
        };
        self
    }

    pub fn choice(mut self, choice: &str) -> Draft {
        match Line::parse(choice) {
            Ok(line) => self.moment.add_choice(line),
            Err(_) => self.moment.take_id(),
        };
        self
    }

    /// What the choice written last serves, and how that need stood afterwards where someone looked back.
    pub fn serving(self, need: &str, turned_out: Standing) -> Draft {
        self.affecting(need, EffectKind::Serves, turned_out)
    }

    /// What the choice written last costs.
    pub fn costing(self, need: &str) -> Draft {
        self.affecting(need, EffectKind::Costs, Standing::NotSaid)
    }

    fn affecting(mut self, need: &str, kind: EffectKind, turned_out: Standing) -> Draft {
        if let Some(Item::Choice(choice)) = self.moment.items.last_mut() {
            let need = naming(need, Need::from_id(need));
            choice.effects.push(Effect { need, kind, turned_out });
        }
        self
    }

    /// How the feeling or need written last is known.
    pub fn known(mut self, by: KnownBy) -> Draft {
        match self.moment.items.last_mut() {
            Some(Item::Felt(felt)) => felt.known_by = by,
            Some(Item::Need(mark)) => mark.known_by = by,
            _ => {}
        }
        self
    }

    /// Whose hands the need written last is in.
    pub fn in_hands(mut self, hands: Hands) -> Draft {
        if let Some(Item::Need(mark)) = self.moment.items.last_mut() {
            mark.hands = Some(hands);
        }
        self
    }

    /// Whose hands the circumstances are in.
    pub fn all_in_hands(mut self, hands: Hands) -> Draft {
        self.moment.hands = Some(hands);
        self
    }

    fn felt_about(mut self, about: About, feeling: &str, strength: u8) -> Draft {
        let id = self.moment.feel(naming(feeling, Feeling::from_id(feeling)), about);
        if let Some(Item::Felt(felt)) = self.moment.item_mut(id) {
            felt.strength = Strength::new(strength);
        }
        self
    }

    fn need(mut self, need: &str, standing: Standing) -> Draft {
        self.moment.mark_need(naming(need, Need::from_id(need)), standing);
        self
    }

    fn last(&self) -> Option<ItemId> {
        self.moment.items.last().map(Item::id)
    }
}

fn naming<T>(id: &str, known: Option<T>) -> Naming<T> {
    match known {
        Some(it) => Naming::Known(it),
        None => Naming::Unknown(id.into()),
    }
}
