//! Files that are chosen or dropped, counted one after another for a group, and let go of.
//! Never shows a file's name: it may say whose it is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::browser::NoBytes;
use crate::desk::{Desk, NotArrived, NotCounted};
use crate::domain::GroupId;
use crate::i18n::{count, fill, more, text};
use crate::reactive::{Look, derived, memo};
use crate::screen::change::Changing;
use crate::screen::receive::not_arrived_text;
use crate::ui::markup::{button, el, live, nodes};
use crate::ui::view_files_field;
use crate::worker::Helper;

const FILES: &str = "change-files";

/// What became of the files that were chosen last.
#[derive(Clone, PartialEq, Default)]
struct Outcome {
    is_busy: bool,
    counted: usize,
    /// By their place among the files, from 1.
    troubles: Vec<(usize, &'static str)>,
}

pub fn view_files(changing: Changing) -> AnyView {
    let words = &more().change_sheets;
    let outcome = RwSignal::new(Outcome::default());
    let names = memo(move || {
        changing.look(|map| {
            map.groups.iter().map(|it| (it.id, it.name.as_str().to_string())).collect::<Vec<_>>()
        })
    });
    let shown = memo(move || changing.shown());
    let groups = move || {
        let buttons = names.get().into_iter().map(|(id, name)| {
            button()
                .class("choice")
                .attr("translate", "no")
                .live_attr("aria-pressed", move || (shown.get() == Some(id)).to_string())
                .on_click(move || changing.chosen.set(Some(id)))
                .child(name)
                .into_any()
        });
        buttons.collect::<Vec<_>>()
    };
    nodes![
        el("div")
            .class("choices")
            .attr("role", "group")
            .attr("aria-label", words.for_group)
            .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(words.for_group))
            .child(el("span").class("choices__flow").live(groups)),
        live(move || shown.get().map(|id| view_field(changing, id, outcome))),
        el("div").attr("role", "status").live(move || view_outcome(&outcome.get()))
    ]
}

fn view_field(changing: Changing, id: GroupId, outcome: RwSignal<Outcome>) -> AnyView {
    let words = &more().change_sheets;
    let group = changing.group(id);
    let name = derived(move || {
        group.look(|it| it.as_ref().map(|it| it.name.as_str().to_string()).unwrap_or_default())
    });
    let waiting = move || match group.look(|it| it.as_ref().map_or(0, |it| it.counted.waiting())) {
        0 => words.waiting_none.to_string(),
        some => count(some as usize, words.waiting_one, words.waiting_other),
    };
    let take = move |files| {
        if !outcome.get_untracked().is_busy {
            outcome.set(Outcome { is_busy: true, ..Outcome::default() });
            spawn_local(count_all(changing.desk, id, files, outcome));
        }
    };
    nodes![
        live(move || {
            let label = fill(words.files, &[("group", &name.get())]);
            view_files_field(FILES, label, words.files_hint, take)
        }),
        el("p").class("soft").attr("role", "status").live(waiting)
    ]
}

async fn count_all(desk: Desk, group: GroupId, files: Vec<File>, outcome: RwSignal<Outcome>) {
    let mut so_far = Outcome { is_busy: true, ..Outcome::default() };
    for (at, file) in files.into_iter().enumerate() {
        match count_one(desk, group, file).await {
            Ok(()) => so_far.counted += 1,
            Err(why) => so_far.troubles.push((at + 1, why)),
        }
        outcome.try_set(so_far.clone());
    }
    outcome.try_set(Outcome { is_busy: false, ..so_far });
}

async fn count_one(desk: Desk, group: GroupId, file: File) -> Result<(), &'static str> {
    let helper = Helper::of_the_page().ok_or(more().lock.no_help)?;
    let bytes =
        crate::browser::read_file(file, Desk::HANDOVER_MOST).await.map_err(|it| match it {
            NoBytes::TooLarge => more().receive.too_large,
            NoBytes::Unreadable => more().restore.unreadable,
        })?;
    desk.count_worksheet(helper, group, bytes).await.map_err(not_counted_text)
}

fn not_counted_text(error: NotCounted) -> &'static str {
    let words = &more().change_sheets;
    match error {
        NotCounted::Gone => more().change.gone,
        NotCounted::NotArrived(NotArrived::AsksForPassphrase) => words.passphrase,
        NotCounted::NotArrived(why) => not_arrived_text(why),
        NotCounted::Twice => words.twice,
        NotCounted::Empty => words.empty,
        NotCounted::OnlyReads => text().trouble.only_reads,
    }
}

fn view_outcome(outcome: &Outcome) -> AnyView {
    let words = &more().change_sheets;
    let counted = (outcome.counted > 0)
        .then(|| el("p").child(count(outcome.counted, words.counted_one, words.counted_other)));
    let troubles = outcome.troubles.iter().map(|(number, why)| {
        let values = [("number", &*number.to_string()), ("why", why)];
        el("p").class("field__error").child(fill(words.trouble_at, &values)).into_any()
    });
    nodes![
        outcome.is_busy.then(|| el("p").class("soft").child(words.counting)),
        counted,
        troubles.collect::<Vec<_>>()
    ]
}
