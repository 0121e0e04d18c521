//! Cabinets to test with, and random changes to them, from a seed: the same seed gives the same cabinet for ever.
//! Never draws real randomness.

mod together;
mod worksheet;

use std::cell::RefCell;
use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::vault::key::NoChance;
use attune::vocabulary::{Area, Family, Feeling, Judgement, Need};

pub use crate::dice::Dice;
pub use together::{change_map, change_together, conversation, group, with_together};
use worksheet::{agree, change_texts, worksheet};
pub use worksheet::{invitation, plain, sheet};

thread_local! {
    static CHANCE: RefCell<Dice> = RefCell::new(Dice::new(4096));
}

/// In the place of chance: never the same twice in one test, and the same in each run of it.
pub fn draw(bytes: &mut [u8]) -> Result<(), NoChance> {
    CHANCE.with_borrow_mut(|dice| bytes.fill_with(|| (dice.next() >> 32) as u8));
    Ok(())
}

const WORDS: [&str; 24] = [
    "work", "again", "nobody", "listened", "the", "ward", "was", "quiet", "she", "said", "stayed",
    "late", "and", "then", "left", "早", "שלום", "🌧️", "é", "meeting", "with", "team", "tired",
    "home",
];

pub fn prose(dice: &mut Dice, characters: usize) -> String {
    let mut text = String::new();
    while text.chars().count() < characters {
        text.push_str(dice.pick(&WORDS));
        text.push(' ');
    }
    let cut: String = text.chars().take(characters).collect();
    cut.trim().to_owned()
}

pub fn line(dice: &mut Dice) -> Line {
    let length = 10 + dice.below(60);
    Line::parse(&prose(dice, length)).unwrap()
}

fn any<T: Copy>(dice: &mut Dice, count: usize, mut all: impl Iterator<Item = T>) -> T {
    all.nth(dice.below(count)).unwrap()
}

fn naming<T>(dice: &mut Dice, known: T, own: Option<WordId>) -> Naming<T> {
    match (dice.below(12), own) {
        (0, Some(own)) => Naming::Own(own),
        (1, _) => Naming::Unknown("not-in-this-vocabulary".into()),
        _ => Naming::Known(known),
    }
}

pub fn add_item(dice: &mut Dice, moment: &mut Moment, own: Option<WordId>) {
    match dice.below(8) {
        0..=2 => {
            let known = any(dice, Feeling::all().len(), Feeling::all());
            let about = match moment.items.first() {
                Some(item) if dice.one_in(5) => About::Item(item.id()),
                _ => About::Moment,
            };
            let feeling = naming(dice, known, own);
            let id = moment.feel(feeling, about);
            if let Some(Item::Felt(felt)) = moment.item_mut(id) {
                felt.strength = Strength::new(dice.below(6) as u8);
                felt.known_by = dice.pick(&KnownBy::ALL);
            }
        }
        3..=5 => {
            let known = any(dice, Need::all().len(), Need::all());
            let need = naming(dice, known, own);
            let id = moment.mark_need(need, Standing::SAID[dice.below(3)]);
            if let Some(Item::Need(mark)) = moment.item_mut(id) {
                mark.hands = (!dice.one_in(3)).then(|| dice.pick(&Hands::ALL));
                mark.known_by = dice.pick(&KnownBy::ALL);
            }
        }
        6 => {
            let known = any(dice, Judgement::all().len(), Judgement::all());
            let judgement = naming(dice, known, None);
            moment.hear(judgement);
        }
        _ if dice.one_in(2) => _ = moment.add_behaviour(line(dice)),
        _ => {
            let id = moment.add_choice(line(dice));
            for _ in 0..dice.below(4) {
                affect(dice, moment, id, own);
            }
        }
    }
}

