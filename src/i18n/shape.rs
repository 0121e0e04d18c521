//! How texts are declared, filled and counted.
//! Holds no text itself.

/// Declares a struct of texts, and `made_up`, which marks each one, so that a test can find a text that is not from here.
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* }) => {
        $(#[$doc])*
        pub struct $name { $($(#[$field_doc])* pub $field: &'static str,)* }

        impl $name {
            pub fn made_up(&self) -> Self {
                Self { $($field: $crate::i18n::shape::made_up(self.$field),)* }
            }
        }
    };
}

/// Declares the struct of all structs of texts.
macro_rules! bundle {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $part:ident,)* }) => {
        $(#[$doc])*
        pub struct $name { $(pub $field: $part,)* }

        impl $name {
            /// The made-up language of the tests: every text between ⟦ and ⟧.
            pub fn made_up(&self) -> Self {
                Self { $($field: self.$field.made_up(),)* }
            }
        }
    };
}

/// Leaks: the made-up language is built once, in tests.
pub(super) fn made_up(text: &str) -> &'static str {
    // What is listed is shown one by one.
    let marked: Vec<String> = text.split('|').map(|it| ["⟦", it, "⟧"].concat()).collect();
    Box::leak(marked.join("|").into_boxed_str())
}

/// Puts values into the places of a template: `fill("{code} has come", &[("code", "Heron")])`.
/// A place without a value stays as it is; a value is never searched for places.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        filled.push_str(before);
        let place = from.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        let (value, after) = place.unwrap_or(("{", from));
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// A text as it stands inside a sentence, without its capitals. English has them in ASCII alone; the standard library's
/// tables for every script would cost the page 5 KB.
pub fn inside(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Fills `{count}` in the template for one or for any other number.
pub fn count(number: usize, one: &str, other: &str) -> String {
    let template = if number == 1 { one } else { other };
    fill(template, &[("count", &number.to_string())])
}
