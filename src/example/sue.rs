//! Sue: a good wage, work that matters, and everything that the long hours cost; arguments, shame, the wish for another job.
//! Never names the one need that shows up everywhere: her feelings point at it, and nobody has said it yet.

use super::draft::{Case, came_up};
use crate::domain::Hands::{Influence, Mine, NotMine};
use crate::domain::KnownBy::{Confirmed, Guessed, Seen};
use crate::domain::Standing::{Met, NotSaid, Partly};
use crate::domain::{Day, Journal, WordId};
use crate::i18n::{ExampleSue, more};

pub fn journal(today: Day) -> Option<Journal> {
    let text = &more().example_sue;
    let mut sue = Case::new(1);
    let treadmill = sue.own_feeling(text.own_feeling, "stress-exhaustion");
    another_job(&mut sue, today.plus(-140), text);
    covering(&mut sue, today.plus(-119), text);
    long_hours(&mut sue, today.plus(-91), text);
    burnout(&mut sue, today.plus(-63), text, treadmill);
    an_offer(&mut sue, today.plus(-35), text);
    the_same_again(&mut sue, today.plus(-7), text);
    sue.journal(text.code)
}

fn another_job(sue: &mut Case, day: Day, text: &ExampleSue) {
    let adverts = came_up(text.adverts, "area-work")
        .felt("restless", 3)
        .felt("exhausted", 4)
        .heard("overworked")
        .did(text.adverts_did)
        .met("making-a-difference")
        .in_hands(Mine)
        .choice(text.adverts_choice)
        .serving("rest", NotSaid)
        .costing("making-a-difference");
    let wage =
        came_up(text.wage, "area-money").felt("secure", 3).met("financial-security").in_hands(Mine);
    let team = came_up(text.team_at_five, "area-work")
        .felt("frustrated", 4)
        .felt("resentful", 3)
        .known(Guessed)
        .unmet("competence")
        .did(text.team_did);
    let moments = vec![adverts, wage, team];
    sue.session(day, moments, text.first_reflection, text.first_record);
}

fn covering(sue: &mut Case, day: Day, text: &ExampleSue) {
    let covering = came_up(text.covering, "area-work")
        .felt("tense", 0)
        .known(Seen)
        .felt("frustrated", 5)
        .unmet("competence")
        .in_hands(Influence)
        .heard("incompetent")
        .did(text.covering_did)
        .felt_about_that("ashamed", 3)
        .choice(text.covering_choice)
        .serving("competence", Partly)
        .costing("rest");
    let useful = came_up(text.useful_project, "area-work")
        .felt("proud", 4)
        .felt("energised", 3)
        .met("making-a-difference")
        .in_hands(Mine)
        .met("purpose");
    sue.session(day, vec![covering, useful], text.second_reflection, text.second_record);
}

fn long_hours(sue: &mut Case, day: Day, text: &ExampleSue) {
    let late = came_up(text.late_home, "area-family")
        .felt("guilty", 4)
        .felt("sad", 0)
        .known(Seen)
        .unmet("love")
        .unmet("joy")
        .in_hands(Influence)
        .did(text.late_home_did)
        .heard("selfish")
        .felt_about_that("ashamed", 4);
    let argument = came_up(text.hours, "area-partner")
        .felt("hurt", 3)
        .felt("angry", 4)
        .felt_about_that("ashamed-of-feelings", 4)
        .heard("taken-for-granted")
        .unmet("relationship-security")
        .in_hands(Influence)
        .unmet("love")
        .did(text.hours_did)
        .choice(text.hours_choice)
        .serving("love", Met)
        .serving("joy", Partly);
    sue.session(day, vec![late, argument], text.third_reflection, text.third_record);
}

fn burnout(sue: &mut Case, day: Day, text: &ExampleSue, treadmill: WordId) {
    let sunday = came_up(text.sunday, "area-work")
        .felt_own(treadmill)
        .felt("dreading", 4)
        .felt("burned-out", 4)
        .felt("helpless", 0)
        .known(Confirmed)
        .unmet("rest")
        .in_hands(Influence)
        .unmet("balance")
        .did(text.sunday_did);
    let loan = came_up(text.loan, "area-money").felt("relieved", 4).met("financial-security");
    let rota = came_up(text.rota, "area-work")
        .all_in_hands(NotMine)
        .felt("frustrated", 3)
        .felt("stuck", 3)
        .heard("let-down")
        .unmet("competence")
        .unmet("cooperation")
        .in_hands(NotMine)
        .did(text.rota_did);
    let moments = vec![sunday, loan, rota];
    sue.session(day, moments, text.fourth_reflection, text.fourth_record);
}

fn an_offer(sue: &mut Case, day: Day, text: &ExampleSue) {
    let weekend = came_up(text.weekend, "area-partner")
        .felt("angry", 3)
        .felt("anxious", 0)
        .known(Seen)
        .heard("excluded")
        .unmet("relationship-security")
        .did(text.weekend_did);
    let walk = came_up(text.walk, "area-children")
        .felt("tender", 4)
        .felt("bittersweet", 2)
        .partly("joy")
        .in_hands(Mine)
        .partly("love");
    let offer = came_up(text.offer, "area-work")
        .felt("torn", 4)
        .felt("hopeful", 2)
        .met("recognition")
        .choice(text.offer_choice);
    let moments = vec![weekend, walk, offer];
    sue.session(day, moments, text.fifth_reflection, text.fifth_record);
}

fn the_same_again(sue: &mut Case, day: Day, text: &ExampleSue) {
    let argument = came_up(text.same_argument, "area-partner")
        .felt("frustrated", 4)
        .felt("helpless", 4)
        .unmet("love")
        .unmet("relationship-security")
        .did(text.same_argument_did)
        .felt_about_that("ashamed", 3);
    let praise = came_up(text.praise, "area-work")
        .felt("bitter", 3)
        .heard("overlooked")
        .unmet("recognition")
        .unmet("competence")
        .met("making-a-difference");
    let kitchen = came_up(text.kitchen, "area-home")
        .felt("out-of-control", 4)
        .known(Confirmed)
        .did(text.kitchen_did)
        .felt_about_that("embarrassed", 2)
        .partly("order")
        .in_hands(Mine);
    let moments = vec![argument, praise, kitchen];
    sue.session(day, moments, text.sixth_reflection, text.sixth_record);
}
