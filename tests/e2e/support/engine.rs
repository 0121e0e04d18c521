//! The three engines: how each is started, sized, darkened and listened to.
//! Never knows what page it shows.

use super::wire::{devtools, in_firefox};
use super::{Fault, LOOK_AGAIN, Outcome, PATIENCE};
use serde_json::{Value, json};
use std::path::PathBuf;
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::{Instant, sleep};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

/// How the person's device is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scheme {
    Light,
    Dark,
}

impl Engine {
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// The engines of `ATTUNE_ENGINES`, all three without it. Errors: a name that is none of them.
    pub fn chosen() -> Outcome<Vec<Engine>> {
        let Ok(names) = std::env::var("ATTUNE_ENGINES") else { return Ok(Engine::ALL.to_vec()) };
        let find = |name: &str| Engine::ALL.into_iter().find(|it| it.name() == name.trim());
        names
            .split(',')
            .map(|name| find(name).ok_or_else(|| Fault::from(format!("no such engine: {name}"))))
            .collect()
    }

    pub fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::Webkit => "WebKitWebDriver",
        }
    }

    pub fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            // Lets the tests set Firefox's preferences while it runs: dark, reduced motion, narrow.
            Engine::Firefox => &["--allow-system-access", "--log=warn"],
            Engine::Chromium => &["--log-level=WARNING"],
            Engine::Webkit => &[],
        }
    }

    /// Errors: WebKitGTK's browser is not installed.
    pub fn capabilities(self) -> Outcome<Capabilities> {
        let mut wanted = Capabilities::new();
        let (name, options) = match self {
            Engine::Chromium => ("goog:chromeOptions", chromium_options()),
            Engine::Firefox => ("moz:firefoxOptions", firefox_options()),
            Engine::Webkit => ("webkitgtk:browserOptions", webkit_options()?),
        };
        wanted.set(name, options)?;
        Ok(wanted)
    }

    /// Narrowest page, in CSS pixels, that this engine shows here. Source: measured.
    pub fn narrowest(self) -> u32 {
        match self {
            Engine::Chromium | Engine::Firefox => 320,
            Engine::Webkit => 447,
        }
    }

    /// Makes the page `width` x `height` CSS pixels; a width below the narrowest becomes that.
    pub async fn resize(self, driver: &WebDriver, width: u32, height: u32) -> Outcome {
        let width = width.max(self.narrowest());
        match self {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                devtools(driver, "Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Engine::Firefox => {
                // A headless window is never narrower than 500, so the page within it is, as BiDi's setViewport does it.
                let script = format!(
                    "const it = gBrowser.selectedBrowser; it.style.flex = 'none';
                     for (const name of ['width', 'minWidth', 'maxWidth']) it.style[name] = '{width}px';
                     for (const name of ['height', 'minHeight', 'maxHeight']) it.style[name] = '{height}px';"
                );
                driver.set_window_rect(0, 0, width.max(500), height + 120).await?;
                in_firefox(driver, &script).await?;
            }
            Engine::Webkit => resize_window(driver, width, height).await?,
        }
        Ok(())
    }

    /// Errors: WebKitGTK, where nothing sets this while it runs.
    pub async fn set_scheme(self, driver: &WebDriver, scheme: Scheme) -> Outcome {
        match (self, scheme) {
            (Engine::Chromium, _) => {
                let value = if scheme == Scheme::Dark { "dark" } else { "light" };
                emulate(driver, "prefers-color-scheme", value).await
            }
            (Engine::Firefox, _) => {
                let value = if scheme == Scheme::Dark { 0 } else { 1 };
                set_preference(driver, "layout.css.prefers-color-scheme.content-override", value)
                    .await
            }
            (Engine::Webkit, Scheme::Light) => Ok(()),
            (Engine::Webkit, Scheme::Dark) => {
                Err("WebKitGTK cannot be darkened while it runs".into())
            }
        }
    }

    /// Errors: WebKitGTK, where nothing sets this while it runs.
    pub async fn reduce_motion(self, driver: &WebDriver, reduce: bool) -> Outcome {
        match self {
            Engine::Chromium => {
                emulate(
                    driver,
                    "prefers-reduced-motion",
                    if reduce { "reduce" } else { "no-preference" },
                )
                .await
            }
            Engine::Firefox => {
                set_preference(driver, "ui.prefersReducedMotion", i32::from(reduce)).await
            }
            Engine::Webkit if reduce => Err("WebKitGTK cannot be told to reduce motion".into()),
            Engine::Webkit => Ok(()),
        }
    }

    /// A phone's fingers instead of a mouse. WebKitGTK has no touch: there a tap arrives as a click.
    pub async fn set_touch(self, driver: &WebDriver, touch: bool) -> Outcome {
        if self == Engine::Chromium {
            let points = if touch {
                json!({ "enabled": true, "maxTouchPoints": 5 })
            } else {
                json!({ "enabled": false })
            };
            devtools(driver, "Emulation.setTouchEmulationEnabled", points).await?;
        }
        Ok(())
    }
}

