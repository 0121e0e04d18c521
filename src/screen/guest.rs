//! The page of whoever opened an invitation: a worksheet that is kept nowhere, and what of it to hand over.
//! Has a desk of its own: nothing of it meets the notes on this device unless the guest asks for it.

use crate::reactive::effect;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::handing::{For, Picks, view_handing};
use super::invited::Invited;
use super::notices::Notices;
use super::worksheet::view_worksheet;
use super::{desk, go};
use crate::desk::{Desk, HandedBy, Phase, Role};
use crate::domain::{Ask, Journal, Listed, NeedWord, PublicKey};
use crate::i18n::{more, text};
use crate::route::Route;
use crate::route::invitation::{AddressFault, InvitationAddress, parse};

#[component]
pub fn GuestScreen() -> impl IntoView {
    let invited: Invited = expect_context();
    let host = desk();
    live(move || {
        let address = invited.address().get()?;
        Some(match parse(&address) {
            Some(Ok(invitation)) => view_invitation(host, invited, invitation),
            Some(Err(fault)) => view_fault(invited, fault),
            None => view_fault(invited, AddressFault::Broken),
        })
    })
}

fn view_fault(invited: Invited, fault: AddressFault) -> AnyView {
    let guest = &more().guest;
    let told = match fault {
        AddressFault::Broken => guest.broken,
        AddressFault::Newer => guest.newer,
        AddressFault::TooLong => guest.too_long,
    };
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(el("h1").child(guest.broken_title))
        .child(el("p").class("lead").child(told))
        .child(
            el("p").child(
                button()
                    .class("button button--first")
                    .on_click(move || invited.forget())
                    .child(guest.to_attune),
            ),
        )
        .into_any()
}

fn view_invitation(host: Desk, invited: Invited, invitation: InvitationAddress) -> AnyView {
    let desk = invited.seat(|| seat(host));
    // From here on down, the desk is the guest's.
    provide_context(desk);
    let hands_over = RwSignal::new(false);
    // Whoever goes back to write a little more finds ticked what was.
    let picks = Picks::none();
    let InvitationAddress { key, asks } = invitation;
    let notices = view! { <Notices route=expect_context() /> }.into_any();
    let page = live(move || match hands_over.get() {
        false => view_worksheet(desk, view_intro(desk, &asks), view_end(host, invited, hands_over)),
        true => view_hand_over(desk, key, picks, hands_over),
    });
    nodes![notices, page]
}

/// A desk with one open worksheet.
fn seat(host: Desk) -> Desk {
    let guest = host.for_a_guest();
    guest.choose_me(text().people.me);
    guest.begin_session(guest.today());
    guest
}

fn view_intro(desk: Desk, asks: &[Ask]) -> AnyView {
    let guest = &more().guest;
    let known: Vec<_> = asks.iter().filter_map(|ask| view_ask(desk, ask)).collect();
    let begin = (!known.is_empty()).then(|| {
        el("div")
            .class("guest__asks")
            .child(el("p").class("eyebrow").child(guest.begin_with))
            .child(el("div").class("choices__flow").child(known))
    });
    el("header")
        .class("guest")
        .child(el("h1").child(guest.title))
        .child(el("p").class("lead").child(guest.lead))
        .child(el("p").class("soft").child(guest.kept_nowhere))
        .child(begin)
        .into_any()
}

/// One tap begins with it; a question is there to be read.
fn view_ask(desk: Desk, ask: &Ask) -> Option<AnyView> {
    Some(match ask {
        Ask::Area(Listed::Known(area)) => {
            let area = *area;
            let begin = move || {
                if let Some(moment) = desk.begin_moment() {
                    desk.set_area(moment, Some(area));
                }
            };
            button().class("tag").on_click(begin).child(area.name()).into_any()
        }
        Ask::Need(Listed::Known(need)) => {
            let need = *need;
            let begin = move || {
                desk.catch_need(NeedWord::Known(need), None);
            };
            button().class("tag tag--need").on_click(begin).child(need.name()).into_any()
        }
        Ask::Question(Listed::Known(need)) => {
            el("p").class("guest__question").child(need.ask()).into_any()
        }
        _ => return None,
    })
}

/// Once something is there to be handed over or kept.
fn view_end(host: Desk, invited: Invited, hands_over: RwSignal<bool>) -> AnyView {
    let guest = &more().guest;
    let desk = desk();
    let on = move || {
        hands_over.set(true);
        crate::browser::scroll_to_top();
    };
    let keep = move || keep(host, desk, invited);
    el("section")
        .class("question question--end")
        .child(
            el("p")
                .class("answers")
                .child(button().class("button button--first").on_click(on).child(guest.hand_over)),
        )
        .child(
            el("p")
                .class("answers")
                .child(button().class("button").on_click(keep).child(guest.keep))
                .child(el("span").class("soft small").child(guest.keep_hint)),
        )
        .child(
            el("p")
                .class("answers")
                .child(
                    button().class("plain").on_click(move || invited.forget()).child(guest.leave),
                )
                .child(el("span").class("soft small").child(guest.leave_hint)),
        )
        .into_any()
}

fn view_hand_over(desk: Desk, key: PublicKey, picks: Picks, hands_over: RwSignal<bool>) -> AnyView {
    let guest = &more().guest;
    el("main")
        .class("main")
        .id("main")
        .attr("tabindex", "-1")
        .child(
            el("header").class("head").child(el("h1").child(guest.hand_over)).child(
                button()
                    .class("button turned__back")
                    .on_click(move || hands_over.set(false))
                    .child(guest.to_worksheet),
            ),
        )
        .child(view_handing(desk, HandedBy::Person, For::Key(key), picks, guest.hand_over_lead))
        .into_any()
}

/// Into the notes of this device, once they are open; who may open them is asked first where nobody has said so.
fn keep(host: Desk, guest: Desk, invited: Invited) {
    let Some(journal) = guest.journal().get_untracked() else { return };
    invited.forget();
    go(Route::Worksheet);
    invited.for_the_page(|| wait_and_keep(host, journal));
}

/// A tab that only reads along keeps it once it may write.
fn wait_and_keep(host: Desk, journal: std::sync::Arc<Journal>) {
    let is_kept = std::cell::Cell::new(false);
    effect(move || {
        let may_write = host.role().get() == Role::Writer;
        let is_open = matches!(host.phase().get(), Phase::Open(_));
        if is_open && may_write && !is_kept.get() {
            is_kept.set(untrack(|| host.keep_for_myself(&journal, text().people.me)));
        }
    });
}
