//! Texts of reading codes with the camera.
//! Never what was read.

texts! {
    /// What the camera is for, what it sees, why it does not, and the way without it.
    Scanner {
        title,
        lead,
        start,
        again,
        stop,
        file_instead,
        seen,
        asking,
        looking,
        progress,
        asleep,
        ended,
        missing,
        refused,
        not_here,
        in_use,
        no_reader,
    }
}
