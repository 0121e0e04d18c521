//! Thin shells over Leptos's signals: code once for each type of value, not once for each place that reads one.
//! Adds no way of its own to hold or follow a value; what a shell gives is Leptos's own memo, effect or value.
//!
//! `Memo::new`, `Effect::new` and `with` are generic over their closure: each call compiles the whole machinery anew,
//! 300 to 900 bytes of it. Behind a box it is compiled once a type. `look` copies the value first: values here are small
//! or shared, so a copy is a counter's step.

use leptos::prelude::*;

/// Derives a value, worked out again when what it reads has changed, and passed on only where it differs.
pub fn memo<T: Clone + PartialEq + Send + Sync + 'static>(
    derive: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(derive))
}

#[inline(never)]
fn boxed_memo<T: Clone + PartialEq + Send + Sync + 'static>(
    derive: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| derive())
}

/// A value worked out each time it is read, for a component's prop.
pub fn derived<T: Send + Sync + 'static>(
    derive: impl Fn() -> T + Send + Sync + 'static,
) -> Signal<T> {
    boxed_derived(Box::new(derive))
}

#[inline(never)]
fn boxed_derived<T: Send + Sync + 'static>(derive: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(derive)
}

/// Does something outside the page's values whenever what it reads has changed; never writes a signal.
pub fn effect(act: impl Fn() + 'static) {
    boxed_effect(Box::new(act));
}

#[inline(never)]
fn boxed_effect(act: Box<dyn Fn()>) {
    Effect::new(move |_| act());
}

/// Reading a value through a copy of it.
pub trait Look {
    type Value;

    /// Follows the value: what reads it runs again when it changes.
    fn look<R>(&self, read: impl FnOnce(&Self::Value) -> R) -> R;

    /// Does not follow it.
    fn glance<R>(&self, read: impl FnOnce(&Self::Value) -> R) -> R;
}

impl<T: Clone + 'static, S: Get<Value = T> + GetUntracked<Value = T>> Look for S {
    type Value = T;

    fn look<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&copy(self))
    }

    fn glance<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&copy_untracked(self))
    }
}

#[inline(never)]
fn copy<S: Get>(signal: &S) -> S::Value {
    signal.get()
}

#[inline(never)]
fn copy_untracked<S: GetUntracked>(signal: &S) -> S::Value {
    signal.get_untracked()
}
