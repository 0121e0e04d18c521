//! Runs the promises in each engine, one after the other within an engine, and tells what was kept and what not.
//! Knows no promise: they are handed to it.

use super::driver::Driver;
use super::engine::{Engine, Scheme};
use super::page::Page;
use super::server::{BLANK, Server};
use super::wire::{devtools, in_firefox};
use super::{Outcome, target};
use serde_json::json;
use std::fs;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;
use tokio::task::{LocalSet, spawn_local};

/// Browsers at work at a time: two cores, and a busy browser distorts what its neighbour measures.
const AT_ONCE: usize = 2;
/// The longest a promise may take. A hanging browser must end the run, not the reader's patience.
const LONGEST: Duration = Duration::from_secs(180);

pub type Run = fn(Page) -> Pin<Box<dyn Future<Output = Outcome>>>;

/// The promises of one engine: name and body.
type Mine = Vec<(&'static str, Run)>;

pub struct Promise {
    pub name: &'static str,
    pub run: Run,
}

/// A browser with one window, the driver it is steered by and the server it reads from.
pub struct Session {
    pub engine: Engine,
    pub driver: WebDriver,
    pub server: Server,
    process: Driver,
    /// How many of the driver's lines belong to earlier promises.
    seen: Mutex<usize>,
}

impl Session {
    pub async fn start(engine: Engine) -> Outcome<Arc<Session>> {
        let folder = target().join("e2e").join(engine.name());
        fs::create_dir_all(&folder)?;
        let server = Server::start()?;
        let process = Driver::start(engine, &folder.join("driver.log"))?;
        let driver = WebDriver::new(&process.address, engine.capabilities()?).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
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
        // Emptied from a page without scripts: the app itself would write once more while it is left.
        self.driver.goto(format!("{}{BLANK}", self.server.address())).await?;
        self.driver.execute("localStorage.clear(); sessionStorage.clear()", vec![]).await?;
        self.engine.set_touch(&self.driver, false).await?;
        self.engine.set_scheme(&self.driver, Scheme::Light).await?;
        self.engine.reduce_motion(&self.driver, false).await?;
        self.engine.resize(&self.driver, 1440, 900).await?;
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

    pub async fn end(self: Arc<Self>) {
        // The browser first, through its driver; then, with the last owner, driver and display by their ids.
        let _ = self.driver.clone().quit().await;
    }
}

struct Verdict {
    name: String,
    fault: Option<String>,
}

/// Runs every promise whose full name (`chromium::the_page_…`) holds one of the filters. True when all were kept.
pub fn run_all(promises: Vec<Promise>, filters: Vec<String>) -> Outcome<bool> {
    let began = Instant::now();
    let engines = Engine::chosen()?;
    let wanted = |engine: Engine, promise: &Promise| {
        let name = format!("{}::{}", engine.name(), promise.name);
        filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()))
    };
    // Evidence of an earlier run would be taken for this one's.
    let _ = fs::remove_dir_all(target().join("e2e"));
    let mut queue = Vec::new();
    for engine in engines.iter().copied() {
        let mine: Mine =
            promises.iter().filter(|it| wanted(engine, it)).map(|it| (it.name, it.run)).collect();
        queue.push((engine, mine));
    }
    let count = queue.iter().map(|(_, mine)| mine.len()).sum::<usize>();
    println!("\nrunning {count} tests");
    queue.reverse();
    let queue = Arc::new(Mutex::new(queue));
    let hands = (0..AT_ONCE)
        .map(|_| queue.clone())
        .map(|queue| std::thread::spawn(move || work_off(&queue)));
    let mut verdicts = Vec::new();
    for hand in hands.collect::<Vec<_>>() {
        verdicts.extend(hand.join().map_err(|_| "the runner itself failed")??);
    }
    Ok(close(&verdicts, promises.len() * engines.len() - count, began.elapsed()))
}

/// Takes engine after engine until none is left. One thread each: a promise need not be able to change threads.
fn work_off(queue: &Mutex<Vec<(Engine, Mine)>>) -> Outcome<Vec<Verdict>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut verdicts = Vec::new();
    loop {
        let next = queue.lock().unwrap().pop();
        let Some((engine, promises)) = next else { return Ok(verdicts) };
        verdicts.extend(LocalSet::new().block_on(&runtime, run_engine(engine, promises)));
    }
}

