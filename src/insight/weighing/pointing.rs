//! The needs that the signs of one moment point to, put together as chances are.
//! Never looks beyond one moment.

use super::links::Links;

/// The needs that the signs of one moment point to; the rows are used again for the next.
pub(super) struct Pointing {
    /// By the number of the need: the chance that no sign points there.
    misses: Vec<f32>,
    touched: Vec<usize>,
}

impl Pointing {
    pub(super) fn new(needs: usize) -> Pointing {
        Pointing { misses: vec![1.0; needs], touched: Vec::new() }
    }

    pub(super) fn read(&mut self, signs: &[(usize, f32)], links: &Links) {
        for (sign, factor) in signs {
            for link in links.of_sign(*sign) {
                if self.misses[link.need] == 1.0 {
                    self.touched.push(link.need);
                }
                self.misses[link.need] *= 1.0 - (link.strength * factor).min(1.0);
            }
        }
    }

    /// Each once, with how much is pointed there: at most 1.
    pub(super) fn take(&mut self) -> impl Iterator<Item = (usize, f32)> {
        let misses = &mut self.misses;
        self.touched.drain(..).map(|need| (need, 1.0 - std::mem::replace(&mut misses[need], 1.0)))
    }
}
