//! One line of an account: what happened, what it is worth, and what cut it.

use std::cmp::Ordering;

use crate::branch::Filed;
use crate::record::{
    Appraisal, At, CampaignId, Day, Entry, Issue, LinkId, MarkId, Meeting, Payment, Period, PostSince, Score, Source,
    Span, Study,
};
use crate::rulebook::{Category, Double, FoldGrade, Item, Role};
use crate::words::Text;

/// One line of an account.
#[derive(Debug)]
pub struct Line<'a> {
    /// The day.
    pub date: Day,
    /// What it comes from.
    pub origin: Origin<'a>,
    /// What of the record made it count double.
    pub doubled: Option<Doubling<'a>>,
    /// The points before any cut, doubled where they are.
    pub raw: Score,
    /// The points that count.
    pub counted: Score,
    /// What cut it, in order.
    pub cuts: Vec<Cut<'a>>,
    /// The file and part of it that say what happened.
    pub record: Location<'a>,
    /// The file and part of it that say what it is worth.
    pub rule: Location<'a>,
}

/// A part of a file; its line is looked up only when it is asked for.
#[derive(Clone, Debug)]
pub struct Location<'a> {
    source: &'a Source,
    span: Span,
}

impl<'a> Location<'a> {
    /// A part of a file; its beginning where the part is not written.
    pub fn new(source: &'a Source, span: Option<&Span>) -> Self {
        Self { source, span: span.copied().unwrap_or_default() }
    }

    /// The file it is a part of.
    pub fn source(&self) -> &'a Source {
        self.source
    }

    /// The line it begins in, from 1.
    pub fn line(&self) -> usize {
        self.source.line(self.span.start)
    }

    /// Where it stands, as `file:line`.
    pub fn at(&self) -> Text {
        Text::same(format!("{}:{}", self.source.path, self.line()))
    }
}

