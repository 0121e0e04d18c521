//! Texts of finding again what was noted, in British English.
//! Shapes are in `i18n::find`.

use crate::i18n::Find;

pub const FIND: Find = Find {
    title: "Find again",
    door: "Find something that was noted",
    field: "Find",
    hint: "A word or a few, in any order",
    within: "Look in",
    this_person: "This person",
    mine: "My own",
    everyone: "Everyone",
    can_be_found: "Moments by their names, feelings, needs, judgements, areas, things done and choices, and all texts of a session.",
    no_texts: "The texts of a session belong to no area: they are left out while one is chosen.",
    none: "Nothing noted holds all of this. A shorter piece of a word may find it.",
    none_here: "Nothing here holds all of this. A shorter piece of a word, or a longer period, may find it.",
    found_one: "{count} place",
    found_other: "{count} places",
    found_many: "{count} places, the newest first. Another word narrows them.",
    label: "Moment",
    feeling: "Feeling",
    need: "Need",
    judgement: "Heard",
    behaviour: "Did",
    choice: "Choosing",
    area: "Area",
    summary: "In a few sentences",
    observation: "Observed",
    intervention: "Offered",
    modality: "How we met",
    attendance: "Attendance",
    amendment: "Added later",
};
