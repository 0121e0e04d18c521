//! Texts of reading codes with the camera, in British English.
//! Shapes are in `i18n::scanner`.

use crate::i18n::Scanner;

pub const SCANNER: Scanner = Scanner {
    title: "With the camera",
    lead: "Hold the device so that the code fills most of the picture. What the camera sees stays in this page and is kept nowhere.",
    start: "Use the camera",
    again: "Use the camera again",
    stop: "Stop the camera",
    file_instead: "Choose the file instead",
    seen: "What the camera sees",
    asking: "Your browser asks whether this page may use the camera.",
    looking: "Looking for a code",
    progress: "{count} of {of} pictures are here",
    asleep: "The camera was let go while the page was out of sight. What was read is still here.",
    ended: "The camera has stopped. What was read is still here.",
    missing: "This device has no camera that the browser can find. A file works as well.",
    refused: "The browser does not let this page use the camera. You can allow it in the browser’s settings for this page, or choose the file instead.",
    not_here: "The camera cannot be used here: browsers give it only to pages opened over a safe connection. A file works as well.",
    in_use: "Another program seems to be using the camera. Close it and try again, or choose the file instead.",
    no_reader: "The part of Attune that reads codes is not here. Nothing is lost: try again in a moment, or choose the file instead.",
};
