//! Attune: listening for feelings and the needs underneath. The code map, in reading order; ARCHITECTURE.md says who may use whom.
//! Holds no code of its own.

pub mod checksum;
pub mod order;
pub mod vocabulary;

pub mod domain;

pub mod example;
pub mod exchange;
pub mod insight;
pub mod sealed_file;
pub mod vault;

pub mod chart;
pub mod storage;

pub mod browser;
pub mod i18n;
pub mod reactive;
pub mod route;
pub mod writing;

pub mod job;
pub mod worker;

pub mod desk;

pub mod screen;
pub mod ui;

pub mod app;