/// Says what failed, and ends with the line that every Rust test ends with.
fn close(verdicts: &[Verdict], filtered: usize, took: Duration) -> bool {
    let failed: Vec<_> =
        verdicts.iter().filter_map(|it| it.fault.as_ref().map(|fault| (&it.name, fault))).collect();
    if !failed.is_empty() {
        println!("\nfailures:\n");
        for (name, fault) in &failed {
            println!("---- {name} ----\n{fault}\n");
        }
    }
    let (word, kept) =
        (if failed.is_empty() { "ok" } else { "FAILED" }, verdicts.len() - failed.len());
    println!(
        "\ntest result: {word}. {kept} passed; {} failed; 0 ignored; 0 measured; {filtered} filtered out; finished in {:.2}s\n",
        failed.len(),
        took.as_secs_f64()
    );
    failed.is_empty()
}

async fn run_engine(engine: Engine, promises: Mine) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut session = None;
    for (name, run) in promises {
        let full = format!("{}::{name}", engine.name());
        let began = Instant::now();
        let fault = match started(engine, &mut session).await {
            Ok(session) => run_one(&session, name, run).await.err().map(|fault| fault.to_string()),
            Err(fault) => Some(format!("{} does not start: {fault}", engine.name())),
        };
        let word = if fault.is_none() { "ok" } else { "FAILED" };
        println!("test {full} ... {word} ({:.1}s)", began.elapsed().as_secs_f64());
        if fault.is_some() {
            // A browser in which something broke is no place for the next promise.
            end(session.take()).await;
        }
        verdicts.push(Verdict { name: full, fault });
    }
    end(session).await;
    verdicts
}

async fn started(engine: Engine, session: &mut Option<Arc<Session>>) -> Outcome<Arc<Session>> {
    if session.is_none() {
        *session = Some(Session::start(engine).await?);
    }
    session.clone().ok_or_else(|| "no session".into())
}

async fn end(session: Option<Arc<Session>>) {
    if let Some(session) = session {
        session.end().await;
    }
}

async fn run_one(session: &Arc<Session>, name: &'static str, run: Run) -> Outcome {
    let held = session.clone();
    // A task of its own, so that a failed assertion ends the promise and not the run.
    let mut task = spawn_local(async move {
        let page = held.fresh_page().await?;
        run(page.clone()).await?;
        let violations = page.violations();
        assert!(violations.is_empty(), "the policy was violated: {violations:#?}");
        let errors = page.errors().await?;
        assert!(errors.is_empty(), "scripts failed: {errors:#?}");
        Outcome::Ok(())
    });
    let outcome = match tokio::time::timeout(LONGEST, &mut task).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(panic)) => Err(panic_text(panic).into()),
        Err(_) => {
            task.abort();
            Err(format!("not done after {LONGEST:?}").into())
        }
    };
    match outcome {
        Ok(()) => Ok(()),
        Err(fault) => {
            Err(format!("{fault}\nkept in {}", keep_evidence(session, name).await.display()).into())
        }
    }
}

fn panic_text(fault: tokio::task::JoinError) -> String {
    let Ok(panic) = fault.try_into_panic() else { return "cancelled".into() };
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()))
        .unwrap_or_else(|| "a panic without words".into())
}

/// A picture, the console, the reports and the markup, for the one who has to find out.
async fn keep_evidence(session: &Session, name: &str) -> PathBuf {
    let folder = target().join("e2e").join(session.engine.name()).join(name);
    let _ = fs::create_dir_all(&folder);
    let _ = session.driver.screenshot(&folder.join("screen.png")).await;
    if let Ok(source) = session.driver.source().await {
        let _ = fs::write(folder.join("page.html"), source);
    }
    let errors = session.errors().await.unwrap_or_else(|fault| vec![fault.to_string()]);
    let driver = session.process.lines.lock().unwrap().clone();
    let console = json!({ "errors": errors, "reports": session.server.reports(), "requests": session.server.paths(), "driver": driver });
    let _ = fs::write(folder.join("console.json"), format!("{:#}", console));
    folder
}
