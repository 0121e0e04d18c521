//! Where an id stands in a list, found in log n steps.
//! Never knows whose id it is: sessions and moments share this code.

use crate::order;

pub struct Index {
    ids: Vec<[u8; 8]>,
    /// Places in `ids`, in the order of what is there; of one id the first place first.
    places: Vec<usize>,
}

impl Index {
    pub fn new(ids: Vec<[u8; 8]>) -> Index {
        let places = order::places(ids.len(), &|one, other| ids[one].cmp(&ids[other]));
        Index { ids, places }
    }

    /// Of an id that is there twice, the first place.
    pub fn find(&self, id: [u8; 8]) -> Option<usize> {
        let found = self.places.partition_point(|place| self.ids[*place] < id);
        self.places.get(found).copied().filter(|place| self.ids[*place] == id)
    }
}
