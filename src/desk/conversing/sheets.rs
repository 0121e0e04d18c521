//! A participant's sheet: opened with their sign, written at a desk of its own, closed when they are ready or pass the device on.
//! Never opens with another's sign, and never opens a round that is revealed.

use std::sync::Arc;

use leptos::prelude::*;

use super::Hand;
use crate::checksum::crc32;
use crate::desk::{Desk, Kept, Phase};
use crate::domain::{
    Cabinet, Conversation, ConversationId, ItemId, Journal, Moment, MomentId, Person, PersonId,
    Round, Session, SessionId, Side, Sign, Words,
};
use crate::reactive::Look;
use crate::vocabulary::fold;

/// Why a sheet stays closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotOpened {
    /// Several write here, and no sign was given.
    SignMissing,
    WrongSign,
    /// They take no part in this round, or write on another device.
    NotHere,
}

/// Where a sheet lies: every change at its desk goes into the conversation on the desk below.
#[derive(Clone)]
pub(in crate::desk) struct LiesOn {
    below: Desk,
    conversation: ConversationId,
    person: PersonId,
    round: Round,
    session: SessionId,
    mine: MomentId,
    guesses: Vec<(PersonId, MomentId)>,
}

impl Desk {
    /// Whether someone's sheet asks for a sign: as soon as they have one, or several write here. `None` where they take no
    /// part in the round, or write on another device.
    pub fn asks_sign_of(&self, person: PersonId) -> Option<bool> {
        self.conversation.glance(|it| {
            let it = it.as_ref()?;
            let one = it.participant(person)?;
            let takes_part = one.is_here && one.takes_part_in(it.current_round());
            let here = it.participants.iter().filter(|it| it.is_here).count();
            takes_part.then_some(one.sign.is_some() || here > 1)
        })
    }

    /// Whether they have chosen a sign.
    pub fn has_sign(&self, person: PersonId) -> bool {
        let has =
            |it: &Arc<Conversation>| it.participant(person).is_some_and(|it| it.sign.is_some());
        self.conversation.look(|it| it.as_ref().is_some_and(has))
    }

    /// Opens someone's sheet of the round that is being filled in. The first sign given is the one that opens it from then on,
    /// whatever its capitals and accents. Errors: no sign, another sign, not here.
    pub fn take_up_sheet(&self, person: PersonId, sign: &str) -> Result<(), NotOpened> {
        let asks = self.asks_sign_of(person).ok_or(NotOpened::NotHere)?;
        let it = self.conversation.get_untracked().ok_or(NotOpened::NotHere)?;
        if asks {
            let sign = sign_of(person, sign).ok_or(NotOpened::SignMissing)?;
            match it.participant(person).and_then(|it| it.sign) {
                Some(kept) if kept != sign => return Err(NotOpened::WrongSign),
                Some(_) => {}
                None => {
                    self.with_conversation(|it| {
                        it.change_participant(person, |it| it.sign = Some(sign))
                    });
                }
            }
        }
        self.set_hand(Hand::Sheet(person, it.current_round()));
        Ok(())
    }

    /// For someone who has forgotten their sign: what they wrote and asked in the round that is not revealed goes, and the
    /// next sign they give is theirs.
    pub fn forget_sign(&self, person: PersonId) {
        let round = self.conversation.get_untracked().map(|it| it.current_round());
        if let Some(round) = round {
            self.with_participant(person, |it| {
                it.sign = None;
                // What a file told the others stays so: they are ready, and share nothing.
                let told = it.told.until;
                it.sheets.retain(|it| it.round < round.max(told.saturating_add(1)));
                for sheet in it.sheets.iter_mut().filter(|it| it.round >= round) {
                    Arc::make_mut(sheet).words = None;
                }
                it.requests.retain(|it| it.round < round);
                for reply in &mut it.replies {
                    reply.turned_out.retain(|(_, _, at)| *at < round);
                }
            });
            self.hand_to(person);
        }
    }

