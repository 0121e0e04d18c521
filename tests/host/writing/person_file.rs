//! A person's file as Markdown: all of it in its order, and words that stay words.
//! Never about what any other person said.

use std::sync::Arc;

use attune::domain::*;
use attune::writing::markdown::escape;
use attune::writing::person_file::{self, Reflections};

use super::{note, sheet, told};
use crate::samples::{self, Dice};

#[test]
fn everything_of_a_person_stands_in_their_file_oldest_first() {
    let (mut journal, id) = told();
    journal.review_by = Day::parse("2031-03-09");
    journal.change_session(id, |session| {
        session.record = note("Data\nIt was # quiet.\n- so said *they*");
        let mut sheet = sheet(RecordForm::Dap);
        sheet.locked = Day::parse("2026-03-10");
        let day = Day::parse("2026-03-11").unwrap();
        sheet.amendments.push(Amendment { day, text: note("<b>Later</b>") });
        session.sheet = Arc::new(sheet);
        session.summary = note("I feel frustrated.");
        session.received = Some(Received { handover: HandoverId([3; 8]), day });
    });
    let file = person_file::markdown(&journal, Reflections::Left);
    let mut from = 0;
    for part in [
        "# Everything of Heron\n\n",
        "To be reviewed by Sunday 9 March 2031.",
        "- Competence: rings true (Monday 9 March 2026)",
        "\n## Monday 2 March 2026\n",
        "\n## Monday 9 March 2026\n\nHanded over by them, taken in on Wednesday 11 March 2026.",
        "\n### the rota\n\n- Area of life: Work\n- The circumstances: not mine\n",
        "- Feeling: Frustrated (4 of 5, said)\n",
        "- Feeling: Ashamed (about feeling frustrated, guessed)\n",
        "- Need: Competence (partly met, I can influence, said)\n",
        "- Choice: ask for a break (serves rest: met, costs belonging)\n",
        "\n### In their own words\n\nI feel frustrated.\n",
        "\n### Record\n\n- Time: 14:05\n- Minutes: 50\n",
        "\n#### Data\n\nIt was # quiet.  \n\\- so said \\*they\\*\n",
        "\nLocked on Tuesday 10 March 2026.\n",
        "\n#### Amended on Wednesday 11 March 2026\n\n\\<b\\>Later\\</b\\>\n",
    ] {
        let at = file[from..].find(part).unwrap_or_else(|| panic!("{part:?} in {file}"));
        from += at;
    }
}

#[test]
fn words_stay_words_in_markdown() {
    for (words, safe) in [
        ("plain, as said: so", "plain, as said: so"),
        ("now. 14:05", "now. 14:05"),
        ("mailto:a", "mailto\\:a"),
        ("# no heading", "\\# no heading"),
        ("a # is none", "a # is none"),
        ("- no point", "\\- no point"),
        ("--- no rule", "\\--- no rule"),
        ("=== nor this", "\\=== nor this"),
        ("+ x", "\\+ x"),
        ("1. no number", "1\\. no number"),
        ("12) nor this", "12\\) nor this"),
        ("2026 is a year", "2026 is a year"),
        ("> no quote", "\\> no quote"),
        ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"),
        ("<script>&lt;", "\\<script\\>\\&lt;"),
        ("`a` *b* _c_ ~d~ |e|", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\|e\\|"),
        ("back\\slash", "back\\\\slash"),
        ("https://a.org", "https\\://a.org"),
        ("www.a.org", "www\\.a.org"),
        ("me@a.org", "me\u{2060}@a.org"),
        ("a\u{202e}b\u{2066}c", "a⟨U+202E⟩b⟨U+2066⟩c"),
        ("a\u{1}b\tc", "a b c"),
        ("    code", "code"),
        ("שלום é 🌧️", "שלום é 🌧️"),
    ] {
        assert_eq!(escape(words), safe, "{words}");
    }
}

#[test]
fn a_persons_words_make_no_heading_whatever_ends_their_lines() {
    let (mut journal, id) = told();
    let mut dice = Dice::new(5);
    for end in ["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let words = format!("one{end}# two{end}{}", samples::prose(&mut dice, 40));
        journal.change_session(id, |session| session.summary = note(&words));
        let file = person_file::markdown(&journal, Reflections::Left);
        assert!(file.contains("\\# two") && !file.contains("\n# two"), "{end:?}");
    }
}
