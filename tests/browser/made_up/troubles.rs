//! The walk through what goes wrong: where nothing can be kept, and where what is kept cannot be opened.
//! Never mends anything.

use attune::storage::{Memory, Slot};

use super::Eye;
use super::walk::mount;

pub async fn troubles(eye: &mut Eye) {
    attune::browser::set_address("#/people");
    let blocked = mount(None);
    blocked.until(".notice--warn").await;
    eye.read(&blocked, "a browser that keeps nothing");
    blocked.leave();
    let home = Memory::default();
    home.write("segment.1.2", b"no head lists this").unwrap();
    let damaged = mount(Some(home));
    damaged.until("main .answers").await;
    eye.read(&damaged, "what cannot be opened");
    damaged.leave();
}
