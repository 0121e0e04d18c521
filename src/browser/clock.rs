//! The day it is where the person is.
//! Never the time of day: nothing here needs it.

/// Year, month 1 to 12, day of the month, by the device's own clock and zone.
pub fn local_date() -> (i32, u8, u8) {
    let now = js_sys::Date::new_0();
    (now.get_full_year() as i32, now.get_month() as u8 + 1, now.get_date() as u8)
}
