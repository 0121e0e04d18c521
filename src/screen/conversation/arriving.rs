//! A file from another device: it goes to its conversation by itself, or opens one here and asks who one is.
//! Never keeps anything of an opening file before somebody says who they are.

mod wording;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::devices::view_chosen;
use crate::browser::NoBytes;
use crate::desk::{Arrival, Brought, Desk, NotConversation};
use crate::domain::{ConversationId, PersonId};
use crate::i18n::{fill, more};
use crate::route::Route;
use crate::screen::file_passphrase::{Passphrase, view_file_passphrase};
use crate::screen::go;
use crate::screen::lock::view_trouble;
use crate::ui::markup::{button, el, live, nodes};
use crate::ui::view_file_field;
use crate::worker::Helper;

use wording::{not_conversation_text, not_taking_part_text, told_text};

const FILE: &str = "conversation-file";
const PASSPHRASE: &str = "conversation-passphrase";

/// Where it stands. What was opened is in memory as long as this is shown, and nowhere else.
#[derive(Clone)]
enum Step {
    Choose,
    Opening,
    /// The file asks for one.
    Passphrase(Arc<Vec<u8>>),
    Who(Arc<Arrival>),
    Came(Arc<Brought>),
    /// An opening file of this one, which was open here before.
    IsHere(ConversationId),
}

#[derive(Clone, Copy)]
struct Arriving {
    desk: Desk,
    /// Beside the conversation that is open, or on the list of all.
    is_inside: bool,
    step: RwSignal<Step>,
    trouble: RwSignal<Option<&'static str>>,
}

pub fn view_arriving(desk: Desk, is_inside: bool) -> AnyView {
    let (step, trouble) = (RwSignal::new(Step::Choose), RwSignal::new(None));
    let arriving = Arriving { desk, is_inside, step, trouble };
    el("div")
        .class("talk__file")
        .live(move || match step.get() {
            Step::Choose => view_choose(arriving),
            Step::Opening => {
                el("p").attr("role", "status").child(more().receive.opening).into_any()
            }
            Step::Passphrase(file) => view_passphrase(arriving, file),
            Step::Who(arrival) => view_who(arriving, arrival),
            Step::Came(brought) => view_came(arriving, &brought),
            Step::IsHere(id) => nodes![
                el("p").attr("role", "status").child(more().arriving.is_here),
                view_ends(arriving, id)
            ],
        })
        .child(view_trouble(trouble))
        .into_any()
}

fn view_choose(arriving: Arriving) -> AnyView {
    let (words, hint) = (&more().arriving, more().receive.file_hint);
    view_file_field(FILE, words.file, hint, move |it| take_file(arriving, it))
}

fn take_file(arriving: Arriving, file: File) {
    arriving.trouble.set(None);
    arriving.step.set(Step::Opening);
    spawn_local(async move {
        match crate::browser::read_file(file, Desk::CONVERSATION_FILE_MOST).await {
            Ok(bytes) => open(arriving, bytes).await,
            Err(NoBytes::TooLarge) => back(arriving, more().arriving.too_large),
            Err(NoBytes::Unreadable) => back(arriving, more().restore.unreadable),
        }
    });
}

async fn open(arriving: Arriving, bytes: Vec<u8>) {
    let Some(helper) = Helper::of_the_page() else { return back(arriving, more().lock.no_help) };
    // Kept beside, should it ask for a passphrase.
    let file = Arc::new(bytes.clone());
    match arriving.desk.take_in_conversation_file(helper, bytes).await {
        Ok(brought) => go_on(arriving, Step::Came(Arc::new(brought))),
        Err(NotConversation::AsksForPassphrase) => go_on(arriving, Step::Passphrase(file)),
        Err(why) => back(arriving, not_conversation_text(why)),
    }
}

fn go_on(arriving: Arriving, step: Step) {
    arriving.step.try_set(step);
    crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
}

fn back(arriving: Arriving, why: &'static str) {
    arriving.step.try_set(Step::Choose);
    arriving.trouble.try_set(Some(why));
    crate::browser::soon(Box::new(|| crate::browser::focus(FILE)));
}

