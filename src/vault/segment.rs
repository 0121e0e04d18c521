//! The payload of a segment: records in a row, each framed so that one nobody can read is still kept whole.
//! Never looks into a record's body: that is `wire`'s.

use serde::{Deserialize, Serialize};

use super::{TooLarge, Unreadable};
use crate::domain::PartId;

/// One record as it lies in a segment. The framing says of which session, participant or group it is even where the body is
/// from a newer Attune, so that deleting one deletes all of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame<'a> {
    pub kind: u8,
    pub version: u8,
    pub part: Option<PartId>,
    pub body: &'a [u8],
}

#[derive(Serialize, Deserialize)]
struct WireFrame<'a> {
    kind: u8,
    version: u8,
    part: Option<[u8; 8]>,
    #[serde(borrow)]
    body: &'a [u8],
}

/// Adds one record to a payload. Errors: none that a record of ours can meet.
pub fn push(payload: Vec<u8>, frame: &Frame) -> Result<Vec<u8>, TooLarge> {
    let wire = WireFrame {
        kind: frame.kind,
        version: frame.version,
        part: frame.part.map(|part| part.0),
        body: frame.body,
    };
    postcard::to_extend(&wire, payload).map_err(|_| TooLarge)
}

/// Takes the first record off a payload and gives the rest. Errors: damaged, and then all that follows is too.
pub fn take(payload: &[u8]) -> Result<(Frame<'_>, &[u8]), Unreadable> {
    let (wire, rest) = postcard::take_from_bytes::<WireFrame>(payload)?;
    let frame = Frame {
        kind: wire.kind,
        version: wire.version,
        part: wire.part.map(PartId),
        body: wire.body,
    };
    Ok((frame, rest))
}
