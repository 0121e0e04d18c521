//! The smallest values of every version: ids as hex, days as dates, and the words that stand for the small values of the domain.
//! Never taken from the names of Rust enums: renaming one must not change what a file says.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{self, Day};

/// Eight bytes as sixteen hex digits in lower case.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Hex(pub [u8; 8]);

/// `2026-03-09`.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct IsoDay(pub Day);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", u64::from_be_bytes(self.0)))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        // `from_str_radix` alone would take "+1" and capitals, and one id would have two spellings.
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 16 || !text.bytes().all(is_hex) {
            return Err(D::Error::custom("an id is sixteen hex digits"));
        }
        let number = u64::from_str_radix(&text, 16).map_err(D::Error::custom)?;
        Ok(Hex(number.to_be_bytes()))
    }
}

impl Serialize for IsoDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl<'de> Deserialize<'de> for IsoDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let day = Day::parse(&text);
        day.map(IsoDay).ok_or_else(|| D::Error::custom("a day of the years 1900 to 2199"))
    }
}

/// A twin of a small value of the domain, with the word a file has for each.
macro_rules! twin {
    ($name:ident of $domain:ident: $($value:ident $word:literal),+) => {
        #[derive(Clone, Copy, Serialize, Deserialize)]
        pub(in crate::exchange) enum $name {
            $(#[serde(rename = $word)] $value),+
        }

        impl From<domain::$domain> for $name {
            fn from(value: domain::$domain) -> Self {
                match value {
                    $(domain::$domain::$value => $name::$value),+
                }
            }
        }

        impl From<$name> for domain::$domain {
            fn from(value: $name) -> Self {
                match value {
                    $($name::$value => domain::$domain::$value),+
                }
            }
        }
    };
}

twin!(PersonKind of Kind: Client "client", Me "me", Participant "participant");
twin!(Theme of Theme: Device "device", Light "light", Dark "dark");
twin!(Hands of Hands: Mine "mine", Influence "influence", NotMine "not mine");
twin!(Standing of Standing: NotSaid "not said", Unmet "unmet", Partly "partly", Met "met");
twin!(EffectKind of EffectKind: Serves "serves", Costs "costs");
twin!(Answer of Answer: RingsTrue "rings true", NotQuite "not quite", Later "later");
twin!(KnownBy of KnownBy: Said "said", Seen "seen", Guessed "guessed", Confirmed "confirmed");
