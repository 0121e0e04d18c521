//! Addresses lead to screens and back, and carry nothing of a person.
//! Never opens a screen.

use attune::route::{Route, View};

#[test]
fn every_screen_has_an_address_of_its_own_that_leads_back() {
    for route in Route::ALL {
        assert_eq!(Route::parse(route.address()), route);
        let twins = Route::ALL.iter().filter(|other| other.address() == route.address());
        assert_eq!(twins.count(), 1, "{}", route.address());
    }
}

#[test]
fn anything_unknown_leads_to_the_welcome() {
    for address in [
        "",
        "#",
        "#/",
        "/",
        "people",
        "/people",
        "#people",
        "#/People",
        "#/people/",
        "#/people?code=Heron",
        "#/people/Heron",
        "#/sessions#/attune",
        " #/people",
        "#/people ",
        "#//people",
        "#/%70eople",
        "#/\u{0}people",
        "#/nowhere",
        "#/understanding/",
        "#/understanding/nowhere",
        "#/understanding/map/Heron",
        "#/map",
        "javascript:alert(1)",
        "#/attune/../people",
        "⟦#/people⟧",
    ] {
        assert_eq!(Route::parse(address), Route::Welcome, "{address:?}");
    }
}

#[test]
fn an_address_is_a_plain_word_or_two_and_nothing_more() {
    for route in Route::ALL {
        let word = route.address().strip_prefix("#/").unwrap();
        let (screen, view) = word.split_once('/').unwrap_or((word, "a"));
        assert!(word.is_empty() || !screen.is_empty() && !view.is_empty(), "{word}");
        let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(is_plain(screen) && is_plain(view), "{word}");
    }
}

#[test]
fn a_view_changes_and_its_screen_stays() {
    let screens: Vec<Route> = View::ALL.map(|view| Route::Understanding(view).screen()).into();
    assert!(screens.iter().all(|screen| *screen == screens[0]));
    assert_eq!(Route::People.screen(), Route::People);
}
