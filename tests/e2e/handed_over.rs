//! A handover as somebody's device would make it, and as somebody would who means harm; sealed for a key.
//! Holds no promise.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::{
    About, Day, HandoverId, Listed, Moment, MomentId, Naming, Note, PublicKey, SessionId, Standing,
};
use attune::exchange::handover::{HandedBy, HandedSession, Handover, write as write_handover};
use attune::sealed_file::seal_for_key;
use attune::vocabulary::{Area, Feeling, Need};

use crate::support::Outcome;

/// What somebody may write who means harm, or simply another direction.
pub const LABEL: &str = "the <b>ward</b> \u{202e}round";

pub fn found<T>(it: Option<T>) -> Outcome<T> {
    it.ok_or_else(|| "not in the vocabulary".into())
}

fn moment() -> Outcome<Moment> {
    let mut moment = Moment::new(MomentId([1; 8]));
    moment.label = Line::parse(LABEL).ok();
    moment.area = Some(Listed::Known(found(Area::from_id("area-work"))?));
    moment.feel(Naming::Known(found(Feeling::from_id("frustrated"))?), About::Moment);
    moment.mark_need(Naming::Known(found(Need::from_id("competence"))?), Standing::Unmet);
    moment.mark_need(Naming::Known(found(Need::from_id("rest"))?), Standing::Met);
    Ok(moment)
}

/// A handover of two sessions, as a file before it is sealed.
pub fn handover() -> Outcome<Vec<u8>> {
    handover_with("I feel frustrated at work.")
}

pub fn handover_with(summary: &str) -> Outcome<Vec<u8>> {
    let session = |number: u8, day: &str, summary: &str| -> Outcome<HandedSession> {
        let day = found(Day::parse(day))?;
        let summary = found(Note::parse(summary))?;
        let id = SessionId([number; 8]);
        let moments = vec![Arc::new(Moment { id: MomentId([number + 10; 8]), ..moment()? })];
        Ok(HandedSession { id, day, order: number.into(), moments, summary })
    };
    write(
        HandoverId([9; 8]),
        vec![session(1, "2026-03-01", summary)?, session(2, "2026-03-04", "")?],
    )
}

fn write(id: HandoverId, sessions: Vec<HandedSession>) -> Outcome<Vec<u8>> {
    let made_by = Line::parse("Attune").map_err(|_| "a line")?;
    let handover = Handover {
        id,
        made_on: found(Day::parse("2026-03-05"))?,
        made_by,
        from: HandedBy::Person,
        own_words: Vec::new(),
        sessions,
    };
    write_handover(&handover).map_err(|it| format!("{it:?}").into())
}

/// More than anyone picks: so many sessions of so many moments, not sealed.
pub fn endless(sessions: u16, moments: u16) -> Outcome<Vec<u8>> {
    let id = |one: u16, two: u16| {
        let mut id = [0; 8];
        id[..2].copy_from_slice(&one.to_be_bytes());
        id[2..4].copy_from_slice(&two.to_be_bytes());
        id
    };
    let (mut all, like) = (Vec::new(), moment()?);
    for session in 1..=sessions {
        let moment = |at: u16| Arc::new(Moment { id: MomentId(id(session, at)), ..like.clone() });
        let moments = (1..=moments).map(moment).collect();
        let (id, day) = (SessionId(id(session, 0)), found(Day::parse("2026-03-01"))?);
        let summary = Note::default();
        all.push(HandedSession { id, day, order: session.into(), moments, summary });
    }
    write(HandoverId([9; 8]), all)
}

/// One of several people's worksheets, known by its number: competence goes short, rest is met.
pub fn worksheet_for(number: u8, key: &PublicKey) -> Outcome<Vec<u8>> {
    let (id, day) = (SessionId([number; 8]), found(Day::parse("2026-03-01"))?);
    let (moments, summary) = (vec![Arc::new(moment()?)], Note::default());
    let session = HandedSession { id, day, order: 1, moments, summary };
    let handover = write(HandoverId([number; 8]), vec![session])?;
    seal_for_key(&handover, key).map_err(|it| format!("{it:?}").into())
}

pub fn sealed_for(key: &PublicKey) -> Outcome<Vec<u8>> {
    seal_for_key(&handover()?, key).map_err(|it| format!("{it:?}").into())
}
