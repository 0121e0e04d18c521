//! Which words may stand unmarked: the vocabulary's, and those the test itself types.
//! Never reads the page.

use std::collections::BTreeSet;

use attune::vocabulary::*;

pub struct Known {
    /// Whole texts, in small letters.
    texts: BTreeSet<String>,
    /// Names and synonyms one after another, to find pieces of them.
    names: String,
}

impl Known {
    pub fn new(own: &[&str]) -> Known {
        let mut names: Vec<&str> = vec![];
        let mut texts: Vec<&str> = vec![shared_screen()];
        for it in Feeling::all() {
            names.push(it.name());
            names.extend(it.synonyms());
            texts.push(it.definition());
        }
        for it in Need::all() {
            names.push(it.name());
            names.extend(it.synonyms());
            texts.extend([it.definition(), it.ask()]);
        }
        for it in Judgement::all() {
            names.push(it.name());
            names.extend(it.synonyms());
            texts.push(it.definition());
        }
        Area::all().for_each(|it| names.extend(it.synonyms().iter().chain([&it.name()])));
        texts.extend(Area::all().map(|it| it.covers()));
        Concept::all().for_each(|it| names.extend(it.synonyms().iter().chain([&it.name()])));
        texts.extend(Concept::all().map(|it| it.definition()));
        names.extend(Family::all().map(|it| it.name()).chain(NeedGroup::all().map(|it| it.name())));
        texts.extend(
            Family::all().map(|it| it.signal()).chain(NeedGroup::all().map(|it| it.summary())),
        );
        texts.extend(Danger::all().flat_map(|it| [it.client(), it.therapist()]));
        texts.extend(names.iter().chain(own));
        let small = |text: &str| bare(text).to_lowercase();
        Known {
            texts: texts.into_iter().map(small).collect(),
            names: names.join("\n").to_lowercase(),
        }
    }

    /// The part of a text that is neither marked nor known, if there is one.
    pub fn strange_part(&self, words: &str, in_pieces: bool) -> Option<String> {
        if words.matches('⟦').count() != words.matches('⟧').count() {
            return Some(words.to_owned());
        }
        unmarked(words).into_iter().find_map(|part| {
            let part = bare(&part).to_owned();
            (!self.is_known(&part, in_pieces)).then_some(part)
        })
    }

    fn is_known(&self, part: &str, in_pieces: bool) -> bool {
        let small = part.to_lowercase();
        let is_word = |word: &str| word.is_empty() || self.texts.contains(bare(word));
        !part.chars().any(char::is_alphabetic)
            || is_word(&small)
            || small.split(", ").all(is_word)
            || small.split(" · ").all(is_word)
            || (in_pieces && self.names.contains(&small))
    }
}

/// Without signs and blanks around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|it: char| !it.is_alphanumeric())
}

/// What stands outside all marks.
fn unmarked(words: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for character in words.chars() {
        match character {
            '⟦' => depth += 1,
            '⟧' => {
                depth -= 1;
                parts.push(String::new());
            }
            _ if depth == 0 => parts.last_mut().unwrap().push(character),
            _ => {}
        }
    }
    parts
}
