//! A day of the civil calendar, without time or zone.
//! Never asks what day it is: today is an argument.

/// Days since 1 January 1970; negative before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

/// Year, month 1 to 12, day of the month 1 to 31.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Civil {
    pub year: i32,
    pub month: u8,
    pub day: u8,
}

impl Day {
    /// Bounds that a date field can hold: the years 1900 to 2199.
    pub const FIRST: Day = Day(-25_567);
    pub const LAST: Day = Day(84_005);

    /// `None` outside the years 1900 to 2199.
    pub fn from_number(days: i32) -> Option<Day> {
        (Self::FIRST..=Self::LAST).contains(&Day(days)).then_some(Day(days))
    }

    /// Days since 1 January 1970.
    pub fn number(self) -> i32 {
        self.0
    }

    /// `None` where the calendar has no such day.
    pub fn from_civil(civil: Civil) -> Option<Day> {
        // The bounds come first: the arithmetic below must not overflow on a year nobody meant.
        let in_reach = (1900..=2199).contains(&civil.year)
            && (1..=12).contains(&civil.month)
            && (1..=31).contains(&civil.day);
        if !in_reach {
            return None;
        }
        let day = Self::from_number(days_from_civil(civil))?;
        (day.civil() == civil).then_some(day)
    }

    /// Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms".
    pub fn civil(self) -> Civil {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Civil {
            year: year_of_era + era * 400 + i32::from(month <= 2),
            month: month as u8,
            day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8,
        }
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// `2026-03-09`, as a date field gives it.
    pub fn parse(iso: &str) -> Option<Day> {
        // `parse` alone would take "+1" for a month.
        if !iso.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let mut parts = iso.splitn(3, '-');
        let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
        let month = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
        let day = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
        Self::from_civil(Civil { year, month, day })
    }

    /// `2026-03-09`, as a date field wants it.
    pub fn iso(self) -> String {
        let Civil { year, month, day } = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Stays within the years 1900 to 2199.
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days).clamp(Self::FIRST.0, Self::LAST.0))
    }
}

fn days_from_civil(civil: Civil) -> i32 {
    let year = civil.year - i32::from(civil.month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month = i32::from(civil.month);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + i32::from(civil.day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
