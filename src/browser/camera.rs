//! The camera, from the moment it is asked for until it is let go: what it sees, as plain points.
//! Never on longer than whoever holds it wants: dropped, its light goes out. What it sees stays in the page.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, DomException, HtmlCanvasElement, HtmlVideoElement, MediaStream,
    MediaStreamConstraints, MediaStreamTrack, MediaTrackConstraints,
};

/// In points. The longer side of what is looked at: enough for the finest code we make, and little to hand on.
const SIDE_MOST: f64 = 960.0;

/// Why there is no camera. Each may be tried again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoCamera {
    /// The device has none.
    Missing,
    /// The person, or a setting of the browser, said no.
    Refused,
    /// This page may not ask: it was not opened over a safe connection, or it stands in another one.
    NotHere,
    /// Another program has it.
    InUse,
}

/// One that is on.
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
    canvas: HtmlCanvasElement,
    pencil: CanvasRenderingContext2d,
}

impl Drop for Camera {
    fn drop(&mut self) {
        stop(&self.stream);
        self.video.set_src_object(None);
    }
}

/// Asks for it, the one that looks away from the person where there are two, and shows what it sees in the video with this
/// id. Asked for at a press alone: the browser asks the person.
pub async fn open_camera(video: &str) -> Result<Camera, NoCamera> {
    let window = web_sys::window().ok_or(NoCamera::NotHere)?;
    let devices = window.navigator().media_devices().map_err(|_| NoCamera::NotHere)?;
    // Over an unsafe connection browsers have none, whatever the binding says.
    if devices.is_undefined() {
        return Err(NoCamera::NotHere);
    }
    let wanted = MediaTrackConstraints::new();
    wanted.set_facing_mode(&JsValue::from_str("environment"));
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wanted);
    let asked = devices.get_user_media_with_constraints(&constraints).map_err(why)?;
    let stream: MediaStream = JsFuture::from(asked).await.map_err(why)?.unchecked_into();
    show(stream.clone(), video).await.inspect_err(|_| stop(&stream)).map_err(why)
}

async fn show(stream: MediaStream, video: &str) -> Result<Camera, JsValue> {
    let document = web_sys::window().and_then(|it| it.document()).ok_or(JsValue::NULL)?;
    let video: HtmlVideoElement =
        document.get_element_by_id(video).ok_or(JsValue::NULL)?.dyn_into()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let often = Object::new();
    // Read more often than painted: it stays in memory then.
    Reflect::set(&often, &"willReadFrequently".into(), &JsValue::TRUE)?;
    let pencil = canvas
        .get_context_with_context_options("2d", &often)?
        .ok_or(JsValue::NULL)?
        .unchecked_into();
    // Muted, or a browser does not let it play by itself.
    video.set_muted(true);
    video.set_src_object(Some(&stream));
    JsFuture::from(video.play()?).await?;
    Ok(Camera { stream, video, canvas, pencil })
}

fn stop(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}

fn why(error: JsValue) -> NoCamera {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "NotFoundError" | "OverconstrainedError" => NoCamera::Missing,
        "NotReadableError" | "AbortError" => NoCamera::InUse,
        "NotAllowedError" => NoCamera::Refused,
        _ => NoCamera::NotHere,
    }
}

impl Camera {
    /// How wide what it sees now is, and each point from dark (0) to light (255), row by row. `None`: nothing yet.
    pub fn look(&self) -> Option<(usize, Vec<u8>)> {
        let size = (self.video.video_width(), self.video.video_height());
        let (width, height) = (f64::from(size.0), f64::from(size.1));
        if width < 1.0 || height < 1.0 {
            return None;
        }
        let shrunk = (SIDE_MOST / width.max(height)).min(1.0);
        let (width, height) = ((width * shrunk).floor(), (height * shrunk).floor());
        // Set only when it changes: setting it empties the canvas.
        if f64::from(self.canvas.width()) != width || f64::from(self.canvas.height()) != height {
            self.canvas.set_width(width as u32);
            self.canvas.set_height(height as u32);
        }
        let pencil = &self.pencil;
        pencil
            .draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, width, height)
            .ok()?;
        let seen = pencil.get_image_data(0.0, 0.0, width, height).ok()?.data();
        Some((width as usize, seen.as_chunks().0.iter().map(grey).collect()))
    }

    /// Whether it still sees: it ends when it is pulled out, or when the person takes the permission back.
    pub fn is_on(&self) -> bool {
        self.stream.active()
    }
}

/// As light as it looks (ITU-R BT.601), in whole numbers of 256.
fn grey([red, green, blue, _]: &[u8; 4]) -> u8 {
    let sum = u32::from(*red) * 77 + u32::from(*green) * 150 + u32::from(*blue) * 29;
    (sum >> 8) as u8
}
