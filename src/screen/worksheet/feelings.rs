//! What am I feeling? Chips of what is caught, and the words to choose from.
//! Never says that one feeling is better than another.

use leptos::prelude::*;

use super::{view_chips, view_fold, view_question};
use crate::desk::Desk;
use crate::domain::Item;
use crate::i18n::more;
use crate::screen::attune::Current;

pub fn view_feelings(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let is_feeling =
        |item: &Item| matches!(item, Item::Felt(_) | Item::Heard(_) | Item::Behaviour(_));
    view_question(
        worksheet.feeling,
        worksheet.feeling_hint,
        vec![
            view_chips(desk, card, worksheet.feeling, is_feeling),
            view_fold(worksheet.feeling_list, crate::screen::attune::view_feelings),
        ],
    )
}
