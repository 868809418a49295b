//! The record of a meeting, as it is signed and filed.

use super::{Form, Paper, day};
use crate::branch::{Branch, Filed};
use crate::record::{Day, Meeting};
use crate::report::issues;
use crate::report::record_book::record_book;
use crate::report::sittings::{self, SITTINGS};
use crate::report::table::Cell;
use crate::report::tasks::{COLUMNS, TOLD};
use crate::words;

/// The record of a meeting.
pub const FORM: Form = Form {
    name: "record",
    fields: &[
        "kind_name",
        "group_name",
        "date",
        "time",
        "place",
        "chair",
        "delegated_by",
        "recorder",
        "lecturer",
        "due",
        "attended",
        "rate",
        "present",
        "late",
        "made_up",
        "excused",
        "absent",
        "exempt",
        "open",
        "observers",
        "guests",
        "topics",
        "links",
        "campaign",
        "note",
        "minutes",
        "meeting",
        "struck",
    ],
    rows: &[
        (SITTINGS, sittings::COLUMNS),
        (TOLD, COLUMNS),
        (issues::TOLD, issues::COLUMNS),
        (
            "decisions",
            &[
                "decision",
                "kind_name",
                "for_votes",
                "against",
                "abstain",
                "given",
                "returned",
                "invalid",
                "written_for",
                "written_against",
                "written_abstain",
                "voters",
                "voters_present",
                "outcome",
            ],
        ),
        ("evidence", &["file", "sha256"]),
    ],
};

/// The record of a meeting.
pub fn meeting_record(branch: &Branch, meeting: &Filed<Meeting>, today: Day) -> Paper {
    let page = record_book(branch, meeting);
    let title = words::paper_record(branch.kind_name(&meeting.kind));
    let mut paper = Paper::new(FORM, title, branch, today);
    paper.fields = page.fields;
    for (id, cell) in &mut paper.fields {
        if *id == "date" {
            *cell = Cell::Text(day(meeting.date.value));
        }
    }
    paper.tables = page.tables;
    paper
}
