//! The program as its users see it: what is printed, the exit code, and the file afterwards.

#![allow(clippy::unwrap_used)]

mod accept;
mod appraisal;
mod assessment;
mod audit;
mod ballots;
mod campaign;
mod completion;
mod contract;
mod data_errors;
mod dates;
mod development;
mod due;
mod dues;
mod earning;
mod editing;
mod erase;
mod export;
mod git;
mod group;
mod history;
mod hostile;
mod import;
mod init;
mod issue;
mod meeting;
mod member;
mod plan;
mod points;
mod posting;
mod refile;
mod report;
mod request;
mod sandbox;
mod scheme;
mod seal;
mod sealed;
mod status;
mod study;
mod talk;
mod validity;
mod verify;
mod workbook;
