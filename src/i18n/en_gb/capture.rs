//! Texts of the catch line and of the lists and wheel to pick from, in British English.
//! Shapes are in `i18n::capture`.

use crate::i18n::{Capture, Pickers};

pub const CAPTURE: Capture = Capture {
    label: "What comes up?",
    hint: "A feeling, a need, an area, a few words",
    feelings: "Feelings",
    needs: "Needs",
    judgements: "Judgements",
    areas: "Areas of life",
    own_words: "In their own words",
    suggested: "Could come next",
    as_label: "as this moment's name",
    as_feeling: "as a feeling",
    as_need: "as a need",
    as_behaviour: "as something done",
    as_choice: "as a choice",
    points_here_one: "{a} points here",
    points_here_two: "{a} and {b} point here",
    found_by: "also {synonym}",
    count_one: "{count} suggestion",
    count_other: "{count} suggestions",
    caught: "{what} is caught",
    next_begun: "A new moment has begun",
    set_strength: "Strength {count}",
    too_long_for_all: "Too long to keep as one line: {has} characters, at most {most}.",
    own: "own word",
};

pub const PICKERS: Pickers = Pickers {
    feelings_open: "Feelings",
    needs_open: "Needs",
    feelings_title: "Find a feeling",
    needs_title: "Find a need",
    as_list: "In families",
    as_wheel: "On a wheel",
    own_feelings: "Own feelings",
    own_needs: "Own needs",
    add_own_feeling: "Add a feeling in their own words",
    add_own_need: "Add a need in their own words",
    kin_family: "Family, if you like",
    kin_need: "Close to, if you like",
    no_kin: "None",
};
