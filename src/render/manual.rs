//! The help of a command as text.

use super::width::{pad, width};
use super::wrap::wrap;
use crate::words::{Lang, Text};

/// The help of a command.
#[derive(Clone, Debug, Default)]
pub struct Manual {
    /// What it does, and the usage line.
    pub paragraphs: Vec<Text>,
    /// What its words mean.
    pub sections: Vec<Section>,
    /// What stands at the foot.
    pub foot: Option<Text>,
}

/// A part of a help under a heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub heading: Text,
    /// What is explained, and lines that explain it.
    pub rows: Vec<(Text, Vec<Text>)>,
}

/// The widest that a help gets: longer lines are hard to read.
const WIDEST: usize = 100;
/// The widest that what is explained gets before its explanation moves to the next line.
const WIDEST_LEFT: usize = 30;
const INDENT: usize = 2;

/// A help as text.
pub fn manual(manual: &Manual, lang: Lang, screen: Option<usize>) -> String {
    let columns = screen.unwrap_or(WIDEST).clamp(40, WIDEST);
    let mut parts: Vec<String> =
        manual.paragraphs.iter().map(|paragraph| wrap(paragraph.get(lang), columns).join("\n") + "\n").collect();
    parts.extend(manual.sections.iter().map(|section| lines(section, lang, columns)));
    parts.extend(manual.foot.iter().map(|foot| wrap(foot.get(lang), columns).join("\n") + "\n"));
    parts.join("\n")
}

/// A section: two columns, the second of which is wrapped.
fn lines(section: &Section, lang: Lang, columns: usize) -> String {
    let lefts = section.rows.iter().map(|(left, _)| width(left.get(lang)));
    let left_width = lefts.filter(|width| *width <= WIDEST_LEFT).max().unwrap_or(INDENT);
    let margin = " ".repeat(INDENT + left_width + INDENT);
    let mut text = format!("{}\n", section.heading.get(lang));
    for (left, right) in &section.rows {
        let left = left.get(lang);
        let rights = right.iter().flat_map(|line| wrap(line.get(lang), columns.saturating_sub(margin.len()).max(20)));
        let mut rights = rights.filter(|line| !line.is_empty());
        let beside = if width(left) <= left_width { rights.next() } else { None };
        let first =
            format!("{:INDENT$}{}{:INDENT$}{}", "", pad(left, left_width, false), "", beside.unwrap_or_default());
        text += first.trim_end();
        text.push('\n');
        rights.for_each(|line| text += &format!("{margin}{line}\n"));
    }
    text
}
