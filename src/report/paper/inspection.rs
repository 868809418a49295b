//! What an inspection is shown at once: the books by kind and month, what is missing, and every file with its digest.

use super::{Form, Paper, day, period as long};
use crate::branch::Branch;
use crate::reckon::{Book, books, history::pieces};
use crate::record::{Day, Period, sha256};
use crate::report::inspection::{brief, counts, overdue};
use crate::report::table::{ColumnKind, Table};
use crate::words::{self, Text};

/// The pack of an inspection.
pub const FORM: Form = Form {
    name: "inspection",
    fields: &["period", "as_of", "records", "bare", "missed_count", "files_count", "digest"],
    rows: &[
        ("inspection", &["book_name", "records", "book_months", "bare", "missed"]),
        ("overdue", &["deadline", "what", "who"]),
        ("files", &["file", "sha256"]),
    ],
};

/// The pack of a period, as it is on a day.
pub fn inspection_pack(branch: &Branch, period: Period, today: Day) -> Paper {
    let mut paper = Paper::new(FORM, words::paper_inspection(), branch, today);
    let books = books(branch, period, today);
    let files = files(branch, period);
    let lines: String = files.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect();
    paper.field("period", long(period));
    paper.field("as_of", day(period.last.min(today)));
    paper.field("records", books.iter().map(Book::records).sum::<usize>());
    paper.field("bare", books.iter().map(|book| book.bare).sum::<usize>());
    paper.field("missed_count", books.iter().map(|book| book.missed.len()).sum::<usize>());
    paper.field("files_count", files.len());
    paper.field("digest", Text::same(sha256(lines.as_bytes())));
    paper.tables.push(brief(branch, &books, counts));
    paper.tables.push(overdue(branch, period, today));
    let rows = files.into_iter().map(|(path, digest)| vec![Text::same(path).into(), Text::same(digest).into()]);
    paper.tables.push(Table::new("files", &[("file", ColumnKind::Text), ("sha256", ColumnKind::Text)], rows.collect()));
    paper
}

/// The files in which something stands that happened in a period, and the evidence they name, each with its digest, by path:
/// as `sha256sum` gives it.
fn files(branch: &Branch, period: Period) -> Vec<(String, String)> {
    let is_of = |path, text| {
        let pieces = pieces(path, text).unwrap_or_default();
        pieces.iter().any(|piece| piece.happened().is_some_and(|day| period.contains(day)))
    };
    let sources = branch.files().into_iter().map(|(source, _)| source);
    let sources: Vec<_> = sources.filter(|source| is_of(&source.path, &source.text)).collect();
    let named = branch.evidence().filter(|(source, _)| sources.iter().any(|one| one.path == source.path));
    let evidence = named.map(|(_, evidence)| (evidence.file.to_string(), evidence.sha256.to_string()));
    let records = sources.iter().map(|source| (source.path.to_string(), sha256(source.text.as_bytes())));
    let mut files: Vec<_> = records.chain(evidence).collect();
    files.sort();
    files.dedup();
    files
}
