//! `zhibu import`: tables that people have become records.

mod across;
mod ask;
mod attendance;
mod changed;
mod command;
mod dues;
mod groups;
mod guard;
mod held;
mod lines;
mod meetings;
mod members;
mod plan;
mod points;
mod rows;
mod study;
mod unnamed;

pub(super) use command::{Import, run};
