//! The page's worker, a program of its own: serves one task after the other, each in a worker that is ended after it.
//! Never holds anything itself.

fn main() {
    #[cfg(target_arch = "wasm32")]
    attune::browser::serve(attune::job::answer);
}
