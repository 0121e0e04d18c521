//! Names of days and months, and how a day is said, in British English.
//! Shapes are in `i18n::dates`.

use crate::i18n::{Dates};

pub const DATES: Dates = Dates {
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    months: "January February March April May June July August September October November December",
    long: "{weekday} {day} {month} {year}",
    today: "Today",
    yesterday: "Yesterday",
    tomorrow: "Tomorrow",
};
