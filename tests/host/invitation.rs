//! An invitation's address: a key and words of the vocabulary go in and come out, and nothing else ever does.
//! Never opens a page: `tests/e2e` does.

use attune::domain::{Ask, Listed, PublicKey};
use attune::route::Route;
use attune::route::invitation::AddressFault::{Broken, Newer, TooLong};
use attune::route::invitation::{
    ASKS_MOST, AddressFault, InvitationAddress, LENGTH_MOST, OPENING, parse, write,
};
use attune::vocabulary::{Area, Need};

/// The age crate's own example of a key.
pub const KEY: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";

pub fn key() -> PublicKey {
    PublicKey::parse(KEY).unwrap()
}

pub fn need(id: &str) -> Listed<Need> {
    Listed::Known(Need::from_id(id).unwrap())
}

fn area(id: &str) -> Listed<Area> {
    Listed::Known(Area::from_id(id).unwrap())
}

fn parsed(rest: &str) -> Result<InvitationAddress, AddressFault> {
    parse(&[OPENING, rest].concat()).unwrap()
}

#[test]
fn an_invitation_is_read_as_it_was_written() {
    let asks =
        vec![Ask::Area(area("area-work")), Ask::Need(need("rest")), Ask::Question(need("rest"))];
    let address = write(&key(), &asks);
    assert_eq!(address, format!("#/invitation/1/{KEY}/a.area-work/n.rest/q.rest"));
    assert_eq!(parse(&address), Some(Ok(InvitationAddress { key: key(), asks })));
    let bare = write(&key(), &[]);
    assert_eq!(parse(&bare), Some(Ok(InvitationAddress { key: key(), asks: vec![] })));
}

#[test]
fn every_area_and_every_need_can_be_asked_for() {
    let areas = Area::all().map(|it| Ask::Area(Listed::Known(it)));
    let needs = Need::all().map(|it| Ask::Need(Listed::Known(it)));
    let questions = Need::all().map(|it| Ask::Question(Listed::Known(it)));
    let all: Vec<Ask> = areas.chain(needs).chain(questions).collect();
    for asks in all.chunks(ASKS_MOST) {
        let address = write(&key(), asks);
        assert!(address.len() < 600, "{address}");
        assert_eq!(parse(&address).unwrap().unwrap().asks, asks);
    }
    // What is too much for one picture is left out.
    assert_eq!(parse(&write(&key(), &all)).unwrap().unwrap().asks, all[..ASKS_MOST]);
}

#[test]
fn nothing_that_was_typed_ever_stands_in_an_invitation() {
    let typed = "my client Heron/../<b>";
    let asks = [
        Ask::Area(Listed::Unknown(typed.into())),
        Ask::Need(Listed::Unknown(typed.into())),
        Ask::Question(Listed::Unknown(typed.into())),
        Ask::Need(need("rest")),
    ];
    assert_eq!(write(&key(), &asks), write(&key(), &asks[3..]));
}

#[test]
fn words_of_a_newer_vocabulary_are_passed_over() {
    let rest = format!(
        "1/{KEY}/a.area-space/n.rest/z.rest/n./.rest/n/n.rest/q.belonging-2//q.rest?from=mail"
    );
    assert_eq!(parsed(&rest).unwrap().asks, [Ask::Need(need("rest"))]);
}

#[test]
fn what_is_no_invitation_says_why() {
    let slip = KEY.replace("t7r", "t7q");
    let long = |length: usize| format!("1/{KEY}/{}", "n.rest/".repeat(length / 7));
    for (rest, expected) in [
        ("", Broken),
        ("1", Broken),
        ("1/", Broken),
        (&*format!("1/{}", &KEY[..40]), Broken),
        (&format!("1/{slip}/n.rest"), Broken),
        (&format!("1/{}", KEY.to_uppercase()), Broken),
        (&format!("1/{KEY}n.rest"), Broken),
        (&format!("1/ {KEY}"), Broken),
        (&format!("1%2F{KEY}"), Broken),
        (&format!("0/{KEY}"), Broken),
        (&format!("01/{KEY}"), Broken),
        (&format!("+1/{KEY}"), Broken),
        (&format!("one/{KEY}"), Broken),
        (&format!("2/{KEY}"), Newer),
        ("7", Newer),
        ("340282366920938463463374607431768211456/anything", Newer),
        (&long(100_000), TooLong),
        (&format!("2/{}", "a".repeat(100_000)), TooLong),
        (&"/".repeat(LENGTH_MOST), TooLong),
    ] {
        assert_eq!(parsed(rest), Err(expected), "{:.90}", rest);
    }
    assert!(parsed(&long(LENGTH_MOST - 100)).is_ok());
}

#[test]
fn every_other_address_is_left_to_the_screens() {
    for address in
        ["", "#", "#/", "#/invitation", "#/Invitation/1/", "/invitation/1/", " #/invitation/1/"]
    {
        assert_eq!(parse(address), None, "{address}");
    }
    for route in Route::ALL {
        assert_eq!(parse(route.address()), None);
    }
}
