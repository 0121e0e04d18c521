//! A camera that sees what a test wants: a film of QR codes, in a file that Chromium takes for its camera.
//! Never a camera of this machine: the film is written by the test, point by point.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use attune::chart::qr::{Qr, Spare};
use serde_json::Value;

use super::engine::Engine;
use super::server::Server;
use super::session::Session;
use super::{Outcome, target};

const WIDTH: usize = 640;
const HEIGHT: usize = 480;
/// Pictures in a second, and how many each code is shown for.
const RATE: usize = 10;
const SHOWN: usize = 5;

/// Light and dark, as films have them.
const LIGHT: u8 = 235;
const DARK: u8 = 16;

/// One code after the other, over and over, as YUV4MPEG2: a line, and each picture after one more. Errors: a text that no
/// code of 96 fields holds.
pub fn film(texts: &[String]) -> Outcome<Vec<u8>> {
    let mut film =
        format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n").into_bytes();
    for text in texts {
        let code = Qr::new(text, Spare::Little).ok_or("no code holds this")?;
        let scale = HEIGHT / code.side();
        if scale < 5 {
            return Err("its fields are too fine for this film".into());
        }
        let picture = picture(&code, scale);
        for _ in 0..SHOWN {
            film.extend(b"FRAME\n");
            film.extend(&picture);
            // No colour: two planes of a quarter each.
            film.extend([128; WIDTH * HEIGHT / 2]);
        }
    }
    Ok(film)
}

fn picture(code: &Qr, scale: usize) -> Vec<u8> {
    let (left, top) = ((WIDTH - scale * code.side()) / 2, (HEIGHT - scale * code.side()) / 2);
    let is_dark = |row: usize, column: usize| match (row.checked_sub(top), column.checked_sub(left))
    {
        (Some(row), Some(column)) => code.is_dark(row / scale, column / scale),
        _ => false,
    };
    let points = (0..WIDTH * HEIGHT).map(|at| is_dark(at / WIDTH, at % WIDTH));
    points.map(|it| if it { DARK } else { LIGHT }).collect()
}

impl Session {
    /// A Chromium of its own, whose camera sees these codes, and which says yes for the person. Whoever starts it ends it.
    pub async fn with_camera(texts: &[String]) -> Outcome<Arc<Session>> {
        let folder = target().join("e2e").join("camera");
        fs::create_dir_all(&folder)?;
        let file = folder.join("seen.y4m");
        fs::write(&file, film(texts)?)?;
        Session::with_flags(
            &folder,
            &[
                "--use-fake-device-for-media-stream".to_owned(),
                "--use-fake-ui-for-media-stream".to_owned(),
                format!("--use-file-for-fake-video-capture={}", file.display()),
            ],
        )
        .await
    }

    async fn with_flags(folder: &Path, flags: &[String]) -> Outcome<Arc<Session>> {
        let mut wanted = Engine::Chromium.capabilities()?;
        let name = "goog:chromeOptions";
        let mut options = serde_json::to_value(&wanted)?[name].clone();
        if let Some(all) = options["args"].as_array_mut() {
            all.extend(flags.iter().cloned().map(Value::from));
        }
        wanted.set(name, options)?;
        let server = Arc::new(Server::start()?);
        Session::start_as(Engine::Chromium, wanted, server, &folder.join("driver.log")).await
    }
}
