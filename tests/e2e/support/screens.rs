//! Pictures of screens, at three widths, light and dark: for eyes, not for a verdict.
//! Knows no screen: they are handed to it.

use super::engine::{Engine, Scheme};
use super::runner::Run;
use super::session::Session;
use super::{Outcome, target};

/// Width and height, in CSS pixels: a phone, a tablet, a desk.
const SIZES: [(u32, u32); 3] = [(390, 844), (820, 1180), (1440, 900)];

pub struct Screen {
    pub name: &'static str,
    pub reach: Run,
}

/// Writes target/screens/NAME-WIDTH-SCHEME.png for each screen whose name holds one of the filters.
pub async fn picture_all(screens: Vec<Screen>, filters: Vec<String>) -> Outcome {
    let session = Session::start(Engine::Chromium).await?;
    let pictured = picture_each(&session, screens, filters).await;
    session.end().await;
    pictured
}

async fn picture_each(
    session: &std::sync::Arc<Session>,
    screens: Vec<Screen>,
    filters: Vec<String>,
) -> Outcome {
    let wanted = |it: &Screen| {
        filters.is_empty() || filters.iter().any(|filter| it.name.contains(filter.as_str()))
    };
    for screen in screens.into_iter().filter(wanted) {
        for (width, height) in SIZES {
            for scheme in [Scheme::Light, Scheme::Dark] {
                let page = session.fresh_page().await?;
                page.resize(width, height).await?;
                session.engine.set_touch(&session.driver, width == SIZES[0].0).await?;
                session.engine.set_scheme(&session.driver, scheme).await?;
                (screen.reach)(page.clone()).await?;
                let word = if scheme == Scheme::Dark { "dark" } else { "light" };
                let file =
                    target().join("screens").join(format!("{}-{width}-{word}.png", screen.name));
                page.picture(&file, true).await?;
                println!("{}", file.display());
            }
        }
        print(session, screen.name).await?;
    }
    Ok(())
}

/// The screen as it is now, on paper: NAME.pdf.
async fn print(session: &Session, name: &str) -> Outcome {
    let paper =
        session.driver.print_page(thirtyfour::common::print::PrintParameters::default()).await?;
    let file = target().join("screens").join(format!("{name}.pdf"));
    std::fs::write(&file, paper)?;
    println!("{}", file.display());
    Ok(())
}
