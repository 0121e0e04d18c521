//! The numbers that stand for the small values of the domain on the wire, written out one by one.
//! Never derived from the order of a Rust enum: reordering one must not change what a file says.

use super::Unreadable;
use crate::domain::{
    Agreement, Answer, Ask, EffectKind, Hands, IdleTime, Kind, KnownBy, RecordForm, Relation,
    Standing, Theme, TouchKind,
};

/// A number that is not in the table is from a newer Attune.
fn find<T: Copy>(table: &[(u8, T)], number: u8) -> Result<T, Unreadable> {
    let row = table.iter().find(|(known, _)| *known == number);
    row.map(|(_, value)| *value).ok_or(Unreadable::Newer)
}

/// In minutes.
pub(super) fn idle_time(number: u8) -> Result<IdleTime, Unreadable> {
    find(&IdleTime::ALL.map(|it| (it.minutes(), it)), number)
}

pub(super) fn hands(number: u8) -> Result<Option<Hands>, Unreadable> {
    let table =
        [(0, None), (1, Some(Hands::Mine)), (2, Some(Hands::Influence)), (3, Some(Hands::NotMine))];
    find(&table, number)
}

pub(super) fn of_hands(hands: Option<Hands>) -> u8 {
    match hands {
        None => 0,
        Some(Hands::Mine) => 1,
        Some(Hands::Influence) => 2,
        Some(Hands::NotMine) => 3,
    }
}

pub(super) fn standing(number: u8) -> Result<Standing, Unreadable> {
    let table =
        [(0, Standing::NotSaid), (1, Standing::Unmet), (2, Standing::Partly), (3, Standing::Met)];
    find(&table, number)
}

pub(super) fn of_standing(standing: Standing) -> u8 {
    match standing {
        Standing::NotSaid => 0,
        Standing::Unmet => 1,
        Standing::Partly => 2,
        Standing::Met => 3,
    }
}

pub(super) fn effect_kind(number: u8) -> Result<EffectKind, Unreadable> {
    find(&[(1, EffectKind::Serves), (2, EffectKind::Costs)], number)
}

pub(super) fn of_effect_kind(kind: EffectKind) -> u8 {
    match kind {
        EffectKind::Serves => 1,
        EffectKind::Costs => 2,
    }
}

pub(super) fn answer(number: u8) -> Result<Answer, Unreadable> {
    find(&[(1, Answer::RingsTrue), (2, Answer::NotQuite), (3, Answer::Later)], number)
}

pub(super) fn of_answer(answer: Answer) -> u8 {
    match answer {
        Answer::RingsTrue => 1,
        Answer::NotQuite => 2,
        Answer::Later => 3,
    }
}

pub(super) fn record_form(number: u8) -> Result<RecordForm, Unreadable> {
    let table =
        [(1, RecordForm::Dap), (2, RecordForm::Soap), (3, RecordForm::Birp), (4, RecordForm::Girp)];
    find(&table, number)
}

pub(super) fn of_record_form(form: RecordForm) -> u8 {
    match form {
        RecordForm::Dap => 1,
        RecordForm::Soap => 2,
        RecordForm::Birp => 3,
        RecordForm::Girp => 4,
    }
}

pub(super) fn known_by(number: u8) -> Result<KnownBy, Unreadable> {
    let table =
        [(0, KnownBy::Said), (1, KnownBy::Seen), (2, KnownBy::Guessed), (3, KnownBy::Confirmed)];
    find(&table, number)
}

pub(super) fn of_known_by(known_by: KnownBy) -> u8 {
    match known_by {
        KnownBy::Said => 0,
        KnownBy::Seen => 1,
        KnownBy::Guessed => 2,
        KnownBy::Confirmed => 3,
    }
}

pub(super) fn theme(number: u8) -> Result<Theme, Unreadable> {
    find(&[(0, Theme::Device), (1, Theme::Light), (2, Theme::Dark)], number)
}

pub(super) fn of_theme(theme: Theme) -> u8 {
    match theme {
        Theme::Device => 0,
        Theme::Light => 1,
        Theme::Dark => 2,
    }
}

pub(super) fn kind(number: u8) -> Result<Kind, Unreadable> {
    find(&[(1, Kind::Client), (2, Kind::Me), (3, Kind::Participant)], number)
}

pub(super) fn of_kind(kind: Kind) -> u8 {
    match kind {
        Kind::Client => 1,
        Kind::Me => 2,
        Kind::Participant => 3,
    }
}

/// What an ask names.
#[derive(Clone, Copy)]
pub(super) enum AskKind {
    Area,
    Need,
    Question,
}

pub(super) fn ask(number: u8) -> Result<AskKind, Unreadable> {
    find(&[(1, AskKind::Area), (2, AskKind::Need), (3, AskKind::Question)], number)
}

pub(super) fn of_ask(ask: &Ask) -> u8 {
    match ask {
        Ask::Area(_) => 1,
        Ask::Need(_) => 2,
        Ask::Question(_) => 3,
    }
}

pub(super) fn relation(number: u8) -> Result<Option<Relation>, Unreadable> {
    let table = [
        (0, None),
        (1, Some(Relation::EmployeeAndManager)),
        (2, Some(Relation::Colleagues)),
        (3, Some(Relation::Couple)),
        (4, Some(Relation::ParentAndChild)),
        (5, Some(Relation::Team)),
    ];
    find(&table, number)
}

pub(super) fn of_relation(relation: Option<Relation>) -> u8 {
    match relation {
        None => 0,
        Some(Relation::EmployeeAndManager) => 1,
        Some(Relation::Colleagues) => 2,
        Some(Relation::Couple) => 3,
        Some(Relation::ParentAndChild) => 4,
        Some(Relation::Team) => 5,
    }
}

pub(super) fn agreement(number: u8) -> Result<Agreement, Unreadable> {
    let table = [(0, Agreement::NotSaid), (1, Agreement::Agreed), (2, Agreement::NotLikeThis)];
    find(&table, number)
}

pub(super) fn of_agreement(agreement: Agreement) -> u8 {
    match agreement {
        Agreement::NotSaid => 0,
        Agreement::Agreed => 1,
        Agreement::NotLikeThis => 2,
    }
}

pub(super) fn touch_kind(number: u8) -> Result<TouchKind, Unreadable> {
    find(&[(1, TouchKind::Serves), (2, TouchKind::Threatens)], number)
}

pub(super) fn of_touch_kind(kind: TouchKind) -> u8 {
    match kind {
        TouchKind::Serves => 1,
        TouchKind::Threatens => 2,
    }
}
