//! The groups a change touches: named, chosen, renamed, removed; and what is said of the one that is looked at.
//! Never asks for more than a name.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::fields::{Words, view_add, view_open_words};
use super::{Changing, hands, heard, needs};
use crate::domain::GroupId;
use crate::i18n::{fill, more, text};
use crate::ui::{MenuItem, RowMenu, keyed};

/// The heading of the group that is looked at.
pub const SHOWN: &str = "change-group";
const NEW: &str = "change-group-new";

pub fn view_groups(changing: Changing) -> AnyView {
    let (desk, words) = (changing.desk, &more().change);
    let keys = memo(move || {
        changing
            .look(|map| map.groups.iter().map(|it| u64::from_le_bytes(it.id.0)).collect::<Vec<_>>())
    });
    let add = move |raw: &str| {
        let id = desk.add_group(raw)?;
        changing.chosen.set(Some(id));
        Ok(())
    };
    let none =
        move || keys.look(Vec::is_empty).then(|| el("p").class("empty").child(words.no_group));
    let shown = memo(move || changing.shown());
    el("section")
        .class("change__part change__groups")
        .child(el("h2").child(words.groups))
        .child(el("p").class("soft small").child(words.groups_hint))
        .child(
            el("div")
                .class("choices__flow")
                .attr("role", "group")
                .attr("aria-label", words.groups)
                .child(keyed(
                    move || keys.get(),
                    move |key| view_choice(changing, GroupId(key.to_le_bytes())),
                )),
        )
        .child(view_add(NEW, words.group_add, text().shared.add, add))
        .live(none)
        .live(move || shown.get().map(|id| view_group(changing, id)))
        .into_any()
}

fn name(changing: Changing, id: GroupId) -> Signal<String> {
    derived(move || {
        changing
            .look(|map| map.group(id).map(|it| it.name.as_str().to_string()).unwrap_or_default())
    })
}

fn view_choice(changing: Changing, id: GroupId) -> AnyView {
    let name = name(changing, id);
    button()
        .class("choice")
        .attr("translate", "no")
        .live_attr("aria-pressed", move || (changing.shown() == Some(id)).to_string())
        .on_click(move || changing.chosen.set(Some(id)))
        .live(move || name.get())
        .into_any()
}

fn view_group(changing: Changing, id: GroupId) -> AnyView {
    let words = &more().change;
    el("article")
        .class("card change__group")
        .child(view_head(changing, id))
        .child(el("h4").child(words.needs))
        .child(needs::view_needs(changing, id))
        .child(el("h4").child(words.in_hands))
        .child(hands::view_in_hands(changing, id))
        .child(el("h4").child(words.heard))
        .child(heard::view_heard(changing, id))
        .into_any()
}

fn view_head(changing: Changing, id: GroupId) -> AnyView {
    let (desk, words) = (changing.desk, &more().change);
    let name = name(changing, id);
    let renaming = RwSignal::new(false);
    let menu_name = derived(move || fill(words.group_more, &[("group", &name.get())]));
    let remove = move || {
        // Where it cannot be, the notices say why.
        let _ = desk.remove_group(id);
        crate::browser::soon(Box::new(|| crate::browser::focus(NEW)));
    };
    let view = move || {
        if renaming.get() {
            return view_rename(changing, id, name, renaming);
        }
        let items = vec![
            MenuItem::new(text().shared.rename, move || renaming.set(true)),
            MenuItem::new(text().shared.delete, remove),
        ];
        nodes![
            el("h3")
                .id(SHOWN)
                .attr("tabindex", "-1")
                .attr("translate", "no")
                .live(move || name.get()),
            view! { <RowMenu name=menu_name items=items /> }.into_any()
        ]
    };
    el("header").class("change__head").child(live(view)).into_any()
}

fn view_rename(
    changing: Changing,
    id: GroupId,
    name: Signal<String>,
    renaming: RwSignal<bool>,
) -> AnyView {
    let words = &more().change;
    let renamed = Words {
        id: "change-group-name".to_string(),
        label: words.group_name,
        empty: words.group_name,
        hint: words.group_name,
        value: derived(move || Some(name.get())),
        keep: Callback::new(move |raw: String| changing.desk.rename_group(id, &raw)),
    };
    view_open_words(renamed, renaming)
}
