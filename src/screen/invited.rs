//! The invitation that the page was opened with, once it is out of the address.
//! Never reads it: that comes with the screen that shows it. Nothing of it is kept.

use leptos::prelude::*;

use crate::browser;
use crate::desk::Desk;
use crate::reactive::Look;
use crate::route::{Route, invitation};

/// For as long as the page lives, or until another one is opened.
#[derive(Clone, Copy)]
pub struct Invited {
    address: RwSignal<Option<String>>,
    /// What the guest has put on a desk of their own, which nobody keeps.
    guest: RwSignal<Option<Desk>>,
    /// The page's: what it owns stays while a guest's screen is covered and uncovered.
    owner: StoredValue<Option<Owner>>,
}

impl Invited {
    /// Takes it out of the address, so that neither a reload nor the history shows it.
    pub fn take() -> Invited {
        let invited = Invited {
            address: RwSignal::new(None),
            guest: RwSignal::new(None),
            owner: StoredValue::new(Owner::current()),
        };
        invited.hear();
        invited
    }

    /// The same, when the address has changed. Whether there was one.
    pub fn hear(self) -> bool {
        let taken = browser::take_address(invitation::OPENING, Route::Welcome.address());
        let is_there = taken.is_some();
        if is_there {
            self.address.set(taken);
        }
        is_there
    }

    /// As it stood in the address: see `route::invitation::parse`.
    pub fn address(self) -> ReadSignal<Option<String>> {
        self.address.read_only()
    }

    /// Whether the page shown is a guest's.
    pub fn has_guest() -> bool {
        use_context::<Invited>().is_some_and(|it| it.address.look(Option::is_some))
    }

    pub fn forget(self) {
        self.guest.set(None);
        self.address.set(None);
    }

    /// The guest's own desk, `made` when it is first asked for.
    pub fn seat(self, make: impl FnOnce() -> Desk) -> Desk {
        if let Some(guest) = self.guest.get_untracked() {
            return guest;
        }
        let guest = self.for_the_page(make);
        self.guest.set(Some(guest));
        guest
    }

    /// What is made here lives as long as the page, and not as long as a guest's screen.
    pub fn for_the_page<T>(self, make: impl FnOnce() -> T) -> T {
        match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Whether a guest has noted something that would go with the page.
    pub fn is_unkept(self) -> bool {
        let has_words = |guest: &Option<Desk>| {
            guest.is_some_and(|guest| guest.cabinet().glance(|it| it.has_words()))
        };
        self.guest.glance(has_words)
    }
}
