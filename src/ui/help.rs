//! Whether the list of shortcuts is open, for everything on the page that can open it.
//! Never shows the list: the frame does.

use leptos::prelude::*;

/// In the page's context.
#[derive(Clone, Copy)]
pub struct Help(pub RwSignal<bool>);

impl Help {
    /// Opens the page's list; outside a page, in a test, there is none to open.
    pub fn open_on_page() -> impl Fn() + Copy + 'static {
        let help = use_context::<Help>();
        move || {
            if let Some(help) = help {
                help.0.set(true);
            }
        }
    }
}
