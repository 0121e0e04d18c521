//! Markup with one type for every element: a thin shell over Leptos's own erased attributes and views.
//! Never renders anything itself: what is built here is an ordinary `AnyView`, mounted, kept and updated by Leptos.
//!
//! `view!` makes types of its own for each attribute and each place, and code for each type. Measured on 36 like views
//! after `wasm-opt`: 341 KB with `view!`, 196 KB with `view!` and erased components, 146 KB with this, where each further
//! view costs half of that. The page's budget needs it, so elements are built here and `view!` only names components.

mod drawing;

use std::sync::Arc;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::class::class;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::{ev, web_sys};
use web_sys::wasm_bindgen::JsCast;

/// An element being built.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    is_svg: bool,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of HTML.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, is_svg: false, attributes: Vec::new(), children: Vec::new() }))
}

/// A button that sends no form.
#[inline(never)]
pub fn button() -> El {
    el("button").attr("type", "button")
}

/// An element of a drawing.
#[inline(never)]
pub fn svg(tag: &'static str) -> El {
    let mut el = el(tag);
    el.0.is_svg = true;
    el
}

impl El {
    /// Sets an attribute, or leaves it out where the value is `None`.
    pub fn attr(self, name: &'static str, value: impl Value) -> El {
        self.set(name, value.value())
    }

    pub fn class(self, names: impl Value) -> El {
        self.set("class", names.value())
    }

    pub fn id(self, id: impl Value) -> El {
        self.set("id", id.value())
    }

    /// Keeps an attribute at what `value` gives; it is absent while that is `None`.
    pub fn live_attr<V: Value>(
        self,
        name: &'static str,
        value: impl Fn() -> V + Send + Sync + 'static,
    ) -> El {
        self.keep_attr(name, Arc::new(move || value().value()))
    }

    /// Bears a class while `whether` holds.
    pub fn toggle(
        self,
        name: &'static str,
        whether: impl Fn() -> bool + Send + Sync + 'static,
    ) -> El {
        self.keep_class(name, Arc::new(whether))
    }

    /// Keeps what stands in a field.
    pub fn value(self, value: impl Fn() -> String + Send + Sync + 'static) -> El {
        self.keep_value(Arc::new(value))
    }

    /// Keeps whether a box is ticked.
    pub fn checked(mut self, ticked: impl Fn() -> bool + Send + Sync + 'static) -> El {
        let ticked: Arc<dyn Fn() -> bool + Send + Sync> = Arc::new(ticked);
        self.0.attributes.push(prop("checked", ticked).into_any_attr());
        self
    }

    pub fn on(self, event: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> El {
        self.listen(event, Box::new(heard))
    }

    pub fn on_click(self, mut pressed: impl FnMut() + 'static) -> El {
        self.listen("click", Box::new(move |_| pressed()))
    }

    /// What every field for a person's words carries: nothing in it is checked, completed, translated or remembered elsewhere.
    #[inline(never)]
    pub fn private(self) -> El {
        self.attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("writingsuggestions", "false")
            .attr("translate", "no")
    }

    pub fn on_key(self, mut heard: impl FnMut(web_sys::KeyboardEvent) + 'static) -> El {
        self.listen("keydown", Box::new(move |event| heard(event.unchecked_into())))
    }

    pub fn child(self, child: impl Node) -> El {
        self.push(child.node())
    }

    pub fn children<N: Node>(self, children: impl IntoIterator<Item = N>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// Keeps a part at what `part` gives, built anew whenever what it reads has changed.
    pub fn live<N: Node>(self, part: impl Fn() -> N + Send + 'static) -> El {
        self.push(live(part))
    }

    #[inline(never)]
    pub fn into_any(self) -> AnyView {
        let Parts { tag, is_svg, attributes, children } = *self.0;
        if is_svg {
            return drawing::draw(tag, attributes, children);
        }
        // A field has no inside: WebKit takes one with so much as a comment in it for hidden.
        if children.is_empty() {
            return custom(tag).add_any_attr(attributes).into_any();
        }
        custom(tag).add_any_attr(attributes).child(children).into_any()
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Option<String>) -> El {
        if let Some(value) = value {
            self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        }
        self
    }

    #[inline(never)]
    fn keep_attr(
        mut self,
        name: &'static str,
        value: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    ) -> El {
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    #[inline(never)]
    fn keep_class(
        mut self,
        name: &'static str,
        whether: Arc<dyn Fn() -> bool + Send + Sync>,
    ) -> El {
        self.0.attributes.push(class((name, whether)).into_any_attr());
        self
    }

    #[inline(never)]
    fn keep_value(mut self, value: Arc<dyn Fn() -> String + Send + Sync>) -> El {
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, heard: Box<dyn FnMut(web_sys::Event)>) -> El {
        self.0.attributes.push(on(ev::Custom::<web_sys::Event>::new(event), heard).into_any_attr());
        self
    }

    #[inline(never)]
    fn push(mut self, child: AnyView) -> El {
        self.0.children.push(child);
        self
    }
}

/// A part of the page that is built anew whenever what it reads has changed.
pub fn live<N: Node>(part: impl Fn() -> N + Send + 'static) -> AnyView {
    live_view(Box::new(move || part().node()))
}

#[inline(never)]
fn live_view(part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    part.into_any()
}

/// What an attribute can be set to.
pub trait Value {
    fn value(self) -> Option<String>;
}

impl Value for &str {
    #[inline(never)]
    fn value(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Value for String {
    fn value(self) -> Option<String> {
        Some(self)
    }
}

/// A state for a screen reader: `"true"` or `"false"`, never absent.
impl Value for bool {
    fn value(self) -> Option<String> {
        if self { "true" } else { "false" }.value()
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<String> {
        self.and_then(V::value)
    }
}

/// What can stand inside an element.
pub trait Node {
    fn node(self) -> AnyView;
}

impl Node for AnyView {
    fn node(self) -> AnyView {
        self
    }
}

/// A component.
impl<V: IntoView + 'static> Node for View<V> {
    fn node(self) -> AnyView {
        self.into_any()
    }
}

impl Node for El {
    fn node(self) -> AnyView {
        self.into_any()
    }
}

impl Node for String {
    #[inline(never)]
    fn node(self) -> AnyView {
        self.into_any()
    }
}

impl Node for &str {
    #[inline(never)]
    fn node(self) -> AnyView {
        self.to_string().node()
    }
}

impl Node for () {
    #[inline(never)]
    fn node(self) -> AnyView {
        ().into_any()
    }
}

impl<N: Node> Node for Option<N> {
    fn node(self) -> AnyView {
        match self {
            Some(it) => it.node(),
            None => ().node(),
        }
    }
}

impl Node for Vec<AnyView> {
    #[inline(never)]
    fn node(self) -> AnyView {
        self.into_any()
    }
}

/// Several parts side by side.
#[macro_export]
macro_rules! nodes {
    ($($part:expr),* $(,)?) => {
        $crate::ui::markup::Node::node(vec![$($crate::ui::markup::Node::node($part)),*])
    };
}
pub use nodes;
