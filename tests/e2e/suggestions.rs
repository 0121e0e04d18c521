//! As feelings are caught, needs are asked about with their reasons; one tap takes, one dismisses, for this moment alone.
//! Never checks the ranking: insight's own tests do.

use crate::canvas::Canvas;
use crate::support::Outcome;
use crate::support::page::Page;
use thirtyfour::By;

/// Names of the three needs asked about.
async fn names(canvas: &Canvas) -> Outcome<Vec<String>> {
    let asked = canvas.asked().await?;
    Ok(asked.iter().filter_map(|it| Some(it.split_once(": ")?.0.to_owned())).collect())
}

/// A client who is frustrated and helpless, and what that asks.
async fn frustrated_and_helpless(page: Page) -> Outcome<Canvas> {
    let canvas = Canvas::begin(page).await?;
    canvas.see("As feelings are caught, the needs they often point to appear here, as questions.").await?;
    canvas.catch("fru").await?;
    canvas.catch("helpless").await?;
    canvas.wait_for("three needs with both reasons", async || {
        let asked = canvas.asked().await?;
        let both = asked.iter().any(|it| it.contains("frustrated") && it.contains("helpless"));
        Ok((asked.len() == 3 && both, format!("{asked:?}")))
    })
    .await?;
    Ok(canvas)
}

pub async fn needs_are_asked_about_and_taken_in_one_tap(page: Page) -> Outcome {
    let canvas = frustrated_and_helpless(page).await?;
    let mut needing = Vec::new();
    for standing in ["Unmet", "Partly", "Met"] {
        let need = names(&canvas).await?[0].clone();
        canvas.click(&format!("{need}: {standing}")).await?;
        needing.push(format!("{need}, {standing}"));
        canvas.shows(&[&format!("Feeling: Frustrated · Helpless / Needing: {}", needing.join(" · "))]).await?;
        canvas.wait_for("it to be asked no more", async || {
            let now = names(&canvas).await?;
            Ok((now.len() == 3 && !now.contains(&need), format!("{now:?}")))
        })
        .await?;
    }
    Ok(())
}

pub async fn a_need_is_dismissed_for_this_moment_alone(page: Page) -> Outcome {
    let canvas = frustrated_and_helpless(page).await?;
    let need = names(&canvas).await?[0].clone();
    let no = format!("No, not {need} here");
    canvas.click(&no).await?;
    let gone = async |canvas: &Canvas| {
        canvas.wait_for("it to be asked no more", async || {
            let (now, text) = (names(canvas).await?, canvas.text().await?);
            Ok((now.len() == 3 && !now.contains(&need) && !text.contains(&format!("{need}?")), format!("{now:?}")))
        })
        .await
    };
    gone(&canvas).await?;
    canvas.shows(&["Feeling: Frustrated · Helpless"]).await?;
    canvas.reload().await?;
    gone(&canvas).await?;
    canvas.focus_is_on("catch").await?;
    canvas.next_moment().await?;
    canvas.catch("fru").await?;
    canvas.catch("helpless").await?;
    canvas.find_named(&no).await.map(drop)
}

pub async fn something_else_leads_to_the_line(page: Page) -> Outcome {
    let canvas = frustrated_and_helpless(page).await?;
    canvas.click_on(".card__head button").await?;
    canvas.focus_reads("What this moment is called").await?;
    canvas.click("Something else").await?;
    canvas.focus_is_on("catch").await?;
    canvas.shows(&["Feeling: Frustrated · Helpless"]).await
}

pub async fn a_need_shows_the_feelings_that_often_go_with_it(page: Page) -> Outcome {
    let canvas = Canvas::begin(page).await?;
    canvas.catch("competence").await?;
    canvas.see("Often felt when Competence is unmet").await?;
    canvas.see("Often felt when Competence is met").await?;
    let first = |after: &str| format!("//h3[starts-with(., '{after}')]/following-sibling::*//button[1]");
    for title in ["Often felt when Competence is unmet", "Often felt when Competence is met"] {
        let feeling = canvas.find_path(&first(title)).await?.text().await?;
        canvas.click_path(&first(title)).await?;
        canvas.see(&feeling).await?;
        canvas.wait_for(&format!("{feeling} to be caught"), async || {
            let card = canvas.cards().await?.concat();
            Ok((card.contains(&feeling) && card.ends_with("Needing: Competence, Not said yet"), card))
        })
        .await?;
        // The feeling is the current item now; the need's name brings its feelings back.
        canvas.click_in_chips("Competence").await?;
        canvas.see(title).await?;
        canvas.wait_until("the feeling to be taken", async || Ok(!canvas.driver().find(By::XPath(first(title))).await?.is_enabled().await?)).await?;
    }
    Ok(())
}

pub async fn on_a_phone_three_stand_above_the_line_one_tap_each(page: Page) -> Outcome {
    Canvas::hold_as_phone(&page).await?;
    let canvas = Canvas::begin(page).await?;
    canvas.catch("fru").await?;
    canvas.catch("helpless").await?;
    let strip = "const it = document.querySelector('[role=group][aria-label=\"Could it be\"]');
        const chips = [...it.querySelectorAll('button')].filter((it) => it.checkVisibility());
        const line = document.getElementById('catch').getBoundingClientRect();
        if (chips.some((it) => it.getBoundingClientRect().bottom > line.top + 1)) return ['not above the line'];
        if (chips.some((it) => it.getBoundingClientRect().right > innerWidth + 1 && !it.parentElement.scrollWidth)) return ['out of sight'];
        return chips.map((it) => it.textContent.trim())";
    let read = async || Ok::<Vec<String>, crate::support::Fault>(serde_json::from_value(canvas.script(strip, vec![]).await?)?);
    canvas.wait_for("three needs in the strip", async || {
        let chips = read().await?;
        Ok((chips.len() == 3 && chips.iter().all(|it| it.ends_with('?')), format!("{chips:?}")))
    })
    .await?;
    let need = read().await?[0].trim_end_matches('?').to_owned();
    canvas.tap(&format!("Could it be {need}?")).await?;
    canvas.shows(&[&format!("Feeling: Frustrated · Helpless / Needing: {need}, Unmet")]).await?;
    // The keyboard stays up: the focus has not left the line.
    canvas.focus_is_on("catch").await?;
    assert!(!read().await?.contains(&format!("{need}?")));
    assert_eq!(canvas.sideways().await?, 0);
    Ok(())
}
