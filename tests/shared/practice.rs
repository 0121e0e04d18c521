//! A practice of many years, from a seed: its people, sessions, what was caught, and reflections that pack as prose does.
//! Never anyone's notes: the words are made up, syllable by syllable.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::*;
use attune::vocabulary::{Area, Feeling, Judgement, Need};

use crate::dice::Dice;

/// In characters.
const REFLECTION: usize = 400;
/// So many words have a pen; the first are written often, the last hardly ever.
const WORDS: usize = 20_000;
const BEGINNINGS: [&str; 32] = [
    "b", "br", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "st", "t", "th", "v", "w",
    "wh", "", "bl", "cl", "dr", "fr", "gr", "j", "k", "pl", "pr", "qu", "sh", "tr",
];
const MIDDLES: [&str; 12] = ["a", "e", "i", "o", "u", "ea", "ou", "ai", "oo", "ie", "ee", "au"];
const ENDINGS: [&str; 20] = [
    "", "", "", "n", "r", "s", "t", "nd", "ng", "ll", "ck", "d", "m", "st", "ly", "ed", "er", "y",
    "ght", "p",
];

/// A pen with words of its own.
pub struct Pen {
    words: Vec<String>,
}

impl Pen {
    pub fn new(dice: &mut Dice) -> Pen {
        // What is written often is short, in every language.
        let word = |place: usize| {
            let syllables = 1 + usize::from(place > 20) + usize::from(place > 300);
            (0..syllables).map(|_| syllable(dice)).collect()
        };
        Pen { words: (0..WORDS).map(word).collect() }
    }

    /// Sentences, cut at so many characters.
    pub fn write(&self, dice: &mut Dice, characters: usize) -> String {
        let mut text = String::new();
        while text.len() < characters {
            let length = 5 + dice.below(14);
            let words: Vec<&str> = (0..length).map(|_| self.word(dice)).collect();
            let mut sentence = words.join(if dice.one_in(9) { ", " } else { " " });
            sentence[..1].make_ascii_uppercase();
            text += &sentence;
            text += ". ";
        }
        text.truncate(characters);
        text.trim().to_owned()
    }

    /// Nearly as Zipf found; a little more even, for names and numbers.
    fn word(&self, dice: &mut Dice) -> &str {
        &self.words[early(dice, WORDS, 0.75)]
    }
}

fn syllable(dice: &mut Dice) -> String {
    [dice.pick(&BEGINNINGS), dice.pick(&MIDDLES), dice.pick(&ENDINGS)].concat()
}

/// So many people with so many sessions each, every twelfth day or so.
pub fn practice(seed: u64, people: usize, sessions: usize) -> Cabinet {
    let mut dice = Dice::new(seed);
    let pen = Pen::new(&mut dice);
    let mut cabinet = Cabinet::default();
    for number in 0..people {
        let code = person::Code::parse(&format!("Client {}", number + 1)).unwrap();
        let mut journal = Journal::new(Person::new(PersonId(dice.id()), Kind::Client, code));
        let usual = Usual::draw(&mut dice);
        let first = 16_800 + dice.below(12) as i32;
        for at in 0..sessions {
            let day = Day::from_number(first + at as i32 * 12).unwrap();
            add_session(&mut dice, &pen, &usual, &mut journal, day);
        }
        cabinet.journals.push(Arc::new(journal));
    }
    cabinet
}

/// One person who has come for many years, with some five moments a session and everything in them that can be caught.
pub fn one_person(seed: u64, sessions: usize) -> Cabinet {
    let mut dice = Dice::new(seed);
    let pen = Pen::new(&mut dice);
    let code = person::Code::parse("Client 1").unwrap();
    let mut journal = Journal::new(Person::new(PersonId(dice.id()), Kind::Client, code));
    let usual = Usual::draw(&mut dice);
    for at in 0..sessions {
        let day = Day::from_number(13_000 + at as i32 * 6).unwrap();
        let id = SessionId(dice.id());
        journal.begin_session(id, day);
        let count = 3 + dice.below(5);
        let moments = (0..count).map(|_| full_moment(&mut dice, &pen, &usual).into()).collect();
        let reflection = Note::parse(&pen.write(&mut dice, REFLECTION)).unwrap();
        journal.change_session(id, |session| {
            session.moments = moments;
            session.reflection = reflection;
        });
    }
    Cabinet { journals: vec![journal.into()], ..Cabinet::default() }
}

/// What was felt and needed, and now and then what was heard, done and chosen.
fn full_moment(dice: &mut Dice, pen: &Pen, often: &Usual) -> Moment {
    let mut moment = moment(dice, pen, often);
    feel(dice, &mut moment, often);
    if dice.one_in(2) {
        mark(dice, &mut moment, often);
    }
    if dice.one_in(4) {
        moment.hear(Naming::Known(usual(dice, &often.judgements)));
    }
    if dice.one_in(3) {
        let line = line(dice, pen);
        moment.add_behaviour(line);
    }
    if dice.one_in(3) {
        choose(dice, pen, often, &mut moment);
    }
    moment
}