fn view_leave(arriving: Arriving) -> AnyView {
    let leave = move || {
        arriving.trouble.set(None);
        arriving.step.set(Step::Choose);
    };
    button().class("button").on_click(leave).child(more().receive.leave).into_any()
}

fn view_passphrase(arriving: Arriving, file: Arc<Vec<u8>>) -> AnyView {
    let open = move |passphrase| open_with(arriving, file.clone(), passphrase);
    nodes![
        el("p").child(more().arriving.passphrase_lead),
        view_file_passphrase(PASSPHRASE, open, view_leave(arriving))
    ]
}

async fn open_with(
    arriving: Arriving,
    file: Arc<Vec<u8>>,
    passphrase: Passphrase,
) -> Result<(), String> {
    let helper = Helper::of_the_page().ok_or(more().lock.no_help)?;
    let opened = arriving.desk.open_opening_file(helper, Vec::clone(&file), passphrase).await;
    let arrival = opened.map_err(not_conversation_text)?;
    go_on(
        arriving,
        match arrival.is_here {
            true => Step::IsHere(arrival.opening.statement.conversation),
            false => Step::Who(Arc::new(arrival)),
        },
    );
    Ok(())
}

/// Whoever is named in it; of whom something was said already, that is said: it may be somebody else's place.
fn view_who(arriving: Arriving, arrival: Arc<Arrival>) -> AnyView {
    let words = &more().arriving;
    let statement = &arrival.opening.statement;
    let topic = statement.frame.topic.as_ref();
    let topic = topic.map_or(more().conversing.no_topic, |it| it.as_str()).to_string();
    let is_taken = |id: PersonId| statement.said.iter().any(|it| it.id == id && it.revision > 0);
    let listed = statement.frame.people.iter().filter(|it| it.released.is_none());
    let named = listed.map(|it| {
        let code = it.code.as_str();
        let taken = || fill(words.taken, &[("code", code)]);
        (it.id, if is_taken(it.id) { taken() } else { code.to_string() })
    });
    let (people, chosen) = (named.collect(), RwSignal::new(Vec::new()));
    let take_part = move || match arriving.desk.take_part(&arrival.opening, &chosen.get_untracked())
    {
        Ok(id) => see(arriving.desk, id),
        Err(why) => arriving.trouble.set(Some(not_taking_part_text(why))),
    };
    let ways = button().class("button button--first").on_click(take_part).child(words.take_part);
    nodes![
        el("p").attr("translate", "no").child(fill(words.who_lead, &[("topic", &topic)])),
        view_chosen(words.who, people, chosen),
        el("p").class("soft small").child(words.who_several),
        el("p").class("answers").child(ways).child(view_leave(arriving))
    ]
}

fn view_came(arriving: Arriving, brought: &Brought) -> AnyView {
    let told = told_text(arriving.desk, brought);
    let said = told.into_iter().map(|it| el("p").attr("translate", "no").child(it));
    nodes![
        el("div").class("talk__told").attr("role", "status").children(said),
        view_ends(arriving, brought.conversation)
    ]
}

/// To the conversation, where it is not the one that lies open, and back to the field.
fn view_ends(arriving: Arriving, id: ConversationId) -> AnyView {
    let desk = arriving.desk;
    let is_open = move || {
        arriving.is_inside
            && untrack(|| desk.conversation().get()).is_some_and(|open| open.id == id)
    };
    let to_it = move || {
        (!is_open()).then(|| {
            button()
                .class("button button--first")
                .on_click(move || see(desk, id))
                .child(more().arriving.see)
        })
    };
    let another = button()
        .class("button")
        .on_click(move || arriving.step.set(Step::Choose))
        .child(more().lock.back);
    el("p").class("answers").child(live(to_it)).child(another).into_any()
}

fn see(desk: Desk, id: ConversationId) {
    desk.open_conversation(id);
    go(Route::Conversation);
}
