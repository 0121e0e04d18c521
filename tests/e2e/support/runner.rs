//! Runs the promises in each engine and tells what was kept and what not; no more browsers at a time than there are cores.
//! Knows no promise: they are handed to it.

use super::engine::Engine;
use super::page::Page;
use super::session::Session;
use super::{Outcome, target};
use std::fs;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::{LocalSet, spawn_local};

/// Browsers at work at a time: two cores, and a busy browser distorts what its neighbour measures.
const AT_ONCE: usize = 2;
/// The longest a promise may take. A hanging browser must end the run, not the reader's patience.
const LONGEST: Duration = Duration::from_secs(180);

pub type Run = fn(Page) -> Pin<Box<dyn Future<Output = Outcome>>>;

/// The promises of one engine: name and body.
type Mine = Vec<(&'static str, Run)>;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Everywhere,
    /// In Chromium by `make test`, in the others by `make proof`: what takes half a minute, and what hangs on our own rules,
    /// hardly on the engine.
    ChromiumFirst,
}

pub struct Promise {
    pub name: &'static str,
    pub due: Due,
    pub run: Run,
}

struct Verdict {
    name: String,
    fault: Option<String>,
}

/// Runs every promise that is due and whose full name (`chromium::the_page_…`) holds one of the filters. True when all were
/// kept.
pub fn run_all(
    promises: Vec<Promise>,
    filters: Vec<String>,
    is_due: impl Fn(Engine, &Promise) -> bool,
) -> Outcome<bool> {
    let began = Instant::now();
    let engines = Engine::chosen()?;
    let wanted = |engine: Engine, promise: &Promise| {
        let name = format!("{}::{}", engine.name(), promise.name);
        let is_named = filters.iter().any(|filter| name.contains(filter.as_str()));
        is_due(engine, promise) && (filters.is_empty() || is_named)
    };
    // Evidence of an earlier run would be taken for this one's.
    let _ = fs::remove_dir_all(target().join("e2e"));
    let mut queue = Vec::new();
    // Every other promise first: so no hand is left with a whole engine while the others rest.
    for turn in 0..AT_ONCE {
        for engine in engines.iter().copied() {
            let mine = promises.iter().filter(|it| wanted(engine, it)).map(|it| (it.name, it.run));
            queue.push((engine, mine.skip(turn).step_by(AT_ONCE).collect::<Mine>()));
        }
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
        let mut fault = attempt(&mut session, engine, name, run).await;
        if session.as_ref().is_some_and(|session| fault.is_some() && session.gave_up()) {
            println!(
                "{full}: the engine gave up before or beside the page; once more in a new one"
            );
            end(session.take()).await;
            fault = attempt(&mut session, engine, name, run).await;
        }
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

async fn attempt(
    session: &mut Option<Arc<Session>>,
    engine: Engine,
    name: &'static str,
    run: Run,
) -> Option<String> {
    match started(engine, session).await {
        Ok(session) => run_one(&session, name, run).await.err().map(|fault| fault.to_string()),
        Err(fault) => Some(format!("{} does not start: {fault}", engine.name())),
    }
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
            let seen = session.last_seen().await;
            let kept = session.keep_evidence(name).await;
            Err(format!("{fault}\n{seen}\nkept in {}", kept.display()).into())
        }
    }
}

fn panic_text(fault: tokio::task::JoinError) -> String {
    let Ok(panic) = fault.try_into_panic() else { return "cancelled".into() };
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()))
        .unwrap_or_else(|| "a panic without words".into())
}
