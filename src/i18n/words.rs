//! Texts of the words.
//! x

texts! {
    /// Words.
    Words {
        title,
    }
}

texts! {
    /// Wheel.
    Wheel {
        title,
    }
}
