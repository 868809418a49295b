//! `appraisals/YEAR.toml`: the yearly appraisal of members, one line a record.

use super::reading::{At, shape};
use super::{Day, EntryId, GradeId, MemberId};

shape! {
    /// The appraisals for a year, whenever they were held.
    pub struct Appraisals {
        /// Its lines.
        "entries" => entries: Vec<Appraisal>,
    }
}

shape! {
    /// What became of one member's appraisal for a year.
    pub struct Appraisal {
        /// Its id.
        "id" => id: At<EntryId>,
        /// The year it is for.
        "year" => year: At<i64>,
        /// The day on which it was held.
        "date" => date: At<Day>,
        /// Who.
        "member" => member: At<MemberId>,
        /// The grade; none for those who take part without being graded.
        "grade" => grade: Option<At<GradeId>>,
        /// What the branch concluded.
        "conclusion" => conclusion: Option<String>,
        /// How many poll sheets came back.
        "ballots" => ballots: Option<At<i64>>,
        /// How many of them were for which grade.
        "votes" => votes: Vec<GradeVotes>,
        /// The day on which the member was told.
        "told" => told: Option<At<Day>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>>,
    }
}

shape! {
    /// Poll sheets for a grade.
    pub struct GradeVotes {
        /// The grade.
        "grade" => grade: At<GradeId>,
        /// How many.
        "count" => count: At<i64>,
    }
}
