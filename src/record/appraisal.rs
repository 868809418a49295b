//! `appraisals/YEAR.toml`: the yearly appraisal of members and the honours of the year, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, ExemplarId, GradeId, MeetingName, MemberId, Period};

ledger! {
    /// The appraisals for a year, whenever they were held.
    pub struct Appraisals {
        /// Its lines.
        "entries" => entries: [Appraisal],
        /// The honours of the year.
        "exemplars" => exemplars: [Exemplar],
    }
}

line! {
    /// A member to whom the branch gave an honour.
    pub struct Exemplar {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The day of the decision.
        "date" => date: At<Day> [past files],
        /// Who.
        "member" => member: At<MemberId>,
        /// The honour.
        "kind" => kind: At<ExemplarId>,
        /// The period for which it is given.
        "period" => period: At<Period>,
        /// The meeting that decided: the name of its file.
        "meeting" => meeting: At<MeetingName>,
        /// Why, where not all conditions were met.
        "why" => why: Option<String>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

line! {
    /// What became of one member's appraisal for a year.
    pub struct Appraisal {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The year it is for.
        "year" => year: At<i64> [files],
        /// The day on which it was held.
        "date" => date: At<Day> [past],
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
        "told" => told: Option<At<Day>> [past],
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

line! {
    /// Poll sheets for a grade.
    pub struct GradeVotes {
        /// The grade.
        "grade" => grade: At<GradeId>,
        /// How many.
        "count" => count: At<i64>,
    }
}
