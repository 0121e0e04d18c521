//! What the page asks of its browser: the date, chance, timers, the address, focus, the theme.
//! Together with `ui`, `screen` and `storage` the only place for web_sys; knows nothing of Attune's ideas.

mod address;
mod camera;
mod chance;
mod clipboard;
mod clock;
mod dialog;
mod durable;
mod events;
mod files;
mod focus;
mod hiding;
mod idle;
mod lost_focus;
mod passkey;
mod picture;
mod secret;
mod tabs;
mod theme;
mod timer;
mod turn;
mod wire;

pub use address::{address, base_address, on_address, set_address, take_address};
pub use camera::{Camera, NoCamera, open_camera};
pub use chance::{draw, draw_secret};
pub use clipboard::{copy, mark_text};
pub use clock::local_date;
pub use dialog::{close_dialog, show_dialog};
pub use durable::{is_durable, make_durable, room};
pub use events::{
    hold_double_clicks, is_later_part, on_any_key, on_document_key, on_page_hide, reload,
};
pub use files::{
    NoBytes, chosen_file, chosen_files, dropped_file, dropped_files, read_file, save_file,
};
pub use focus::{
    focus, focus_element, focus_in_place, focused_is_text, is_focused, scroll_to, scroll_to_top,
};
pub use hiding::{hide, hold_page_back, is_hidden, on_three_escapes, set_hidden};
pub use idle::on_idle;
pub use lost_focus::{keep_focus, keep_focus_in_page};
pub use passkey::{NoPasskey, ask_passkey, has_passkeys, make_passkey};
pub use picture::save_picture;
pub use secret::{forget, print, secret};
pub use tabs::{on_tabs, tell_tabs};
pub use theme::{page_width, prefers_touch, set_theme};
pub use timer::{Timer, after, soon, wait};
pub use turn::{Claim, claim_turn, give_turn_back};
pub use wire::{Broken, ask, prepare, serve};
