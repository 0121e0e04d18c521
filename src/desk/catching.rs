//! Commands of the canvas: what is caught, in which moment, and what becomes of it.
//! Never ranks or suggests: that is insight's.

use crate::reactive::Look;
use leptos::prelude::*;

use super::Desk;
use crate::domain::moment::Line;
use crate::domain::naming::Listed;
use crate::domain::{
    About, FeelingWord, Hands, Item, ItemId, KnownBy, Moment, MomentId, NeedWord, OwnWordKind,
    Standing, Strength, TextError,
};
use crate::insight::catch::{Offer, Suffix};
use crate::vocabulary::{Area, Need};

/// Where the next catch goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Catching {
    pub moment: Option<MomentId>,
    /// The item caught or chosen last.
    pub item: Option<ItemId>,
    /// What the next feeling will be about, where it is about another item.
    pub about: Option<ItemId>,
}

/// What a catch made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Caught {
    Item(ItemId),
    Label,
    Area,
}

impl Desk {
    pub fn catching(&self) -> ReadSignal<Catching> {
        self.catching.read_only()
    }

    pub(super) fn catch_in_last_moment(&self) {
        let last = self.session.glance(|session| Some(session.as_ref()?.moments.last()?.id));
        self.catching.set(Catching { moment: last, ..Catching::default() });
    }

    /// Makes this the moment in which things are caught, and this item the current one.
    pub fn make_current(&self, moment: MomentId, item: Option<ItemId>) {
        self.catching.set(Catching { moment: Some(moment), item, about: None });
    }

    /// Says that the next feeling is about this item of the current moment, or takes that back.
    pub fn feel_about(&self, item: Option<ItemId>) {
        self.catching.update(|catching| catching.about = item);
    }

    /// Begins the next moment, unless the current one is still blank. `None` where no session is open, and on a sheet, which has
    /// the sides it has.
    pub fn begin_moment(&self) -> Option<MomentId> {
        if self.below().is_some() {
            return None;
        }
        if let Some(blank) = self.moment.get_untracked().filter(|moment| moment.is_blank()) {
            return Some(blank.id);
        }
        let session = self.open.get_untracked()?;
        let id = MomentId((self.world.draw)());
        self.with_session(session, |it| it.moments.push(Moment::new(id).into()))?;
        self.make_current(id, None);
        Some(id)
    }

    /// Changes a moment of the open session; `None` where it is gone.
    pub fn change_moment<R>(
        &self,
        id: MomentId,
        change: impl FnOnce(&mut Moment) -> R,
    ) -> Option<R> {
        let session = self.open.get_untracked()?;
        self.with_session(session, |it| it.change_moment(id, change)).flatten()
    }

    pub fn shift_moment(&self, id: MomentId, places: isize) {
        if let Some(session) = self.open.get_untracked() {
            self.with_session(session, |it| it.shift_moment(id, places));
        }
    }

    /// Changes the current moment, beginning one where there is none, and gives its id too.
    fn in_current<R>(&self, change: impl FnOnce(&mut Moment) -> R) -> Option<(MomentId, R)> {
        let current = self.moment.get_untracked().map(|moment| moment.id);
        let id = match current {
            Some(id) => id,
            None => self.begin_moment()?,
        };
        Some((id, self.change_moment(id, change)?))
    }

    /// Catches what the catch line offered. `raw` is the row's text, for what is taken in the person's own words.
    /// `Ok(None)` where no session is open. Errors: the text is empty or too long for what it should become.
    pub fn catch(
        &self,
        offer: &Offer,
        suffix: Option<Suffix>,
        raw: &str,
    ) -> Result<Option<Caught>, TextError> {
        let item = match offer {
            Offer::Feeling(feeling) => self.catch_feeling(feeling.clone()),
            Offer::Need(need) => self.catch_need(need.clone(), None),
            Offer::Judgement(judgement) => {
                let word = crate::domain::JudgementWord::Known(*judgement);
                self.catch_item(|moment| moment.hear(word))
            }
            Offer::Area(area) => {
                let set = self.in_current(|moment| moment.area = Some(Listed::Known(*area)));
                return Ok(set.map(|_| Caught::Area));
            }
            Offer::AsLabel => {
                let label = Line::parse(raw)?;
                let set = self.in_current(|moment| moment.label = Some(label));
                return Ok(set.map(|_| Caught::Label));
            }
            Offer::AsBehaviour => self.catch_line(raw, Moment::add_behaviour)?,
            Offer::AsChoice => self.catch_line(raw, Moment::add_choice)?,
            Offer::AsFeeling => self.catch_own_word(raw, OwnWordKind::Feeling(None))?,
            Offer::AsNeed => self.catch_own_word(raw, OwnWordKind::Need(None))?,
        };
        if item.is_some()
            && let Some(suffix) = suffix
        {
            self.set_current(suffix);
        }
        Ok(item.map(Caught::Item))
    }

