//! Texts of Learn.
//! x

texts! {
    /// Learn.
    Learn {
        title,
    }
}
