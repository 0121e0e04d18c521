//! Shared components: marks, chips' parts, fields, dialogs, lists.
//! Makes no decision of the domain and never sees a journal; small values in, callbacks out.

pub mod choice;
pub mod dialog;
pub mod entry;
pub mod feeling_list;
pub mod field;
pub mod file_field;
pub mod help;
pub mod icon;
pub mod keyed;
pub mod mark;
pub mod markup;
pub mod need_list;
pub mod picture;
pub mod qr;
pub mod row_menu;
pub mod secret_field;
pub mod wheel;
pub mod word_card;
pub mod word_list;

pub use choice::{Choice, ChoiceGroup};
pub use dialog::Dialog;
pub use field::{PersonArea, PersonField};
pub use file_field::{view_file_field, view_files_field};
pub use help::Help;
pub use icon::{Icon, icon};
pub use keyed::keyed;
pub use mark::{mark, standing_class, standing_name, strength_dots};
pub use picture::Picture;
pub use qr::view_qr;
pub use row_menu::{MenuItem, RowMenu};
pub use secret_field::SecretField;
