//! Takes what was handed over into a journal, as sessions that say where they came from; and knows a handover again.
//! Never changes a session that is there, and gives no id a second time, whatever a file says.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::rename;
use super::{HandedSession, Handover};
use crate::domain::{
    Cabinet, Day, HandoverId, Journal, Moment, MomentId, OwnWord, OwnWordKind, PersonId, Received,
    Session, SessionId, WordId,
};
use crate::exchange::ids::{Draw, Ids};
use crate::exchange::{Refused, sound};
use crate::vocabulary::fold;

/// The journal with the handover's sessions after its own, in the order they were handed over in. Ids stay as they are in the
/// file where they are free here, so that two devices which take in one file know each other's sessions. Errors: too large,
/// where with it there would be more than a backup holds; then nothing is taken.
pub fn take_in(
    journal: &Journal,
    handover: &Handover,
    day: Day,
    draw: Draw,
) -> Result<Journal, Refused> {
    let mut journal = journal.clone();
    let mut taking = Taking {
        words: BTreeMap::new(),
        here: BTreeMap::new(),
        ids: Ids::new(ids(&journal).into_iter(), draw),
    };
    journal.person.own_words.iter().for_each(|word| taking.know(word));
    for handed in &handover.sessions {
        let begun = journal.begin_session(SessionId(taking.ids.keep(handed.id.0)), handed.day);
        let received = Some(Received { handover: handover.id, day });
        let moments = taking.moments(handed, handover, &mut journal);
        let summary = handed.summary.clone();
        let session = Session { moments, summary, received, ..Session::clone(&begun) };
        journal.change_session(begun.id, |it| *it = session);
    }
    sound::check_journal(&journal)?;
    Ok(journal)
}

/// Who has sessions of this handover already, and since which day: the same file came twice.
pub fn find_handover(cabinet: &Cabinet, id: HandoverId) -> Option<(PersonId, Day)> {
    cabinet.journals.iter().find_map(|journal| {
        let mut received = journal.sessions.iter().filter_map(|session| session.received);
        let it = received.find(|received| received.handover == id)?;
        Some((journal.person.id, it.day))
    })
}

/// All that are in use: a moment with the id of a session would be taken for the mark that merging sets.
fn ids(journal: &Journal) -> Vec<[u8; 8]> {
    let mut ids: Vec<[u8; 8]> = journal.person.own_words.iter().map(|word| word.id.0).collect();
    for session in &journal.sessions {
        ids.push(session.id.0);
        ids.extend(session.moments.iter().map(|moment| moment.id.0));
    }
    ids
}

struct Taking<'a> {
    /// From the file's own words to those here.
    words: BTreeMap<WordId, WordId>,
    /// Those here by what they say, as `Person::own_word_like` has it: asked of each word, that would fold all of them.
    here: BTreeMap<(bool, String), WordId>,
    ids: Ids<'a>,
}

impl Taking<'_> {
    fn moments(
        &mut self,
        handed: &HandedSession,
        handover: &Handover,
        journal: &mut Journal,
    ) -> Vec<Arc<Moment>> {
        let mut moments = Vec::with_capacity(handed.moments.len());
        for moment in &handed.moments {
            let id = MomentId(self.ids.keep(moment.id.0));
            let mut word = |word| self.word(word, handover, journal);
            let items = moment.items.iter().map(|item| rename(item, &mut word)).collect();
            moments.push(Arc::new(Moment { id, items, ..Moment::clone(moment) }));
        }
        moments
    }

    /// The word here that says the same, else a new one. A word whose text the file lacks is nobody's here, and has an id that
    /// no other word has.
    fn word(&mut self, id: WordId, handover: &Handover, journal: &mut Journal) -> WordId {
        if let Some(known) = self.words.get(&id) {
            return *known;
        }
        let theirs = handover.own_words.iter().find(|word| word.id == id);
        let same = theirs.and_then(|word| self.here.get(&folded(word)).copied());
        let new = same.unwrap_or_else(|| WordId(self.ids.keep(id.0)));
        if let (None, Some(theirs)) = (same, theirs) {
            let word = OwnWord { id: new, ..theirs.clone() };
            self.know(&word);
            Arc::make_mut(&mut journal.person).own_words.push(word);
        }
        self.words.insert(id, new);
        new
    }

    /// Of two that say the same, the first.
    fn know(&mut self, word: &OwnWord) {
        self.here.entry(folded(word)).or_insert(word.id);
    }
}

fn folded(word: &OwnWord) -> (bool, String) {
    (matches!(word.kind, OwnWordKind::Feeling(_)), fold(word.text.as_str()))
}
