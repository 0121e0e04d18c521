//! Serves `dist` to one browser on 127.0.0.1, with the headers of `public/_headers`, and keeps what was asked of it.
//! Never changes a file on its way: the tests see the release as it is.

use super::{Outcome, root};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use tiny_http::{Header, Request, Response};

/// An empty page of the same origin: a place to stand while the storage is emptied, where no app writes it again.
pub const BLANK: &str = "/blank";
const REPORT_ONLY: &str = "Content-Security-Policy-Report-Only";
const REPORTS: &str = "/reports/";

#[derive(Default)]
struct Asked {
    /// Counts what was forgotten. A report names the one its page was served in: an engine may send it late.
    round: u32,
    paths: Vec<String>,
    reports: Vec<String>,
    /// The file with this in its name arrives with one byte too many, as a broken line or a hostile host would deliver it.
    spoilt: Option<&'static str>,
}

pub struct Server {
    address: String,
    asked: Arc<Mutex<Asked>>,
    listener: Arc<tiny_http::Server>,
}

impl Server {
    /// Errors: no release in `dist`, or no free port.
    pub fn start() -> Outcome<Server> {
        let dist = root().join("dist");
        let page = fs::read_to_string(dist.join("index.html"))
            .map_err(|_| "dist/ is empty: make build comes first")?;
        let mut headers = extra_headers(&fs::read_to_string(dist.join("_headers"))?);
        // The page's own policy a second time, only to report: a `<meta>` cannot, and a listener set by a test would
        // come too late for what happens while the page starts. The round is put behind it.
        let report = format!("{}; report-uri {REPORTS}", boot_policy(&page)?);
        headers.push((REPORT_ONLY.into(), report));
        let listener = Arc::new(tiny_http::Server::http("127.0.0.1:0")?);
        let address = format!("http://{}", listener.server_addr());
        let asked = Arc::new(Mutex::new(Asked::default()));
        for _ in 0..2 {
            let (listener, asked, dist, headers) =
                (listener.clone(), asked.clone(), dist.clone(), headers.clone());
            std::thread::spawn(move || {
                for request in listener.incoming_requests() {
                    answer(request, &dist, &headers, &asked);
                }
            });
        }
        Ok(Server { address, asked, listener })
    }

    /// Scheme, host and port, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The paths asked for since the last `forget`, in order.
    pub fn paths(&self) -> Vec<String> {
        self.asked.lock().unwrap().paths.clone()
    }

    /// Violations of the policy that the browser reported since the last `forget`.
    pub fn reports(&self) -> Vec<String> {
        self.asked.lock().unwrap().reports.clone()
    }

    /// From now to the next `forget` files with this in their names do not arrive whole; with `None` all do.
    pub fn spoil(&self, name: Option<&'static str>) {
        self.asked.lock().unwrap().spoilt = name;
    }

    pub fn forget(&self) {
        let mut asked = self.asked.lock().unwrap();
        *asked = Asked { round: asked.round + 1, ..Asked::default() };
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.unblock();
        self.listener.unblock();
    }
}

/// The lines of `public/_headers` that are headers: the indented ones.
fn extra_headers(file: &str) -> Vec<(String, String)> {
    let indented = file.lines().filter(|line| line.starts_with(' '));
    indented
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}

fn boot_policy(page: &str) -> Outcome<String> {
    let start = "http-equiv=\"Content-Security-Policy\" content=\"";
    let at = page
        .find(start)
        .ok_or("dist/index.html has no policy: it is not a sealed release, make build makes one")?;
    let rest = &page[at + start.len()..];
    Ok(rest[..rest.find('"').ok_or("the policy has no end")?].to_owned())
}

fn file(path: &str, dist: &Path) -> Option<Vec<u8>> {
    match path {
        BLANK => Some(b"<!doctype html><title>blank</title>".to_vec()),
        "/" => fs::read(dist.join("index.html")).ok(),
        // Names in dist are plain: anything else is not one of ours.
        name if name[1..].chars().all(|it| it.is_ascii_alphanumeric() || "-_.".contains(it)) => {
            fs::read(dist.join(&name[1..])).ok()
        }
        _ => None,
    }
}

fn answer(mut request: Request, dist: &Path, headers: &[(String, String)], asked: &Mutex<Asked>) {
    let path = request.url().split(['?', '#']).next().unwrap_or("/").to_owned();
    let round = asked.lock().unwrap().round.to_string();
    if let Some(of_round) = path.strip_prefix(REPORTS) {
        let mut report = String::new();
        let _ = request.as_reader().read_to_string(&mut report);
        if of_round == round {
            asked.lock().unwrap().reports.push(report);
        }
        let _ = request.respond(Response::empty(204));
        return;
    }
    let mut body = file(&path, dist);
    if asked.lock().unwrap().spoilt.is_some_and(|name| path.contains(name)) {
        body.iter_mut().for_each(|bytes| bytes.push(0));
    }
    if path != BLANK {
        asked.lock().unwrap().paths.push(path.clone());
    }
    let status = if body.is_some() { 200 } else { 404 };
    let mut response = Response::from_data(body.unwrap_or_default()).with_status_code(status);
    let own = [
        ("Content-Type".to_owned(), media_type(&path).to_owned()),
        ("Cache-Control".to_owned(), "no-cache".to_owned()),
    ];
    for (name, value) in headers.iter().filter(|_| path != BLANK).chain(&own) {
        let value = if name == REPORT_ONLY { &[value.as_str(), &round].concat() } else { value };
        if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "text/html; charset=utf-8",
    }
}
