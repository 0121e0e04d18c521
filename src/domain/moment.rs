//! One thing that came up: what was felt, which needs, what was heard and done, all of it optional and undoable.
//! Never the story: a label points at it in at most 140 characters.

use super::id::{ItemId, MomentId};
use super::mark::{Hands, KnownBy, Standing, Strength};
use super::naming::{FeelingWord, JudgementWord, Listed, NeedWord};
use super::short_text::ShortText;
use crate::vocabulary::{Area, Need};

/// A label, a behaviour or a choice: at most 140 characters.
pub type Line = ShortText<140>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moment {
    pub id: MomentId,
    pub label: Option<Line>,
    pub area: Option<AreaName>,
    /// Whose hands the circumstances are in: a policy, working conditions.
    pub hands: Option<Hands>,
    /// In the order they were caught, kinds mixed.
    pub items: Vec<Item>,
    /// Needs that the person said no to in this moment: not offered again here.
    pub dismissed: Vec<Listed<Need>>,
    /// The id the next item gets.
    pub next_item: u16,
}

/// An area of life.
pub type AreaName = Listed<Area>;

/// Something caught in a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
    Felt(Felt),
    Need(NeedMark),
    Heard(Heard),
    Behaviour(Behaviour),
    Choice(Choice),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Felt {
    pub id: ItemId,
    pub feeling: FeelingWord,
    pub strength: Option<Strength>,
    pub about: About,
    pub known_by: KnownBy,
}

/// What a feeling is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum About {
    #[default]
    Moment,
    /// Another feeling, judgement or behaviour of the same moment: shame about the anger.
    Item(ItemId),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NeedMark {
    pub id: ItemId,
    pub need: NeedWord,
    pub standing: Standing,
    pub hands: Option<Hands>,
    pub known_by: KnownBy,
}

/// A judgement that was heard: translated gently, never called false.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heard {
    pub id: ItemId,
    pub judgement: JudgementWord,
}

/// What the person did or does about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Behaviour {
    pub id: ItemId,
    pub text: Line,
}

/// Something the person did or might do, without good or bad.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    pub id: ItemId,
    pub text: Line,
    /// In the order they were said; at most one for each need.
    pub effects: Vec<Effect>,
}

/// What a choice does to a need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    pub need: NeedWord,
    pub kind: EffectKind,
    /// How the need stood afterwards, when someone looked back.
    pub turned_out: Standing,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EffectKind {
    Serves,
    Costs,
}

impl Choice {
    /// Says what the choice does to a need; `None` takes it back, and with it how it turned out.
    pub fn affect(&mut self, need: NeedWord, kind: Option<EffectKind>) {
        let place = self.effects.iter().position(|effect| effect.need == need);
        match (place, kind) {
            (Some(place), Some(kind)) => self.effects[place].kind = kind,
            (Some(place), None) => drop(self.effects.remove(place)),
            (None, Some(kind)) => {
                self.effects.push(Effect { need, kind, turned_out: Standing::NotSaid });
            }
            (None, None) => {}
        }
    }

    /// Says how a need that the choice affects stood afterwards. Whether the choice affects it.
    pub fn turn_out(&mut self, need: &NeedWord, standing: Standing) -> bool {
        let effect = self.effects.iter_mut().find(|effect| effect.need == *need);
        effect.map(|effect| effect.turned_out = standing).is_some()
    }

    pub fn effect(&self, need: &NeedWord) -> Option<&Effect> {
        self.effects.iter().find(|effect| effect.need == *need)
    }
}

impl Item {
    pub fn id(&self) -> ItemId {
        match self {
            Item::Felt(it) => it.id,
            Item::Need(it) => it.id,
            Item::Heard(it) => it.id,
            Item::Behaviour(it) => it.id,
            Item::Choice(it) => it.id,
        }
    }

    pub(super) fn number(&mut self, id: ItemId) {
        match self {
            Item::Felt(it) => it.id = id,
            Item::Need(it) => it.id = id,
            Item::Heard(it) => it.id = id,
            Item::Behaviour(it) => it.id = id,
            Item::Choice(it) => it.id = id,
        }
    }

