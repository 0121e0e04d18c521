//! Texts of asking for a worksheet, in British English.
//! Shapes are in `i18n::invite`.

use crate::i18n::Invite;

pub const INVITE: Invite = Invite {
    title: "Ask for a worksheet",
    title_of: "Ask {code} for a worksheet",
    title_mine: "Let someone hand you something",
    lead: "An invitation is a link, or a picture to scan. With it they can fill in a worksheet on their own device, choose what to hand over, and seal it so that only your notes open it.",
    lead_mine: "An invitation is a link, or a picture to scan. Whoever has it, such as your therapist, can choose something to hand to you, and seal it so that only your notes open it.",
    begin: "To begin with, if you like",
    begin_hint: "What you choose stands in the link, as a suggestion. Nothing that was typed ever does.",
    areas: "Areas of life",
    needs: "Needs",
    questions: "Open questions",
    chosen: "{count} of {most} chosen: {what}",
    full: "That is as much as a link carries.",
    make: "Make an invitation",
    making: "Making it …",
    no_chance: "This browser gives no chance to make a key from. Nothing was made; another browser may.",
    gone: "That person is not open here any more. Nothing was made; choose them again.",
    unkept: "Nothing is kept in this visit. When the page closes the key is gone, and what comes back will not open.",
    made_on: "Made {day}.",
    link: "The link",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser does not let this page copy. The link is marked: copy it as you copy any text.",
    picture: "The invitation as a picture to scan. It says the same as the link.",
    give: "How to give it",
    give_hint: "Send the link by a message you both trust, or show this screen and let them scan the picture.",
    carries: "It carries a key that can only seal, and what you chose to begin with: no name, no code, no word you typed.",
    opens: "Only the notes on this device, and their backups, open what comes back.",
    receive: "Receive what comes back",
    take_back: "Take the invitation back",
    take_back_sure: "The key is let go, and that cannot be undone. What was sealed with this invitation and is not taken in yet will not open any more. What you took in stays.",
    take_back_now: "Take it back now",
    keep: "Keep it",
};
