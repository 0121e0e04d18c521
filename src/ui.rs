//! Shared components: marks, chips' parts, fields, dialogs, lists.
//! Makes no decision of the domain and never sees a journal; small values in, callbacks out.

pub mod choice;
pub mod dialog;
pub mod entry;
pub mod feeling_list;
pub mod field;
pub mod help;
pub mod icon;
pub mod keyed;
pub mod mark;
pub mod markup;
pub mod need_list;
pub mod picture;
pub mod row_menu;
pub mod secret_field;
pub mod wheel;
pub mod word_card;
pub mod word_list;

pub use choice::{Choice, ChoiceGroup};
pub use dialog::Dialog;
pub use field::{PersonArea, PersonField};
pub use help::Help;
pub use icon::{Icon, icon};
pub use keyed::keyed;
pub use mark::{mark, standing_class, standing_name, strength_dots};
pub use picture::Picture;
pub use row_menu::{MenuItem, RowMenu};
pub use secret_field::SecretField;
