//! Mounts the app, and nothing else.
//! Never holds anything itself.

fn main() {
    #[cfg(target_arch = "wasm32")]
    leptos::mount::mount_to_body(
        || leptos::view! { <attune::app::App world=attune::desk::World::of_the_browser() /> },
    );
}
