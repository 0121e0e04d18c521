//! A piece of a text around the words that were sought, cut between words, with the bytes to mark.
//! Never changes a word: white space alone becomes blanks.

use std::ops::Range;

use crate::order;

/// In characters: what a glance takes in, on a phone two lines.
const LONGEST: usize = 80;
/// So many of them before the first word, for what it is about.
const BEFORE: usize = 24;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snippet {
    pub text: String,
    /// Bytes of `text`, in their order, none within another.
    pub marks: Vec<Range<usize>>,
    /// Whether something stands before it, and after it.
    pub is_cut: (bool, bool),
}

impl Snippet {
    /// `spans` are bytes of `text`; what is shown is around the first of them.
    pub fn of(text: &str, spans: Vec<Range<usize>>) -> Snippet {
        let shown = window(text, spans.first().cloned().unwrap_or_default());
        let piece = text.get(shown.clone()).unwrap_or_default();
        let within = spans
            .into_iter()
            .filter(|span| shown.start <= span.start && span.end <= shown.end)
            .map(|span| span.start - shown.start..span.end - shown.start);
        Snippet {
            text: piece.replace(['\n', '\r', '\t'], " "),
            marks: apart(within.collect()),
            is_cut: (shown.start > 0, shown.end < text.len()),
        }
    }

    /// Its parts in their order, and whether each is marked.
    pub fn parts(&self) -> Vec<(&str, bool)> {
        let part = |from, to| self.text.get(from..to).unwrap_or_default();
        let mut parts = Vec::with_capacity(self.marks.len() * 2 + 1);
        let mut at = 0;
        for mark in &self.marks {
            parts.push((part(at, mark.start), false));
            parts.push((part(mark.start, mark.end), true));
            at = mark.end;
        }
        parts.push((part(at, self.text.len()), false));
        parts.retain(|(words, _)| !words.is_empty());
        parts
    }
}

/// In order, and where two overlap as one.
fn apart(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    order::sort_by_key(&mut spans, |span| (span.start, span.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}

/// The bytes around a span that are shown: all of a text that is short.
fn window(text: &str, span: Range<usize>) -> Range<usize> {
    if text.chars().nth(LONGEST).is_none() {
        return 0..text.len();
    }
    let before = text.get(..span.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| {
        // The word that would be cut is left out; a text without blanks is cut where it is.
        after_blank(before.get(at..).unwrap_or_default()).map_or(at, |blank| at + blank)
    });
    let rest = text.get(from..).unwrap_or_default();
    let Some((longest, _)) = rest.char_indices().nth(LONGEST) else { return from..text.len() };
    let needed = span.end - from;
    let cut = rest.get(..longest.max(needed)).and_then(|it| it.rfind(char::is_whitespace));
    let to = cut.filter(|cut| *cut >= needed).unwrap_or(longest.max(needed));
    from..from + to
}

fn after_blank(text: &str) -> Option<usize> {
    let (at, blank) = text.char_indices().find(|(_, it)| it.is_whitespace())?;
    Some(at + blank.len_utf8())
}
