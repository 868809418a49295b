//! Ids: the short ASCII names by which records know each other.

use smol_str::SmolStr;

use super::reading::{At, FromToml, Node};
use super::to_toml::{ToToml, written};
use super::{Definitions, Json, Value, text_like};
use crate::words;

/// What a text is like that can be an id.
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// Whether a text can be an id: lower-case letters, digits and single dashes between them, at most 64.
fn is_slug(text: &str) -> bool {
    let mut before = b'-';
    for byte in text.bytes() {
        let known = byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && before != b'-';
        if !known {
            return false;
        }
        before = byte;
    }
    before != b'-' && text.len() <= 64
}

/// The sorts of ids, each with the id it is among all sorts.
macro_rules! sorts {
    ($then:ident) => {
        $then! {
            /// The id of a campaign, from `rules/branch.toml`.
            CampaignId Campaign,
            /// The id of a class of members, from `rules/branch.toml`.
            ClassId Class,
            /// The id of a duty or a term of office, from `rules/duties.toml`.
            DutyId Duty,
            /// The id of an edition of the tables, from `rules/editions.toml`.
            EditionId Edition,
            /// The id of a kind of decision, from `rules/meetings.toml`.
            DecisionId Decision,
            /// The id of a line in a ledger: six random letters and digits.
            EntryId Entry,
            /// The id of an honour, from `rules/appraisal.toml`.
            ExemplarId Exemplar,
            /// The id of a grade of the yearly appraisal, from `rules/appraisal.toml`.
            GradeId Grade,
            /// The id of a group: the name of its file.
            GroupId Group,
            /// The id of an item of the points scheme, from `rules/points.toml`.
            ItemId Item,
            /// The id of a kind of meeting, from `rules/meetings.toml`.
            KindId Kind,
            /// The id of a line of work that a record served, from `rules/branch.toml`.
            LinkId Link,
            /// The id of a mark that a record can bear, from `rules/points.toml`.
            MarkId Mark,
            /// The id of a measure of the assessment, from `rules/assessment.toml`.
            MeasureId Measure,
            /// The id of a person: the name of the file.
            MemberId Member,
            /// The id of a post, from `rules/branch.toml`.
            PostId Post,
            /// The id of a rate of dues, from `rules/dues.toml`.
            RateId Rate,
            /// The id of a reason for being absent, from `rules/meetings.toml`.
            ReasonId Reason,
            /// The id of a standing, from `rules/branch.toml`; `left` is known to the program.
            StandingId Standing,
            /// The id of a step by which a person comes to a standing, from `rules/steps.toml`.
            StepId Step,
            /// The id of a kind of study, from `rules/study.toml`.
            StudyId Study,
            /// The id of a reason for a talk, from `rules/talks.toml`.
            TalkReasonId TalkReason,
            /// The id of a duty to talk, from `rules/talks.toml`.
            TalkRuleId TalkRule,
        }
    };
}
pub(super) use sorts;

/// Whether a text names a device on some systems, where no file can be called so.
pub fn is_device(text: &str) -> bool {
    let numbered = |name: &str| {
        let number = text.strip_prefix(name).map(str::as_bytes);
        matches!(number, Some([b'1'..=b'9']))
    };
    matches!(text, "aux" | "con" | "nul" | "prn") || numbered("com") || numbered("lpt")
}

/// Declares the type of a sort of ids.
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl $name {
            /// An id from text: lower-case letters, digits and single dashes; none otherwise.
            pub fn new(text: &str) -> Option<Self> {
                is_slug(text).then(|| Self(text.into()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromToml for $name {
            fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
                let text = node.text()?;
                let id = Self::new(text);
                if id.is_none() {
                    node.fault("bad-id", words::bad_id(words::shown(text)));
                }
                id
            }

            fn schema(_: &mut Definitions) -> Json {
                text_like(SLUG)
            }
        }

        written! { $name: |id| Value::text(id); }

        crate::words::say_as_shown!($name);
    };
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $variant:ident),* $(,)?) => {
        /// An id of any sort, with its place.
        #[derive(Clone, Copy, Debug)]
        pub enum Id<'a> {
            $($(#[$doc])* $variant(&'a At<$name>),)*
        }

        $(id_type! { $(#[$doc])* $name })*
    };
}

sorts!(ids);

id_type! {
    /// The id of a branch, by which others know its records: the same in every copy of them, and for good.
    BranchId
}

/// The name of a meeting's file without its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingName(SmolStr);

impl MeetingName {
    /// That of a file.
    pub fn new(stem: &str) -> Self {
        Self(stem.into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for MeetingName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

written! { MeetingName: |name| Value::text(name); }

impl FromToml for MeetingName {
    fn from_toml(node: &Node<'_, '_>) -> Option<Self> {
        Some(Self(node.text()?.into()))
    }

    fn schema(definitions: &mut Definitions) -> Json {
        String::schema(definitions)
    }
}

/// The letters and digits of random ids: none that is easily taken for another.
const ALPHABET: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// So many random letters and digits.
fn letters(random: &mut fastrand::Rng, number: usize) -> SmolStr {
    (0..number).map(|_| char::from(ALPHABET[random.usize(..ALPHABET.len())])).collect()
}

impl EntryId {
    /// A new id, of six random letters and digits.
    pub fn random(random: &mut fastrand::Rng) -> Self {
        Self(letters(random, 6))
    }

    /// The id of what follows from records and stands in none: of a text, the same wherever it is made, and longer than those
    /// of lines.
    pub fn of(text: &str) -> Self {
        Self(letters_of(text, 12))
    }
}

impl BranchId {
    /// A new id, of sixteen random letters and digits.
    pub fn random(random: &mut fastrand::Rng) -> Self {
        Self(letters(random, 16))
    }

    /// The id that comes of a text, the same wherever it is made.
    pub fn of(text: &str) -> Self {
        Self(letters_of(text, 16))
    }
}

/// So many letters and digits that come of a text.
fn letters_of(text: &str, number: usize) -> SmolStr {
    let digest = super::sha256(text.as_bytes());
    let letter = |pair: &[u8]| {
        let byte = pair.iter().fold(0, |byte, digit| byte * 16 + char::from(*digit).to_digit(16).unwrap_or(0));
        char::from(ALPHABET[byte as usize % ALPHABET.len()])
    };
    digest.as_bytes().chunks(2).take(number).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_slugs() {
        for good in ["zhao-gang", "a", "wang-fang-2", "k7p2m4"] {
            assert!(MemberId::new(good).is_some(), "{good}");
        }
        for bad in ["", "-", "a--b", "-a", "a-", "Zhao", "赵刚", "../x", "a b", "a.b", &"x".repeat(65)] {
            assert!(MemberId::new(bad).is_none(), "{bad}");
        }
    }
}
