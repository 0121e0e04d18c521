//! What the worksheet brings to a journal, drawn: sheets, summaries, what was received, days to review by, invitations.
//! Never draws from the dice of what was there before it, so that this is drawn as ever.

use std::sync::Arc;

use attune::domain::*;
use attune::vocabulary::{Area, Need};

use super::{Dice, any, line, prose};

/// What the worksheet brings to a session. Dice of its own: what was drawn before it was thought of is drawn as ever.
pub(super) fn worksheet(dice: &mut Dice, session: &mut Session, note: usize) {
    if dice.one_in(3) {
        session.summary = Note::parse(&prose(dice, note / 4)).unwrap();
    }
    if dice.one_in(3) {
        session.sheet = Arc::new(sheet(dice, note / 4));
    }
    if dice.one_in(5) {
        let day = session.day.plus(dice.below(9) as i32);
        session.received = Some(Received { handover: HandoverId(dice.id()), day });
    }
}

/// With texts of at most `note` characters, and a few more for what is added to it.
pub fn sheet(dice: &mut Dice, note: usize) -> RecordSheet {
    let mut sheet = RecordSheet { form: dice.pick(&RecordForm::ALL), ..RecordSheet::default() };
    let text = |dice: &mut Dice| {
        let length = dice.below(note + 1);
        Note::parse(&prose(dice, length)).unwrap()
    };
    (sheet.observation, sheet.intervention) = (text(dice), text(dice));
    sheet.time = TimeOfDay::from_minutes(dice.below(2_000) as u16);
    sheet.length = Minutes::new(dice.below(120) as u16);
    sheet.modality = dice.one_in(2).then(|| line(dice));
    sheet.attendance = dice.one_in(2).then(|| line(dice));
    for _ in 0..dice.below(3) {
        add_amendment(dice, &mut sheet);
    }
    sheet
}

fn add_amendment(dice: &mut Dice, sheet: &mut RecordSheet) {
    let day = Day::from_number(20_000 + dice.below(500) as i32).unwrap();
    sheet.locked = sheet.locked.or(Some(day));
    sheet.amendments.push(Amendment { day, text: Note::parse(line(dice).as_str()).unwrap() });
}

pub fn invitation(dice: &mut Dice) -> Arc<Invitation> {
    let mut key = || std::array::from_fn(|_| dice.below(256) as u8);
    let (secret, public) = (SecretKey::written(key()), PublicKey(key()));
    let made_on = Day::from_number(20_000 + dice.below(500) as i32).unwrap();
    let need = |dice: &mut Dice| match dice.one_in(5) {
        true => Listed::Unknown("a-need-to-come".into()),
        false => Listed::Known(any(dice, Need::all().len(), Need::all())),
    };
    let ask = |dice: &mut Dice| match dice.below(3) {
        0 => Ask::Area(Listed::Known(any(dice, Area::all().len(), Area::all()))),
        1 => Ask::Need(need(dice)),
        _ => Ask::Question(need(dice)),
    };
    let asks = (0..dice.below(5)).map(|_| ask(dice)).collect();
    Arc::new(Invitation { secret, public, made_on, asks })
}

/// A day to review by, an invitation, or neither any more.
pub(super) fn agree(dice: &mut Dice, journal: &mut Journal) {
    let day = Day::from_number(20_000 + dice.below(500) as i32).unwrap();
    journal.review_by = dice.one_in(3).then_some(day);
    journal.invitation = dice.one_in(3).then(|| invitation(dice));
}

pub(super) fn change_texts(dice: &mut Dice, session: &mut Session) {
    let text = |dice: &mut Dice| Note::parse(&prose(dice, 40)).unwrap();
    match dice.below(6) {
        0 => session.record = Note::default(),
        1 => session.summary = text(dice),
        2 => session.summary = Note::default(),
        3 => session.sheet = Arc::default(),
        4 => add_amendment(dice, Arc::make_mut(&mut session.sheet)),
        _ => session.sheet = Arc::new(sheet(dice, 40)),
    }
}

/// The same without what came with the worksheet and after it: sheets, summaries, what was received, days to review by,
/// invitations, conversations, changes.
pub fn plain(mut cabinet: Cabinet) -> Cabinet {
    (cabinet.conversations, cabinet.changes) = (Vec::new(), Vec::new());
    for journal in &mut cabinet.journals {
        let journal = Arc::make_mut(journal);
        (journal.review_by, journal.invitation) = (None, None);
        for session in journal.sessions.iter_mut().map(Arc::make_mut) {
            (session.sheet, session.summary) = (Arc::default(), Note::default());
            session.received = None;
        }
    }
    cabinet
}
