//! The rulebooks that come with the program, copied into a new directory.

/// A rulebook that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Template {
    /// A Party branch.
    PartyBranch,
    /// A union, a club, a steering committee.
    Association,
}
