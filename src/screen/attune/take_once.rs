//! Buttons that take something and then go, or stand for something else.
//! Never decides what is taken.

use super::catch_line::CATCH_ID;
use crate::ui::markup::El;

/// The second half of a double click, and a key pressed once more, would take what comes after what was meant. So a double
/// click counts once, and the focus goes back to the line.
pub fn take_once(button: El, mut take: impl FnMut() + 'static) -> El {
    button.on_click(move || {
        if crate::browser::is_later_part() {
            return;
        }
        take();
        // On a phone the keyboard would jump up unasked.
        if !crate::browser::prefers_touch() {
            crate::browser::focus(CATCH_ID);
        }
    })
}
