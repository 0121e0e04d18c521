//! What a vocabulary must be before it is compiled in; gathers every fault, so that one build shows them all.
//! Writes nothing and ends nothing: the build script does.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::phrase::{first_group, folded};
use super::words::{Entry, Words, read};

/// A definition stands in one line under its word on a phone held upright.
const DEFINITION_CHARACTERS: usize = 90;
/// An entry is a byte at run time, and the count must fit as well.
const ENTRIES_OF_A_KIND: usize = 255;
/// What makes the suggestions worth reading: no need hangs on a single feeling, and each is seen from both sides.
const FEELINGS_FOR_A_NEED: usize = 4;
const UNMET_FEELINGS_FOR_A_NEED: usize = 2;
const MET_FEELINGS_FOR_A_NEED: usize = 1;

/// The vocabulary, or all that is wrong with it: one line per fault, with the id of the entry.
pub fn check(text: &str) -> Result<Words, Vec<String>> {
    let mut faults = Vec::new();
    let words = read(text, &mut faults);
    // Without a sound reading the further checks would only echo what is missing.
    if faults.is_empty() {
        check_ids(&words, &mut faults);
        check_sizes(&words, &mut faults);
        check_choices(&words, &mut faults);
        check_links(&words, &mut faults);
        check_reach(&words, &mut faults);
        check_apart(&words, &mut faults);
        check_danger(&words, &mut faults);
    }
    if faults.is_empty() { Ok(words) } else { Err(faults) }
}

/// `unless` phrases of all groups, folded, in the order in which they are blanked: the most words first.
pub fn unless_longest_first(words: &Words) -> Vec<String> {
    let mut unless: Vec<_> =
        words.dangers.iter().flat_map(|danger| danger_phrases(danger, "unless")).collect();
    unless.sort_by_key(|phrase| Reverse((phrase.split(' ').count(), phrase.chars().count())));
    unless
}

/// One list of a danger, folded: so the page need not fold hundreds of phrases at every pause.
pub fn danger_phrases(danger: &Entry, field: &str) -> Vec<String> {
    danger.list(field).into_iter().map(folded).collect()
}

/// The feelings that list this need.
pub fn feelings_of<'w>(words: &'w Words, need: &'w Entry) -> impl Iterator<Item = &'w Entry> {
    words.feelings.iter().filter(|feeling| feeling.list("needs").contains(&need.id.as_str()))
}

fn check_ids(words: &Words, faults: &mut Vec<String>) {
    let mut seen = BTreeMap::new();
    for entry in words.all() {
        let plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let ends = entry.id.starts_with('-') || entry.id.ends_with('-');
        if entry.id.is_empty() || ends || !entry.id.chars().all(plain) {
            faults.push(entry.fault("an id is lower-case letters, digits and hyphens"));
        }
        if let Some(other) = seen.insert(entry.id.as_str(), entry.kind) {
            faults.push(entry.fault(&format!("the id is already that of a {other}")));
        }
    }
}

fn check_sizes(words: &Words, faults: &mut Vec<String>) {
    for entry in words.all() {
        let characters = entry.text("definition").chars().count();
        if characters > DEFINITION_CHARACTERS {
            let reason =
                format!("definition has {characters} characters, at most {DEFINITION_CHARACTERS}");
            faults.push(entry.fault(&reason));
        }
    }
    for kind in words.kinds() {
        match kind.first() {
            Some(entry) if kind.len() > ENTRIES_OF_A_KIND => {
                faults.push(format!(
                    "there are {} of the kind {}, at most {ENTRIES_OF_A_KIND}",
                    kind.len(),
                    entry.kind
                ));
            }
            _ => {}
        }
    }
}

fn check_choices(words: &Words, faults: &mut Vec<String>) {
    let choices: [(&[Entry], &str, &[&str]); 4] = [
        (&words.families, "tone", &["comfortable", "uncomfortable"]),
        (&words.feelings, "points_to", &["met", "unmet", "either"]),
        (&words.judgements, "about", &["other", "self", "situation"]),
        (&words.judgements, "tone", &["pleasant", "unpleasant"]),
    ];
    for (entries, field, known) in choices {
        for entry in entries.iter().filter(|entry| !known.contains(&entry.text(field))) {
            let reason =
                format!("{field} is \"{}\", not one of {}", entry.text(field), known.join(", "));
            faults.push(entry.fault(&reason));
        }
    }
    for feeling in &words.feelings {
        for field in ["valence", "energy"] {
            if !(-2..=2).contains(&feeling.number(field)) {
                faults.push(
                    feeling.fault(&format!("{field} is {}, not -2 to 2", feeling.number(field))),
                );
            }
        }
    }
}

