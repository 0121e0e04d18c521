//! A recovery code comes back as a person copies it, and a mistake in copying is told from a wrong code.
//! Never opens a vault.

use attune::vault::recovery_code::{CodeFault, RecoveryCode};

use crate::samples;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn drawn() -> (RecoveryCode, String) {
    let code = RecoveryCode::draw(samples::draw).unwrap();
    let shown = code.shown().to_string();
    (code, shown)
}

fn fault(raw: &str) -> Option<CodeFault> {
    RecoveryCode::parse(raw).err()
}

#[test]
fn a_code_is_seven_groups_of_four_without_lookalikes() {
    for _ in 0..200 {
        let (_, shown) = drawn();
        let groups: Vec<&str> = shown.split('-').collect();
        assert_eq!(groups.len(), 7);
        assert!(groups.iter().all(|group| group.len() == 4), "{shown}");
        assert!(shown.chars().all(|it| it == '-' || ALPHABET.contains(it)), "{shown}");
    }
    let drawn: Vec<String> = (0..200).map(|_| drawn().1).collect();
    assert!(ALPHABET.chars().all(|it| drawn.iter().any(|code| code.contains(it))));
}

#[test]
fn a_code_comes_back_however_it_is_typed() {
    for _ in 0..50 {
        let (code, shown) = drawn();
        let spoken = shown.replace('0', "o").replace('1', "l");
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', ""),
            shown.replace('-', " \u{2013} "),
            format!("  {}\n", shown.replace('-', "\n")),
            spoken.clone(),
            spoken.to_uppercase().replace('L', "I"),
        ] {
            let parsed = RecoveryCode::parse(&typed).ok().unwrap();
            assert!(parsed.secret() == code.secret(), "{typed}");
        }
        assert_eq!(code.secret(), &shown.replace('-', "").as_bytes()[..27]);
    }
}

#[test]
fn every_wrong_character_and_every_exchange_is_a_typing_mistake() {
    let (_, shown) = drawn();
    let plain = shown.replace('-', "");
    for at in 0..plain.len() {
        for other in ALPHABET.chars().filter(|other| !plain[at..].starts_with(*other)) {
            let mut wrong = plain.clone();
            wrong.replace_range(at..=at, &other.to_string());
            assert_eq!(fault(&wrong), Some(CodeFault::Mistyped), "{wrong}");
        }
        for with in at + 1..plain.len() {
            let mut wrong = plain.clone().into_bytes();
            wrong.swap(at, with);
            let expected = (wrong != plain.as_bytes()).then_some(CodeFault::Mistyped);
            assert_eq!(fault(std::str::from_utf8(&wrong).unwrap()), expected);
        }
    }
}

#[test]
fn what_is_no_code_says_what_is_wrong() {
    let (_, shown) = drawn();
    let length = |has| Some(CodeFault::Length { has, should_be: 28 });
    assert_eq!(fault(""), length(0));
    assert_eq!(fault(&shown[..shown.len() - 1]), length(27));
    assert_eq!(fault(&shown.repeat(2)), length(56));
    for strange in ['u', 'U', '*', 'é', '٣'] {
        let typed = shown.replacen(&shown[3..4], &strange.to_string(), 1);
        assert_eq!(fault(&typed), Some(CodeFault::Character(strange)));
    }
}

#[test]
fn codes_of_a_repeated_character_are_not_all_whole() {
    let whole = ALPHABET.chars().filter(|it| fault(&it.to_string().repeat(28)).is_none());
    assert_eq!(whole.collect::<String>(), "0", "only nothing at all checks itself");
}
