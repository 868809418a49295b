//! What each finding looks for, why it matters, and what to do about it, with the smallest lines that have it.

mod accepted;
mod duties;
mod files;
mod gaps;
mod ledgers;
mod meetings;
mod people;
mod plans;
mod row;
mod rules;
mod scheme;
mod sizes;
mod steps;
mod talks;
mod validity;

use super::{Text, sentences};
use row::{Both, Row};

const ROWS: &[&[Row]] = &[
    accepted::ROWS,
    duties::ROWS,
    files::ROWS,
    gaps::ROWS,
    ledgers::ROWS,
    meetings::ROWS,
    people::ROWS,
    plans::ROWS,
    rules::ROWS,
    scheme::ROWS,
    sizes::ROWS,
    steps::ROWS,
    talks::ROWS,
    validity::ROWS,
];

/// What is told of a finding, in both languages.
pub struct Explanation {
    /// Its code.
    pub code: &'static str,
    /// What it looks for.
    pub what: Text,
    /// Why that matters.
    pub why: Text,
    /// What to do about it.
    pub cure: Text,
    /// Lines that have it, as they stand in `examples/broken`; or the path of a file, where its name is what is wrong.
    pub example: &'static str,
}

/// Everything that is told of findings.
pub fn explanations() -> impl Iterator<Item = Explanation> {
    ROWS.iter().flat_map(|rows| rows.iter()).map(|row| {
        let text = |(zh, en): Both| Text::new(zh, en);
        let (what, why, cure) = (text(row.what), text(row.why), text(row.cure));
        Explanation { code: row.code, what, why, cure, example: row.example }
    })
}

sentences! {
    /// A code that no finding has.
    no_code(code) { zh: "没有代码为“{code}”的问题", en: "no finding has the code `{code}`" }
    /// Where all codes are.
    cure_no_code() { zh: "zhibu check --explain 列出全部代码", en: "zhibu check --explain lists all codes" }
}
