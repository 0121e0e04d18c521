//! Elements of drawings by their names.
//! Nothing of HTML: that is the builder's own.

use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::svg as drawing;

/// Leptos has no SVG element of any name, as it has for HTML: each that is drawn stands here.
pub fn draw(tag: &'static str, attributes: Vec<AnyAttribute>, children: Vec<AnyView>) -> AnyView {
    match tag {
        "svg" => drawing::svg().add_any_attr(attributes).child(children).into_any(),
        "g" => drawing::g().add_any_attr(attributes).child(children).into_any(),
        "text" => drawing::text().add_any_attr(attributes).child(children).into_any(),
        "tspan" => drawing::tspan().add_any_attr(attributes).child(children).into_any(),
        "rect" => drawing::rect().add_any_attr(attributes).child(children).into_any(),
        "circle" => drawing::circle().add_any_attr(attributes).child(children).into_any(),
        _ => drawing::path().add_any_attr(attributes).child(children).into_any(),
    }
}
