//! A vault so small that it can be looked through: a state is a list of numbers, four to a segment.
//! Never seals, and never draws chance: it is the keeper that the mirror is tested with.

use std::rc::Rc;

use attune::storage::mirror::*;
use attune::storage::{Memory, MemoryLedger, Slot};

use crate::faulty::{Faulty, copy};

fn sum(text: &str) -> u32 {
    text.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()))
}

fn close(text: &str) -> Vec<u8> {
    format!("{text}#{}", sum(text)).into_bytes()
}

fn open(bytes: &[u8]) -> Option<&str> {
    let (text, end) = std::str::from_utf8(bytes).ok()?.rsplit_once('#')?;
    (end == sum(text).to_string()).then_some(text)
}

fn numbers(text: &str) -> Vec<u32> {
    text.split(',').filter_map(|number| number.parse().ok()).collect()
}

/// Reads heads (`generation|vault|key key|all edits`: no two states have the same head) and segments (`key|1,2,3`).
pub struct TinyJudge;

impl Judge for TinyJudge {
    fn head(&mut self, place: usize, bytes: &[u8]) -> Seen {
        if bytes.starts_with(b"newer") {
            return Seen::Newer;
        }
        let Some(text) = open(bytes) else { return Seen::Damaged };
        let parts: Vec<&str> = text.split('|').collect();
        let generation: u64 = parts[0].parse().unwrap();
        assert_eq!(generation % 2, place as u64, "a head under the other's key");
        let keys = parts[2].split(' ').filter(|key| !key.is_empty()).map(str::to_owned).collect();
        Seen::Head(Listed { generation, vault: parts[1].parse().unwrap(), keys })
    }

    fn is_whole(&mut self, _: &[u8], key: &str, bytes: &[u8]) -> bool {
        open(bytes).is_some_and(|text| text.split('|').next() == Some(key))
    }

    fn may_go(&mut self, key: &str, highest: u64) -> bool {
        let Some((_, generation)) = key.rsplit_once('.') else { return false };
        key.starts_with("segment.") && generation.parse::<u64>().unwrap() <= highest + 2
    }
}

/// What the head in one home lists, read there or in the other.
pub fn edits(stores: &Stores, head: &Found, only: Option<Home>) -> Vec<u32> {
    let mut all = Vec::new();
    for key in &head.listed.keys {
        let homes: [&dyn Slot; 2] = [&stores.ledger.kept, &stores.local.memory];
        let places = [0, 1].into_iter().filter(|at| only.is_none_or(|home| home as usize == *at));
        let mut found = places.filter_map(|at| homes[at].read(key).unwrap());
        let bytes = found.find(|bytes| TinyJudge.is_whole(&[], key, bytes)).unwrap();
        all.extend(numbers(open(&bytes).unwrap().split('|').nth(1).unwrap()));
    }
    all
}

/// The two stores of one browser.
#[derive(Clone, Default)]
pub struct Stores {
    pub ledger: MemoryLedger,
    pub local: Faulty,
}

impl Stores {
    pub fn copy(&self) -> Stores {
        Stores {
            ledger: MemoryLedger::over(copy(&self.ledger.kept)),
            local: Faulty::over(copy(&self.local.memory)),
        }
    }

    pub fn homes(&self) -> [&Memory; 2] {
        [&self.ledger.kept, &self.local.memory]
    }

    pub fn decide(&self) -> Result<Decision, Refused> {
        decide([Ok(&self.ledger.kept), Ok(&self.local)], &mut TinyJudge)
    }

    /// What would be opened now.
    pub fn state(&self) -> Vec<u32> {
        let decision = self.decide().unwrap();
        assert_eq!(decision.lacks, []);
        assert!(decision.fork.is_none(), "gone apart");
        let head = decision.head.map(|head| edits(self, &head, None));
        head.unwrap_or_default()
    }

    pub fn assert_equal(&self) {
        let all = |memory: &Memory| {
            let keys = memory.keys().unwrap();
            let read = |key: &String| memory.read(key).unwrap();
            keys.iter().map(|key| (key.clone(), read(key))).collect::<Vec<_>>()
        };
        assert_eq!(all(self.homes()[0]), all(self.homes()[1]), "both homes hold the same");
    }
}

/// A state as it lies in segments.
#[derive(Clone, Default)]
pub struct Shelf {
    pub edits: Vec<u32>,
    /// One for each four edits.
    keys: Vec<String>,
    generation: u64,
}

impl Shelf {
    pub fn of(head: &Found, edits: Vec<u32>) -> Shelf {
        Shelf { edits, keys: head.listed.keys.clone(), generation: head.listed.generation }
    }

    /// What is to be written so that `edits` follow, `highest` being the newest generation seen.
    pub fn plan(&self, edits: &[u32], highest: u64) -> (Shelf, Save) {
        let mut generation = highest + 1;
        if self.generation != 0 && generation % 2 == self.generation % 2 {
            generation += 1;
        }
        let (old, new): (Vec<_>, Vec<_>) =
            (self.edits.chunks(4).collect(), edits.chunks(4).collect());
        let mut keys = Vec::new();
        let mut puts = Vec::new();
        for (at, chunk) in new.iter().enumerate() {
            if old.get(at) == Some(chunk) {
                keys.push(self.keys[at].clone());
                continue;
            }
            let key = format!("segment.{at}.{generation}");
            let all: Vec<String> = chunk.iter().map(u32::to_string).collect();
            puts.push((key.clone(), Rc::from(close(&format!("{key}|{}", all.join(","))))));
            keys.push(key);
        }
        let replaced = self.keys.iter().filter(|key| !keys.contains(key)).cloned().collect();
        let head = Rc::from(close(&format!("{generation}|0|{}|{edits:?}", keys.join(" "))));
        let shelf = Shelf { edits: edits.to_vec(), keys, generation };
        (shelf, Save { place: (generation % 2) as usize, head, puts, replaced })
    }

    pub fn generation(&self) -> u64 {
        self.generation
    }
}
