//! Reading codes with the camera: the picture, what has been read so far, and a way out to the file.
//! Never keeps what it reads, and never has the camera on while nobody looks: hidden, stopped or left, it is let go.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{self, Camera, NoCamera};
use crate::i18n::{fill, more};
use crate::ui::markup::{button, el, live, nodes};
use crate::worker::{Helper, Picture};

const VIDEO: &str = "scanner-video";

/// In milliseconds, between two looks: with the reading itself four or five a second, and the page stays quick.
const PAUSE: i32 = 120;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Off,
    Asking,
    Looking,
    Without(NoCamera),
    /// The page was hidden.
    Asleep,
    /// It was pulled out, or the permission was taken back.
    Ended,
    /// The worker gave no answer.
    NoReader,
}

/// Each start and each stop is a turn: a look that belongs to an earlier one says nothing any more.
#[derive(Clone, Copy)]
struct Scanner {
    state: RwSignal<State>,
    turn: RwSignal<u32>,
    on_text: Callback<String>,
}

/// `on_text` gets every text as often as it is seen. `progress`: how many of a row are here, and how many there are; `None`
/// where there is no row yet. `on_file`: who would rather choose the file.
pub fn view_scanner(
    progress: Signal<Option<(usize, usize)>>,
    on_text: Callback<String>,
    on_file: Callback<()>,
) -> AnyView {
    let words = &more().scanner;
    let (state, turn) = (RwSignal::new(State::Off), RwSignal::new(0));
    let scanner = Scanner { state, turn, on_text };
    let is_on = move || matches!(state.get(), State::Asking | State::Looking);
    el("section")
        .class("scanner")
        .attr("aria-label", words.title)
        .child(el("p").child(words.lead))
        .child(
            el("video")
                .id(VIDEO)
                .class("scanner__video")
                .toggle("scanner__video--on", move || state.get() == State::Looking)
                .attr("playsinline", "")
                .attr("aria-label", words.seen),
        )
        .child(
            el("p")
                .class("scanner__said")
                .attr("role", "status")
                .live(move || said(state.get(), progress.get())),
        )
        .child(el("p").class("answers").live(move || match is_on() {
            true => view_stop(scanner),
            false => view_start(scanner, on_file),
        }))
        .into_any()
}

fn view_stop(scanner: Scanner) -> AnyView {
    button()
        .class("button")
        .on_click(move || scanner.end(State::Off))
        .child(more().scanner.stop)
        .into_any()
}

fn view_start(scanner: Scanner, on_file: Callback<()>) -> AnyView {
    let words = &more().scanner;
    let name = move || match scanner.turn.get() {
        0 => words.start,
        _ => words.again,
    };
    nodes![
        button()
            .class("button button--first")
            .on_click(move || spawn_local(scanner.begin()))
            .child(live(name)),
        button().class("button").on_click(move || on_file.run(())).child(words.file_instead),
    ]
}

fn said(state: State, progress: Option<(usize, usize)>) -> String {
    let words = &more().scanner;
    let counted = progress.map(|(count, of)| {
        fill(words.progress, &[("count", &count.to_string()), ("of", &of.to_string())])
    });
    match state {
        State::Off => counted.unwrap_or_default(),
        State::Asking => words.asking.to_owned(),
        State::Looking => counted.unwrap_or_else(|| words.looking.to_owned()),
        State::Without(NoCamera::Missing) => words.missing.to_owned(),
        State::Without(NoCamera::Refused) => words.refused.to_owned(),
        State::Without(NoCamera::NotHere) => words.not_here.to_owned(),
        State::Without(NoCamera::InUse) => words.in_use.to_owned(),
        State::Asleep => words.asleep.to_owned(),
        State::Ended => words.ended.to_owned(),
        State::NoReader => words.no_reader.to_owned(),
    }
}

impl Scanner {
    async fn begin(self) {
        self.end(State::Asking);
        let turn = self.turn.get_untracked();
        let Some(helper) = Helper::of_the_page() else { return self.end(State::NoReader) };
        let camera = browser::open_camera(VIDEO).await;
        // Left meanwhile: what came is dropped, and so is off.
        if !self.is_wanted(turn) {
            return;
        }
        match camera {
            Ok(camera) => {
                self.state.set(State::Looking);
                self.watch(camera, helper, turn).await;
            }
            Err(why) => self.end(State::Without(why)),
        }
    }

    async fn watch(self, camera: Camera, helper: Helper, turn: u32) {
        while self.is_wanted(turn) {
            if browser::is_hidden() {
                return self.end(State::Asleep);
            }
            if !camera.is_on() {
                return self.end(State::Ended);
            }
            let picture = camera.look().and_then(|(width, grey)| Picture::new(width, grey));
            if let Some(picture) = picture {
                let read = helper.read_picture(picture).await;
                match read {
                    Ok(texts) => self.hand_on(texts, turn),
                    Err(_) if self.is_wanted(turn) => return self.end(State::NoReader),
                    Err(_) => return,
                }
            }
            browser::wait(PAUSE).await;
        }
    }

    fn hand_on(self, texts: Vec<String>, turn: u32) {
        for text in texts {
            // What the last one led to may have been that this is left.
            if self.is_wanted(turn) {
                self.on_text.run(text);
            }
        }
    }

    /// A signal that is gone belongs to a screen that was left.
    fn is_wanted(self, turn: u32) -> bool {
        self.turn.try_get_untracked() == Some(turn)
    }

    fn end(self, state: State) {
        self.turn.update(|turn| *turn += 1);
        self.state.set(state);
    }
}
