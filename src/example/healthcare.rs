//! The healthcare worker who loves the work and hates the hospital: respect and security unmet, policies in nobody's reach.
//! Never names the need that the helplessness points at: that is for the person to find.

use super::draft::{Case, came_up};
use crate::domain::Hands::{Influence, Mine, NotMine};
use crate::domain::KnownBy::{Confirmed, Guessed, Seen};
use crate::domain::Standing::{Met, NotSaid};
use crate::domain::{Day, Journal};
use crate::i18n::{ExampleHealthcare, more};

pub fn journal(today: Day) -> Option<Journal> {
    let text = &more().example_healthcare;
    let mut worker = Case::new(2);
    love_and_hate(&mut worker, today.plus(-126), text);
    a_policy(&mut worker, today.plus(-98), text);
    a_contract(&mut worker, today.plus(-70), text);
    it_comes_home(&mut worker, today.plus(-42), text);
    the_same_elsewhere(&mut worker, today.plus(-14), text);
    worker.journal(text.code)
}

fn love_and_hate(worker: &mut Case, day: Day, text: &ExampleHealthcare) {
    let bedside = came_up(text.bedside, "area-work")
        .felt("love-for-work", 5)
        .felt("fulfilled", 4)
        .met("making-a-difference")
        .in_hands(Mine)
        .met("competence")
        .in_hands(Mine);
    let building = came_up(text.building, "area-work")
        .felt("hate-for-workplace", 4)
        .felt("tense", 0)
        .known(Seen)
        .unmet("respect")
        .did(text.building_did);
    let moments = vec![bedside, building];
    worker.session(day, moments, text.first_reflection, text.first_record);
}

fn a_policy(worker: &mut Case, day: Day, text: &ExampleHealthcare) {
    let staffing = came_up(text.staffing, "area-work")
        .all_in_hands(NotMine)
        .felt("helpless", 5)
        .felt("angry", 3)
        .felt_about_that("guilty", 2)
        .heard("unheard")
        .unmet("respect")
        .unmet("security")
        .in_hands(NotMine)
        .did(text.staffing_did)
        .felt_about_that("ashamed", 3);
    let thanks = came_up(text.thanks, "area-work")
        .felt("moved", 4)
        .known(Seen)
        .felt("grateful", 4)
        .met("appreciation")
        .met("making-a-difference");
    let moments = vec![staffing, thanks];
    worker.session(day, moments, text.second_reflection, text.second_record);
}

fn a_contract(worker: &mut Case, day: Day, text: &ExampleHealthcare) {
    let contract = came_up(text.contract, "area-money")
        .all_in_hands(NotMine)
        .felt("worried", 4)
        .partly("financial-security")
        .unmet("security")
        .in_hands(NotMine)
        .choice(text.contract_choice)
        .serving("security", NotSaid);
    let called_in = came_up(text.called_in, "area-family")
        .felt("exhausted", 4)
        .felt("resentful", 3)
        .felt("guilty", 0)
        .known(Guessed)
        .unmet("rest")
        .unmet("boundaries")
        .in_hands(Influence)
        .did(text.called_in_did)
        .choice(text.called_in_choice)
        .serving("rest", Met)
        .costing("consideration");
    let moments = vec![contract, called_in];
    worker.session(day, moments, text.third_reflection, text.third_record);
}

fn it_comes_home(worker: &mut Case, day: Day, text: &ExampleHealthcare) {
    let meeting = came_up(text.meeting, "area-work")
        .all_in_hands(NotMine)
        .felt("helpless", 4)
        .felt("cynical", 3)
        .known(Confirmed)
        .heard("unimportant")
        .unmet("respect")
        .did(text.meeting_did);
    let teaching = came_up(text.teaching, "area-work")
        .felt("capable", 4)
        .felt("warm", 3)
        .met("competence")
        .met("making-a-difference")
        .in_hands(Mine);
    let washing_up = came_up(text.washing_up, "area-partner")
        .felt("irritable", 4)
        .partly("closeness")
        .in_hands(Mine)
        .did(text.washing_up_did)
        .felt_about_that("guilty", 3);
    let moments = vec![meeting, teaching, washing_up];
    worker.session(day, moments, text.fourth_reflection, text.fourth_record);
}

fn the_same_elsewhere(worker: &mut Case, day: Day, text: &ExampleHealthcare) {
    let holiday = came_up(text.holiday, "area-family")
        .all_in_hands(Influence)
        .felt("frustrated", 3)
        .felt("helpless", 3)
        .known(Guessed)
        .unmet("consideration")
        .did(text.holiday_did);
    let corridor = came_up(text.corridor, "area-work")
        .felt("love-for-work", 4)
        .felt("torn", 3)
        .met("making-a-difference")
        .unmet("respect")
        .unmet("security")
        .choice(text.corridor_choice);
    let moments = vec![holiday, corridor];
    worker.session(day, moments, text.fifth_reflection, text.fifth_record);
}