/// What a line comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'a> {
    /// The base given at the start of a scored period.
    Base,
    /// The share of the points of the scored period before.
    Carried(Period, i64),
    /// A post that was held in the scored period.
    Held(&'a Item, &'a PostSince),
    /// The share of the meetings of some days that somebody came to.
    Rate(&'a Item, Period, Share),
    /// Attendance at a meeting.
    Attendance(&'a Item, &'a Filed<Meeting>),
    /// A role in a meeting.
    Role(&'a Item, &'a Filed<Meeting>, Role),
    /// Hours of study.
    Study(&'a Item, &'a Study),
    /// The dues of a month, by the payment that completed them.
    Dues(&'a Item, &'a Payment),
    /// A problem that was closed.
    Problem(&'a Item, &'a Filed<Issue>),
    /// An award or a deduction by hand.
    Entry(&'a Item, &'a Entry),
    /// The yearly appraisal, folded in at the end of a scored year.
    Appraisal(&'a Appraisal, &'a FoldGrade),
    /// An award by hand of an item that sets the points of its scored period to nothing.
    Veto(&'a Item, Period),
    /// A limit on the sum of some days, taken when they are over; and that sum.
    Settled(Limited<'a>, Period, Score),
    /// The rounding of a scored period, and what it came to before.
    Rounded(Period, Score),
}

/// How often somebody came, of the times when the person was due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// So often.
    pub came: i64,
    /// Of so many times.
    pub of: i64,
}

/// What a limit is on, from the narrowest to the widest.
#[derive(Clone, Copy, Debug)]
pub enum Limited<'a> {
    /// The lines of an item.
    Item(&'a Item),
    /// The lines of a category.
    Category(&'a Category),
    /// All lines.
    All,
}

/// What made a line count double.
#[derive(Clone, Copy, Debug)]
pub enum Doubling<'a> {
    /// A mark that the record bears.
    Mark(&'a MarkId),
    /// A line of work that it served.
    Link(&'a LinkId),
}

impl<'a> Doubling<'a> {
    /// What of a record makes an item count double.
    pub(super) fn of(double: Option<&Double>, marks: &'a [At<MarkId>], links: &'a [At<LinkId>]) -> Option<Self> {
        let double = double?;
        let mark = marks.iter().find(|at| double.marks.iter().any(|mark| mark.value == at.value));
        let link = || links.iter().find(|at| double.links.iter().any(|link| link.value == at.value));
        mark.map(|at| Self::Mark(&at.value)).or_else(|| link().map(|at| Self::Link(&at.value)))
    }
}

impl<'a> Origin<'a> {
    /// The item of the scheme; none for what the scheme itself gives.
    pub fn item(self) -> Option<&'a Item> {
        match self {
            Self::Base | Self::Carried(..) | Self::Appraisal(..) | Self::Rounded(..) => None,
            Self::Settled(Limited::Category(_) | Limited::All, ..) => None,
            Self::Settled(Limited::Item(item), ..)
            | Self::Held(item, _)
            | Self::Rate(item, ..)
            | Self::Attendance(item, _)
            | Self::Role(item, ..)
            | Self::Study(item, _)
            | Self::Dues(item, _)
            | Self::Problem(item, _)
            | Self::Entry(item, _)
            | Self::Veto(item, _) => Some(item),
        }
    }

    /// The id of the category it is counted in.
    pub fn category(self) -> Option<&'a str> {
        match self {
            Self::Settled(Limited::Category(category), ..) => Some(category.id.as_str()),
            _ => self.item().map(|item| item.category.as_str()),
        }
    }

    /// The first of the days that a settlement is of.
    pub(super) fn begins(self) -> Option<Day> {
        self.settles().map(|days| days.first)
    }

    /// The last of them.
    pub(super) fn ends(self) -> Option<Day> {
        self.settles().map(|days| days.last)
    }

    fn settles(self) -> Option<Period> {
        if let Self::Settled(_, days, _) | Self::Rounded(days, _) = self { Some(days) } else { None }
    }

    /// The lines of work that the record served.
    pub fn links(self) -> &'a [At<LinkId>] {
        match self {
            Self::Problem(_, issue) => &issue.links,
            Self::Attendance(_, meeting) | Self::Role(_, meeting, _) => &meeting.links,
            Self::Entry(_, entry) => &entry.links,
            _ => &[],
        }
    }

    /// The marks that the record bears.
    pub(super) fn marks(self) -> &'a [At<MarkId>] {
        match self {
            Self::Attendance(_, meeting) | Self::Role(_, meeting, _) => &meeting.marks,
            Self::Entry(_, entry) => &entry.marks,
            _ => &[],
        }
    }

    /// The campaign that the record was for.
    pub fn campaign(self) -> Option<&'a CampaignId> {
        let campaign = match self {
            Self::Problem(_, issue) => issue.campaign.as_ref(),
            Self::Attendance(_, meeting) | Self::Role(_, meeting, _) => meeting.campaign.as_deref(),
            Self::Entry(_, entry) => entry.campaign.as_deref(),
            Self::Study(_, study) => study.campaign.as_ref(),
            _ => None,
        };
        campaign.map(|at| &at.value)
    }

    /// Whether the person declared it, and nobody has confirmed it.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Entry(_, entry) if entry.is_waiting())
    }

    /// The note of an award.
    pub fn note(self) -> Option<&'a str> {
        match self {
            Self::Entry(_, entry) => entry.note.as_deref(),
            _ => None,
        }
    }

    /// Its place among the lines of a day: what the scheme gives, then meetings by file and rule, then study,
    /// dues and problems, then awards by id, then rates.
    pub(super) fn cmp_order(&self, other: &Self) -> Ordering {
        // The record is looked at only where the sort does not decide: lines of one day are few, comparisons many.
        self.sort().cmp(&other.sort()).then_with(|| self.record().cmp(&other.record()))
    }

    /// Its sort, in the order of the reckoning.
    fn sort(&self) -> u8 {
        match self {
            Self::Base => 0,
            Self::Carried(..) => 1,
            Self::Held(..) => 2,
            Self::Attendance(..) | Self::Role(..) => 3,
            Self::Study(..) => 4,
            Self::Dues(..) => 5,
            Self::Problem(..) => 6,
            Self::Entry(..) | Self::Veto(..) => 7,
            Self::Rate(..) => 8,
            Self::Settled(..) => 9,
            Self::Appraisal(..) => 10,
            Self::Rounded(..) => 11,
        }
    }

    /// What tells it from others of its sort and day.
    fn record(&self) -> (&'a str, u32) {
        match self {
            Self::Attendance(item, meeting) | Self::Role(item, meeting, _) => {
                (meeting.source.path.stem(), item.span.start)
            }
            Self::Held(item, post) => (post.id.as_str(), item.span.start),
            Self::Study(item, study) => (study.id.as_str(), item.span.start),
            Self::Dues(item, payment) => (payment.id.as_str(), item.span.start),
            Self::Problem(item, issue) => (issue.source.path.stem(), item.span.start),
            Self::Entry(_, entry) => (entry.id.as_str(), 0),
            Self::Rate(item, ..) => ("", item.span.start),
            Self::Base
            | Self::Carried(..)
            | Self::Veto(..)
            | Self::Settled(..)
            | Self::Appraisal(..)
            | Self::Rounded(..) => ("", 0),
        }
    }
}

/// What a limit or a veto took from a line.
#[derive(Clone, Debug)]
pub struct Cut<'a> {
    /// Which limit.
    pub limit: Limit,
    /// The days over which it adds up.
    pub over: Period,
    /// Where the limit lies.
    pub at: Score,
    /// What it took: above nothing from an award, below nothing from a deduction.
    pub taken: Score,
    /// The file and part of it that set the limit.
    pub rule: Location<'a>,
}

/// Which limit cut a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// The ceiling of its item.
    ItemCeiling,
    /// The floor of its item.
    ItemFloor,
    /// The ceiling of its category.
    CategoryCeiling,
    /// The floor of its category.
    CategoryFloor,
    /// The ceiling of all points together.
    Ceiling,
    /// The floor of all points together.
    Floor,
    /// A veto, after which nothing of the scored period counts.
    Veto,
}

impl Limit {
    /// Whether it holds down what is earned, or up what is deducted.
    pub(super) fn is_ceiling(self) -> bool {
        matches!(self, Self::ItemCeiling | Self::CategoryCeiling | Self::Ceiling)
    }
}
