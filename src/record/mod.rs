//! What the files say, and the small words they are made of.
//!
//! Pure: a text goes in, a record or its faults come out. Nothing here knows a folder, a clock or a rule.

mod acceptance;
mod agenda;
mod appraisal;
mod clock;
mod day;
mod depth;
mod desk;
mod digest;
mod dues;
mod entry;
mod exports;
mod figure;
mod former;
mod group;
mod hours;
mod id;
mod inspection;
mod issue;
mod length;
mod line;
mod meeting;
mod member;
mod numeral;
mod period;
mod phrase;
mod plain;
mod plan;
mod reading;
mod rel_path;
mod request;
mod schema;
mod score;
mod seal;
mod settings;
mod shape;
mod slip;
mod study;
mod talk;
mod task;
mod to_toml;
mod typed;
mod value;
mod visit;
mod when;
mod yuan;

pub use acceptance::{Acceptance, Acceptances};
pub use agenda::{Agenda, Agendas, Convening, Preparation, Ready};
pub use appraisal::{Appraisal, Appraisals, Exemplar, GradeVotes};
pub use clock::Clock;
pub use day::Day;
pub use desk::DeskSettings;
pub use digest::sha256;
pub use dues::{Approved, DuesLedger, Payment};
pub use entry::{Entry, Ledger, Objection, Posting};
pub use exports::{Export, Exports};
pub use figure::{Figure, Figures};
pub use former::Former;
pub use group::Group;
pub use hours::{HOUR_UNITS, Hours};
pub use id::{
    BranchId, CampaignId, ClassId, DecisionId, DutyId, EditionId, EntryId, ExemplarId, GradeId, GroupId, Id, ItemId,
    KindId, LinkId, MarkId, MeasureId, MeetingName, MemberId, PostId, RateId, ReasonId, StandingId, StepId, StudyId,
    TalkReasonId, TalkRuleId, is_device,
};
pub use inspection::{Inspection, Visits};
pub use issue::{Issue, Progress, Reopened};
pub use length::Length;
pub use line::{Line, LineFile, Listed};
pub use meeting::{Absence, Decision, Evidence, Gathering, Meeting, Sitting, Votes, Written};
pub use member::{ClassSince, GroupSince, LEFT, Member, PostSince, StandingSince, StepTaken};
pub use numeral::with_digits;
pub use period::{Month, Period};
pub use phrase::{parse_day, parse_period};
pub use plain::{Plain, PlainEntry, Said};
pub use plan::{Plan, PlanItem};
pub use reading::{At, FromToml, Keys, Node, Reading, Shape, Source, Span, nearest, read, span_of};
pub use rel_path::RelPath;
pub use request::{Request, Requests};
pub use schema::{Definitions, Described, Fields, one_of, schema, text_like};
pub use score::{Rounding, Score};
pub use seal::{Amendment, Seal, SealedFile, SealedTable};
pub use serde_json::Value as Json;
pub use settings::{Alias, CsvSettings, GitSettings, SCHEMA, Settings};
pub(crate) use shape::{choice, shape};
pub use study::{Study, StudyLedger};
pub use talk::{Talk, TalkLedger};
pub use task::{Task, Tasks};
pub use to_toml::ToToml;
pub use typed::{folded, plain_number};
pub use value::{Value, write_block, write_pairs};
pub use visit::{Field, Filing, Head, Leaf, Shown, Visit, Visitor};
pub use when::{DateHints, DateOrder, NoDay, written_day, written_month};
pub use yuan::{Percent, Yuan};
