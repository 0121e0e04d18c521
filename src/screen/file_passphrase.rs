//! Asks for the passphrase of a file, again and again until it opens or the person leaves it.
//! Never opens the file itself, and never keeps the passphrase.

use leptos::prelude::*;
use leptos::task::spawn_local;
use zeroize::Zeroizing;

use crate::i18n::more;
use crate::ui::SecretField;
use crate::ui::markup::{button, el, nodes};

/// What is typed; wiped when it is let go.
pub type Passphrase = Zeroizing<String>;

/// `open` shows what comes next by itself; why it did not open is said beneath the field. `leave` stands beside the button.
pub fn view_file_passphrase<Opened>(
    id: &'static str,
    open: impl Fn(Passphrase) -> Opened + Send + Sync + 'static,
    leave: AnyView,
) -> AnyView
where
    Opened: Future<Output = Result<(), String>> + 'static,
{
    let words = &more().restore;
    let wrong = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let open = Callback::new(move |()| {
        if !is_busy.get_untracked() {
            is_busy.set(true);
            wrong.set(None);
            let opened = open(crate::browser::secret(id));
            spawn_local(async move {
                let opened = opened.await;
                is_busy.try_set(false);
                if let Err(why) = opened {
                    wrong.try_set(Some(why));
                    crate::browser::focus(id);
                }
            });
        }
    });
    nodes![
        view! { <SecretField id=id label=words.passphrase error=wrong on_enter=open autofocus=true /> }.into_any(),
        el("p")
            .class("answers")
            .child(
                button()
                    .class("button button--first")
                    .live_attr("aria-disabled", move || is_busy.get().to_string())
                    .on_click(move || open.run(()))
                    .live(move || if is_busy.get() { words.opening } else { words.open })
            )
            .child(leave)
    ]
}