fn affect(dice: &mut Dice, moment: &mut Moment, id: ItemId, own: Option<WordId>) {
    let known = any(dice, Need::all().len(), Need::all());
    let need = naming(dice, known, own);
    if let Some(Item::Choice(choice)) = moment.item_mut(id) {
        let kind = dice.pick(&[Some(EffectKind::Serves), Some(EffectKind::Costs), None]);
        choice.affect(need, kind);
        if let Some(effect) = choice.effects.first_mut() {
            effect.turned_out = effect.turned_out.turned();
        }
    }
}

/// Says something of the first choice there is, or adds one.
fn change_effect(dice: &mut Dice, moment: &mut Moment) {
    let choice = moment.items.iter().find(|item| matches!(item, Item::Choice(_)));
    let id = match choice.map(Item::id) {
        Some(id) => id,
        None => moment.add_choice(line(dice)),
    };
    affect(dice, moment, id, None);
}

pub fn answer(dice: &mut Dice, own: Option<WordId>) -> CoreNeed {
    let known = any(dice, Need::all().len(), Need::all());
    CoreNeed {
        need: naming(dice, known, own),
        answer: dice.pick(&Answer::ALL),
        day: Day::from_number(20_000 + dice.below(500) as i32).unwrap(),
        traces: dice.below(300) as u32,
    }
}

pub fn moment(dice: &mut Dice, own: Option<WordId>) -> Moment {
    let mut moment = Moment::new(MomentId(dice.id()));
    moment.label = (!dice.one_in(3)).then(|| line(dice));
    moment.area = match dice.below(6) {
        0 => None,
        1 => Some(AreaName::Unknown("an-area-to-come".into())),
        _ => Some(AreaName::Known(any(dice, Area::all().len(), Area::all()))),
    };
    moment.hands = (!dice.one_in(2)).then(|| dice.pick(&Hands::ALL));
    for _ in 0..dice.below(6) {
        add_item(dice, &mut moment, own);
    }
    if dice.one_in(4) {
        moment.dismiss(any(dice, Need::all().len(), Need::all()));
        moment.dismissed.push(Listed::Unknown("a-need-to-come".into()));
    }
    moment
}

pub fn add_session(
    dice: &mut Dice,
    journal: &mut Journal,
    moments: usize,
    note: usize,
) -> SessionId {
    let id = SessionId(dice.id());
    let own = journal.person.own_words.first().map(|word| word.id);
    journal.begin_session(id, Day::from_number(20_000 + dice.below(500) as i32).unwrap());
    let made: Vec<_> = (0..moments).map(|_| Arc::new(moment(dice, own))).collect();
    let reflection = Note::parse(&prose(dice, note)).unwrap();
    let record = Note::parse(&prose(dice, note / 3)).unwrap();
    journal.change_session(id, |session| {
        session.moments = made;
        session.reflection = reflection;
        session.record = record;
        worksheet(&mut Dice::new(u64::from_be_bytes(id.0)), session, note);
    });
    id
}

pub fn person(dice: &mut Dice, kind: Kind) -> Person {
    let id = PersonId(dice.id());
    let code = format!("K-{:06x}", dice.below(1 << 24));
    let mut person = Person::new(id, kind, person::Code::parse(&code).unwrap());
    person.set_aside = dice.one_in(4);
    let kin = Listed::Known(any(dice, Family::all().len(), Family::all()));
    let kinds = [
        OwnWordKind::Feeling(None),
        OwnWordKind::Feeling(Some(kin)),
        OwnWordKind::Feeling(Some(Listed::Unknown("a-family-to-come".into()))),
        OwnWordKind::Need(None),
        OwnWordKind::Need(Some(Listed::Known(any(dice, Need::all().len(), Need::all())))),
    ];
    for kind in kinds.into_iter().take(dice.below(6)) {
        let text = person::OwnText::parse(&prose(dice, 12)).unwrap();
        person.own_words.push(OwnWord { id: WordId(dice.id()), text, kind });
    }
    person
}

