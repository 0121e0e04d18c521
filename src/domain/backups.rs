//! What is remembered of backups: when the last one was made, and when it was last said "not today".
//! Never says whether one is there still: a file is beyond a page's sight.

use super::cabinet::Cabinet;
use super::day::Day;

/// The device's own: it goes into no file, and no file changes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Backups {
    pub last: Option<Backup>,
    /// The day on which a question for one was answered last, with yes or no.
    pub answered: Option<Day>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Backup {
    pub day: Day,
    /// How many sessions there were.
    pub sessions: u32,
}

/// How far what is here has gone on since the last backup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Since {
    /// Of the last backup; without one, since the first day that is noted. A clock set back gives 0.
    pub days: u32,
    /// More of them than there were.
    pub sessions: u32,
}

impl Backups {
    /// After so many days or sessions a backup is asked for: a week is what people try to remember, ten sessions are more.
    pub const DAYS: u32 = 7;
    pub const SESSIONS: u32 = 10;
}

impl Cabinet {
    pub fn session_count(&self) -> u32 {
        let count = self.journals.iter().map(|journal| journal.sessions.len()).sum::<usize>();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    pub fn since_backup(&self, today: Day) -> Since {
        let days = |from: Day| u32::try_from(today.number() - from.number()).unwrap_or(0);
        let sessions = self.session_count();
        match self.backups.last {
            Some(last) => {
                Since { days: days(last.day), sessions: sessions.saturating_sub(last.sessions) }
            }
            None => {
                let all = self.journals.iter().flat_map(|journal| &journal.sessions);
                let conversations = self.conversations.iter().map(|it| it.frame.begun_on);
                let changes = self.changes.iter().map(|it| it.begun_on);
                let first = all.map(|it| it.day).chain(conversations).chain(changes).min();
                Since { days: first.map_or(0, days), sessions }
            }
        }
    }

    /// Whether to ask for a backup today: gently, and once a day at most.
    pub fn asks_for_backup(&self, today: Day) -> bool {
        let since = self.since_backup(today);
        let is_due = since.days >= Backups::DAYS || since.sessions >= Backups::SESSIONS;
        let is_empty =
            self.session_count() == 0 && self.conversations.is_empty() && self.changes.is_empty();
        is_due && !is_empty && self.backups.answered != Some(today)
    }
}
