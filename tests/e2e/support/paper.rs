//! What comes out of a printer: the page as a PDF, and what stands in it where, as `pdftotext` reads it.
//! Only Chromium prints here: Firefox's and WebKitGTK's drivers have no sheet of their own to try.

use std::fs;
use std::process::Command;

use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::engine::Engine;
use super::page::Page;
use super::{Outcome, target};

/// In centimetres.
pub const A4: (f64, f64) = (21.0, 29.7);
pub const LETTER: (f64, f64) = (21.59, 27.94);

/// A page on paper.
pub struct Printed {
    /// In the order of the page, white space made one blank.
    pub text: String,
    pub sheets: usize,
    /// Words that stand beyond the edges of their sheet.
    pub cut: Vec<String>,
}

impl Page {
    /// `None` in an engine that does not print here.
    pub async fn printed(
        &self,
        name: &str,
        (width, height): (f64, f64),
    ) -> Outcome<Option<Printed>> {
        if self.engine() != Engine::Chromium {
            return Ok(None);
        }
        let page = PrintPage { width, height };
        let paper = self
            .driver()
            .print_page(PrintParameters { page, ..PrintParameters::default() })
            .await?;
        let folder = target().join("e2e").join("paper");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}.pdf"));
        fs::write(&file, paper)?;
        let read = |how: &str| -> Outcome<String> {
            let read = Command::new("pdftotext").arg(how).arg(&file).arg("-").output()?;
            Ok(String::from_utf8_lossy(&read.stdout).into_owned())
        };
        let text = read("-raw")?.split_whitespace().collect::<Vec<_>>().join(" ");
        let places = read("-bbox")?;
        Ok(Some(Printed { text, sheets: places.matches("<page ").count(), cut: cut(&places) }))
    }
}

/// `<page width="595" height="842">`, and in it `<word xMin="1" yMin="2" xMax="3" yMax="4">text</word>`.
fn cut(places: &str) -> Vec<String> {
    let (mut width, mut height) = (0.0, 0.0);
    let mut cut = Vec::new();
    for line in places.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let from = line.split_once(&format!("{name}=\"")).map(|(_, from)| from);
            from.and_then(|it| it.split('"').next()?.parse().ok()).unwrap_or(f64::NAN)
        };
        if line.starts_with("<page ") {
            (width, height) = (number("width"), number("height"));
        } else if line.starts_with("<word ") {
            let is_in = number("xMin") >= 0.0
                && number("yMin") >= 0.0
                && number("xMax") <= width
                && number("yMax") <= height;
            if !is_in {
                cut.push(line.to_owned());
            }
        }
    }
    cut
}
