//! The invitation to hand a worksheet over for a change: made, given, taken back.
//! Puts nothing of the change into its link, and never shows the secret of its key.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::more;
use crate::reactive::derived;
use crate::screen::change::Changing;
use crate::screen::invite::{
    COPY, link_of, not_invited_text, view_link, view_picture, view_unkept,
};
use crate::ui::markup::{button, el, live, nodes};
use crate::worker::Helper;

const NEW: &str = "change-invite";

pub fn view_new(changing: Changing) -> AnyView {
    let (words, invite) = (&more().change_sheets, &more().invite);
    let trouble = RwSignal::new(None::<&'static str>);
    let is_busy = RwSignal::new(false);
    let make = move || {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            trouble.set(None);
            spawn_local(make(changing, trouble, is_busy));
        }
    };
    nodes![
        view_unkept(changing.desk),
        el("p").class("answers").child(
            button()
                .id(NEW)
                .class("button")
                .live_attr("aria-disabled", move || is_busy.get().to_string())
                .on_click(make)
                .live(move || if is_busy.get() { invite.making } else { words.invite })
        ),
        el("p").class("field__error").attr("role", "alert").live(move || trouble.get())
    ]
}

async fn make(
    changing: Changing,
    trouble: RwSignal<Option<&'static str>>,
    is_busy: RwSignal<bool>,
) {
    let made = match Helper::of_the_page() {
        Some(helper) => changing.desk.invite_for_change(helper).await.map_err(not_invited_text),
        None => Err(more().lock.no_help),
    };
    is_busy.try_set(false);
    match made {
        // The button that was pressed is gone: whoever has no mouse goes on beside the link.
        Ok(()) => crate::browser::soon(Box::new(|| crate::browser::focus(COPY))),
        Err(why) => drop(trouble.try_set(Some(why))),
    }
}

pub fn view_made(changing: Changing) -> AnyView {
    let (words, invite) = (&more().change_sheets, &more().invite);
    let link = derived(move || {
        changing.look(|map| map.invitation.as_deref().map(link_of).unwrap_or_default())
    });
    nodes![
        view_unkept(changing.desk),
        el("div")
            .class("invite__given")
            .child(view_link(link))
            .child(el("div").class("invite__picture").live(move || view_picture(&link.get())))
            .child(
                el("div")
                    .class("invite__how")
                    .child(el("h3").child(words.give))
                    .child(el("p").child(invite.give_hint))
                    .child(el("p").child(words.tell))
                    .child(el("p").child(invite.opens)),
            ),
        view_take_back(changing)
    ]
}

/// Nothing brings a key back, so it is asked about.
fn view_take_back(changing: Changing) -> AnyView {
    let (words, invite) = (&more().change_sheets, &more().invite);
    let is_asked = RwSignal::new(false);
    let take_back = move || {
        // Where it cannot be, the notices say why.
        let _ = changing.desk.revoke_change_invitation();
        crate::browser::soon(Box::new(|| crate::browser::focus(NEW)));
    };
    let ask = move || {
        button().class("button").on_click(move || is_asked.set(true)).child(invite.take_back)
    };
    let view = move || match is_asked.get() {
        false => el("p").class("answers").child(ask()).into_any(),
        true => nodes![
            el("p").class("notice notice--warn").attr("role", "alert").child(words.take_back_sure),
            el("p")
                .class("answers")
                .child(button().class("button").on_click(take_back).child(invite.take_back_now))
                .child(
                    button()
                        .class("button button--first")
                        .on_click(move || is_asked.set(false))
                        .child(invite.keep)
                )
        ],
    };
    el("div").class("invite__back").child(live(view)).into_any()
}