async fn emulate(driver: &WebDriver, name: &str, value: &str) -> Outcome {
    let features = json!({ "features": [{ "name": name, "value": value }] });
    devtools(driver, "Emulation.setEmulatedMedia", features).await.map(drop)
}

async fn set_preference(driver: &WebDriver, name: &str, value: i32) -> Outcome {
    in_firefox(driver, &format!("Services.prefs.setIntPref('{name}', {value})")).await.map(drop)
}

fn chromium_options() -> Value {
    // As root Chromium has no sandbox of its own, and without a network its background services would only fail.
    json!({ "args": [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1440,900",
    ] })
}

fn firefox_options() -> Value {
    json!({
        "binary": find_program("firefox-esr").or_else(|| find_program("firefox")),
        "args": ["-headless", "--width=1440", "--height=1000"],
        "prefs": { "layout.css.prefers-color-scheme.content-override": 1, "datareporting.policy.dataSubmissionEnabled": false },
    })
}

fn webkit_options() -> Outcome<Value> {
    let browser = std::fs::read_dir("/usr/lib")?
        .chain(std::fs::read_dir("/usr/libexec").into_iter().flatten());
    let folders = browser.filter_map(Result::ok).map(|entry| entry.path());
    let candidates = folders.flat_map(|it| {
        ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
            .map(|version| it.join(version).join("MiniBrowser"))
    });
    let found = candidates
        .into_iter()
        .find(|it| it.exists())
        .ok_or("WebKitGTK's MiniBrowser is missing: make setup installs it")?;
    Ok(
        json!({ "binary": found, "args": ["--automation", "--enable-write-console-messages-to-stdout=true"] }),
    )
}

fn find_program(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|it| it.is_file())
}

/// WebKitGTK sizes the window, frame and all, and does so some time after it was asked. It is asked again only once the page
/// has rested at another size: what is asked while the window still moves is reckoned from sizes of two moments.
/// Errors: the page never has the size.
async fn resize_window(driver: &WebDriver, width: u32, height: u32) -> Outcome {
    const RESTED: u32 = 8; // looks
    let sizes = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
    let deadline = Instant::now() + PATIENCE;
    let mut last = (0, 0);
    let mut looks_at_rest = None; // since it was asked
    while Instant::now() < deadline {
        let (across, down, window_across, window_down): (u32, u32, u32, u32) =
            driver.execute(sizes, vec![]).await?.convert()?;
        if (across, down) == (width, height) && looks_at_rest != Some(0) {
            return Ok(());
        }
        if looks_at_rest.is_none_or(|looks| looks > RESTED) {
            let frame = (window_across.saturating_sub(across), window_down.saturating_sub(down));
            driver.set_window_rect(0, 0, width + frame.0, height + frame.1).await?;
            looks_at_rest = Some(0);
        } else if last == (across, down) {
            looks_at_rest = looks_at_rest.map(|looks| looks + 1);
        } else {
            looks_at_rest = Some(0);
        }
        last = (across, down);
        sleep(LOOK_AGAIN).await;
    }
    Err(format!("the page is {last:?} and not {width} by {height}").into())
}
