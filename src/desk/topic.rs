//! What a desk can report: each topic with its measures, its columns, and the rules by which it is like.

use clap::ValueEnum;

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Topic {
    /// Obligations that fell due, how many were kept, and kept in time
    Duties,
    /// Attendance of those expected
    Attendance,
    /// People by band of points, at the end of the period
    Bands,
    /// Problems found and closed, and those open at the end of the period
    Problems,
    /// Dues paid, of those approved
    Dues,
    /// People by standing, at the end of the period
    Development,
    /// Meetings held, and how many served a line of work
    Rhythm,
}

/// By what a report is summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportBy {
    /// Unit by unit
    Unit,
    /// Month by month
    Month,
}

/// What of a measure a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// The part.
    Part,
    /// The whole it is part of.
    Whole,
    /// The part in percent of the whole.
    Rate,
}

impl Topic {
    /// Those whose figures add up over all kinds, in the order in which they are read.
    pub const ADDED_UP: [Self; 5] = [Self::Duties, Self::Attendance, Self::Rhythm, Self::Problems, Self::Dues];

    /// The id of its table.
    pub(super) fn table(self, by: ReportBy) -> &'static str {
        match (self, by) {
            (Self::Duties, ReportBy::Unit) => "desk_duties",
            (Self::Duties, ReportBy::Month) => "desk_duties_by_month",
            (Self::Attendance, ReportBy::Unit) => "desk_attendance",
            (Self::Attendance, ReportBy::Month) => "desk_attendance_by_month",
            (Self::Bands, ReportBy::Unit) => "desk_bands",
            (Self::Bands, ReportBy::Month) => "desk_bands_by_month",
            (Self::Problems, ReportBy::Unit) => "desk_problems",
            (Self::Problems, ReportBy::Month) => "desk_problems_by_month",
            (Self::Dues, ReportBy::Unit) => "desk_dues",
            (Self::Dues, ReportBy::Month) => "desk_dues_by_month",
            (Self::Development, ReportBy::Unit) => "desk_development",
            (Self::Development, ReportBy::Month) => "desk_development_by_month",
            (Self::Rhythm, ReportBy::Unit) => "desk_rhythm",
            (Self::Rhythm, ReportBy::Month) => "desk_rhythm_by_month",
        }
    }

    /// Its columns: the id, the measure, and what of it is shown.
    pub(super) fn columns(self) -> &'static [(&'static str, &'static str, Shows)] {
        use Shows::{Part, Rate, Whole};
        match self {
            Self::Duties => &[
                ("duties_owed", "duties_kept", Whole),
                ("kept_in", "duties_kept", Part),
                ("kept_rate", "duties_kept", Rate),
                ("duties_in_time", "duties_in_time", Part),
                ("in_time_rate", "duties_in_time", Rate),
            ],
            Self::Attendance => &[
                ("people_bound", "attendance", Whole),
                ("people_attended", "attendance", Part),
                ("rate", "attendance", Rate),
            ],
            Self::Bands => &[("people_in", "scored", Part)],
            Self::Problems => &[
                ("found_in", "issues_found", Part),
                ("closed_in", "issues_closed", Part),
                ("open_at_end", "issues_open", Part),
                ("overdue_at_end", "issues_overdue", Part),
            ],
            Self::Dues => &[
                ("dues_approved", "dues_paid", Whole),
                ("dues_paid", "dues_paid", Part),
                ("paid_rate", "dues_paid", Rate),
            ],
            Self::Development => &[("people_in", "people", Part)],
            Self::Rhythm => &[
                ("meetings_held", "meetings", Part),
                ("meetings_linked", "linked", Part),
                ("linked_rate", "linked", Rate),
            ],
        }
    }

    /// Whether a row is of one kind: a band, a standing.
    pub(super) fn is_by_kind(self) -> bool {
        matches!(self, Self::Bands | Self::Development)
    }

    /// Whether some of its measures are as they were on the last day.
    pub(super) fn has_stocks(self) -> bool {
        self.columns().iter().any(|(_, figure, _)| is_stock(figure))
    }

    /// The file of rules that makes its figures: where it is another one, they are not like others.
    pub(super) fn rules(self) -> Option<&'static str> {
        match self {
            Self::Duties => Some("rules/duties.toml"),
            Self::Attendance | Self::Rhythm => Some("rules/meetings.toml"),
            Self::Bands => Some("rules/points.toml"),
            Self::Dues => Some("rules/dues.toml"),
            Self::Development | Self::Problems => None,
        }
    }
}

/// Whether a measure is as it was on the last day, and does not add up over months.
pub(super) fn is_stock(figure: &str) -> bool {
    matches!(figure, "issues_open" | "issues_overdue" | "people" | "scored")
}
