//! What the device prefers, and what the page shows.
//! Never keeps the choice: settings are the desk's.

/// Shows the page `"light"` or `"dark"`, or as the device says.
pub fn set_theme(theme: Option<&str>) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// Whether the device is pointed at with a finger.
pub fn prefers_touch() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// How wide the page is, in CSS pixels, without what scrolls it.
pub fn page_width() -> u16 {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    root.map_or(0, |root| root.client_width()).clamp(0, i32::from(u16::MAX)) as u16
}
