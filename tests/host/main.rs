//! The tests that need no browser, in one binary.
//! Holds no test itself: one module per promise kept.

mod build_check;
mod catch;
mod danger;
mod example;
mod handover;
mod heard;
mod now;
mod order;
mod practices;
mod qr;
mod search;
mod suggest;
mod vocabulary;

mod clear_hostile;
mod conversation_file;
mod counted;
mod derive;
mod desk;
mod domain;
mod exchange;
mod faulty;
mod find;
mod frames;
mod fuzz;
mod golden;
mod hostile_files;
mod i18n;
mod insight_properties;
mod invitation;
mod keeper;
mod keeper_calls;
mod keeper_faults;
mod keeper_hostile;
mod keeper_together;
mod keeper_understanding;
mod keeper_worksheet;
mod ledgers;
mod lock;
mod lock_faults;
mod lock_forged;
mod lock_hostile;
mod locked;
mod map;
mod mirror;
mod mirror_faults;
mod mirror_pages;
mod mirror_tabs;
mod pictures;
mod reader;
mod recovery_code;
mod river;
mod route;
mod samples;
mod scenarios;
mod scope;
mod seal;
mod sealed_file;
mod sentences;
mod shown;
mod storage;
mod timeline;
mod tiny_tab;
mod tiny_vault;
mod together;
mod traces;
mod vault;
mod ways;
mod wire;
mod wire_together;
mod wire_understanding;
mod wire_worksheet;
mod worker;
mod writing;

#[path = "../shared/argon_vector.rs"]
mod argon_vector;
#[path = "../shared/dice.rs"]
mod dice;
#[path = "../shared/ledger_contract.rs"]
mod ledger_contract;
#[path = "../shared/practice.rs"]
mod practice;
#[path = "../shared/seal_vectors.rs"]
mod seal_vectors;
#[path = "../shared/storage_contract.rs"]
mod storage_contract;
#[path = "../shared/talk.rs"]
mod talk;
mod tidy;
mod wheel;
