//! The question about a need that keeps coming back, in words: where, how often, and whether anyone has named it.
//! Never decides which need is asked about.

use crate::i18n::{fill, more};
use crate::insight::evidence::{Evidence, Naming};
use crate::screen::wording::join_text;
use crate::writing::words::place_inside;

/// More areas would be a list, not a sentence; the rest stand below it.
const MOST_PLACES: usize = 3;

/// "Control comes up at work and with your partner, in four of five sessions, though nobody has named it yet. Does that
/// ring true?"
pub(super) fn question_text(need: &str, evidence: &Evidence) -> String {
    let texts = &more().core_needs;
    let naming = match evidence.naming {
        Naming::NotYet => texts.not_named,
        Naming::OnlyGuessed => texts.only_guessed,
        Naming::Named => "",
    };
    let places = places_text(evidence);
    let template = if places.is_empty() { texts.comes_up_nowhere } else { texts.comes_up };
    let values = [
        ("need", need),
        ("places", &*places),
        ("sessions", &*sessions_text(evidence)),
        ("naming", naming),
    ];
    fill(template, &values)
}

/// "at work, with your partner and at home"; empty where no area was said.
pub(super) fn places_text(evidence: &Evidence) -> String {
    let places = evidence.areas.iter().take(MOST_PLACES).map(|(area, _)| place_inside(area));
    join_text(places.collect())
}

/// "in four of five sessions".
pub(super) fn sessions_text(evidence: &Evidence) -> String {
    let texts = &more().core_needs;
    let (some, all) = (evidence.sessions.len(), evidence.of_sessions);
    let template = match all {
        ..=1 => texts.in_one,
        _ if some == all => texts.in_all,
        _ => texts.in_some,
    };
    fill(template, &[("some", &*number_text(some)), ("all", &*number_text(all))])
}

fn number_text(number: usize) -> String {
    let words = more().core_needs.numbers.split(' ').nth(number.wrapping_sub(1));
    words.map_or_else(|| number.to_string(), str::to_string)
}
