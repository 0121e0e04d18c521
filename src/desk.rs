//! The state of the app: what is open, what was caught last, what is kept; and the commands that change it.
//! The only writer of signals that hold domain data. Shows nothing and words nothing: screens do.

mod backup;
mod between_devices;
mod catching;
mod changing;
mod conversing;
mod erasing;
mod filing;
mod handing;
mod inviting;
pub mod keeper;
mod keeping;
mod locking;
mod opening;
mod passkeys;
mod people;
mod receiving;
mod recording;
mod removing;
mod restoring;
mod sessions;
mod sharing;
mod stored;
mod understanding;
mod unlocking;
mod worksheet;
mod world;
mod writing;

use std::sync::Arc;

use crate::reactive::{Look, memo};
use leptos::prelude::*;

pub use crate::exchange::conversation_file::{FileKind, News, Told};
pub use crate::exchange::handover::{HandedBy, Picked, PickedMoment, PickedSession};
pub use crate::exchange::{
    Brings, Compared, PersonPreview, Preview, Refused, SessionPreview, Size, Spot, Stays,
};
pub use crate::storage::erase_caches;
pub use crate::vault::recovery_code::{CodeFault, RecoveryCode};
pub use backup::{BackupAge, Made, NotMade};
pub use between_devices::{
    Arrival, Brought, FileForOthers, NotConversation, NotForOthers, NotOfIt, NotShared,
    NotTakingPart,
};
pub use catching::{Catching, Caught};
use changing::OpenChange;
pub use changing::{NotChanged, NotCounted, RemovedOfChange, removed_text};
pub use conversing::{Beginning, FrameChange, Hand, NotAsked, NotJoined, NotOpened};
use conversing::{LiesOn, Talk, open_one};
pub use erasing::{Erased, Gone, OnlyReads};
pub use filing::{ErasedPerson, NotErased, StoresLeft};
pub use handing::{HandoverFile, NotHanded};
pub use inviting::NotInvited;
use keeper::Locked;
pub use keeper::{Homes, Keeper, KeptIn, LaidAside, Reason, Refusal, SaveError, Unread};
pub use keeping::Keeping;
use keeping::Save;
pub use locking::{Lock, NoKey, NotLocked, WayKind};
pub use opening::WrongKey;
pub use passkeys::NoPasskeyWay;
pub use people::PersonChange;
pub use receiving::{Arrived, NotArrived, NotTakenIn, TakenIn, Whose};
pub use recording::{NotRecorded, SheetChange};
pub use removing::{Notice, Removal};
pub use restoring::{Aside, NotRead, NotRestored, Outlook, Restored, Restoring, Taken};
pub use sessions::{NotWritten, NoteKind};
use sharing::Sharing;
pub use sharing::{Role, word};
pub use stored::{Fullness, Holds, Stored};
pub use unlocking::Shut;
pub use world::{Granted, NoPasskey, Task, World};
pub use writing::TextPlace;

use crate::domain::{
    Cabinet, Conversation, Day, IdleTime, Journal, Moment, Person, PersonId, Session, SessionId,
    Theme,
};

/// What the desk is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// What is kept is being looked for.
    Absent,
    /// What is kept asks for a key.
    Locked,
    Open(Kept),
    /// All that was kept has been erased; the page is to be loaded anew.
    Erased(Erased),
    /// What is stored cannot be opened; nothing is ever written over it.
    Refused(Refusal),
}

/// What becomes of changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept {
    Kept,
    /// On purpose nothing is kept: gone when the page closes.
    ThisVisit,
    /// The browser keeps nothing for this page: gone when it closes.
    Blocked,
    /// The examples: nothing is kept, on purpose.
    Example,
}

/// A handle, cheap to copy; the state lives as long as the app.
#[derive(Clone, Copy)]
pub struct Desk {
    world: World,
    phase: RwSignal<Phase>,
    cabinet: RwSignal<Cabinet>,
    /// Whose sessions are looked at; with a session open, whose it is.
    whose: RwSignal<Option<PersonId>>,
    open: RwSignal<Option<SessionId>>,
    open_change: OpenChange,
    catching: RwSignal<Catching>,
    keeping: RwSignal<Keeping>,
    kept_in: RwSignal<KeptIn>,
    unread: RwSignal<Vec<Unread>>,
    removals: RwSignal<Vec<Removal>>,
    notice: RwSignal<Option<Notice>>,
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    /// What waits for its key.
    locked: StoredValue<Option<Locked>, LocalStorage>,
    lock: RwSignal<Lock>,
    role: RwSignal<Role>,
    sharing: StoredValue<Sharing>,
    save: StoredValue<Save>,
    /// What a session is called that was kept twice, where two tabs have written at once.
    kept_twice: &'static str,
    journal: Memo<Option<Arc<Journal>>>,
    person: Memo<Option<Arc<Person>>>,
    session: Memo<Option<Arc<Session>>>,
    moment: Memo<Option<Arc<Moment>>>,
    talk: RwSignal<Talk>,
    conversation: Memo<Option<Arc<Conversation>>>,
    /// Where this is the desk of a sheet.
    lies_on: StoredValue<Option<LiesOn>>,
}

