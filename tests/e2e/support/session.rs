//! A browser with its driver and its server: started, emptied between promises, asked for what went wrong, ended.
//! Knows no promise.

use super::driver::Driver;
use super::engine::{Engine, Scheme};
use super::page::Page;
use super::server::{BLANK, Server};
use super::stores::EMPTY;
use super::wire::{devtools, in_firefox};
use super::{Outcome, PATIENCE, target};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use thirtyfour::{Capabilities, WebDriver};

/// A browser with one window, the driver it is steered by and the server it reads from.
pub struct Session {
    pub engine: Engine,
    pub driver: WebDriver,
    pub server: Arc<Server>,
    pub(super) process: Driver,
    /// How many of the driver's lines belong to earlier promises.
    seen: Mutex<usize>,
}

impl Session {
    pub async fn start(engine: Engine) -> Outcome<Arc<Session>> {
        let folder = target().join("e2e").join(engine.name());
        fs::create_dir_all(&folder)?;
        let server = Arc::new(Server::start()?);
        Session::start_as(engine, engine.capabilities()?, server, &folder.join("driver.log")).await
    }

    pub(super) async fn start_as(
        engine: Engine,
        wanted: Capabilities,
        server: Arc<Server>,
        log: &Path,
    ) -> Outcome<Arc<Session>> {
        let process = Driver::start(engine, log)?;
        let driver = WebDriver::new(&process.address, wanted).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        driver.set_page_load_timeout(Duration::from_secs(30)).await?;
        if engine == Engine::Chromium {
            let listen = "window.early = []; addEventListener('error', (event) => early.push(String(event.message)));
                addEventListener('unhandledrejection', (event) => early.push('unhandled: ' + event.reason));";
            devtools(&driver, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": listen }))
                .await?;
        }
        Ok(Arc::new(Session { engine, driver, server, process, seen: Mutex::new(0) }))
    }

    /// A page as a person meets it for the first time: nothing stored, light, wide, no errors yet.
    pub async fn fresh_page(self: &Arc<Self>) -> Outcome<Page> {
        self.forget().await?;
        // In the page that is left, which has come to rest: WebKitGTK gives the next one a process of its own, and one that is
        // sized while it takes over may keep another size for good.
        self.engine.resize(&self.driver, 1440, 900).await?;
        // Emptied from a page without scripts: the app itself would write once more while it is left.
        self.driver.goto(format!("{}{BLANK}", self.server.address())).await?;
        self.driver.execute(EMPTY, vec![]).await?;
        self.engine.set_touch(&self.driver, false).await?;
        self.engine.set_scheme(&self.driver, Scheme::Light).await?;
        self.engine.reduce_motion(&self.driver, false).await?;
        self.forget().await?;
        let page = Page::new(self.clone());
        page.open("/").await?;
        Ok(page)
    }

    /// Starts counting faults and requests from here.
    pub async fn forget(&self) -> Outcome {
        self.driver
            .execute(
                "window.faults = window.faults && []; window.early = window.early && []",
                vec![],
            )
            .await?;
        if self.engine == Engine::Firefox {
            in_firefox(&self.driver, "Services.console.reset()").await?;
        }
        *self.seen.lock().unwrap() = self.process.lines.lock().unwrap().len();
        self.server.forget();
        Ok(())
    }

    /// Errors of scripts since the last fresh page. Each engine has its own way to tell what came before our listener.
    pub async fn errors(&self) -> Outcome<Vec<String>> {
        let found = self
            .driver
            .execute("return [...(window.faults ?? []), ...(window.early ?? [])]", vec![])
            .await?;
        let mut errors: Vec<String> = found.convert()?;
        match self.engine {
            Engine::Chromium => {}
            Engine::Firefox => errors.extend(self.firefox_errors().await?),
            Engine::Webkit => errors.extend(self.webkit_errors()),
        }
        errors.dedup();
        Ok(errors)
    }

    async fn firefox_errors(&self) -> Outcome<Vec<String>> {
        let script = format!(
            "return Services.console.getMessageArray()
                .filter((it) => it instanceof Ci.nsIScriptError && !(it.flags & Ci.nsIScriptError.warningFlag))
                .filter((it) => (it.sourceName || '').startsWith('{}')).map((it) => it.errorMessage)",
            self.server.address()
        );
        Ok(serde_json::from_value(in_firefox(&self.driver, &script).await?)?)
    }

    fn webkit_errors(&self) -> Vec<String> {
        let lines = self.process.lines.lock().unwrap();
        lines[*self.seen.lock().unwrap()..]
            .iter()
            .filter(|line| line.contains("CONSOLE") && line.contains("ERROR"))
            .cloned()
            .collect()
    }

    /// Whether the engine failed by itself, as WebKitGTK does under load, and no page can cause it: GLib ended its process
    /// because a signal came while it read `errno` (tools/browser-tests.sh knows this too); or it fell silent before it took
    /// the document or asked for anything in it, so that nothing of ours ever ran.
    pub fn gave_up(&self) -> bool {
        let lines = self.process.lines.lock().unwrap();
        let mut lines = lines[*self.seen.lock().unwrap()..].iter();
        self.server.paths().iter().all(|path| path == "/")
            || lines.any(|line| line.contains("getauxval () failed"))
    }

    /// A picture, the console, the reports and the markup, for the one who has to find out.
    pub async fn keep_evidence(&self, name: &str) -> PathBuf {
        let folder = target().join("e2e").join(self.engine.name()).join(name);
        let _ = fs::create_dir_all(&folder);
        // An engine that no longer draws would keep the picture waiting, and the run with it.
        let file = folder.join("screen.png");
        let _ = tokio::time::timeout(PATIENCE, self.driver.screenshot(&file)).await;
        if let Ok(source) = self.driver.source().await {
            let _ = fs::write(folder.join("page.html"), source);
        }
        let errors = self.errors().await.unwrap_or_else(|fault| vec![fault.to_string()]);
        let driver = self.process.lines.lock().unwrap().clone();
        let console = json!({ "errors": errors, "reports": self.server.reports(), "requests": self.server.paths(), "driver": driver });
        let _ = fs::write(folder.join("console.json"), format!("{:#}", console));
        folder
    }

    /// What scripts said, what has the focus, and the first of what the page shows: in a word, for where no files are kept.
    pub async fn last_seen(&self) -> String {
        let errors = self.errors().await.unwrap_or_else(|fault| vec![fault.to_string()]);
        let script = "return `focus on ${document.activeElement?.outerHTML.slice(0, 200)}; shown: ${document.body.innerText.slice(0, 500)}`";
        let shown = self.driver.execute(script, vec![]).await.and_then(|it| it.convert::<String>());
        format!("scripts: {errors:?}\n{}", shown.unwrap_or_else(|fault| fault.to_string()))
    }

    pub async fn end(self: Arc<Self>) {
        // The browser first, through its driver; then, with the last owner, driver and display by their ids.
        let _ = self.driver.clone().quit().await;
    }
}
