//! What a camera sees is read in a page that has sealed itself: neither its policy nor its headers stand in the way.
//! Never through a screen: those that scan have promises of their own.

use attune::exchange::frames::{Collector, Taken, frames};
use attune::job::read_picture;
use attune::worker::Picture;

use crate::support::Outcome;
use crate::support::engine::Engine;
use crate::support::page::Page;
use crate::support::session::Session;

/// Leaves `look()`, which gives how wide a picture is and each of its points.
const OPEN: &str = "return (async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const pencil = canvas.getContext('2d', { willReadFrequently: true });
    window.look = () => {
        pencil.drawImage(video, 0, 0);
        const { data } = pencil.getImageData(0, 0, canvas.width, canvas.height);
        return [canvas.width, [...data].filter((_, at) => at % 4 === 1)];
    };
    window.letGo = () => stream.getTracks().forEach((it) => it.stop());
})()";

/// Looks; more would mean that a code is never read.
const LOOKS: usize = 200;

/// Only Chromium takes a film for a camera.
pub async fn a_row_of_pictures_is_read_from_the_camera_of_a_sealed_page(page: Page) -> Outcome {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let file: Vec<u8> = (0..1_500_u32).map(|at| (at * at % 251) as u8).collect();
    let row = frames(&file).ok_or("too large for a row")?;
    let session = Session::with_camera(&row).await?;
    let seen = see(&session.page(), &file).await;
    session.end().await;
    seen
}

async fn see(page: &Page, file: &[u8]) -> Outcome {
    page.open("/").await?;
    page.see_it_whole().await?;
    page.script(OPEN, vec![]).await?;
    let mut collector = Collector::default();
    for _ in 0..LOOKS {
        let (width, grey) = serde_json::from_value(page.script("return look()", vec![]).await?)?;
        let picture = Picture::new(width, grey).ok_or("no picture")?;
        for text in read_picture(&picture) {
            if let Taken::Complete(whole) = collector.take(&text) {
                assert_eq!(whole, file);
                page.script("letGo()", vec![]).await?;
                assert_eq!(page.violations(), Vec::<String>::new());
                return Ok(());
            }
        }
    }
    Err(format!("{} of {:?} were read", collector.count(), collector.of()).into())
}