    /// A desk of its own for the sheet that lies open: one session, whose moments are its sides, one's own first, then a guess
    /// for each of the others. What changes there is handed up at once. `None` where none is open. Needs a reactive owner.
    pub fn sheet_desk(&self) -> Option<Desk> {
        let Hand::Sheet(person, round) = self.talk.glance(|talk| talk.hand) else { return None };
        let it = self.conversation.get_untracked()?;
        let one = it.participant(person)?;
        let draw = self.world.draw;
        let words = one.sheet(round).and_then(|it| it.words.clone());
        let words = words.unwrap_or_else(|| Words::new(MomentId(draw())));
        let others = it.in_round(round).map(|it| it.person.id).filter(|id| *id != person);
        let guess = |about| match words.guess(about) {
            Some(side) => (about, Arc::clone(&side.moment)),
            None => (about, Arc::new(Moment::new(MomentId(draw())))),
        };
        let guesses: Vec<_> = others.map(guess).collect();
        let session = SessionId(draw());
        let lies_on = LiesOn {
            below: *self,
            conversation: it.id,
            person,
            round,
            session,
            mine: words.mine.moment.id,
            guesses: guesses.iter().map(|(about, moment)| (*about, moment.id)).collect(),
        };
        let moments = std::iter::once(Arc::clone(&words.mine.moment));
        let moments = moments.chain(guesses.into_iter().map(|(_, moment)| moment)).collect();
        Some(self.seat(lies_on, Person::clone(&one.person), moments))
    }

    /// Where and whether anything is kept is said as on the desk below; what is caught is its own.
    fn seat(&self, lies_on: LiesOn, person: Person, moments: Vec<Arc<Moment>>) -> Desk {
        let seat = Desk {
            phase: self.phase,
            keeping: self.keeping,
            kept_in: self.kept_in,
            unread: self.unread,
            lock: self.lock,
            role: self.role,
            ..Desk::new(self.world, self.kept_twice)
        };
        let (whose, session, first) = (person.id, lies_on.session, lies_on.mine);
        let mut journal = Journal::new(person);
        journal.begin_session(session, self.today());
        journal.change_session(session, |it| it.moments = moments);
        // The therapist's own words beside the pointer to help stand on a sheet too.
        let settings = self.cabinet.glance(|it| Arc::clone(&it.settings));
        let cabinet = Cabinet { journals: vec![Arc::new(journal)], settings, ..Cabinet::default() };
        seat.cabinet.set(cabinet);
        seat.whose.set(Some(whose));
        seat.open.set(Some(session));
        seat.make_current(first, None);
        seat.lies_on.set_value(Some(lies_on));
        seat
    }

    /// The moment in which a sheet's writer catches what is theirs, or what they guess about someone.
    pub fn side(&self, about: Option<PersonId>) -> Option<MomentId> {
        self.lies_on.with_value(|it| {
            let it = it.as_ref()?;
            match about {
                None => Some(it.mine),
                Some(person) => it.guesses.iter().find(|(id, _)| *id == person).map(|(_, it)| *it),
            }
        })
    }

    /// The desk that this one's sheet lies on.
    pub(in crate::desk) fn below(&self) -> Option<Desk> {
        self.lies_on.try_with_value(|it| it.as_ref().map(|it| it.below)).flatten()
    }

    /// Brings what has changed at a sheet's desk into its conversation. Whether this is one.
    pub(in crate::desk) fn hand_up(&self, by_letter: bool) -> bool {
        let Some(lies_on) = self.lies_on.try_get_value().flatten() else { return false };
        let found = self.cabinet.glance(|cabinet| {
            let journal = cabinet.journal(lies_on.person)?;
            Some((Arc::clone(&journal.person), Arc::clone(journal.session(lies_on.session)?)))
        });
        if let Some((person, session)) = found {
            let take = |cabinet: &mut Cabinet| {
                cabinet.change_conversation(lies_on.conversation, |it| {
                    lies_on.take(it, &person, &session);
                });
            };
            match by_letter {
                true => lies_on.below.change_by_letter(take),
                false => lies_on.below.change(take),
            }
        }
        true
    }