    /// Whether a feeling can be about it.
    pub fn can_be_felt_about(&self) -> bool {
        matches!(self, Item::Felt(_) | Item::Heard(_) | Item::Behaviour(_))
    }
}

impl Moment {
    pub fn new(id: MomentId) -> Moment {
        Moment {
            id,
            label: None,
            area: None,
            hands: None,
            items: Vec::new(),
            dismissed: Vec::new(),
            next_item: 1,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.label.is_none() && self.area.is_none() && self.hands.is_none() && self.items.is_empty()
    }

    /// Gives out the next item id. A moment holds at most 65,535 items in its life; the last id is then given again.
    pub fn take_id(&mut self) -> ItemId {
        let id = ItemId(self.next_item);
        self.next_item = self.next_item.saturating_add(1);
        id
    }

    /// Adds a feeling, or gives the one that is there with the same name and the same `about`.
    pub fn feel(&mut self, feeling: FeelingWord, about: About) -> ItemId {
        let same = self.felt().find(|felt| felt.feeling == feeling && felt.about == about);
        if let Some(felt) = same {
            return felt.id;
        }
        let id = self.take_id();
        self.items.push(Item::Felt(Felt {
            id,
            feeling,
            strength: None,
            about,
            known_by: KnownBy::default(),
        }));
        id
    }

    /// Adds a need, or sets the standing of the one that is there.
    pub fn mark_need(&mut self, need: NeedWord, standing: Standing) -> ItemId {
        for item in &mut self.items {
            if let Item::Need(mark) = item
                && mark.need == need
            {
                if standing != Standing::NotSaid {
                    mark.standing = standing;
                }
                return mark.id;
            }
        }
        let id = self.take_id();
        self.items.push(Item::Need(NeedMark {
            id,
            need,
            standing,
            hands: None,
            known_by: KnownBy::default(),
        }));
        id
    }

    /// Adds a judgement, or gives the one that is there.
    pub fn hear(&mut self, judgement: JudgementWord) -> ItemId {
        if let Some(heard) = self.heard().find(|heard| heard.judgement == judgement) {
            return heard.id;
        }
        let id = self.take_id();
        self.items.push(Item::Heard(Heard { id, judgement }));
        id
    }

    /// Does not offer this need again in this moment.
    pub fn dismiss(&mut self, need: Need) {
        if !self.is_dismissed(need) {
            self.dismissed.push(Listed::Known(need));
        }
    }

    pub fn is_dismissed(&self, need: Need) -> bool {
        self.dismissed.contains(&Listed::Known(need))
    }

    pub fn add_behaviour(&mut self, text: Line) -> ItemId {
        let id = self.take_id();
        self.items.push(Item::Behaviour(Behaviour { id, text }));
        id
    }

    pub fn add_choice(&mut self, text: Line) -> ItemId {
        let id = self.take_id();
        self.items.push(Item::Choice(Choice { id, text, effects: Vec::new() }));
        id
    }

    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id() == id)
    }

    pub fn item_mut(&mut self, id: ItemId) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.id() == id)
    }

    pub fn felt(&self) -> impl DoubleEndedIterator<Item = &Felt> {
        self.items.iter().filter_map(|item| match item {
            Item::Felt(felt) => Some(felt),
            _ => None,
        })
    }

    pub fn needs(&self) -> impl DoubleEndedIterator<Item = &NeedMark> {
        self.items.iter().filter_map(|item| match item {
            Item::Need(mark) => Some(mark),
            _ => None,
        })
    }

    pub fn heard(&self) -> impl DoubleEndedIterator<Item = &Heard> {
        self.items.iter().filter_map(|item| match item {
            Item::Heard(heard) => Some(heard),
            _ => None,
        })
    }

    /// What a newly caught need most likely is: from what the last feeling points to, and not said where that is open.
    pub fn likely_standing(&self) -> Standing {
        use crate::vocabulary::PointsTo;
        let last = self.felt().next_back().and_then(|felt| felt.feeling.known());
        match last.map(|feeling| feeling.points_to()) {
            Some(PointsTo::Met) => Standing::Met,
            Some(PointsTo::Unmet) => Standing::Unmet,
            Some(PointsTo::Either) | None => Standing::NotSaid,
        }
    }
}
