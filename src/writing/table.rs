//! Tables for a spreadsheet: moments, feelings, needs and choices as CSV. docs/tables.md says every column.
//! Never a text of a session, never a name: codes, marks and words. And never a cell that a spreadsheet would reckon with.

use super::words::{area_text, feeling_text, item_text, need_text, one_of};
use super::{Caught, words};
use crate::domain::{About, AreaName, Choice, EffectKind, Hands, Item, KnownBy, Moment, Standing};
use crate::i18n::{Tables, more};

/// Which of the four.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Table {
    Moments,
    Feelings,
    Needs,
    Choices,
}

impl Table {
    pub const ALL: [Table; 4] = [Table::Moments, Table::Feelings, Table::Needs, Table::Choices];

    /// What the file of it is called, before the day.
    pub fn name(self) -> &'static str {
        match self {
            Table::Moments => "moments",
            Table::Feelings => "feelings",
            Table::Needs => "needs",
            Table::Choices => "choices",
        }
    }

    fn columns(self, tables: &Tables) -> &'static str {
        match self {
            Table::Moments => tables.moments,
            Table::Feelings => tables.feelings,
            Table::Needs => tables.needs,
            Table::Choices => tables.choices,
        }
    }
}

/// After RFC 4180, in UTF-8 with a mark of byte order before it, without which Excel takes UTF-8 for an older encoding.
/// The first row names the columns.
pub fn csv(table: Table, sessions: &[Caught]) -> String {
    let mut sheet = Sheet { text: String::from("\u{feff}") };
    sheet.row(&table.columns(&more().tables).split('|').map(String::from).collect::<Vec<_>>());
    for session in sessions {
        for (at, moment) in session.moments.iter().enumerate() {
            let place = Place { session, number: at + 1, moment };
            match table {
                Table::Moments => sheet.row(&place.of_moment()),
                Table::Feelings => place.feelings().iter().for_each(|row| sheet.row(row)),
                Table::Needs => place.needs().iter().for_each(|row| sheet.row(row)),
                Table::Choices => place.choices().iter().for_each(|row| sheet.row(row)),
            }
        }
    }
    sheet.text
}

struct Sheet {
    text: String,
}

impl Sheet {
    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|it| quoted(&harmless(it))).collect();
        self.text.push_str(&cells.join(","));
        self.text.push_str("\r\n");
    }
}

/// A spreadsheet takes a cell for a formula by its first sign, past blanks, and some by its form of full width. An apostrophe
/// before it says that it is text. Where a comma stands in numbers, semicolons part cells, even between quotes that do not
/// open one: so the same holds for what comes after each.
fn harmless(cell: &str) -> String {
    let cell: String = cell.chars().filter(|it| *it != '\0').collect();
    cell.split(';').map(harmless_piece).collect::<Vec<_>>().join(";")
}

fn harmless_piece(piece: &str) -> String {
    let reckons = |it: char| "=+-@＝＋－＠".contains(it);
    let opens_oddly = piece.starts_with(['\t', '\r', '\n']);
    // A quote would be taken off before it is looked at.
    let is_passed = |it: char| it.is_whitespace() || it.is_control() || is_unseen(it) || it == '"';
    let first = piece.chars().find(|it| !is_passed(*it));
    match opens_oddly || first.is_some_and(reckons) {
        true => ["'", piece].concat(),
        false => piece.to_string(),
    }
}

/// Takes no room, and could stand before a sign that reckons.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn quoted(cell: &str) -> String {
    // Semicolons and tabs part cells too where a comma stands in numbers.
    if cell.contains([',', '"', '\r', '\n', ';', '\t']) {
        return ["\"", &cell.replace('"', "\"\""), "\""].concat();
    }
    cell.to_string()
}

struct Place<'a> {
    session: &'a Caught<'a>,
    /// Counted from 1.
    number: usize,
    moment: &'a Moment,
}

impl Place<'_> {
    fn row(&self, cells: impl IntoIterator<Item = String>) -> Vec<String> {
        let opening = [
            self.session.person.code.as_str().to_string(),
            self.session.day.iso(),
            self.session.number.to_string(),
            self.number.to_string(),
        ];
        opening.into_iter().chain(cells).collect()
    }

    fn area(&self) -> String {
        self.moment.area.as_ref().map(|it: &AreaName| area_text(it)).unwrap_or_default()
    }

    fn of_moment(&self) -> Vec<String> {
        let label = self.moment.label.as_ref().map(|it| it.as_str().to_string());
        let listed = |is_one: fn(&Item) -> bool| {
            let items = self.moment.items.iter().filter(|item| is_one(item));
            let words = items.map(|item| item_text(item, Some(self.session.person)));
            words.collect::<Vec<_>>().join("; ")
        };
        self.row([
            label.unwrap_or_default(),
            self.area(),
            hands_text(self.moment.hands),
            listed(|item| matches!(item, Item::Heard(_))),
            listed(|item| matches!(item, Item::Behaviour(_))),
        ])
    }

    fn feelings(&self) -> Vec<Vec<String>> {
        let person = Some(self.session.person);
        let row = |felt: &crate::domain::Felt| {
            let about = match felt.about {
                About::Item(id) => self.moment.item(id).map(|item| item_text(item, person)),
                About::Moment => None,
            };
            self.row([
                self.area(),
                feeling_text(&felt.feeling, person),
                felt.strength.map(|it| it.get().to_string()).unwrap_or_default(),
                about.unwrap_or_default(),
                known_text(felt.known_by).to_string(),
            ])
        };
        self.moment.felt().map(row).collect()
    }

    fn needs(&self) -> Vec<Vec<String>> {
        let row = |mark: &crate::domain::NeedMark| {
            self.row([
                self.area(),
                need_text(&mark.need, Some(self.session.person)),
                standing_text(mark.standing).to_string(),
                hands_text(mark.hands),
                known_text(mark.known_by).to_string(),
            ])
        };
        self.moment.needs().map(row).collect()
    }

    /// A row for each need that a choice affects; one without, where nobody has said.
    fn choices(&self) -> Vec<Vec<String>> {
        let choices = self.moment.items.iter().filter_map(|item| match item {
            Item::Choice(choice) => Some(self.choice(choice)),
            _ => None,
        });
        choices.flatten().collect()
    }

    fn choice(&self, choice: &Choice) -> Vec<Vec<String>> {
        let row = |effect: [String; 3]| {
            let opening = [self.area(), choice.text.as_str().to_string()];
            self.row(opening.into_iter().chain(effect))
        };
        if choice.effects.is_empty() {
            return vec![row(Default::default())];
        }
        let rows = choice.effects.iter().map(|effect| {
            let place = match effect.kind {
                EffectKind::Serves => 0,
                EffectKind::Costs => 1,
            };
            row([
                one_of(more().tables.effects, place).to_string(),
                need_text(&effect.need, Some(self.session.person)),
                standing_text(effect.turned_out).to_string(),
            ])
        });
        rows.collect()
    }
}

fn standing_text(standing: Standing) -> &'static str {
    one_of(more().tables.standings, words::standing_place(standing))
}

fn hands_text(hands: Option<Hands>) -> String {
    let words = |hands| one_of(more().tables.hands, words::hands_place(hands)).to_string();
    hands.map(words).unwrap_or_default()
}

fn known_text(known_by: KnownBy) -> &'static str {
    one_of(more().tables.known, words::known_place(known_by))
}
