//! What comes with the second part of the program, and the one call that fetches it.
//! A release cuts the program in two here: what only this list names is not in the first part, so it names no more than it must.

use leptos::prelude::*;

use crate::screen::attune::{
    AttuneScreen, view_details, view_feelings, view_needs, view_often_felt, view_texts,
};
use crate::screen::learn::LearnScreen;
use crate::screen::lock::ChooseLock;
use crate::screen::people::PeopleScreen;
use crate::screen::second::SecondPart;
use crate::screen::sessions::SessionsScreen;
use crate::screen::settings::SettingsScreen;
use crate::screen::turned::TurnedScreen;
use crate::screen::unlock::UnlockScreen;
use crate::screen::words::WordsScreen;

static PART: SecondPart = SecondPart {
    attune: || view! { <AttuneScreen /> }.into_any(),
    people: || view! { <PeopleScreen /> }.into_any(),
    sessions: || view! { <SessionsScreen /> }.into_any(),
    turned: || view! { <TurnedScreen /> }.into_any(),
    learn: || view! { <LearnScreen /> }.into_any(),
    words: || view! { <WordsScreen /> }.into_any(),
    choose_lock: || view! { <ChooseLock /> }.into_any(),
    unlock: || view! { <UnlockScreen /> }.into_any(),
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

/// The second part did not arrive; why is the browser's to know.
struct Missing;

#[cfg(split)]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
        Missing
    }
}

/// Where the program is cut: tools/split-program.mjs finds this by its mark.
#[cfg(split)]
#[wasm_split_helpers::wasm_split(second, fallible)]
fn load() -> Result<&'static SecondPart, Missing> {
    Ok(&PART)
}

/// A program of one piece, in development and in tests: there is nothing to wait for.
#[cfg(not(split))]
async fn load() -> Result<&'static SecondPart, Missing> {
    Ok(&PART)
}

pub fn fetch(then: Box<dyn FnOnce(Option<&'static SecondPart>)>) {
    leptos::task::spawn_local(async move { then(load().await.ok()) });
}
