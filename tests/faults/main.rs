//! What is left of the records when a system call fails, the program is killed, the disk is full, or many write at once.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

mod calls;
mod committed;
mod crowd;
#[path = "../tools/depth.rs"]
mod depth;
mod desk;
mod disk;
mod driver;
mod home;
mod processes;
mod program;
#[path = "../tools/programs.rs"]
mod programs;
mod records;
mod resolve;
mod sweep;
mod swept;
mod sync;
