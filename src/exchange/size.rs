//! How much a cabinet holds, and whether putting another in its place would lose much: the reason to ask again.
//! Never decides: a person does.

use crate::domain::{Cabinet, Note, Session};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    pub people: usize,
    pub sessions: usize,
    pub moments: usize,
    /// Of summaries, reflections, records and what stands beside these, in Unicode scalar values.
    pub characters: usize,
    pub conversations: usize,
    /// Of all participants, as far as there are words on them.
    pub sheets: usize,
    pub changes: usize,
    pub groups: usize,
}

impl Size {
    pub fn of(cabinet: &Cabinet) -> Size {
        let mut size = Size { people: cabinet.journals.len(), ..Size::default() };
        for session in cabinet.journals.iter().flat_map(|journal| &journal.sessions) {
            size.sessions += 1;
            size.moments += session.moments.len();
            let texts = texts(session).map(|text| text.as_str().chars().count());
            size.characters += texts.sum::<usize>();
        }
        let people = cabinet.conversations.iter().flat_map(|it| &it.participants);
        size.sheets = people.flat_map(|it| &it.sheets).filter(|it| it.words.is_some()).count();
        size.conversations = cabinet.conversations.len();
        size.changes = cabinet.changes.len();
        size.groups = cabinet.changes.iter().map(|it| it.groups.len()).sum();
        size
    }

    pub fn is_nothing(self) -> bool {
        self == Size::default()
    }
}

fn texts(session: &Session) -> impl Iterator<Item = &Note> {
    let sheet = &session.sheet;
    let amended = sheet.amendments.iter().map(|it| &it.text);
    let texts = [&session.summary, &session.reflection, &session.record];
    texts.into_iter().chain([&sheet.observation, &sheet.intervention]).chain(amended)
}

/// Whether replacing what is here by the file would leave less than half of the people, the sessions, the moments, the
/// words, the conversations, their sheets, the changes or their groups. Half, because a file of last week is never that much smaller, and one of another device or of years ago often is.
pub fn is_much_by_little(mine: &Cabinet, file: &Cabinet) -> bool {
    let (mine, file) = (Size::of(mine), Size::of(file));
    let pairs = [
        (mine.people, file.people),
        (mine.sessions, file.sessions),
        (mine.moments, file.moments),
        (mine.characters, file.characters),
        (mine.conversations, file.conversations),
        (mine.sheets, file.sheets),
        (mine.changes, file.changes),
        (mine.groups, file.groups),
    ];
    pairs.iter().any(|(mine, file)| file.saturating_mul(2) < *mine)
}
