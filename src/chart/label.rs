//! How much room words take in a drawing, and what of them fits.
//! Never measures: a drawing is made before it is shown, and for paper too, so widths are estimates on the wide side.

/// Of letters of this size. Fonts differ; the wide ones of those that a page may meet are the measure.
pub fn width(text: &str, size: f32) -> f32 {
    text.chars().map(share).sum::<f32>() * size
}

/// In parts of the font's size.
fn share(letter: char) -> f32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '|' | ':' | ';' | '!' => 0.32,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '…' => 0.98,
        'A'..='Z' | '“' | '”' => 0.74,
        // Scripts whose letters are as wide as they are high, and drawn signs; marks that stand over letters are few.
        '\u{1100}'.. => 1.05,
        _ => 0.62,
    }
}

/// As much of a text as fits into `room`, with an ellipsis where something is left out.
pub fn fit(text: &str, size: f32, room: f32) -> String {
    if width(text, size) <= room {
        return text.to_string();
    }
    let mut left = room - width("…", size);
    let mut fitted = String::new();
    for letter in text.chars() {
        left -= share(letter) * size;
        if left < 0.0 {
            break;
        }
        fitted.push(letter);
    }
    let mut fitted = fitted.trim_end().to_string();
    fitted.push('…');
    fitted
}

/// In at most `most` lines, broken at spaces; what does not fit is left out with an ellipsis.
pub fn wrap(text: &str, size: f32, room: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text;
    while lines.len() + 1 < most && width(rest, size) > room {
        let breaks = rest.match_indices(' ').map(|(at, _)| at);
        let Some(at) = breaks.take_while(|at| width(&rest[..*at], size) <= room).last() else {
            break;
        };
        lines.push(rest[..at].to_string());
        rest = rest[at..].trim_start();
    }
    lines.push(fit(rest, size, room));
    lines
}

/// Whether nothing of it had to be left out.
pub fn is_whole(lines: &[String]) -> bool {
    !lines.iter().any(|line| line.ends_with('…'))
}

/// Where the entries of a key stand, so many units wide each, in lines no longer than `room`: their left edges and their
/// lines, counted from 0.
pub fn key(widths: &[f32], gap: f32, room: f32) -> Vec<(f32, usize)> {
    let (mut x, mut line) = (0.0, 0);
    let mut places = Vec::with_capacity(widths.len());
    for width in widths {
        if x > 0.0 && x + width > room {
            (x, line) = (0.0, line + 1);
        }
        places.push((x, line));
        x += width + gap;
    }
    places
}