    /// Catches a short text as what `add` makes of it.
    fn catch_line(
        &self,
        raw: &str,
        add: fn(&mut Moment, Line) -> ItemId,
    ) -> Result<Option<ItemId>, TextError> {
        let text = Line::parse(raw)?;
        Ok(self.catch_item(|moment| add(moment, text)))
    }

    /// Makes what is typed one of the person's own words, or finds it there, and catches it.
    /// `Ok(None)` where nobody is chosen or no session is open. Errors: the word is empty or too long.
    pub fn catch_own_word(
        &self,
        raw: &str,
        kind: OwnWordKind,
    ) -> Result<Option<ItemId>, TextError> {
        let is_feeling = matches!(kind, OwnWordKind::Feeling(_));
        let word = self.add_own_word(raw, kind)?;
        Ok(word.and_then(|word| match is_feeling {
            true => self.catch_feeling(FeelingWord::Own(word)),
            false => self.catch_need(NeedWord::Own(word), None),
        }))
    }

    /// Catches a feeling, about what the person chose to feel about, else about the moment.
    pub fn catch_feeling(&self, feeling: FeelingWord) -> Option<ItemId> {
        let about = self.catching.glance(|catching| catching.about);
        let about = about.map_or(About::Moment, About::Item);
        self.catch_item(|moment| moment.feel(feeling, about))
    }

    /// Catches a need as it stands, or as the last feeling makes it likely where `standing` is `None`.
    pub fn catch_need(&self, need: NeedWord, standing: Option<Standing>) -> Option<ItemId> {
        self.catch_item(|moment| {
            let likely = moment.likely_standing();
            let is_there = moment.needs().any(|mark| mark.need == need);
            // Catching a need again must not overturn what was said of it.
            let default = if is_there { Standing::NotSaid } else { likely };
            moment.mark_need(need, standing.unwrap_or(default))
        })
    }

    fn catch_item(&self, add: impl FnOnce(&mut Moment) -> ItemId) -> Option<ItemId> {
        let (moment, item) = self.in_current(add)?;
        self.make_current(moment, Some(item));
        Some(item)
    }

    /// Sets the area of a moment, or takes it off.
    pub fn set_area(&self, moment: MomentId, area: Option<Area>) {
        self.change_moment(moment, |it| it.area = area.map(Listed::Known));
    }

    /// Says in whose hands the circumstances of a moment are, or takes it back.
    pub fn set_circumstances(&self, moment: MomentId, hands: Option<Hands>) {
        self.change_moment(moment, |it| it.hands = hands);
    }

    /// Does not offer this need again in the current moment.
    pub fn dismiss(&self, need: Need) {
        self.in_current(|moment| moment.dismiss(need));
    }

    /// Applies a suffix to the current item. Whether it fits what the item is.
    pub fn set_current(&self, suffix: Suffix) -> bool {
        let Catching { moment: Some(moment), item: Some(item), .. } = self.catching.get_untracked()
        else {
            return false;
        };
        match suffix {
            Suffix::Strength(strength) => self.set_strength(moment, item, Some(strength)),
            Suffix::Standing(standing) => self.set_standing(moment, item, standing),
        }
    }

    fn with_item(
        &self,
        moment: MomentId,
        item: ItemId,
        change: impl FnOnce(&mut Item) -> bool,
    ) -> bool {
        self.change_moment(moment, |it| it.item_mut(item).is_some_and(change)).unwrap_or(false)
    }

    pub fn set_strength(&self, moment: MomentId, item: ItemId, strength: Option<Strength>) -> bool {
        self.with_item(moment, item, |it| {
            let Item::Felt(felt) = it else { return false };
            felt.strength = strength;
            true
        })
    }

    pub fn set_standing(&self, moment: MomentId, item: ItemId, standing: Standing) -> bool {
        self.with_item(moment, item, |it| {
            let Item::Need(mark) = it else { return false };
            mark.standing = standing;
            true
        })
    }

    pub fn turn_standing(&self, moment: MomentId, item: ItemId) {
        self.with_item(moment, item, |it| {
            let Item::Need(mark) = it else { return false };
            mark.standing = mark.standing.turned();
            true
        });
    }

    /// Says in whose hands a need is, or takes it back.
    pub fn set_hands(&self, moment: MomentId, item: ItemId, hands: Option<Hands>) {
        self.with_item(moment, item, |it| {
            let Item::Need(mark) = it else { return false };
            mark.hands = hands;
            true
        });
    }

    pub fn set_known_by(&self, moment: MomentId, item: ItemId, known_by: KnownBy) {
        self.with_item(moment, item, |it| {
            match it {
                Item::Felt(felt) => felt.known_by = known_by,
                Item::Need(mark) => mark.known_by = known_by,
                Item::Heard(_) | Item::Behaviour(_) | Item::Choice(_) => return false,
            }
            true
        });
    }
}
