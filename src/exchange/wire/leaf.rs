//! The smallest values of every version: ids as hex, days as dates, and the words that stand for the small values of the domain.
//! Never taken from the names of Rust enums: renaming one must not change what a file says.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{self, Day, TimeOfDay};

/// Eight bytes as sixteen hex digits in lower case.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct Hex(pub [u8; 8]);

/// `2026-03-09`.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct IsoDay(pub Day);

/// `14:05`.
#[derive(Clone, Copy)]
pub(in crate::exchange) struct IsoTime(pub TimeOfDay);

/// Thirty-two bytes as sixty-four hex digits in lower case.
pub(in crate::exchange) struct HexKey(pub [u8; 32]);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:016x}", u64::from_be_bytes(self.0)))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let bytes = from_hex(&text).map(Hex);
        bytes.ok_or_else(|| D::Error::custom("an id is sixteen hex digits"))
    }
}

impl Serialize for HexKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        serializer.serialize_str(&digits)
    }
}

impl<'de> Deserialize<'de> for HexKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let bytes = from_hex(&text).map(HexKey);
        bytes.ok_or_else(|| D::Error::custom("a key is sixty-four hex digits"))
    }
}

/// `None` for anything but `2 * BYTES` digits in lower case: with capitals, one id would have two spellings.
fn from_hex<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; BYTES];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != BYTES || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(high)? << 4 | digit(low)?;
    }
    Some(bytes)
}

impl Serialize for IsoTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl<'de> Deserialize<'de> for IsoTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        // What a browser gives may have seconds; in a file a time has one spelling.
        let time = TimeOfDay::parse(&text).filter(|time| time.iso() == *text);
        time.map(IsoTime).ok_or_else(|| D::Error::custom("a time from 00:00 to 23:59"))
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
twin!(Relation of Relation: EmployeeAndManager "employee and manager", Colleagues "colleagues",
    Couple "couple", ParentAndChild "parent and child", Team "team");
twin!(Agreement of Agreement: NotSaid "not said", Agreed "agreed", NotLikeThis "not like this");
twin!(TouchKind of TouchKind: Serves "serves", Threatens "threatens");
twin!(RecordForm of RecordForm: Dap "dap", Soap "soap", Birp "birp", Girp "girp");
