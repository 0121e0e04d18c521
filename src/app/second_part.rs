//! What comes with the second part of the program. A release is cut in two here, by the call in `main`.
//! What only this list names is not in the first part, so it names no more than it must.

use leptos::prelude::*;

use crate::screen::attune::{
    AttuneScreen, view_details, view_feelings, view_needs, view_often_felt, view_texts,
};
use crate::screen::change::ChangeScreen;
use crate::screen::conversation::ConversationScreen;
use crate::screen::guest::GuestScreen;
use crate::screen::handing::HandOverScreen;
use crate::screen::invite::InviteScreen;
use crate::screen::learn::LearnScreen;
use crate::screen::lock::ChooseLock;
use crate::screen::paper::PaperScreen;
use crate::screen::people::PeopleScreen;
use crate::screen::person_file::PersonFileScreen;
use crate::screen::receive::ReceiveScreen;
use crate::screen::record::RecordScreen;
use crate::screen::second::{SecondPart, Then};
use crate::screen::sessions::SessionsScreen;
use crate::screen::settings::SettingsScreen;
use crate::screen::storage::ErasedScreen;
use crate::screen::together::TogetherScreen;
use crate::screen::turned::TurnedScreen;
use crate::screen::understanding::UnderstandingScreen;
use crate::screen::unlock::UnlockScreen;
use crate::screen::words::WordsScreen;
use crate::screen::worksheet::WorksheetScreen;

static PART: SecondPart = SecondPart {
    attune: || view! { <AttuneScreen /> }.into_any(),
    people: || view! { <PeopleScreen /> }.into_any(),
    sessions: || view! { <SessionsScreen /> }.into_any(),
    turned: || view! { <TurnedScreen /> }.into_any(),
    worksheet: || view! { <WorksheetScreen /> }.into_any(),
    hand_over: || view! { <HandOverScreen /> }.into_any(),
    guest: || view! { <GuestScreen /> }.into_any(),
    paper: || view! { <PaperScreen /> }.into_any(),
    record: || view! { <RecordScreen /> }.into_any(),
    person_file: || view! { <PersonFileScreen /> }.into_any(),
    together: || view! { <TogetherScreen /> }.into_any(),
    conversation: || view! { <ConversationScreen /> }.into_any(),
    invite: || view! { <InviteScreen /> }.into_any(),
    receive: || view! { <ReceiveScreen /> }.into_any(),
    understanding: || view! { <UnderstandingScreen /> }.into_any(),
    change: || view! { <ChangeScreen /> }.into_any(),
    learn: || view! { <LearnScreen /> }.into_any(),
    words: || view! { <WordsScreen /> }.into_any(),
    choose_lock: || view! { <ChooseLock /> }.into_any(),
    unlock: || view! { <UnlockScreen /> }.into_any(),
    erased: || view! { <ErasedScreen /> }.into_any(),
    settings: || view! { <SettingsScreen /> }.into_any(),
    shortcuts: super::shortcuts::view_list,
    feelings: view_feelings,
    needs: view_needs,
    details: view_details,
    often_felt: view_often_felt,
    texts: view_texts,
    examples: crate::example::cabinet,
    meanings: crate::vocabulary::meanings,
};

/// Called once it is here. Nothing of the page's own is still to come, so the worker may: once it runs, the page seals
/// itself.
pub fn second_part() -> &'static SecondPart {
    crate::worker::prepare();
    &PART
}

/// A program of one piece, in development and in tests: there is nothing to wait for.
pub(super) fn whole(then: Then) {
    leptos::task::spawn_local(async { then(Some(second_part())) });
}
