//! What goes into a handover: what was picked, under new ids, and nothing that tells of the rest.
//! Never about its bytes: `file` is.

use std::collections::BTreeSet;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::exchange::handover::{Handover, Picked};
use attune::vocabulary::{Feeling, Need};

use super::file::unpacked;
use super::{all, journal, pick, single, some, written};
use crate::samples::{self, Dice};

fn need(at: usize) -> NeedWord {
    Naming::Known(Need::all().nth(at).unwrap())
}

fn feeling(at: usize) -> FeelingWord {
    Naming::Known(Feeling::all().nth(at).unwrap())
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn hex(id: [u8; 8]) -> String {
    format!("{:016x}", u64::from_be_bytes(id))
}

/// Every id of a journal.
fn ids(journal: &Journal) -> BTreeSet<[u8; 8]> {
    let mut ids = BTreeSet::from([journal.person.id.0]);
    ids.extend(journal.person.own_words.iter().map(|it| it.id.0));
    for session in &journal.sessions {
        ids.insert(session.id.0);
        ids.extend(session.received.map(|it| it.handover.0));
        ids.extend(session.moments.iter().map(|it| it.id.0));
    }
    ids
}

#[test]
fn nothing_of_a_file_says_whose_device_it_was_made_on_or_what_a_therapist_wrote() {
    for seed in 0..60 {
        let mut journal = Journal::clone(&journal(seed));
        for session in &mut journal.sessions {
            let session = std::sync::Arc::make_mut(session);
            session.reflection = Note::parse("secret-reflection").unwrap();
            session.record = Note::parse("secret-record").unwrap();
            let sheet = std::sync::Arc::make_mut(&mut session.sheet);
            sheet.observation = Note::parse("secret-observation").unwrap();
            sheet.attendance = Some(line("secret-attendance"));
        }
        journal.invitation = Some(samples::invitation(&mut Dice::new(seed)));
        let file = written(&pick(&journal, &Picked::all(&journal)));
        let text = String::from_utf8(unpacked(&file)).unwrap();
        assert!(!text.contains("secret-"), "{seed}");
        assert!(!text.contains(journal.person.code.as_str()), "{seed}");
        for id in ids(&journal) {
            assert!(!text.contains(&hex(id)), "{seed}: an id of this device");
        }
    }
}

#[test]
fn all_that_was_picked_is_there_in_its_order() {
    let journal = journal(11);
    let handover = pick(&journal, &Picked::all(&journal));
    assert_eq!(handover.sessions.len(), journal.sessions.len());
    for (handed, session) in handover.sessions.iter().zip(&journal.sessions) {
        assert_eq!((handed.day, &handed.summary), (session.day, &session.summary));
        let moments = session.moments.iter().filter(|it| !it.is_blank());
        assert_eq!(handed.moments.len(), moments.clone().count());
        for (mine, theirs) in handed.moments.iter().zip(moments) {
            assert_eq!(
                (&mine.label, &mine.area, mine.hands),
                (&theirs.label, &theirs.area, theirs.hands)
            );
            assert_eq!(mine.items.len(), theirs.items.len());
        }
    }
}

/// Every id that a handover gives.
fn given(handover: &Handover) -> Vec<[u8; 8]> {
    let mut ids = vec![handover.id.0];
    ids.extend(handover.own_words.iter().map(|it| it.id.0));
    for session in &handover.sessions {
        ids.push(session.id.0);
        ids.extend(session.moments.iter().map(|it| it.id.0));
    }
    ids
}

#[test]
fn every_id_is_given_once_whatever_is_drawn() {
    for seed in 0..20 {
        let journal = journal(seed);
        let picked = Picked::all(&journal);
        let meta = crate::exchange::meta();
        let from = attune::exchange::handover::HandedBy::Person;
        let mut same = || [5; 8];
        let handover = attune::exchange::handover::pick(&journal, &picked, from, &meta, &mut same);
        let ids = given(&handover);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{seed}");
    }
}

#[test]
fn two_handovers_of_one_journal_share_no_id() {
    let journal = journal(12);
    let picked = Picked::all(&journal);
    let mut dice = Dice::new(3);
    let mut made = || {
        let from = attune::exchange::handover::HandedBy::Person;
        let meta = crate::exchange::meta();
        let draw = &mut || dice.id();
        given(&attune::exchange::handover::pick(&journal, &picked, from, &meta, draw))
    };
    let (one, other) = (made(), made());
    assert!(one.iter().all(|id| !other.contains(id)));
}

#[test]
fn what_was_not_picked_is_not_there() {
    for seed in 0..60 {
        let journal = journal(seed);
        let picked = some(&mut Dice::new(seed), &journal);
        let handover = pick(&journal, &picked);
        let items = |moment: &Moment| moment.items.len();
        let wanted: usize =
            picked.sessions.iter().flat_map(|it| &it.moments).map(|it| it.items.len()).sum();
        let handed = handover.sessions.iter().flat_map(|it| &it.moments).map(|it| items(it));
        assert_eq!(handed.sum::<usize>(), wanted, "{seed}");
        let labels =
            picked.sessions.iter().flat_map(|it| &it.moments).filter(|it| it.label).count();
        let there = handover.sessions.iter().flat_map(|it| &it.moments);
        assert!(there.filter(|it| it.label.is_some()).count() <= labels, "{seed}");
        for session in &handover.sessions {
            assert!(
                !session.moments.is_empty() || !session.summary.is_empty(),
                "{seed}: an empty one"
            );
        }
    }
}

#[test]
fn numbers_of_items_do_not_say_that_something_was_left_out() {
    let (journal, mut picked) = single(|_, moment| {
        (0..5).for_each(|at| _ = moment.mark_need(need(at), Standing::Met));
    });
    picked.sessions[0].moments[0].items = vec![ItemId(5), ItemId(2)];
    let handover = pick(&journal, &picked);
    let moment = &handover.sessions[0].moments[0];
    let numbers: Vec<u16> = moment.items.iter().map(|it| it.id().0).collect();
    assert_eq!((numbers, moment.next_item), (vec![1, 2], 3));
    assert_eq!(moment.needs().map(|it| it.need.clone()).collect::<Vec<_>>(), [need(1), need(4)]);
}

#[test]
fn a_feeling_about_something_that_was_left_out_is_about_the_moment() {
    let (journal, mut picked) = single(|_, moment| {
        let anger = moment.feel(feeling(0), About::Moment);
        let shame = moment.feel(feeling(1), About::Item(anger));
        moment.feel(feeling(2), About::Item(shame));
    });
    picked.sessions[0].moments[0].items.remove(0);
    let handover = pick(&journal, &picked);
    let about: Vec<About> = handover.sessions[0].moments[0].felt().map(|it| it.about).collect();
    assert_eq!(about, [About::Moment, About::Item(ItemId(1))]);
}

#[test]
fn a_choice_tells_no_need_that_was_left_out() {
    let (journal, mut picked) = single(|_, moment| {
        let marked = moment.mark_need(need(0), Standing::Unmet);
        assert_eq!(marked, ItemId(1));
        moment.mark_need(need(1), Standing::Met);
        let id = moment.add_choice(line("rang a friend"));
        let Some(Item::Choice(choice)) = moment.item_mut(id) else { panic!("no choice") };
        for at in 0..3 {
            choice.affect(need(at), Some(EffectKind::Serves));
        }
    });
    picked.sessions[0].moments[0].items.remove(0);
    let handover = pick(&journal, &picked);
    let Some(Item::Choice(choice)) = handover.sessions[0].moments[0].items.last() else {
        panic!("no choice")
    };
    let told: Vec<NeedWord> = choice.effects.iter().map(|it| it.need.clone()).collect();
    assert_eq!(told, [need(1), need(2)]);
}

#[test]
fn only_the_own_words_that_are_used_go_along() {
    let own = |id: u8, text: &str, kind| {
        let text = person::OwnText::parse(text).unwrap();
        OwnWord { id: WordId([id; 8]), text, kind }
    };
    let (journal, mut picked) = single(|journal, moment| {
        let words = &mut std::sync::Arc::make_mut(&mut journal.person).own_words;
        words.push(own(11, "like lead", OwnWordKind::Feeling(None)));
        words.push(own(12, "my father's name", OwnWordKind::Need(None)));
        words.push(own(13, "air", OwnWordKind::Need(None)));
        moment.feel(Naming::Own(WordId([11; 8])), About::Moment);
        moment.mark_need(Naming::Own(WordId([12; 8])), Standing::Unmet);
        let id = moment.add_choice(line("open a window"));
        let Some(Item::Choice(choice)) = moment.item_mut(id) else { panic!("no choice") };
        choice.affect(Naming::Own(WordId([13; 8])), Some(EffectKind::Serves));
    });
    picked.sessions[0].moments[0].items.remove(1);
    let handover = pick(&journal, &picked);
    let texts: Vec<&str> = handover.own_words.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["like lead", "air"]);
    let felt = handover.sessions[0].moments[0].felt().next().unwrap();
    assert_eq!(felt.feeling, Naming::Own(handover.own_words[0].id));
}

#[test]
fn needs_that_were_said_no_to_stay_here() {
    for seed in 0..20 {
        let handover = all(seed);
        assert!(
            handover.sessions.iter().flat_map(|it| &it.moments).all(|it| it.dismissed.is_empty())
        );
    }
}
