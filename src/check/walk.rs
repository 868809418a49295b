//! One walk over every record, for what is asked of each id and each day in them, whatever the record.

use rayon::prelude::*;

use super::known::is_known;
use crate::branch::{Branch, FileKind};
use crate::record::{
    At, CampaignId, Day, EntryId, Field, Filing, Head, Id, Leaf, MeetingName, RelPath, Source, Visit, Visitor,
};

/// What was met on the walk. What is struck is not looked into; what is asked of struck lines too is asked of the lines.
#[derive(Default)]
pub(super) struct Walked<'a> {
    /// Every line of a ledger.
    pub(super) lines: Vec<Line<'a>>,
    /// The ids that nobody bears.
    pub(super) unknown: Vec<(&'a Source, Id<'a>)>,
    /// The lines of ledgers that other lines name.
    pub(super) entries: Vec<(&'a Source, &'a At<EntryId>)>,
    /// The meetings that are named by their file.
    pub(super) meetings: Vec<(&'a Source, &'a At<MeetingName>)>,
    /// The campaigns, each with the day of its record.
    pub(super) campaigns: Vec<(&'a Source, &'a At<CampaignId>, Day)>,
    /// The days of what has happened.
    pub(super) to_come: Vec<(&'a Source, &'a At<Day>)>,
    /// What stands in the file of another month or year, with its right file.
    pub(super) misfiled: Vec<Misfiled<'a>>,
}

/// A line of a ledger.
pub(super) struct Line<'a> {
    /// The file.
    pub(super) source: &'a Source,
    /// Its id.
    pub(super) id: &'a At<EntryId>,
    /// Whether it counts.
    pub(super) counts: bool,
}

/// A line in the file of another month or year.
pub(super) struct Misfiled<'a> {
    /// The file.
    pub(super) source: &'a Source,
    /// What says where it belongs.
    pub(super) filing: Filing<'a>,
    /// Where that is.
    pub(super) right: RelPath,
}

impl<'a> Line<'a> {
    /// The folder of its file: where its kind of ledger stands.
    pub(super) fn folder(&self) -> &'a str {
        self.source.path.folder()
    }

    /// Its place: its file, then where it stands in it.
    pub(super) fn place(&self) -> (&'a RelPath, u32) {
        (&self.source.path, self.id.span.start)
    }
}

impl<'a> Walked<'a> {
    /// Walks over all records.
    pub(super) fn over(branch: &'a Branch, today: Day) -> Self {
        let files = branch.files();
        let walk = |walked: Self, (source, record): &(&'a Source, &'a (dyn Visit + Sync))| {
            let kind = FileKind::of(&source.path);
            let mut walk = Walk { branch, today, source, kind, day: None, walked };
            record.visit(&mut walk);
            walk.walked
        };
        files.par_iter().fold(Self::default, walk).reduce(Self::default, Self::and)
    }

    fn and(mut self, other: Self) -> Self {
        self.lines.extend(other.lines);
        self.unknown.extend(other.unknown);
        self.entries.extend(other.entries);
        self.meetings.extend(other.meetings);
        self.campaigns.extend(other.campaigns);
        self.to_come.extend(other.to_come);
        self.misfiled.extend(other.misfiled);
        self
    }
}

/// The walk over one file.
struct Walk<'a> {
    branch: &'a Branch,
    today: Day,
    source: &'a Source,
    kind: Option<FileKind>,
    /// The day of the record that is walked over.
    day: Option<Day>,
    walked: Walked<'a>,
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn enter(&mut self, head: &Head<'a>) -> bool {
        if let Some(id) = head.id {
            self.walked.lines.push(Line { source: self.source, id, counts: head.struck.is_none() });
        }
        if let Some(filing) = head.filed {
            self.day = filing.day();
            let right = self.kind.as_ref().and_then(|kind| kind.of_line(&filing));
            if let Some(right) = right.filter(|right| *right != self.source.path) {
                self.walked.misfiled.push(Misfiled { source: self.source, filing, right });
            }
        }
        head.struck.is_none()
    }

    fn leaf(&mut self, leaf: Leaf<'a>, field: Field) {
        let source = self.source;
        match leaf {
            Leaf::Day(at) if field.is_past && at.value > self.today => self.walked.to_come.push((source, at)),
            Leaf::Day(_) | Leaf::Month(_) | Leaf::Period(_) => {}
            Leaf::Meeting(at) => self.walked.meetings.push((source, at)),
            Leaf::Id(id) => {
                match id {
                    Id::Entry(at) => self.walked.entries.push((source, at)),
                    Id::Campaign(at) => self.walked.campaigns.extend(self.day.map(|day| (source, at, day))),
                    _ => {}
                }
                if !is_known(self.branch, id) {
                    self.walked.unknown.push((source, id));
                }
            }
        }
    }
}
