//! A name that somebody or something bore until a day.

use super::Day;
use super::reading::At;
use super::shape::shape;

shape! {
    /// A name that was borne before the present one.
    pub struct Former {
        /// The name.
        "name" => name: At<String>,
        /// The last day of that name; from the next day on the following one holds.
        "until" => until: At<Day> [past],
    }
}

/// The name of a day: the former one that ended last of those that had not ended by then, else the present one.
pub(super) fn name_on<'a>(present: &'a At<String>, former: &'a [Former], day: Day) -> &'a str {
    let borne = former.iter().filter(|one| day <= one.until.value).min_by_key(|one| one.until.value);
    borne.map_or(present, |one| &one.name)
}

/// What has borne names: the present one, and others before it.
macro_rules! renamed {
    ($kind:ty) => {
        impl $kind {
            /// The name of a day.
            pub fn name_on(&self, day: $crate::record::Day) -> &str {
                $crate::record::former::name_on(&self.name, &self.former, day)
            }

            /// Every name of it, the present one first.
            pub fn names(&self) -> impl Iterator<Item = &$crate::record::At<String>> {
                std::iter::once(&self.name).chain(self.former.iter().map(|one| &one.name))
            }
        }
    };
}
pub(super) use renamed;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Group, RelPath, Source, read};

    #[test]
    fn a_name_is_that_of_the_day() {
        let text = "name = \"c\"\nfrom = 2020-01-01\n[[former]]\nname = \"b\"\nuntil = 2026-03-31\n\
                    [[former]]\nname = \"a\"\nuntil = 2024-12-31\n";
        let source = Source::new(RelPath::new("groups/x.toml").expect("a path"), text);
        let group = read::<Group>(&source).record.expect("a group");
        for (day, name) in [
            ("2020-01-01", "a"),
            ("2024-12-31", "a"),
            ("2025-01-01", "b"),
            ("2026-03-31", "b"),
            ("2026-04-01", "c"),
            ("2199-12-31", "c"),
        ] {
            assert_eq!(group.name_on(Day::parse(day).expect("a day")), name, "{day}");
        }
    }
}
