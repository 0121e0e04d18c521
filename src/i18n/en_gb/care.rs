//! What is said beside heavy words: judgements, harm, danger, in British English.
//! Shapes are in `i18n::care`.

use crate::i18n::Care;

pub const CARE: Care = Care {
    heard: "You wrote “{word}”.",
    beneath: "Underneath there may be",
    beneath_need: "and a need for",
    or: "or",
    or_something_else: ", or something else.",
    comma: ", ",
    does_one_fit: "Does one fit?",
    harm: "“{word}” may be exactly what happened. It needs no other name here. Being safe comes first; what would help now?",
    pointer: "This sounds heavy. Someone you trust, a doctor, or the emergency number where you are can be there now.",
    pointer_therapist: "A heavy word stands here. Your own way of looking after safety, a supervisor, and the emergency number where you are come first.",
    region: "Someone to turn to",
};
