//! A readable page in Markdown: headings, lists and paragraphs around a person's words.
//! Never lets such words become a heading, a list, a link, a picture or HTML, nor turn what stands around them about.

/// A page being written, part by part.
#[derive(Default)]
pub struct Page {
    parts: Vec<Part>,
}

/// As it was said, without any marks: for whoever shows it by other means than Markdown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Of level 1 to 6, in one line.
    Heading(usize, String),
    /// Each in one line; never empty.
    List(Vec<String>),
    /// Line by line; never empty.
    Paragraph(Vec<String>),
}

impl Page {
    /// A heading of level 1 to 6, in one line.
    pub fn heading(&mut self, level: usize, words: &str) {
        self.parts.push(Part::Heading(level.clamp(1, 6), in_one_line(words)));
    }

    /// Each text one point, in one line; nothing for none.
    pub fn list(&mut self, points: &[String]) {
        if !points.is_empty() {
            self.parts.push(Part::List(points.iter().map(|it| in_one_line(it)).collect()));
        }
    }

    /// A longer text. Blank lines part its paragraphs; other line ends stay.
    pub fn paragraphs(&mut self, words: &str) {
        let mut paragraph: Vec<String> = Vec::new();
        for line in lines(words).map(str::trim).chain([""]) {
            if !line.is_empty() {
                paragraph.push(line.to_string());
            } else if !paragraph.is_empty() {
                self.parts.push(Part::Paragraph(std::mem::take(&mut paragraph)));
            }
        }
    }

    pub fn parts(self) -> Vec<Part> {
        self.parts
    }

    /// As Markdown, with a blank line between parts.
    pub fn text(self) -> String {
        let parts: Vec<String> = self.parts.iter().map(Part::markdown).collect();
        [parts.join("\n\n").as_str(), "\n"].concat()
    }
}

impl Part {
    /// Line ends within a paragraph stay, by the two blanks Markdown has for that.
    fn markdown(&self) -> String {
        let point = |it: &String| ["- ", &escape(it)].concat();
        match self {
            Part::Heading(level, line) => {
                [&"######"[..(*level).min(6)], " ", &escape(line)].concat()
            }
            Part::List(points) => points.iter().map(point).collect::<Vec<_>>().join("\n"),
            Part::Paragraph(lines) => {
                lines.iter().map(|it| escape(it)).collect::<Vec<_>>().join("  \n")
            }
        }
    }
}

fn in_one_line(words: &str) -> String {
    lines(words).map(str::trim).collect::<Vec<_>>().join(" ")
}

/// By every mark that any program takes for the end of a line.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    // A carriage return before a line feed is one end, not two.
    text.split("\r\n").flat_map(move |part| part.split(ends))
}

/// One line of a person's words, as text and nothing else.
pub fn escape(line: &str) -> String {
    let mut safe = String::with_capacity(line.len() + 8);
    let opening = line.trim_start();
    let digits = opening.bytes().take_while(u8::is_ascii_digit).count();
    // What only says something to Markdown at the beginning of a line: points, headings, rules, numbers.
    let at_begin = match opening.as_bytes().get(digits) {
        Some(b'#' | b'+' | b'-' | b'=') if digits == 0 => Some(0),
        Some(b'.' | b')') if digits > 0 => Some(digits),
        _ => None,
    };
    let mut before = ' ';
    for (at, (from, character)) in opening.char_indices().enumerate() {
        let has_sense = "\\`*_[]<>&|~$".contains(character)
            || at_begin == Some(at)
            || begins_address(&opening[..from], &opening[from..]);
        match character {
            '@' if before.is_alphanumeric() || "._+-".contains(before) => {
                safe.push_str("\u{2060}@")
            }
            _ if has_sense => safe.extend(['\\', character]),
            _ => push_shown(&mut safe, character),
        }
        before = character;
    }
    safe
}

/// Addresses become links by themselves in many programs: at their colon, or the point after `www`.
fn begins_address(before: &str, from: &str) -> bool {
    let ends = |scheme: &str| {
        let tail = before.len().checked_sub(scheme.len()).and_then(|at| before.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(scheme))
    };
    from.starts_with("://")
        || from.starts_with(':') && (ends("mailto") || ends("xmpp"))
        || from.starts_with('.') && ends("www")
}

/// A text of many people's words, in which none turns about what stands beside it: such marks are named.
pub fn unturned(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => shown.push('\n'),
            other => push_shown(&mut shown, other),
        }
    }
    shown
}

/// Marks that turn the direction of what follows are named instead: within a file they would reach beyond these words.
fn push_shown(safe: &mut String, character: char) {
    match character {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            safe.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
        }
        _ if character.is_control() => safe.push(' '),
        _ => safe.push(character),
    }
}
