//! What all kinds of entry share: a small number that stands for an entry, and its id for kept data.
//! Holds no entry and no text of its own.

/// One kind of entry: a type of its own, so that a feeling is never taken for a need.
/// `$first` is where the kind's ids begin in the list of all ids, `$count` how many there are.
macro_rules! kind {
    ($(#[$doc:meta])* $name:ident, $first:expr, $count:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub(super) u8);

        impl $name {
            /// All of them, in the order of words.toml.
            pub fn all() -> impl DoubleEndedIterator<Item = $name> + ExactSizeIterator + Clone {
                (0..$count).map($name)
            }

            /// The entry that is kept under this id; `None` for an id this version does not know.
            pub fn from_id(id: &str) -> Option<$name> {
                let place = $crate::vocabulary::words::place_of_id(id, $first, $count)?;
                Some($name(place))
            }

            /// The name for kept data: the same in every language and every version.
            pub fn id(self) -> &'static str {
                $crate::vocabulary::words::id($first + self.index())
            }

            /// Counted from 0 in the order of words.toml; may change from version to version.
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

pub(super) use kind;
