//! The sorts of records, and where in the files they stand.

use crate::branch::FileKind;

/// A sort of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A meeting or activity.
    Meeting,
    /// A problem.
    Issue,
    /// A person.
    Member,
    /// A step of a person's development.
    Step,
    /// A group.
    Group,
    /// An award or deduction by hand.
    Award,
    /// A list that was posted.
    Posting,
    /// An objection to one.
    Objection,
    /// Hours of study.
    Study,
    /// A talk.
    Talk,
    /// An approved amount of dues.
    Amount,
    /// A payment of dues.
    Payment,
    /// A yearly appraisal.
    Appraisal,
    /// An honour.
    Exemplar,
    /// An item of the plan.
    Plan,
    /// A request of a superior.
    Request,
    /// A meeting that is planned.
    Agenda,
    /// A decision that somebody carries out.
    Task,
    /// A visit or inspection.
    Visit,
    /// A figure of work.
    Figure,
    /// A finding that is let stand.
    Acceptance,
    /// What of the records was given to whom.
    Export,
    /// A line of any other ledger.
    Line,
    /// A month that is closed.
    Seal,
    /// Anything else: the settings, the rules.
    File,
}

impl Sort {
    /// The sort of the lines of a list in a ledger; none where it is no list of records.
    pub(super) fn of_line(kind: &FileKind, list: &str) -> Option<Self> {
        let sort = match (kind, list) {
            (FileKind::Points(_), "entries") => Self::Award,
            (FileKind::Points(_), "postings") => Self::Posting,
            (FileKind::Points(_), "objections") => Self::Objection,
            (FileKind::Study(_), "entries") => Self::Study,
            (FileKind::Talks(_), "entries") => Self::Talk,
            (FileKind::Dues(_), "amounts") => Self::Amount,
            (FileKind::Dues(_), "payments") => Self::Payment,
            (FileKind::Appraisals(_), "entries") => Self::Appraisal,
            (FileKind::Appraisals(_), "exemplars") => Self::Exemplar,
            (FileKind::Plan(_), "entries") => Self::Plan,
            (FileKind::Requests(_), "entries") => Self::Request,
            (FileKind::Agendas(_), "entries") => Self::Agenda,
            (FileKind::Tasks(_), "entries") => Self::Task,
            (FileKind::Visits(_), "entries") => Self::Visit,
            (FileKind::Figures(_), "entries") => Self::Figure,
            (FileKind::Accepted, "accepted") => Self::Acceptance,
            (FileKind::Exports, "exports") => Self::Export,
            (kind, _) if kind.is_ledger() => Self::Line,
            _ => return None,
        };
        Some(sort)
    }

    /// The sort of a file that is one record, or what is left of one without its lines.
    pub(super) fn of_file(kind: &FileKind) -> Self {
        match kind {
            FileKind::Meeting => Self::Meeting,
            FileKind::Issue => Self::Issue,
            FileKind::Member(_) => Self::Member,
            FileKind::Group(_) => Self::Group,
            FileKind::Seal(_) => Self::Seal,
            _ => Self::File,
        }
    }

    /// Its id, the same in every language.
    pub fn id(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Issue => "issue",
            Self::Member => "member",
            Self::Step => "step",
            Self::Group => "group",
            Self::Award => "award",
            Self::Posting => "posting",
            Self::Objection => "objection",
            Self::Study => "study",
            Self::Talk => "talk",
            Self::Amount => "amount",
            Self::Payment => "payment",
            Self::Appraisal => "appraisal",
            Self::Exemplar => "exemplar",
            Self::Plan => "plan",
            Self::Request => "request",
            Self::Agenda => "agenda",
            Self::Task => "task",
            Self::Visit => "visit",
            Self::Figure => "figure",
            Self::Acceptance => "acceptance",
            Self::Export => "export",
            Self::Line => "line",
            Self::Seal => "seal",
            Self::File => "file",
        }
    }

    /// The key that says on which day it happened; none for what holds rather than happens.
    pub(super) fn day_key(self) -> Option<&'static str> {
        match self {
            Self::Issue => Some("found"),
            Self::Payment => Some("paid"),
            Self::Step => Some("on"),
            Self::Member
            | Self::Group
            | Self::Amount
            | Self::Plan
            | Self::Agenda
            | Self::Export
            | Self::Seal
            | Self::File => None,
            _ => Some("date"),
        }
    }

    /// Whether a line of it can be struck.
    pub(super) fn can_be_struck(self) -> bool {
        !matches!(self, Self::Step | Self::Export)
    }

    /// Whether the tables of a month are made of it.
    pub fn makes_months(self) -> bool {
        self.bears_on_points() || self == Self::Talk
    }

    /// Whether it can decide what somebody's points are.
    pub fn bears_on_points(self) -> bool {
        matches!(self, Self::Meeting | Self::Issue | Self::Award | Self::Study | Self::Payment | Self::Appraisal)
    }
}
