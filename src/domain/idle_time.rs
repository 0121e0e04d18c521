//! How long nobody may touch the page before the lock falls shut, as a person chose it.
//! Never looks at a clock: who listens to the page does.

/// The device's own: it goes into no file, and no file changes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum IdleTime {
    FiveMinutes,
    #[default]
    TenMinutes,
    HalfHour,
    Hour,
}

impl IdleTime {
    pub const ALL: [IdleTime; 4] =
        [IdleTime::FiveMinutes, IdleTime::TenMinutes, IdleTime::HalfHour, IdleTime::Hour];
    /// In minutes. Whoever listens touches nothing, so a session gets this much at least.
    const IN_SESSION: u8 = 30;

    pub fn minutes(self) -> u8 {
        match self {
            IdleTime::FiveMinutes => 5,
            IdleTime::TenMinutes => 10,
            IdleTime::HalfHour => 30,
            IdleTime::Hour => 60,
        }
    }

    /// While a session is open.
    pub fn minutes_in_session(self) -> u8 {
        self.minutes().max(Self::IN_SESSION)
    }
}
