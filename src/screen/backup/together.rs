//! What of conversations and changes a backup holds, and what merging would do with them, in words.
//! Never shows what somebody wrote in one: whoever restores may not be who wrote it.

use leptos::prelude::*;

use crate::desk::{Compared, Preview, Size};
use crate::i18n::{count, fill, more};
use crate::ui::markup::el;

/// Beside people and sessions, where there are any.
pub fn size_texts(size: Size) -> impl Iterator<Item = String> {
    let words = &more().restore;
    let table = [
        (size.conversations, words.conversations_one, words.conversations_other),
        (size.changes, words.changes_one, words.changes_other),
    ];
    let there = table.into_iter().filter(|(number, ..)| *number > 0);
    there.map(|(number, one, other)| count(number, one, other))
}

/// A sentence for each way in which they stand to each other, where there are any; and one for what finds no room.
pub fn counted(preview: &Preview) -> Vec<String> {
    let words = &more().restore;
    let number = |compared| preview.count_together(compared);
    let joined = number(Compared::FileHoldsMore) + number(Compared::Differs);
    let rooms = preview.conversations.iter().map(|it| it.left_out);
    let rooms = rooms.chain(preview.changes.iter().map(|it| it.left_out));
    let table = [
        (number(Compared::New), words.together_new_one, words.together_new_other),
        (joined, words.together_joined_one, words.together_joined_other),
        (number(Compared::Same), words.together_same_one, words.together_same_other),
        (number(Compared::HereHoldsMore), words.together_older_one, words.together_older_other),
        (number(Compared::OnlyHere), words.together_only_here_one, words.together_only_here_other),
        (rooms.sum(), words.together_no_room_one, words.together_no_room_other),
    ];
    let there = table.into_iter().filter(|(number, ..)| *number > 0);
    there.map(|(number, one, other)| count(number, one, other)).collect()
}

/// What the file names otherwise, and what is here stays.
pub fn view_stays(preview: &Preview) -> Vec<AnyView> {
    let stays = preview.conversations.iter().flat_map(|it| &it.stays);
    let stays = stays.chain(preview.changes.iter().flat_map(|it| &it.stays));
    let line = |text: &String| fill(more().restore.together_stays, &[("words", text)]);
    stays.map(|text| el("p").attr("translate", "no").child(line(text)).into_any()).collect()
}
