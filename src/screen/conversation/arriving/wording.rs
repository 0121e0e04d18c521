//! What a file brought, and what stood in its way, in words.
//! Never blames: what happened, what is safe, what to do.

use crate::desk::{Brought, Desk, FileKind, News, NotConversation, NotTakingPart};
use crate::domain::{Conversation, PersonId};
use crate::i18n::{fill, more, text};
use crate::reactive::Look;
use crate::screen::backup::trouble_text;
use crate::screen::conversation::{code_of, topic_text};
use crate::screen::wording::join_text;

pub fn not_conversation_text(why: NotConversation) -> &'static str {
    let (words, received, restore) = (&more().arriving, &more().receive, &more().restore);
    match why {
        NotConversation::Another(kind) => match kind {
            FileKind::Notes => words.notes,
            FileKind::Handover => words.handover,
            FileKind::Opening => words.opening,
            FileKind::Statement => words.statement,
        },
        NotConversation::NotAttune => words.not_ours,
        NotConversation::NotSealed => words.not_sealed,
        NotConversation::ForAnotherKey | NotConversation::SealedForKey => words.another_key,
        NotConversation::AsksForPassphrase => words.passphrase_lead,
        NotConversation::WrongPassphrase => restore.wrong_passphrase,
        NotConversation::TooMuchWork => restore.too_much_work,
        NotConversation::Damaged => received.damaged,
        NotConversation::TooLarge => words.too_large,
        NotConversation::Newer => received.newer,
        NotConversation::OfAnother => words.of_another,
        NotConversation::TooMany => words.too_many,
        NotConversation::Gone => words.gone,
        NotConversation::OnlyReads => text().trouble.only_reads,
        NotConversation::Worker(trouble) => trouble_text(trouble),
    }
}

pub fn not_taking_part_text(why: NotTakingPart) -> &'static str {
    let words = &more().arriving;
    match why {
        NotTakingPart::IsHere => words.is_here,
        NotTakingPart::Who(_) => words.choose_first,
        NotTakingPart::Closed => words.gone,
        NotTakingPart::OnlyReads => text().trouble.only_reads,
    }
}

/// Line by line, what matters most first.
pub fn told_text(desk: Desk, brought: &Brought) -> Vec<String> {
    let id = brought.conversation;
    let said = desk.cabinet().glance(|it| it.conversation(id).map(|it| said_of(it, brought)));
    said.unwrap_or_else(|| vec![more().arriving.gone.to_string()])
}

fn said_of(it: &Conversation, brought: &Brought) -> Vec<String> {
    let (words, told) = (&more().arriving, &brought.told);
    let about = |template: &'static str, people: Vec<PersonId>| {
        let codes: Vec<_> = people.into_iter().map(|person| code_of(it, person)).collect();
        (!codes.is_empty()).then(|| fill(template, &[("who", &join_text(codes))]))
    };
    let with = |news: News| {
        let people = told.people.iter().filter(|(_, it)| *it == news);
        people.map(|(person, _)| *person).collect::<Vec<_>>()
    };
    let plain = |template: &'static str, is_so: bool| is_so.then(|| template.to_string());
    let is_ours = !told.people.is_empty() && told.people.iter().all(|(_, it)| *it == News::Ours);
    let is_older = told.has(News::Older);
    let is_odd = is_ours || is_older || told.has(News::OnTwoDevices) || told.has(News::Gone);
    let is_known = !told.is_new() && !is_odd && told.taken_out.is_empty();
    let lines = [
        Some(fill(words.belongs, &[("topic", &topic_text(it))])),
        about(words.new, with(News::New)),
        plain(words.new_frame, told.frame == News::New),
        about(words.two_devices, with(News::OnTwoDevices)),
        about(words.taken_out, told.taken_out.clone()),
        plain(words.speaks_for_gone, told.has(News::Gone)),
        about(words.older, with(News::Older)),
        plain(words.ours, is_ours),
        plain(words.known, is_known),
    ];
    lines.into_iter().flatten().collect()
}
