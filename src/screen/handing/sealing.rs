//! Who may open it: the one who made an invitation, or whoever is told a passphrase; and the sealing itself.
//! Never seals for a link that is not whole.

use crate::reactive::derived;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use super::{Handing, Step, sessions, view_back};
use crate::desk::{HandoverFile, NotHanded, Picked, Refused};
use crate::domain::PublicKey;
use crate::i18n::more;
use crate::route::invitation::{AddressFault, OPENING, parse};
use crate::screen::lock::{Asked, view_fields, view_trouble};
use crate::ui::{Choice, ChoiceGroup, PersonField};
use crate::worker::{Helper, Trouble};

/// One press: it is known for whom.
pub(super) fn view_seal_for(handing: Handing, key: PublicKey) -> AnyView {
    let words = &more().handing;
    let sealing = Sealing::new(handing);
    nodes![
        live(move || match sealing.is_busy.get() {
            true => el("span").child(words.sealing).into_any(),
            false => button()
                .class("button button--first")
                .on_click(move || sealing.seal_for(key))
                .child(words.go_on)
                .into_any(),
        }),
        view_trouble(sealing.trouble)
    ]
}

/// For whom is asked: a link or a passphrase.
pub(super) fn view_how(handing: Handing) -> AnyView {
    let words = &more().handing;
    let sealing = Sealing::new(handing);
    let by_link = RwSignal::new(true);
    let chosen = derived(move || Some(usize::from(!by_link.get())));
    let choose = Callback::new(move |at: Option<usize>| by_link.set(at != Some(1)));
    let choices = vec![Choice::named(words.how_link), Choice::named(words.how_passphrase)];
    let parts = nodes![
        view! { <ChoiceGroup label=words.how choices=choices chosen=chosen on_choose=choose always=true /> }.into_any(),
        live(move || match (sealing.is_busy.get(), by_link.get()) {
            (true, _) => el("p").attr("role", "status").child(words.sealing).into_any(),
            (false, true) => view_link(sealing),
            (false, false) => view_passphrase(sealing),
        }),
        view_trouble(sealing.trouble),
        view_back(handing)
    ];
    el("div").class("handing__how").child(parts).into_any()
}

fn view_link(sealing: Sealing) -> AnyView {
    let words = &more().handing;
    let link = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let seal = Callback::new(move |()| match key_of(&link.get_untracked()) {
        Ok(key) => sealing.seal_for(key),
        Err(why) => wrong.set(Some(why.to_string())),
    });
    nodes![
        view! { <PersonField id="their-invitation" label=words.link hint=words.link_hint value=link error=wrong on_enter=seal /> }.into_any(),
        el("p").class("answers").child(
            button()
                .class("button button--first")
                .on_click(move || seal.run(()))
                .child(words.seal)
        )
    ]
}

/// The key of an invitation somewhere in what was pasted. Errors: in words.
fn key_of(pasted: &str) -> Result<PublicKey, &'static str> {
    let words = &more().handing;
    let address = pasted.find(OPENING).and_then(|at| pasted.get(at..)).unwrap_or_default();
    let address = address.split_whitespace().next().unwrap_or_default();
    match parse(address) {
        Some(Ok(invitation)) => Ok(invitation.key),
        Some(Err(AddressFault::Newer)) => Err(words.link_newer),
        Some(Err(AddressFault::Broken | AddressFault::TooLong)) | None => Err(words.link_wrong),
    }
}

fn view_passphrase(sealing: Sealing) -> AnyView {
    let words = &more().handing;
    let asked = Asked {
        lead: words.passphrase_lead,
        label: words.passphrase,
        ids: ["handover-passphrase", "handover-passphrase-again"],
    };
    let seal = Callback::new(move |passphrase: Zeroizing<String>| sealing.seal_with(passphrase));
    let back = Callback::new(move |()| sealing.handing.step.set(Step::Pick));
    view_fields(asked, seal, back)
}

#[derive(Clone, Copy)]
struct Sealing {
    handing: Handing,
    is_busy: RwSignal<bool>,
    trouble: RwSignal<Option<&'static str>>,
}

impl Sealing {
    fn new(handing: Handing) -> Sealing {
        Sealing { handing, is_busy: RwSignal::new(false), trouble: RwSignal::new(None) }
    }

    fn begin(self) -> Picked {
        self.trouble.set(None);
        self.is_busy.set(true);
        let sessions = untrack(|| sessions(self.handing.desk));
        self.handing.picks.picked(&sessions)
    }

    fn seal_for(self, key: PublicKey) {
        let (picked, Handing { desk, by, .. }) = (self.begin(), self.handing);
        spawn_local(async move {
            let sealed = match Helper::of_the_page() {
                Some(helper) => desk.seal_handover_for(helper, &picked, by, key).await,
                None => Err(NotHanded::Worker(Trouble::NotStarted)),
            };
            self.end(sealed, more().handing.sealed_key);
        });
    }

    fn seal_with(self, passphrase: Zeroizing<String>) {
        let (picked, Handing { desk, by, .. }) = (self.begin(), self.handing);
        spawn_local(async move {
            let sealed = match Helper::of_the_page() {
                Some(helper) => desk.seal_handover_with(helper, &picked, by, passphrase).await,
                None => Err(NotHanded::Worker(Trouble::NotStarted)),
            };
            self.end(sealed, more().handing.sealed_passphrase);
        });
    }

    /// Whoever has left the screen is told nothing, and gets nothing.
    fn end(self, sealed: Result<HandoverFile, NotHanded>, told: &'static str) {
        match sealed {
            Ok(file) => drop(self.handing.step.try_set(Step::Sealed(file, told))),
            Err(why) => {
                self.is_busy.try_set(false);
                self.trouble.try_set(Some(not_handed_text(&why)));
            }
        }
    }
}

fn not_handed_text(why: &NotHanded) -> &'static str {
    let (words, lock) = (&more().handing, &more().lock);
    match why {
        NotHanded::Notes(Refused::TooLarge) => words.too_large,
        NotHanded::Notes(_) | NotHanded::NotSealed => words.not_sealed,
        NotHanded::Worker(Trouble::NotFetched | Trouble::NotStarted) => lock.no_help,
        NotHanded::Worker(Trouble::Died | Trouble::NoMemory) => lock.no_memory,
        NotHanded::Worker(Trouble::Gone) => lock.helper_gone,
    }
}