    /// Keeps an item of the sheet that lies open private, or shares it. The side is one's own, or a guess about someone.
    pub fn keep_private(&self, about: Option<PersonId>, item: ItemId, private: bool) {
        let Hand::Sheet(person, round) = self.talk.glance(|talk| talk.hand) else { return };
        self.with_conversation(|it| {
            if it.is_revealed(round) {
                return;
            }
            it.change_participant(person, |it| {
                let Some(words) = it.sheet_mut(round).words.as_mut() else { return };
                if let Some(side) = side_mut(words, about) {
                    side.keep_private(item, private);
                }
            });
        });
    }

    /// Whoever's sheet lies open is ready to show what is shared on it, be it nothing. The sheet closes.
    pub fn say_ready(&self) {
        let Hand::Sheet(person, round) = self.talk.glance(|talk| talk.hand) else { return };
        let moment = MomentId((self.world.draw)());
        self.with_participant(person, |it| {
            let sheet = it.sheet_mut(round);
            sheet.words.get_or_insert_with(|| Words::new(moment));
            sheet.is_ready = true;
        });
        let it = self.conversation.get_untracked();
        let is_revealed = it.as_ref().is_some_and(|it| it.is_revealed(round));
        let here = it.map_or(0, |it| it.participants.iter().filter(|it| it.is_here).count());
        self.set_hand(match (is_revealed, here > 1) {
            (true, true) => Hand::Revealing,
            (false, true) => Hand::Passing,
            (_, false) => Hand::Table,
        });
    }

    /// Whoever's sheet lies open is not ready after all.
    pub fn take_ready_back(&self) {
        let Hand::Sheet(person, round) = self.talk.glance(|talk| talk.hand) else { return };
        self.with_participant(person, |it| {
            if it.may_take_back_ready(round) {
                it.sheet_mut(round).is_ready = false;
            }
        });
    }

    /// Closes whatever sheet lies open, without a word: the page is left or hidden.
    pub fn close_sheet(&self) {
        if matches!(self.talk.glance(|talk| talk.hand), Hand::Sheet(..) | Hand::Asked(_)) {
            self.set_hand(Hand::Passing);
        }
    }

    /// Whether what is written now would be gone with the page.
    pub fn keeps_nothing(&self) -> bool {
        !matches!(self.phase.get(), Phase::Open(Kept::Kept))
    }
}

impl LiesOn {
    /// What is revealed is closed for good.
    fn take(&self, it: &mut Conversation, person: &Person, session: &Session) {
        if it.is_revealed(self.round) {
            return;
        }
        it.change_participant(self.person, |it| {
            if it.person.own_words != person.own_words {
                Arc::make_mut(&mut it.person).own_words = person.own_words.clone();
            }
            let words = it.sheet_mut(self.round).words.get_or_insert_with(|| Words::new(self.mine));
            if let Some(mine) = session.moment(self.mine) {
                words.mine.moment = Arc::clone(mine);
            }
            for (about, id) in &self.guesses {
                let Some(moment) = session.moment(*id) else { continue };
                match side_mut(words, Some(*about)) {
                    Some(side) => side.moment = Arc::clone(moment),
                    None if moment.is_blank() => {}
                    None => words.guesses.push((
                        *about,
                        Side { moment: Arc::clone(moment), kept_private: Vec::new() },
                    )),
                }
            }
        });
    }
}

fn side_mut(words: &mut Words, about: Option<PersonId>) -> Option<&mut Side> {
    match about {
        None => Some(&mut words.mine),
        Some(person) => {
            words.guesses.iter_mut().find(|(id, _)| *id == person).map(|(_, side)| side)
        }
    }
}

/// The same word is another sign for another participant. `None` where there is nothing in it.
fn sign_of(person: PersonId, raw: &str) -> Option<Sign> {
    let folded = fold(raw);
    let folded = folded.trim();
    (!folded.is_empty()).then(|| Sign(crc32(person.0.iter().chain(folded.as_bytes()))))
}
