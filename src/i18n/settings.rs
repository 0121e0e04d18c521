//! Texts of the settings.
//! No promise that the code does not keep.

texts! {
    /// The settings.
    Settings {
        title,
        look,
        look_device,
        look_light,
        look_dark,
        pointer,
        pointer_hint,
        kept,
        kept_body,
        kept_tab,
        about,
        about_body,
        licence,
    }
}
