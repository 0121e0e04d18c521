//! What is said beside heavy words: judgements, harm, danger.
//! Never a verdict, never a diagnosis, and it never blocks.

texts! {
    /// Gentle lines and pointers to human help.
    Care {
        heard,
        beneath,
        beneath_need,
        or,
        or_something_else,
        comma,
        does_one_fit,
        harm,
        pointer,
        pointer_therapist,
        region,
    }
}
