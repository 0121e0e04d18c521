//! Whether one session holds all that another does: the only "older" and "newer" there is without a clock to trust.
//! Never guesses from dates: a device's clock may be wrong by years, and what was taken out leaves no trace.

use std::sync::Arc;

use crate::domain::{
    Choice, Felt, Item, KnownBy, Moment, MomentId, NeedMark, Note, RecordForm, RecordSheet,
    Session, SessionId, Standing,
};

/// Everything of `other` stands in `one`, in its order, perhaps with more between and behind. Bookkeeping does not count:
/// which id the next item gets, and which number of its day the session has.
pub(super) fn holds(one: &Session, other: &Session) -> bool {
    one.day == other.day
        && begins_with(&one.reflection, &other.reflection)
        && begins_with(&one.record, &other.record)
        && (!other.sheet.is_locked() || is_as_locked(one, other))
        && begins_with(&one.summary, &other.summary)
        && holds_sheet(&one.sheet, &other.sheet)
        && is_kept(&one.received, &other.received)
        && hold_moments(&one.moments, &other.moments)
}

fn begins_with(one: &Note, other: &Note) -> bool {
    one.as_str().starts_with(other.as_str())
}

/// The form that every record has at first says nothing. In which order amendments came does. What was locked is held only by
/// the same: one in which it goes on stands beside it, as what was written on another device.
fn holds_sheet(one: &RecordSheet, other: &RecordSheet) -> bool {
    let mut rest = one.amendments.iter();
    (one.form == other.form || other.form == RecordForm::default())
        && begins_with(&one.observation, &other.observation)
        && begins_with(&one.intervention, &other.intervention)
        && is_kept(&one.time, &other.time)
        && is_kept(&one.length, &other.length)
        && is_kept(&one.modality, &other.modality)
        && is_kept(&one.attendance, &other.attendance)
        && is_kept(&one.locked, &other.locked)
        && other.amendments.iter().all(|wanted| rest.any(|it| it == wanted))
}

fn is_as_locked(one: &Session, other: &Session) -> bool {
    let bare =
        |it: &Session| RecordSheet { amendments: Vec::new(), ..RecordSheet::clone(&it.sheet) };
    one.record == other.record && bare(one) == bare(other)
}

fn hold_moments(all: &[Arc<Moment>], others: &[Arc<Moment>]) -> bool {
    let mut rest = all.iter();
    others.iter().all(|wanted| {
        rest.any(|moment| {
            moment.id == wanted.id && (Arc::ptr_eq(moment, wanted) || holds_moment(moment, wanted))
        })
    })
}

fn holds_moment(one: &Moment, other: &Moment) -> bool {
    let mut rest = one.items.iter();
    is_kept(&one.label, &other.label)
        && is_kept(&one.area, &other.area)
        && is_kept(&one.hands, &other.hands)
        && other.items.iter().all(|wanted| rest.any(|item| holds_item(item, wanted)))
        && other.dismissed.iter().all(|need| one.dismissed.contains(need))
}

fn holds_item(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Felt(one), Item::Felt(other)) => holds_felt(one, other),
        (Item::Need(one), Item::Need(other)) => holds_mark(one, other),
        (Item::Choice(one), Item::Choice(other)) => holds_choice(one, other),
        // The rest has no part that could be said later.
        _ => one == other,
    }
}

fn holds_felt(one: &Felt, other: &Felt) -> bool {
    one.id == other.id
        && one.feeling == other.feeling
        && one.about == other.about
        && is_kept(&one.strength, &other.strength)
        && holds_known_by(one.known_by, other.known_by)
}

fn holds_mark(one: &NeedMark, other: &NeedMark) -> bool {
    one.id == other.id
        && one.need == other.need
        && holds_standing(one.standing, other.standing)
        && is_kept(&one.hands, &other.hands)
        && holds_known_by(one.known_by, other.known_by)
}

/// In which order effects were said is no difference.
fn holds_choice(one: &Choice, other: &Choice) -> bool {
    one.id == other.id
        && one.text == other.text
        && other.effects.iter().all(|wanted| {
            one.effect(&wanted.need).is_some_and(|effect| {
                effect.kind == wanted.kind && holds_standing(effect.turned_out, wanted.turned_out)
            })
        })
}

fn holds_standing(one: Standing, other: Standing) -> bool {
    one == other || other == Standing::NotSaid
}

/// A guess that was confirmed still says that it was a guess.
fn holds_known_by(one: KnownBy, other: KnownBy) -> bool {
    one == other || (one, other) == (KnownBy::Confirmed, KnownBy::Guessed)
}

fn is_kept<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
    other.is_none() || one == other
}

/// The id of the moment that marks a session as the file's side of `session`, kept beside what was here. Made from the
/// session's own id, so that the next merge knows it again, on this device and on any other.
pub(super) fn mark_of(session: SessionId) -> MomentId {
    MomentId(session.0)
}

/// Whether `one` is another session that holds all of `other`, and is that by no accident: it bears the mark, or moments
/// that both have. Two sessions of the same two words are not one.
pub(super) fn is_kept_in(one: &Session, other: &Session) -> bool {
    let is_kin = !other.moments.is_empty() || one.moment(mark_of(other.id)).is_some();
    one.id != other.id && is_kin && holds(one, other)
}

/// The session without its marks; `None` where it has none. A mark that a person has written into is a moment like others.
pub(super) fn without_marks(
    session: &Session,
    is_session: impl Fn(SessionId) -> bool,
) -> Option<Session> {
    let is_mark = |moment: &Moment| {
        is_session(SessionId(moment.id.0))
            && moment.items.is_empty()
            && moment.area.is_none()
            && moment.hands.is_none()
    };
    if !session.moments.iter().any(|moment| is_mark(moment)) {
        return None;
    }
    let mut bare = session.clone();
    bare.moments.retain(|moment| !is_mark(moment));
    Some(bare)
}