/// A choice for a need or two, and for some of them how it turned out.
fn choose(dice: &mut Dice, pen: &Pen, often: &Usual, moment: &mut Moment) {
    let id = moment.add_choice(line(dice, pen));
    if let Some(Item::Choice(choice)) = moment.item_mut(id) {
        for _ in 0..1 + dice.below(2) {
            let need = Naming::Known(usual(dice, &often.needs));
            let kind = dice.pick(&[EffectKind::Serves, EffectKind::Costs]);
            choice.affect(need.clone(), Some(kind));
            if dice.one_in(2) {
                choice.turn_out(&need, dice.pick(&Standing::SAID));
            }
        }
    }
}

fn line(dice: &mut Dice, pen: &Pen) -> Line {
    let length = 15 + dice.below(45);
    Line::parse(pen.write(dice, length).trim_end_matches('.')).unwrap()
}

/// What comes up with one person: each has words of their own, and the first of them come up most.
struct Usual {
    areas: Vec<Area>,
    feelings: Vec<Feeling>,
    needs: Vec<Need>,
    judgements: Vec<Judgement>,
}

impl Usual {
    fn draw(dice: &mut Dice) -> Usual {
        Usual {
            areas: shuffled(dice, Area::all()),
            feelings: shuffled(dice, Feeling::all()),
            needs: shuffled(dice, Need::all()),
            // Drawn from dice of their own: what is drawn after them stays what it was.
            judgements: shuffled(&mut Dice::new(1), Judgement::all()),
        }
    }
}

fn shuffled<T>(dice: &mut Dice, all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    for at in (1..all.len()).rev() {
        all.swap(at, dice.below(at + 1));
    }
    all
}

fn add_session(dice: &mut Dice, pen: &Pen, usual: &Usual, journal: &mut Journal, day: Day) {
    let id = SessionId(dice.id());
    journal.begin_session(id, day);
    let moments: Vec<_> =
        (0..1 + usize::from(dice.one_in(3))).map(|_| Arc::new(moment(dice, pen, usual))).collect();
    let reflection = Note::parse(&pen.write(dice, REFLECTION)).unwrap();
    journal.change_session(id, |session| {
        session.moments = moments;
        session.reflection = reflection;
    });
}

fn moment(dice: &mut Dice, pen: &Pen, often: &Usual) -> Moment {
    let mut moment = Moment::new(MomentId(dice.id()));
    let length = 15 + dice.below(45);
    moment.label =
        dice.one_in(5).then(|| Line::parse(pen.write(dice, length).trim_end_matches('.')).unwrap());
    moment.area = Some(AreaName::Known(usual(dice, &often.areas)));
    for _ in 0..1 + dice.below(4) + usize::from(dice.one_in(14)) {
        if dice.one_in(2) {
            feel(dice, &mut moment, often);
        } else {
            mark(dice, &mut moment, often);
        }
    }
    moment
}

fn feel(dice: &mut Dice, moment: &mut Moment, often: &Usual) {
    let feeling = Naming::Known(usual(dice, &often.feelings));
    let id = moment.feel(feeling, About::Moment);
    if let Some(Item::Felt(felt)) = moment.item_mut(id) {
        // Most are caught by a word alone.
        if dice.one_in(2) {
            felt.strength = Strength::new(1 + dice.below(5) as u8);
        }
        if dice.one_in(3) {
            felt.known_by = dice.pick(&KnownBy::ALL);
        }
    }
}

fn mark(dice: &mut Dice, moment: &mut Moment, often: &Usual) {
    let need = Naming::Known(usual(dice, &often.needs));
    let id = moment.mark_need(need, Standing::SAID[dice.below(3)]);
    if let Some(Item::Need(mark)) = moment.item_mut(id) {
        mark.hands = dice.one_in(2).then(|| dice.pick(&Hands::ALL));
        if dice.one_in(3) {
            mark.known_by = dice.pick(&KnownBy::ALL);
        }
    }
}

/// A place in a list, the further back the more seldom: `evenness` 1 is as Zipf found, less is a little more even.
fn early(dice: &mut Dice, count: usize, evenness: f64) -> usize {
    let share = dice.below(1 << 20) as f64 / f64::from(1 << 20);
    (count as f64).powf(share.powf(evenness)) as usize - 1
}

fn usual<T: Copy>(dice: &mut Dice, all: &[T]) -> T {
    all[early(dice, all.len(), 1.0)]
}
