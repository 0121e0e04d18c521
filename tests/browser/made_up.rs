//! The made-up language: with every text of i18n marked, whatever is seen or read aloud unmarked is a word of the
//! vocabulary or of the person; anything else was written into a screen, and fails with its words.
//! Never judges where a text stands.

mod across;
mod backups;
mod changing;
mod filed;
mod handed;
mod known;
mod together;
mod troubles;
mod walk;

use std::collections::BTreeSet;

use attune::i18n::{Text, en_gb, speak};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use crate::page::Place;
use known::Known;

/// Attributes that are shown or read aloud.
const SPOKEN: [&str; 8] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "aria-placeholder",
    "title",
    "placeholder",
    "alt",
];

/// British English, each text between ⟦ and ⟧; so is each name of a day or month, which stand several in one text.
fn made_up() -> &'static Text {
    let mut text = en_gb::TEXT.made_up();
    let each = |names: &str| {
        let names: Vec<_> = names.split(' ').map(|name| ["⟦", name, "⟧"].concat()).collect();
        &*Box::leak(names.join(" ").into_boxed_str())
    };
    text.dates.weekdays = each(en_gb::TEXT.dates.weekdays);
    text.dates.months = each(en_gb::TEXT.dates.months);
    Box::leak(Box::new(text))
}

/// What has been found so far, and what may be seen unmarked.
pub struct Eye {
    known: Known,
    strange: BTreeSet<String>,
    /// Marked texts seen: too few would mean that the eye was shut.
    marked: BTreeSet<String>,
}

impl Eye {
    /// Reads all that is in the place now, open or folded.
    pub fn read(&mut self, place: &Place, screen: &str) {
        self.read_node(&place.element, screen);
    }

    fn read_node(&mut self, node: &Node, screen: &str) {
        if let Some(element) = node.dyn_ref::<Element>() {
            for name in SPOKEN {
                if let Some(words) = element.get_attribute(name) {
                    self.judge(&words, element, screen);
                }
            }
        }
        if node.node_type() == Node::TEXT_NODE
            && let (Some(words), Some(parent)) = (node.text_content(), node.parent_element())
        {
            self.judge(&words, &parent, screen);
        }
        if let Some(drawn) = node.dyn_ref::<Element>().filter(|it| is_drawn_text(it)) {
            return self.judge(&drawn.text_content().unwrap_or_default(), drawn, screen);
        }
        let mut child = node.first_child();
        while let Some(it) = child {
            self.read_node(&it, screen);
            child = it.next_sibling();
        }
    }

    fn judge(&mut self, words: &str, element: &Element, screen: &str) {
        if words.contains('⟦') {
            self.marked.insert(words.to_owned());
        }
        // Some words are shown in pieces: what was found in bold, what a ring of the wheel has room for.
        let in_pieces = element
            .closest(".option__text, .wheel__label, .word-list__name, .picture__svg")
            .unwrap()
            .is_some();
        if let Some(strange) = self.known.strange_part(words, in_pieces) {
            self.strange.insert(format!(
                "{screen}: “{strange}” in “{words}” ({})",
                element.outer_html().chars().take(90).collect::<String>()
            ));
        }
    }
}

/// Words in a drawing lie in several lines that are one text; those of the wheel are a word's own.
fn is_drawn_text(element: &Element) -> bool {
    element.local_name() == "text" && element.closest(".wheel__label").unwrap().is_none()
}

#[wasm_bindgen_test]
async fn every_text_a_person_meets_is_from_i18n_or_the_vocabulary_or_their_own() {
    speak(made_up(), Box::leak(Box::new(en_gb::MORE_TEXT.made_up())));
    let mut eye =
        Eye { known: Known::new(&walk::OWN), strange: BTreeSet::new(), marked: BTreeSet::new() };
    walk::walk(&mut eye).await;
    speak(&en_gb::TEXT, &en_gb::MORE_TEXT);
    assert!(eye.marked.len() > 250, "only {} texts were seen", eye.marked.len());
    let strange: Vec<_> = eye.strange.into_iter().collect();
    assert!(
        strange.is_empty(),
        "{} texts of unknown origin:\n{}",
        strange.len(),
        strange.join("\n")
    );
}

#[wasm_bindgen_test]
fn a_text_from_elsewhere_is_noticed() {
    let known = Known::new(&["Heron"]);
    for (words, strange) in [
        ("⟦Close⟧", None),
        ("⟦a⟧ and ⟦b⟧", Some("and")),
        ("⟦Sessions with Heron⟧", None),
        ("⟦Area⟧: Work. ⟦Remove⟧", None),
        ("⟦It is ⟦Monday⟧ 9⟧", None),
        ("Heron", None),
        ("frustrated⟦, ⟧helpless", None),
        ("12 · 5?", None),
        ("Saved", Some("Saved")),
        ("⟦unfinished", Some("⟦unfinished")),
    ] {
        assert_eq!(known.strange_part(words, false).as_deref(), strange, "{words}");
    }
}
