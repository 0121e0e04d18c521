//! Journals drawn by chance, from numbers that proptest can make small.
//! Holds no promise.

use std::sync::Arc;

use attune::domain::person::{Code, OwnText};
use attune::domain::*;
use attune::vocabulary::{Area, Feeling, Judgement, Need};
use proptest::prelude::*;

/// What a test draws: kept in numbers, so that a failing one is made small.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub day: i32,
    pub moments: Vec<DrawnMoment>,
}

#[derive(Clone, Debug)]
pub struct DrawnMoment {
    pub area: Option<usize>,
    pub feelings: Vec<(usize, usize)>,
    pub judgements: Vec<usize>,
    pub needs: Vec<(usize, usize, usize)>,
    pub denied: Vec<usize>,
}

/// Few of each, so that things come up again.
pub const FEW: usize = 12;

pub fn drawn_moment() -> impl Strategy<Value = DrawnMoment> {
    (
        proptest::option::of(0..4_usize),
        proptest::collection::vec((0..FEW + 1, 0..4_usize), 0..4),
        proptest::collection::vec(0..FEW, 0..2),
        proptest::collection::vec((0..FEW + 1, 0..4_usize, 0..4_usize), 0..3),
        proptest::collection::vec(0..FEW, 0..2),
    )
        .prop_map(|(area, feelings, judgements, needs, denied)| DrawnMoment {
            area,
            feelings,
            judgements,
            needs,
            denied,
        })
}

pub fn drawn_sessions() -> impl Strategy<Value = Vec<Drawn>> {
    let session = (20_000..20_060, proptest::collection::vec(drawn_moment(), 0..4));
    let session = session.prop_map(|(day, moments)| Drawn { day, moments });
    proptest::collection::vec(session, 0..12)
}

/// The last place stands for the person's own word.
pub fn need_word(place: usize) -> NeedWord {
    match Need::all().nth(place * 7) {
        Some(need) if place < FEW => Naming::Known(need),
        _ => Naming::Own(WordId([2; 8])),
    }
}

pub fn feeling_word(place: usize) -> FeelingWord {
    match Feeling::all().nth(place * 18) {
        Some(feeling) if place < FEW => Naming::Known(feeling),
        _ => Naming::Own(WordId([1; 8])),
    }
}

pub fn moment(number: u32, drawn: &DrawnMoment) -> Moment {
    let mut moment = Moment::new(MomentId(id(b'm', number)));
    moment.area = drawn.area.and_then(|at| Area::all().nth(at)).map(Listed::Known);
    for (place, known_by) in &drawn.feelings {
        let id = moment.feel(feeling_word(*place), About::Moment);
        if let Some(Item::Felt(felt)) = moment.item_mut(id) {
            felt.known_by = KnownBy::ALL[*known_by];
        }
    }
    for place in &drawn.judgements {
        let judgement = Judgement::all().nth(place * 8).expect("one of 106");
        moment.hear(Naming::Known(judgement));
    }
    for (place, standing, known_by) in &drawn.needs {
        let standings = [Standing::NotSaid, Standing::Unmet, Standing::Partly, Standing::Met];
        let id = moment.mark_need(need_word(*place), standings[*standing]);
        if let Some(Item::Need(mark)) = moment.item_mut(id) {
            mark.known_by = KnownBy::ALL[*known_by];
        }
    }
    for place in &drawn.denied {
        if let Some(need) = need_word(*place).known() {
            moment.dismiss(need);
        }
    }
    moment
}

pub fn id(kind: u8, number: u32) -> [u8; 8] {
    let [a, b, c, d] = number.to_be_bytes();
    [kind, 0, 0, 0, a, b, c, d]
}

pub fn journal(drawn: &[Drawn]) -> Journal {
    let mut person =
        Person::new(PersonId([9; 8]), Kind::Client, Code::parse("Heron").expect("short"));
    let own = |id, text: &str, kind| OwnWord {
        id: WordId([id; 8]),
        text: OwnText::parse(text).expect("short"),
        kind,
    };
    person.own_words.push(own(1, "on the treadmill", OwnWordKind::Feeling(None)));
    person.own_words.push(own(2, "a door", OwnWordKind::Need(None)));
    let mut journal = Journal::new(person);
    let mut moments = 0;
    for (number, drawn) in drawn.iter().enumerate() {
        let day = Day::from_number(drawn.day).expect("a day");
        let number = number as u32;
        let mut session = Session::new(SessionId(id(b's', number)), number, day);
        for drawn in &drawn.moments {
            moments += 1;
            session.moments.push(Arc::new(moment(moments, drawn)));
        }
        journal.sessions.push(Arc::new(session));
    }
    journal
}