fn check_links(words: &Words, faults: &mut Vec<String>) {
    let links: [(&[Entry], &str, &[Entry]); 6] = [
        (&words.needs, "group", &words.need_groups),
        (&words.feelings, "family", &words.families),
        (&words.feelings, "needs", &words.needs),
        (&words.feelings, "may_cover", &words.feelings),
        (&words.judgements, "feelings", &words.feelings),
        (&words.judgements, "needs", &words.needs),
    ];
    for (entries, field, targets) in links {
        let known: BTreeSet<_> = targets.iter().map(|target| target.id.as_str()).collect();
        for entry in entries {
            check_links_of(entry, field, &known, faults);
        }
    }
}

fn check_links_of(entry: &Entry, field: &str, known: &BTreeSet<&str>, faults: &mut Vec<String>) {
    let mut linked = entry.list(field);
    linked.extend(Some(entry.text(field)).filter(|text| !text.is_empty()));
    let mut seen = BTreeSet::new();
    for id in linked {
        if !known.contains(id) {
            faults.push(entry.fault(&format!("{field} names \"{id}\", which is not there")));
        }
        if id == entry.id {
            faults.push(entry.fault(&format!("{field} names itself")));
        }
        if !seen.insert(id) {
            faults.push(entry.fault(&format!("{field} names \"{id}\" twice")));
        }
    }
}

fn check_reach(words: &Words, faults: &mut Vec<String>) {
    for need in &words.needs {
        // A feeling that points either way is seen from both sides.
        let count = |standing: &str| {
            feelings_of(words, need)
                .filter(|it| [standing, "either"].contains(&it.text("points_to")))
                .count()
        };
        let counts = [
            ("", feelings_of(words, need).count(), FEELINGS_FOR_A_NEED),
            ("unmet ", count("unmet"), UNMET_FEELINGS_FOR_A_NEED),
            ("met ", count("met"), MET_FEELINGS_FOR_A_NEED),
        ];
        for (which, there, least) in counts.into_iter().filter(|(_, there, least)| there < least) {
            faults.push(
                need.fault(&format!("{which}feelings that reach it: {there}, at least {least}")),
            );
        }
    }
}

fn check_apart(words: &Words, faults: &mut Vec<String>) {
    let mut felt = BTreeMap::new();
    for feeling in &words.feelings {
        felt.extend(feeling.called().into_iter().map(|word| (folded(word), feeling.id.as_str())));
    }
    for judgement in &words.judgements {
        for word in judgement.called() {
            if let Some(feeling) = felt.get(&folded(word)) {
                faults.push(
                    judgement.fault(&format!("\"{word}\" is also the feeling \"{feeling}\"")),
                );
            }
        }
    }
}

fn check_danger(words: &Words, faults: &mut Vec<String>) {
    let unless = unless_longest_first(words);
    let unless: Vec<_> = unless.iter().map(String::as_str).collect();
    let groups: Vec<_> =
        words.dangers.iter().map(|danger| danger_phrases(danger, "phrases")).collect();
    let groups: Vec<Vec<_>> =
        groups.iter().map(|group| group.iter().map(String::as_str).collect()).collect();
    let fires = |text: &str| first_group(text, &unless, groups.iter().map(Vec::as_slice));
    for danger in &words.dangers {
        for phrase in danger.list("phrases").into_iter().filter(|phrase| fires(phrase).is_none()) {
            faults.push(danger.fault(&format!("the phrase \"{phrase}\" does not fire")));
        }
        for sentence in danger.list("never") {
            let group = fires(sentence).and_then(|group| words.dangers.get(group));
            if let Some(group) = group {
                faults.push(
                    danger.fault(&format!(
                        "\"{sentence}\" must never fire, but fires \"{}\"",
                        group.id
                    )),
                );
            }
        }
    }
}
