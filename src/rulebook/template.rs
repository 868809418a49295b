//! The rulebooks that come with the program, copied into a new directory.

/// A rulebook that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Template {
    /// A Party branch.
    PartyBranch,
    /// A union, a club, a steering committee.
    Association,
}

macro_rules! files {
    ($folder:literal) => {
        [
            ("branch.toml", include_str!(concat!("template/", $folder, "/branch.toml"))),
            ("meetings.toml", include_str!(concat!("template/", $folder, "/meetings.toml"))),
            ("points.toml", include_str!(concat!("template/", $folder, "/points.toml"))),
        ]
    };
}

impl Template {
    /// Its files: the name below `rules/`, and the text.
    pub fn files(self) -> [(&'static str, &'static str); 3] {
        match self {
            Self::PartyBranch => files!("party-branch"),
            Self::Association => files!("association"),
        }
    }
}
