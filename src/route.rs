//! Which screen: parsed from the address and written to it.
//! Never carries anything of a person: no id, no code, no word that was looked up.

pub mod invitation;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Route {
    Welcome,
    People,
    Sessions,
    /// The canvas of the open session.
    Attune,
    /// The open session as a page to fill in for oneself.
    Worksheet,
    /// What is handed over of the sessions of one person, piece by piece.
    HandOver,
    /// What can be printed, as it will stand on paper.
    Paper,
    /// An invitation for the chosen person, to be made and given.
    Invite,
    /// What somebody hands over, to be opened and taken in.
    Receive,
    /// The open session, fit for the client's eyes.
    Turned,
    /// The record of the open session.
    Record,
    /// Everything of one person.
    PersonFile,
    /// Conversations between two or more people.
    Together,
    /// The one of them that is open.
    Conversation,
    /// What runs across the sessions of one person.
    Understanding(View),
    /// A change at work: the open one, or the list of them.
    Change,
    Learn,
    Words,
    Settings,
}

/// A way of looking at what was caught.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    CoreNeeds,
    Map,
    Time,
    River,
    Met,
    Choices,
    Find,
}

impl View {
    pub const ALL: [View; 7] =
        [View::CoreNeeds, View::Map, View::Time, View::River, View::Met, View::Choices, View::Find];
}

impl Route {
    pub const ALL: [Route; 25] = [
        Route::Welcome,
        Route::People,
        Route::Sessions,
        Route::Attune,
        Route::Worksheet,
        Route::HandOver,
        Route::Paper,
        Route::Invite,
        Route::Receive,
        Route::Turned,
        Route::Record,
        Route::PersonFile,
        Route::Together,
        Route::Conversation,
        Route::Understanding(View::CoreNeeds),
        Route::Understanding(View::Map),
        Route::Understanding(View::Time),
        Route::Understanding(View::River),
        Route::Understanding(View::Met),
        Route::Understanding(View::Choices),
        Route::Understanding(View::Find),
        Route::Change,
        Route::Learn,
        Route::Words,
        Route::Settings,
    ];

    /// What stands in the address, `#` included.
    pub fn address(self) -> &'static str {
        match self {
            Route::Welcome => "#/",
            Route::People => "#/people",
            Route::Sessions => "#/sessions",
            Route::Attune => "#/attune",
            Route::Worksheet => "#/worksheet",
            Route::HandOver => "#/handover",
            Route::Paper => "#/paper",
            Route::Invite => "#/invite",
            Route::Receive => "#/receive",
            Route::Turned => "#/turned",
            Route::Record => "#/record",
            Route::PersonFile => "#/file",
            Route::Together => "#/together",
            Route::Conversation => "#/conversation",
            Route::Understanding(View::CoreNeeds) => "#/understanding",
            Route::Understanding(View::Map) => "#/understanding/map",
            Route::Understanding(View::Time) => "#/understanding/time",
            Route::Understanding(View::River) => "#/understanding/river",
            Route::Understanding(View::Met) => "#/understanding/met",
            Route::Understanding(View::Choices) => "#/understanding/choices",
            Route::Understanding(View::Find) => "#/understanding/find",
            Route::Change => "#/change",
            Route::Learn => "#/learn",
            Route::Words => "#/words",
            Route::Settings => "#/settings",
        }
    }

    /// The screen alone, whichever of its views is shown: it stays while they change.
    pub fn screen(self) -> Route {
        match self {
            Route::Understanding(_) => Route::Understanding(View::CoreNeeds),
            other => other,
        }
    }

    /// The route of an address; anything unknown is the welcome.
    pub fn parse(address: &str) -> Route {
        let known = |route: &Route| route.address() == address;
        Self::ALL.into_iter().find(known).unwrap_or(Route::Welcome)
    }
}