impl Desk {
    /// A desk with nothing on it; `open_kept` comes next. Needs a reactive owner.
    pub fn new(world: World, kept_twice: &'static str) -> Desk {
        let cabinet = RwSignal::new(Cabinet::default());
        let whose = RwSignal::new(None::<PersonId>);
        let open = RwSignal::new(None::<SessionId>);
        let catching = RwSignal::new(Catching::default());
        let journal = memo(move || cabinet.look(|cabinet| cabinet.journal(whose.get()?).cloned()));
        let person = memo(move || journal.look(|journal| Some(journal.as_ref()?.person.clone())));
        let session = memo(move || journal.look(|it| it.as_ref()?.session(open.get()?).cloned()));
        let moment = current_moment(session, catching);
        let talk = RwSignal::new(Talk::default());
        let conversation = memo(move || cabinet.look(|it| open_one(it, talk.get())));
        Desk {
            world,
            phase: RwSignal::new(Phase::Absent),
            cabinet,
            whose,
            open,
            open_change: OpenChange::on(cabinet),
            catching,
            keeping: RwSignal::new(Keeping::Saved),
            kept_in: RwSignal::new(KeptIn::Both),
            unread: RwSignal::new(Vec::new()),
            removals: RwSignal::new(Vec::new()),
            notice: RwSignal::new(None),
            keeper: StoredValue::new_local(None),
            locked: StoredValue::new_local(None),
            lock: RwSignal::new(Lock::Open),
            role: RwSignal::new(Role::Writer),
            sharing: StoredValue::new(Sharing::default()),
            save: StoredValue::new(Save::default()),
            kept_twice,
            journal,
            person,
            session,
            moment,
            talk,
            conversation,
            lies_on: StoredValue::new(None),
        }
    }

    pub fn phase(&self) -> ReadSignal<Phase> {
        self.phase.read_only()
    }

    pub fn cabinet(&self) -> ReadSignal<Cabinet> {
        self.cabinet.read_only()
    }

    /// The journal that is looked at.
    pub fn journal(&self) -> Memo<Option<Arc<Journal>>> {
        self.journal
    }

    /// The person whose journal is looked at. Who follows them does not follow what is noted.
    pub fn person(&self) -> Option<Arc<Person>> {
        self.person.get()
    }

    /// The open session.
    pub fn session(&self) -> Memo<Option<Arc<Session>>> {
        self.session
    }

    /// The moment in which things are caught.
    pub fn moment(&self) -> Memo<Option<Arc<Moment>>> {
        self.moment
    }

    pub fn unread(&self) -> ReadSignal<Vec<Unread>> {
        self.unread.read_only()
    }

    pub fn today(&self) -> Day {
        (self.world.today)()
    }

    pub fn theme(&self) -> Theme {
        self.cabinet.look(|cabinet| cabinet.settings.theme)
    }

    pub fn set_theme(&self, theme: Theme) {
        self.change(|cabinet| Arc::make_mut(&mut cabinet.settings).theme = theme);
    }

    /// How long nobody may touch the page before the lock falls shut.
    pub fn idle_time(&self) -> IdleTime {
        self.cabinet.look(|cabinet| cabinet.idle_time)
    }

    pub fn set_idle_time(&self, time: IdleTime) {
        self.change(|cabinet| cabinet.idle_time = time);
    }

    /// The same in minutes, as things stand now.
    pub fn idle_minutes(&self) -> u8 {
        let time = self.cabinet.glance(|cabinet| cabinet.idle_time);
        match self.session.glance(Option::is_some) {
            true => time.minutes_in_session(),
            false => time.minutes(),
        }
    }

    /// Sets the therapist's own words beside the pointer to help. Whether they fit: at most 280 characters.
    pub fn set_pointer(&self, raw: &str) -> bool {
        let fits = raw.chars().count() <= Self::POINTER_MOST;
        if let Some(note) = crate::domain::Note::parse(raw).filter(|_| fits) {
            self.change_by_letter(|cabinet| Arc::make_mut(&mut cabinet.settings).pointer = note);
        }
        fits
    }

    /// In Unicode scalar values: a few lines beside a pointer.
    pub const POINTER_MOST: usize = 280;

    /// One of the two ways in which what is kept changes: kept at once.
    fn change<R>(&self, change: impl FnOnce(&mut Cabinet) -> R) -> R {
        let mut cabinet = self.cabinet.get_untracked();
        let result = change(&mut cabinet);
        self.put(cabinet);
        result
    }

    fn put(&self, cabinet: Cabinet) {
        if self.may_change() {
            self.cabinet.set(cabinet);
            if !self.hand_up(false) {
                self.keep_soon();
            }
        }
    }

    /// The other, letter by letter: kept once there is a pause.
    fn change_by_letter(&self, change: impl FnOnce(&mut Cabinet)) {
        let mut cabinet = self.cabinet.get_untracked();
        change(&mut cabinet);
        if self.may_change() {
            self.cabinet.set(cabinet);
            if !self.hand_up(true) {
                self.keep_after_pause();
            }
        }
    }
}

fn current_moment(
    session: Memo<Option<Arc<Session>>>,
    catching: RwSignal<Catching>,
) -> Memo<Option<Arc<Moment>>> {
    memo(move || {
        let current = catching.look(|catching| catching.moment)?;
        session.look(|session| session.as_ref()?.moment(current).cloned())
    })
}
