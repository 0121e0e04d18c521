//! Texts of the examples.
//! x

texts! {
    /// Example.
    Example {
        sue,
    }
}
