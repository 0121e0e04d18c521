//! Which screen: parsed from the address and written to it.
//! Never carries anything of a person: no id, no code, no word that was looked up.

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Route {
    Welcome,
    People,
    Sessions,
    /// The canvas of the open session.
    Attune,
    /// The open session, fit for the client's eyes.
    Turned,
    Learn,
    Words,
    Settings,
}

impl Route {
    pub const ALL: [Route; 8] = [
        Route::Welcome,
        Route::People,
        Route::Sessions,
        Route::Attune,
        Route::Turned,
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
            Route::Turned => "#/turned",
            Route::Learn => "#/learn",
            Route::Words => "#/words",
            Route::Settings => "#/settings",
        }
    }

    /// The route of an address; anything unknown is the welcome.
    pub fn parse(address: &str) -> Route {
        let known = |route: &Route| route.address() == address;
        Self::ALL.into_iter().find(known).unwrap_or(Route::Welcome)
    }
}