/// `people` with `sessions` each, of `moments` each, with a reflection of `note` characters.
pub fn cabinet(seed: u64, people: usize, sessions: usize, moments: usize, note: usize) -> Cabinet {
    let mut dice = Dice::new(seed);
    let mut cabinet = Cabinet::default();
    for number in 0..people {
        let kind = [Kind::Client, Kind::Me, Kind::Participant][number % 3];
        let mut journal = Journal::new(person(&mut dice, kind));
        let own = journal.person.own_words.first().map(|word| word.id);
        for _ in 0..dice.below(4) {
            journal.answer(answer(&mut dice, own));
        }
        agree(&mut Dice::new(u64::from_be_bytes(journal.person.id.0)), &mut journal);
        for _ in 0..sessions {
            add_session(&mut dice, &mut journal, moments, note);
        }
        cabinet.journals.push(Arc::new(journal));
    }
    if let Some(journal) = cabinet.journals.first() {
        let open = journal.sessions.first().map(|session| (journal.person.id, session.id));
        let pointer = Note::parse("Ask me; or ring the practice.\n☎ 0123").unwrap();
        cabinet.settings = Arc::new(Settings { theme: Theme::Dark, pointer, open });
    }
    cabinet
}

/// One random command, as a person could give it.
pub fn change(dice: &mut Dice, cabinet: &mut Cabinet) {
    // Dice of their own, so that what they draw leaves the rest as it is.
    let mut own = Dice::new(dice.next());
    if own.one_in(4) {
        return change_together(&mut own, cabinet);
    }
    let people: Vec<PersonId> = cabinet.people().map(|person| person.id).collect();
    if people.is_empty() || dice.one_in(15) {
        let journal = Journal::new(person(dice, Kind::Client));
        cabinet.journals.push(Arc::new(journal));
        return;
    }
    let who = dice.pick(&people);
    match dice.below(12) {
        0 => cabinet.journals.retain(|journal| journal.person.id != who || people.len() < 2),
        1 => cabinet.settings = Arc::new(Settings { theme: Theme::Light, ..Settings::default() }),
        2 => cabinet.journals.rotate_left(1),
        _ => _ = cabinet.change_journal(who, |journal| change_journal(dice, journal)),
    }
}

fn change_journal(dice: &mut Dice, journal: &mut Journal) {
    if journal.sessions.is_empty() || dice.one_in(5) {
        let note = dice.below(600);
        let moments = dice.below(5);
        add_session(dice, journal, moments, note);
        return;
    }
    let at = dice.below(journal.sessions.len());
    let id = journal.sessions[at].id;
    match dice.below(10) {
        0 => _ = journal.remove_session(id),
        8 => journal.answer(answer(dice, None)),
        7 if dice.one_in(2) => agree(dice, journal),
        9 if dice.one_in(2) => {
            let last = journal.core_needs.last().map(|it| it.need.clone());
            last.iter().for_each(|need| journal.take_back_answer(need));
        }
        1 => Arc::make_mut(&mut journal.person).set_aside ^= true,
        _ => _ = journal.change_session(id, |session| change_session(dice, session)),
    }
}

fn change_session(dice: &mut Dice, session: &mut Session) {
    if session.moments.is_empty() || dice.one_in(4) {
        session.moments.push(Arc::new(moment(dice, None)));
        return;
    }
    let at = dice.below(session.moments.len());
    let id = session.moments[at].id;
    match dice.below(8) {
        0 => _ = session.moments.remove(at),
        7 => _ = session.change_moment(id, |moment| change_effect(dice, moment)),
        1 => _ = session.shift_moment(id, dice.below(5) as isize - 2),
        2 => session.reflection = Note::parse(&prose(dice, 200)).unwrap(),
        3 => change_texts(dice, session),
        4 => session.day = session.day.plus(1),
        _ => _ = session.change_moment(id, |moment| add_item(dice, moment, None)),
    }
}
