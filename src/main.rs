//! Mounts the app, and nothing else. In a release the program is cut in two here.
//! Never holds anything itself.

/// The cut stands in the page's program and not in the library: there it would draw the whole page into the worker's too.
#[cfg(split)]
mod cut {
    use attune::app::{SecondPart, Then, second_part};

    /// The second part did not arrive; why is the browser's to know.
    struct Missing;

    impl From<wasm_split_helpers::SplitLoaderError> for Missing {
        fn from(_: wasm_split_helpers::SplitLoaderError) -> Missing {
            Missing
        }
    }

    /// tools/split-program.mjs finds this by its mark.
    #[wasm_split_helpers::wasm_split(second, fallible)]
    fn load() -> Result<&'static SecondPart, Missing> {
        Ok(second_part())
    }

    pub fn fetch(then: Then) {
        leptos::task::spawn_local(async move { then(load().await.ok()) });
    }
}

fn main() {
    #[cfg(all(target_arch = "wasm32", not(split)))]
    leptos::mount::mount_to_body(
        || leptos::view! { <attune::app::App world=attune::desk::World::of_the_browser() /> },
    );
    #[cfg(all(target_arch = "wasm32", split))]
    leptos::mount::mount_to_body(
        || leptos::view! { <attune::app::App world=attune::desk::World::of_the_browser() fetch=cut::fetch /> },
    );
}
