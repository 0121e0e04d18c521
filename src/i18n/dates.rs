//! Names of days and months, and how a day is said.
//! Never computes a day.

texts! {
    /// Weekdays, months and the words for near days; lists are separated by one space.
    Dates {
        weekdays,
        months,
        long,
        today,
        yesterday,
        tomorrow,
    }
}
