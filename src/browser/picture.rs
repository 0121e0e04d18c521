//! A drawing on the page as a file of its own: what the sheets say is written into it, in terms that other programs read.
//! Never writes what cannot be seen in it: no id, no class, no place to press.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, XmlSerializer};

/// What a sheet may say of a part of a drawing; an attribute of the same name says it to every program.
const LOOKS: [&str; 12] = [
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "fill-opacity",
    "stroke-opacity",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "paint-order",
];
const COLOURS: [&str; 2] = ["fill", "stroke"];
/// For the page alone.
const OURS: [&str; 6] = ["class", "id", "data-at", "translate", "aria-hidden", "data-theme"];
const SVG: &str = "http://www.w3.org/2000/svg";
/// Around the drawing, and above it for the title.
const MARGIN: f64 = 24.0;
const TITLE: f64 = 36.0;

/// Saves the drawing with this id, in light colours and with its title. Whether the browser took it.
pub fn save_picture(id: &str, file: &str, title: &str) -> bool {
    match written(id, title) {
        Ok(text) => super::save_file(file, text.as_bytes()),
        Err(_) => false,
    }
}

fn written(id: &str, title: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let live = document.get_element_by_id(id).ok_or(JsValue::NULL)?;
    // The drawing alone is light for as long as its colours are read: nothing is painted meanwhile.
    live.set_attribute("data-theme", "light")?;
    let copy = copied(&document, &live, title);
    live.remove_attribute("data-theme")?;
    let copy = copy?;
    XmlSerializer::new()?.serialize_to_string(&copy)
}

fn copied(document: &Document, live: &Element, title: &str) -> Result<Element, JsValue> {
    let copy: Element = live.clone_node_with_deep(true)?.unchecked_into();
    let (all, own) = (live.query_selector_all("*")?, copy.query_selector_all("*")?);
    let mut painter = Painter::new(document)?;
    painter.write_looks(live, &copy)?;
    for at in 0..all.length() {
        if let (Some(from), Some(to)) = (all.get(at), own.get(at)) {
            painter.write_looks(from.unchecked_ref(), to.unchecked_ref())?;
        }
    }
    for hit in list(&copy, ".picture__hit")? {
        hit.remove();
    }
    frame(document, live, &copy, &mut painter, title)?;
    for part in list(&copy, "*")?.into_iter().chain([copy.clone()]) {
        for name in OURS {
            part.remove_attribute(name)?;
        }
    }
    Ok(copy)
}

fn list(root: &Element, selector: &str) -> Result<Vec<Element>, JsValue> {
    let found = root.query_selector_all(selector)?;
    Ok((0..found.length()).filter_map(|at| found.get(at)).map(JsCast::unchecked_into).collect())
}

/// Its size, a light ground under it and its title above it.
fn frame(
    document: &Document,
    live: &Element,
    copy: &Element,
    painter: &mut Painter,
    title: &str,
) -> Result<(), JsValue> {
    let size = |name: &str| live.get_attribute(name).and_then(|it| it.parse::<f64>().ok());
    let (width, height) = (size("width").unwrap_or(1.0), size("height").unwrap_or(1.0));
    let (left, top) = (-MARGIN, -MARGIN - TITLE);
    let (wide, high) = (width + 2.0 * MARGIN, height + 2.0 * MARGIN + TITLE);
    let numbers = [left, top, wide, high].map(|it| it.round().to_string());
    copy.set_attribute("xmlns", SVG)?;
    copy.set_attribute("viewBox", &numbers.join(" "))?;
    copy.set_attribute("width", &numbers[2])?;
    copy.set_attribute("height", &numbers[3])?;
    let ground = document.create_element_ns(Some(SVG), "rect")?;
    for (name, value) in ["x", "y", "width", "height"].iter().zip(&numbers) {
        ground.set_attribute(name, value)?;
    }
    let light = |name: &str| style(live).and_then(|it| it.get_property_value(name).ok());
    ground
        .set_attribute("fill", &painter.hex(&light("background-color").unwrap_or_default())?.0)?;
    let words = document.create_element_ns(Some(SVG), "text")?;
    words.set_attribute("x", "0")?;
    words.set_attribute("y", &(-TITLE / 2.0).to_string())?;
    words.set_attribute("font-size", "20")?;
    words.set_attribute("fill", &painter.hex(&light("color").unwrap_or_default())?.0)?;
    words.set_text_content(Some(title));
    copy.insert_before(&words, copy.first_child().as_ref())?;
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    Ok(())
}

fn style(of: &Element) -> Option<web_sys::CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(of).ok()?
}

/// Reads colours as a screen would show them: few programs know oklch.
struct Painter {
    pixel: CanvasRenderingContext2d,
    /// Colours that were read before, as the sheet and as the file has them.
    known: Vec<(String, (String, f64))>,
}

impl Painter {
    fn new(document: &Document) -> Result<Painter, JsValue> {
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        canvas.set_width(1);
        canvas.set_height(1);
        let pixel = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
        Ok(Painter { pixel, known: Vec::new() })
    }

    /// `#rrggbb`, and how much it covers, from 0 to 1.
    fn hex(&mut self, colour: &str) -> Result<(String, f64), JsValue> {
        if let Some((_, known)) = self.known.iter().find(|(it, _)| it == colour) {
            return Ok(known.clone());
        }
        self.pixel.clear_rect(0.0, 0.0, 1.0, 1.0);
        self.pixel.set_fill_style_str(colour);
        self.pixel.fill_rect(0.0, 0.0, 1.0, 1.0);
        let data = self.pixel.get_image_data(0.0, 0.0, 1.0, 1.0)?.data();
        let digits = data
            .iter()
            .take(3)
            .map(|part| [HEX[usize::from(part >> 4)], HEX[usize::from(part & 15)]]);
        let written: String = digits.flatten().collect();
        let covers = f64::from(data.get(3).copied().unwrap_or(255)) / 255.0;
        let read = (["#", &written].concat(), covers);
        self.known.push((colour.to_string(), read.clone()));
        Ok(read)
    }

    fn write_looks(&mut self, from: &Element, to: &Element) -> Result<(), JsValue> {
        let Some(style) = style(from) else { return Ok(()) };
        for name in LOOKS {
            let value = style.get_property_value(name)?;
            if !value.is_empty() && !["none", "normal", "auto"].contains(&value.as_str()) {
                to.set_attribute(name, &value)?;
            }
        }
        for name in COLOURS {
            let value = style.get_property_value(name)?;
            if value.is_empty() || value == "none" {
                to.set_attribute(name, "none")?;
                continue;
            }
            let (hex, covers) = self.hex(&value)?;
            to.set_attribute(name, &hex)?;
            if covers < 1.0 {
                let name = [name, "-opacity"].concat();
                let said = to.get_attribute(&name).and_then(|it| it.parse::<f64>().ok());
                to.set_attribute(&name, &(covers * said.unwrap_or(1.0)).to_string())?;
            }
        }
        Ok(())
    }
}

const HEX: [char; 16] =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
