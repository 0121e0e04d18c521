//! Starts the drivers and the display they need as children of this process, and ends them by their ids.
//! Never touches a process that it did not start.

use super::engine::Engine;
use super::{Fault, LOOK_AGAIN, Outcome};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long a driver may take to listen. Generous: a busy machine must not fail a promise.
const START: Duration = Duration::from_secs(60);

/// A driver, listening, and what it stands on.
pub struct Driver {
    pub address: String,
    /// What the driver and its browser wrote, line by line.
    pub lines: Arc<Mutex<Vec<String>>>,
    // Ended in this order: the driver first, then its display.
    driver: Ended,
    _display: Option<Ended>,
}

/// A child that ends, at the latest, with this value.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Driver {
    /// Of the driver's process; the browser's are below it.
    pub fn id(&self) -> u32 {
        self.driver.0.id()
    }

    /// Errors: the driver is not installed, or does not come up.
    pub fn start(engine: Engine, log: &Path) -> Outcome<Driver> {
        let display = match engine {
            Engine::Webkit => Some(Display::start()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new(engine.driver());
        command.arg(format!("--port={port}")).args(engine.driver_arguments());
        if let Some(display) = &display {
            command.env("DISPLAY", format!(":{}", display.number)).env_remove("WAYLAND_DISPLAY");
            // Mesa's rasterizer without a graphics card ends the page's process now and then (a fault within swrast_dri
            // or LLVM, in the thread that puts layers together): so no layers are drawn by it.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        }
        let mut child =
            spawn(command.stdout(Stdio::piped()).stderr(Stdio::piped()), engine.driver())?;
        let lines = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::new(Mutex::new(File::create(log)?));
        collect(child.stdout.take(), &lines, &log);
        collect(child.stderr.take(), &lines, &log);
        let driver = Ended(child);
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > START {
                return Err(format!("{} does not listen after {START:?}", engine.driver()).into());
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        let address = format!("http://127.0.0.1:{port}");
        Ok(Driver { address, lines, driver, _display: display.map(|it| it.process) })
    }
}

struct Display {
    number: String,
    process: Ended,
}

impl Display {
    /// Starts Xvfb by itself: xvfb-run is a shell script, and its children would outlive it when it is ended.
    fn start() -> Outcome<Display> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp"]);
        let mut child = spawn(command.stdout(Stdio::piped()).stderr(Stdio::null()), "Xvfb")?;
        let mut number = String::new();
        let output = child.stdout.take().ok_or("Xvfb has no output")?;
        let process = Ended(child);
        BufReader::new(output).read_line(&mut number)?;
        match number.trim() {
            "" => Err("Xvfb named no display".into()),
            number => Ok(Display { number: number.to_owned(), process }),
        }
    }
}

fn spawn(command: &mut Command, program: &str) -> Outcome<Child> {
    command.stdin(Stdio::null()).spawn().map_err(|fault| {
        Fault::from(format!("{program} does not start ({fault}): make setup installs it"))
    })
}

fn collect(
    output: Option<impl Read + Send + 'static>,
    lines: &Arc<Mutex<Vec<String>>>,
    log: &Arc<Mutex<File>>,
) {
    let (lines, log) = (lines.clone(), log.clone());
    let Some(output) = output else { return };
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            let _ = writeln!(log.lock().unwrap(), "{line}");
            lines.lock().unwrap().push(line);
        }
    });
}
