//! Mounts the app.
//! Nothing else.

fn main() {
    leptos::mount::mount_to_body(attune::app::App);
}
