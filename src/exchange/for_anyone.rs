//! What of the notes may stand in a file that anyone can read.
//! Never what somebody wrote on a shared device and has not shown to those they share it with.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{
    Cabinet, Conversation, Item, Moment, Naming, Participant, Sheet, Side, WordId, Words,
};

/// The same without signs; and of conversations in which more than one participant writes here, without what the others have
/// not seen: sheets of rounds that are not revealed, what was kept private, judgements, requests not yet shown, and own words
/// that stand nowhere else.
pub fn for_anyone(cabinet: &Cabinet) -> Cabinet {
    let conversations = cabinet.conversations.iter().map(|it| {
        let shown = if it.is_shared_here() { as_revealed(it) } else { Conversation::clone(it) };
        Arc::new(without_signs(shown))
    });
    Cabinet { conversations: conversations.collect(), ..cabinet.clone() }
}

fn without_signs(mut it: Conversation) -> Conversation {
    for participant in it.participants.iter_mut().filter(|it| it.sign.is_some()) {
        Arc::make_mut(participant).sign = None;
    }
    it
}

fn as_revealed(it: &Conversation) -> Conversation {
    let shown: BTreeSet<_> = it.requests().iter().map(|(_, asked)| asked.id).collect();
    let participants = it.participants.iter().map(|participant| {
        let requests = participant.requests.iter();
        Participant {
            sheets: participant
                .sheets
                .iter()
                .map(|sheet| as_shown(it, participant, sheet))
                .collect(),
            requests: requests.filter(|asked| shown.contains(&asked.id)).cloned().collect(),
            ..Participant::clone(participant)
        }
    });
    let mut participants: Vec<Participant> = participants.collect();
    let said: BTreeSet<WordId> = participants.iter().flat_map(own_words).collect();
    for participant in &mut participants {
        if participant.person.own_words.iter().any(|word| !said.contains(&word.id)) {
            Arc::make_mut(&mut participant.person).own_words.retain(|it| said.contains(&it.id));
        }
    }
    let participants = participants.into_iter().map(Arc::new).collect();
    Conversation { participants, ..it.clone() }
}

/// Whether somebody is ready stays: the others know.
fn as_shown(it: &Conversation, who: &Participant, sheet: &Sheet) -> Arc<Sheet> {
    let is_revealed = who.takes_part_in(sheet.round) && it.is_revealed(sheet.round);
    let words = sheet.words.as_ref().filter(|_| is_revealed).map(Words::shared);
    Arc::new(Sheet { words, ..sheet.clone() })
}

/// Those that stand in what is left.
fn own_words(it: &Participant) -> Vec<WordId> {
    let words = it.sheets.iter().filter_map(|sheet| sheet.words.as_ref());
    let sides = words.flat_map(|it| {
        let guesses = it.guesses.iter().map(|(_, side): &(_, Side)| side);
        guesses.chain([&it.mine])
    });
    let mut said: Vec<WordId> = sides.flat_map(|side| of_moment(&side.moment)).collect();
    let effects = it.requests.iter().flat_map(|it| &it.effects).map(|effect| &effect.need);
    let looked_back = it.replies.iter().flat_map(|it| &it.turned_out).map(|(need, ..)| need);
    said.extend(effects.chain(looked_back).filter_map(own));
    said
}

fn own<T>(naming: &Naming<T>) -> Option<WordId> {
    match naming {
        Naming::Own(word) => Some(*word),
        Naming::Known(_) | Naming::Unknown(_) => None,
    }
}

fn of_moment(moment: &Moment) -> Vec<WordId> {
    let mut said = Vec::new();
    for item in &moment.items {
        match item {
            Item::Felt(it) => said.extend(own(&it.feeling)),
            Item::Need(it) => said.extend(own(&it.need)),
            Item::Heard(it) => said.extend(own(&it.judgement)),
            Item::Behaviour(_) => {}
            Item::Choice(it) => said.extend(it.effects.iter().filter_map(|it| own(&it.need))),
        }
    }
    said
}
