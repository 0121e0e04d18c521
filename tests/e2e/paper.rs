//! What is printed: all of it, nothing cut, no menu, and never a reflection that nobody asked for.
//! Read from the PDF that Chromium makes; what a printer does then is its own.

use attune::vocabulary::{Area, Family, Need};

use crate::support::Outcome;
use crate::support::page::Page;
use crate::support::paper::{A4, LETTER, Printed};
use crate::tour::oneself;
use crate::walk::{arrive, enter, go, held, open_sue};

/// What stands on every screen and on no paper.
const MENU: [&str; 4] = ["Turn the screen", "Shortcuts", "Not locked", "Settings"];

fn check(printed: &Printed, wanted: &[String]) {
    assert_eq!(printed.cut, Vec::<String>::new(), "cut at the edge");
    for words in wanted {
        assert!(printed.text.contains(words.as_str()), "“{words}” is not on paper: {}", printed.text);
    }
    for words in MENU {
        assert!(!printed.text.contains(words), "“{words}” is on paper");
    }
}

pub async fn a_blank_worksheet_prints_every_word_on_either_paper(page: Page) -> Outcome {
    oneself::paper_blank(page.clone()).await?;
    let feelings = Family::all().flat_map(|family| family.feelings().map(|it| it.name()));
    let names = feelings.chain(Need::all().map(Need::name)).chain(Area::all().map(Area::name));
    let wanted: Vec<String> = names.map(str::to_owned).collect();
    for (name, size) in [("blank-a4", A4), ("blank-letter", LETTER)] {
        let Some(printed) = page.printed(name, size).await? else { return Ok(()) };
        check(&printed, &wanted);
        assert!(printed.sheets <= 4, "{} sheets", printed.sheets);
        assert!(!printed.text.contains("On paper"), "the way to it is printed too");
    }
    Ok(())
}

pub async fn a_filled_worksheet_prints_what_was_marked(page: Page) -> Outcome {
    oneself::full(page.clone()).await?;
    go(&page, "paper").await?;
    let wanted = ["Frustrated (4 of 5); Ashamed (1 of 5)", "Competence", "Making a difference", "Home"];
    let sentence = "At work and at home, my need for competence goes short.";
    let wanted: Vec<_> = wanted.into_iter().chain([sentence]).map(str::to_owned).collect();
    for (name, size) in [("filled-a4", A4), ("filled-letter", LETTER)] {
        let Some(printed) = page.printed(name, size).await? else { return Ok(()) };
        check(&printed, &wanted);
    }
    Ok(())
}

/// The first words of the reflection of the open session.
async fn some_of_the_reflection(page: &Page) -> Outcome<String> {
    enter(page, "Two texts, kept apart").await?;
    let words = held(page, "reflection").await?;
    assert!(words.split_whitespace().count() > 3, "the example has no reflection");
    Ok(words.split_whitespace().take(4).collect::<Vec<_>>().join(" "))
}

pub async fn no_print_holds_a_reflection_or_a_code_unasked(page: Page) -> Outcome {
    open_sue(&page).await?;
    let reflection = some_of_the_reflection(&page).await?;
    // The canvas with both texts open, and every page that is made for paper.
    let places = ["attune", "paper", "understanding", "understanding/map", "record", "file"];
    for place in places.into_iter().chain(["sessions", "worksheet", "turned", "handover"]) {
        if place != "attune" {
            go_quietly(&page, place).await?;
        }
        let Some(printed) = page.printed("reflection", A4).await? else { return Ok(()) };
        assert!(!printed.text.contains(&reflection), "{place} prints a reflection");
        assert!(printed.text.len() > 20, "{place} prints nothing");
        assert!(!printed.text.contains("Sue"), "{place} prints a code: {}", printed.text);
    }
    for (place, title) in [("record", "Record: Sue, "), ("file", "Everything of Sue")] {
        go_quietly(&page, place).await?;
        page.click("Print it with the code").await?;
        let Some(printed) = page.printed("code", A4).await? else { return Ok(()) };
        assert!(printed.text.contains(title), "{place}: {}", printed.text);
    }
    Ok(())
}

pub async fn the_map_and_the_core_needs_are_printed_whole(page: Page) -> Outcome {
    open_sue(&page).await?;
    go(&page, "paper").await?;
    page.click("Map and core needs").await?;
    page.see("Control comes up at work").await?;
    let wanted = ["Across the sessions", "Control comes up at work", "Work", "Control", "Competence"];
    let wanted = wanted.map(str::to_owned);
    for (name, size) in [("across-a4", A4), ("across-letter", LETTER)] {
        let Some(printed) = page.printed(name, size).await? else { return Ok(()) };
        check(&printed, &wanted);
    }
    Ok(())
}

/// To a place that may have no link among the places.
async fn go_quietly(page: &Page, place: &str) -> Outcome {
    page.script("location.hash = arguments[0]", vec![serde_json::json!(format!("#/{place}"))]).await?;
    page.find("main h1").await?;
    if place.contains('/') || place == "paper" || place == "understanding" {
        arrive(page, place).await?;
    }
    Ok(())
}

pub async fn a_persons_file_prints_reflections_where_they_are_asked_for(page: Page) -> Outcome {
    open_sue(&page).await?;
    let reflection = some_of_the_reflection(&page).await?;
    go_quietly(&page, "file").await?;
    page.click_path("//label[contains(., 'With reflections')]").await?;
    let Some(printed) = page.printed("person-file", LETTER).await? else { return Ok(()) };
    check(&printed, &[reflection, "Everything of one person".into()]);
    assert!(!printed.text.contains("###"), "marks of Markdown on paper");
    Ok(())
}
