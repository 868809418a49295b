//! What the files say, and the small words they are made of.
//!
//! Pure: a text goes in, a record or its faults come out. Nothing here knows a folder, a clock or a rule.

mod appraisal;
mod clock;
mod day;
mod entry;
mod group;
mod id;
mod meeting;
mod member;
mod period;
mod phrase;
mod reading;
mod rel_path;
mod score;
mod settings;
mod value;

pub use appraisal::{Appraisal, Appraisals, Exemplar, GradeVotes};
pub use clock::Clock;
pub use day::Day;
pub use entry::{Entry, Ledger, Objection, Posting};
pub use group::Group;
pub use id::{
    ClassId, DecisionId, EntryId, ExemplarId, GradeId, GroupId, ItemId, KindId, LinkId, MarkId, MemberId, PostId,
    ReasonId, StandingId,
};
pub use meeting::{Absence, Decision, Evidence, Meeting, Votes};
pub use member::{ClassSince, GroupSince, LEFT, Member, PostSince, StandingSince};
pub use period::{Month, Period};
pub use phrase::{parse_day, parse_period};
pub(crate) use reading::shape;
pub use reading::{At, FromToml, Keys, Node, Reading, Shape, Source, Span, nearest, read};
pub use rel_path::RelPath;
pub use score::Score;
pub use settings::{CsvSettings, GitSettings, SCHEMA, Settings};
pub use value::{Value, write_block, write_pairs};
