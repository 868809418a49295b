//! What names a file in its folder: an id, a month, a year.

use crate::record::{Filing, GroupId, MemberId, Month};

/// What names a file in its folder.
pub trait Key: Sized {
    /// What stands for it where files are described: `MONTH`.
    const NAME: &'static str;

    /// That of a file's name without its ending; none where no such file has this name.
    fn parse(stem: &str) -> Option<Self>;

    /// A file's name without its ending.
    fn stem(&self) -> String;

    /// That of the file in which a line belongs; none where lines do not say it.
    fn of_line(_: &Filing<'_>) -> Option<Self> {
        None
    }
}

macro_rules! ids {
    ($($id:ty),*) => {$(
        impl Key for $id {
            const NAME: &'static str = "ID";

            fn parse(stem: &str) -> Option<Self> {
                Self::new(stem)
            }

            fn stem(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

ids!(GroupId, MemberId);

impl Key for Month {
    const NAME: &'static str = "MONTH";

    fn parse(stem: &str) -> Option<Self> {
        Self::parse(stem)
    }

    fn stem(&self) -> String {
        self.to_string()
    }

    fn of_line(filing: &Filing<'_>) -> Option<Self> {
        filing.month()
    }
}

/// A year.
impl Key for i32 {
    const NAME: &'static str = "YEAR";

    fn parse(stem: &str) -> Option<Self> {
        let right = stem.len() == 4 && stem.bytes().all(|digit| digit.is_ascii_digit());
        right.then(|| stem.parse().ok()).flatten()
    }

    fn stem(&self) -> String {
        format!("{self:04}")
    }

    fn of_line(filing: &Filing<'_>) -> Option<Self> {
        filing.year()
    }
}
