//! Points: what each member earned, line by line, and what the ceilings and floors cut.
//!
//! The order of reckoning is fixed: lines by date, then record; each line's raw points; cut by the item's ceilings, then
//! by the total's ceilings and floors. A line is cut as it comes, so that the counted points of the lines add up to the
//! total at every moment.

use std::collections::{BTreeMap, HashMap};

use super::attendance::{Seat, seats};
use crate::branch::{Branch, Filed};
use crate::record::{At, Day, Entry, ItemId, LinkId, Meeting, Member, MemberId, Month, Period, Score, Source, Span};
use crate::rulebook::{Item, Limits, Role, Scheme, ScoredPeriod};

/// One member's points over a time.
#[derive(Debug)]
pub struct Account<'a> {
    /// Whose they are.
    pub member: &'a MemberId,
    /// Every line, in the order of the reckoning.
    pub lines: Vec<Line<'a>>,
}

/// One line of an account.
#[derive(Debug)]
pub struct Line<'a> {
    /// The day.
    pub date: Day,
    /// What it comes from.
    pub origin: Origin<'a>,
    /// The points before any cut.
    pub raw: Score,
    /// The points that count.
    pub counted: Score,
    /// What cut it, in order.
    pub cuts: Vec<Cut<'a>>,
    /// The file and part of it that say what happened.
    pub record: Spot<'a>,
    /// The file and part of it that say what it is worth.
    pub rule: Spot<'a>,
}

/// A part of a file; its line is looked up only when it is asked for.
#[derive(Clone, Debug)]
pub struct Spot<'a> {
    source: &'a Source,
    span: Span,
}

impl<'a> Spot<'a> {
    /// A part of a file.
    pub fn new(source: &'a Source, span: &Span) -> Self {
        Self { source, span: span.clone() }
    }

    /// The file it is a part of.
    pub fn source(&self) -> &Source {
        self.source
    }

    /// Its first byte.
    pub fn start(&self) -> usize {
        self.span.start
    }
}

/// What a line comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'a> {
    /// The base given at the start of a scored period.
    Base,
    /// Attendance at a meeting.
    Attendance(&'a Item, &'a Filed<Meeting>),
    /// A role in a meeting.
    Role(&'a Item, &'a Filed<Meeting>, Role),
    /// An award or a deduction by hand.
    Entry(&'a Item, &'a Entry),
}

impl<'a> Origin<'a> {
    /// The item of the scheme; none for the base.
    pub fn item(self) -> Option<&'a Item> {
        match self {
            Self::Base => None,
            Self::Attendance(item, _) | Self::Role(item, ..) | Self::Entry(item, _) => Some(item),
        }
    }

    /// The lines of work that the record served.
    pub fn links(self) -> &'a [At<LinkId>] {
        match self {
            Self::Base => &[],
            Self::Attendance(_, meeting) | Self::Role(_, meeting, _) => &meeting.links,
            Self::Entry(_, entry) => &entry.links,
        }
    }

    /// The note of an award.
    pub fn note(self) -> Option<&'a str> {
        match self {
            Self::Entry(_, entry) => entry.note.as_deref(),
            _ => None,
        }
    }

    /// Its place among the lines of a day: the base, then meetings by file and rule, then awards by id.
    fn order(self) -> (u8, &'a str, usize) {
        match self {
            Self::Base => (0, "", 0),
            Self::Attendance(item, meeting) | Self::Role(item, meeting, _) => {
                (1, meeting.source.path.stem(), item.span.start)
            }
            Self::Entry(_, entry) => (2, entry.id.as_str(), 0),
        }
    }
}

/// What a ceiling or floor took from a line.
#[derive(Clone, Debug)]
pub struct Cut<'a> {
    /// Which limit.
    pub limit: Limit,
    /// Over which time.
    pub over: Window,
    /// Where the limit lies.
    pub at: Score,
    /// What it took: above nothing from an award, below nothing from a deduction.
    pub taken: Score,
    /// The file and part of it that set the limit.
    pub rule: Spot<'a>,
}

/// Which limit cut a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// The ceiling of its item.
    Item,
    /// The ceiling of all points together.
    Ceiling,
    /// The floor of all points together.
    Floor,
}

/// The time over which a limit adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Window {
    /// A calendar month.
    Month(Month),
    /// A calendar year.
    Year(i32),
}

impl Account<'_> {
    /// The lines of a period.
    pub fn within(&self, period: Period) -> impl Iterator<Item = &Line<'_>> {
        self.lines.iter().filter(move |line| period.contains(line.date))
    }

    /// The points that count in a period.
    pub fn total(&self, period: Period) -> Score {
        self.within(period).map(|line| line.counted).sum()
    }
}

/// The days whose records decide the points of a period: from the first day of its first year, since ceilings run over
/// years.
pub fn reach(period: Period) -> Period {
    Period { first: Period::year_of(period.first).first, last: period.last }
}

/// The accounts of everybody who is scored on some day of a period, by id, with every line of [`reach`].
///
/// The branch must hold the meetings and awards of those days.
pub fn reckon(branch: &Branch, period: Period) -> Vec<Account<'_>> {
    let reach = reach(period);
    let mut raw = Raw { branch, reach, lines: BTreeMap::new() };
    raw.bases();
    raw.meetings();
    raw.entries();
    let scored = |member: &Member| branch.first_scored(member, period).is_some();
    let mut lines = raw.lines;
    branch
        .members
        .iter()
        .filter(|(_, member)| scored(member))
        .map(|(id, _)| Account { member: id, lines: count(branch, lines.remove(id).unwrap_or_default()) })
        .collect()
}

/// The lines as they come, before they are put in order and cut.
struct Raw<'a> {
    branch: &'a Branch,
    reach: Period,
    lines: BTreeMap<&'a MemberId, Vec<Line<'a>>>,
}

impl<'a> Raw<'a> {
    /// Adds a line for a member who is scored that day.
    fn push(
        &mut self,
        member: &'a MemberId,
        date: Day,
        origin: Origin<'a>,
        raw: Score,
        record: Spot<'a>,
        rule: Spot<'a>,
    ) {
        let scored = self.branch.members.get(member).is_some_and(|record| self.branch.is_scored(record, date));
        if scored && self.reach.contains(date) {
            let line = Line { date, origin, raw, counted: raw, cuts: vec![], record, rule };
            self.lines.entry(member).or_default().push(line);
        }
    }

    /// The base of every scored period, on its first day on which the member is scored.
    fn bases(&mut self) {
        let branch = self.branch;
        for (period, scheme) in scored_periods(branch, self.reach) {
            let Some(base) = scheme.base else { continue };
            let Some(rule) = rule(branch, &scheme.span) else { continue };
            for (id, member) in &branch.members {
                if let Some(day) = branch.first_scored(member, period) {
                    self.push(id, day, Origin::Base, base, rule.clone(), rule.clone());
                }
            }
        }
    }

    /// What attendance and roles bring.
    fn meetings(&mut self) {
        let branch = self.branch;
        for meeting in branch.held() {
            let date = meeting.date.value;
            let Some(kind) = branch.rules.kind(&meeting.kind.value) else { continue };
            let items: Vec<_> = branch.rules.items_on(date).filter(|item| !item.by_hand()).collect();
            let seats = if items.iter().any(|item| item.is_for(&kind.id)) { seats(branch, meeting) } else { vec![] };
            for item in items {
                let Some((points, rule)) = self.worth(item) else { continue };
                if let Some(attendance) = &item.attendance {
                    let earns =
                        |seat: &&Seat<'_>| (seat.due || !kind.has_due()) && attendance.states.contains(&seat.state);
                    if attendance.kinds.iter().any(|at| at.value == kind.id.value) {
                        for seat in seats.iter().filter(earns) {
                            let record = spot(&meeting.source, seat.span.as_ref());
                            let origin = Origin::Attendance(item, meeting);
                            self.push(seat.member, date, origin, points, record, rule.clone());
                        }
                    }
                }
                let Some(by_role) =
                    item.role.as_ref().filter(|role| role.kinds.iter().any(|at| at.value == kind.id.value))
                else {
                    continue;
                };
                for role in &by_role.roles {
                    if let Some(at) = meeting.holder_of(*role) {
                        let record = spot(&meeting.source, Some(&at.span));
                        self.push(&at.value, date, Origin::Role(item, meeting, *role), points, record, rule.clone());
                    }
                }
            }
        }
    }

    /// What was awarded and deducted by hand.
    fn entries(&mut self) {
        let branch = self.branch;
        for (source, entry) in branch.entries().filter(|(_, entry)| entry.struck.is_none()) {
            let Some(item) = branch.rules.item_on(&entry.item.value, entry.date.value) else { continue };
            let points = entry.points.as_ref().or(item.points.as_ref()).map(|points| points.value);
            let (Some(points), Some(rule)) = (points, rule(branch, &item.span)) else { continue };
            let record = spot(source, Some(&entry.span));
            self.push(&entry.member.value, entry.date.value, Origin::Entry(item, entry), points, record, rule);
        }
    }

    /// What an item brings without being asked, and where that is written.
    fn worth(&self, item: &Item) -> Option<(Score, Spot<'a>)> {
        Some((item.points.as_ref()?.value, rule(self.branch, &item.span)?))
    }
}

/// A part of a meeting's file; its first line where the part is not written.
fn spot<'a>(source: &'a Source, span: Option<&Span>) -> Spot<'a> {
    Spot { source, span: span.cloned().unwrap_or(0..0) }
}

/// A part of the points rules.
fn rule<'a>(branch: &'a Branch, span: &Span) -> Option<Spot<'a>> {
    let (source, _) = branch.rules.points.as_ref()?;
    Some(spot(source, Some(span)))
}

impl Meeting {
    /// Who had a role in it.
    pub fn holder_of(&self, role: Role) -> Option<&At<MemberId>> {
        match role {
            Role::Chair => self.chair.as_ref(),
            Role::Lecturer => self.lecturer.as_ref(),
            Role::Recorder => self.recorder.as_ref(),
        }
    }
}

/// The scored periods that begin within some days, each with the scheme that gives its base.
///
/// A scheme that takes over in the middle of a period from one of the same sort gives no second base.
fn scored_periods(branch: &Branch, reach: Period) -> Vec<(Period, &Scheme)> {
    let mut schemes: Vec<_> = branch.rules.schemes().collect();
    schemes.sort_by_key(|scheme| scheme.from.value);
    let mut periods = Vec::new();
    for (at, scheme) in schemes.iter().enumerate() {
        let last = scheme.until.as_ref().map_or(reach.last, |until| until.value);
        let Some(held) = Period::new(scheme.from.value, last).and_then(|held| held.common(reach)) else { continue };
        let mut day = held.first;
        while day <= held.last {
            let whole = scheme.period.around(day);
            let taken_over = day == scheme.from.value && day != whole.first && {
                let before = at.checked_sub(1).map(|at| schemes[at]);
                before.is_some_and(|before| before.period == scheme.period && before.holds(day.minus(1)))
            };
            if let Some(period) = whole.common(held).filter(|_| !taken_over) {
                periods.push((period, *scheme));
            }
            if whole.last >= held.last {
                break;
            }
            day = whole.last.plus(1);
        }
    }
    periods
}

impl ScoredPeriod {
    /// The period of this sort a day lies in.
    pub fn around(self, day: Day) -> Period {
        match self {
            Self::Month => Month::of(day).period(),
            Self::Quarter => Period::quarter_of(day),
            Self::Year => Period::year_of(day),
        }
    }
}

/// What has counted so far: of one item, or of all where none is named, over a window.
type Sums<'a> = HashMap<(Option<&'a ItemId>, Window), Score>;

/// Puts lines in order and cuts each as it comes.
fn count<'a>(branch: &'a Branch, mut lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    lines.sort_by_key(|line| (line.date, line.origin.order()));
    let mut sums = Sums::new();
    for line in &mut lines {
        let windows = [Window::Month(Month::of(line.date)), Window::Year(line.date.year())];
        let item = line.origin.item().map(|item| (&item.id.value, item.ceiling.as_ref()));
        if let Some((id, Some(ceiling))) = item {
            cut(branch, line, &sums, Some(id), Limit::Item, ceiling, &windows);
        }
        if let Some(scheme) = branch.rules.scheme_on(line.date) {
            for (limit, limits) in [(Limit::Ceiling, &scheme.ceiling), (Limit::Floor, &scheme.floor)] {
                if let Some(limits) = limits {
                    cut(branch, line, &sums, None, limit, limits, &windows);
                }
            }
        }
        for window in windows {
            *sums.entry((None, window)).or_default() += line.counted;
            if let Some((id, _)) = item {
                *sums.entry((Some(id), window)).or_default() += line.counted;
            }
        }
    }
    lines
}

/// Holds a line within a limit over each of its windows.
fn cut<'a>(
    branch: &'a Branch,
    line: &mut Line<'a>,
    sums: &Sums<'a>,
    item: Option<&'a ItemId>,
    limit: Limit,
    limits: &At<Limits>,
    windows: &[Window; 2],
) {
    for (window, at) in windows.iter().zip([limits.month, limits.year]) {
        let (Some(at), Some(rule)) = (at, rule(branch, &limits.span)) else { continue };
        let so_far = sums.get(&(item, *window)).copied().unwrap_or_default();
        let room = at - so_far;
        let held = match limit {
            Limit::Item | Limit::Ceiling => line.counted.min(room.max(Score::ZERO)),
            Limit::Floor => line.counted.max(room.min(Score::ZERO)),
        };
        let cuts = match limit {
            Limit::Item | Limit::Ceiling => !line.counted.is_negative(),
            Limit::Floor => line.counted.is_negative(),
        };
        if cuts && held != line.counted {
            line.cuts.push(Cut { limit, over: *window, at, taken: line.counted - held, rule });
            line.counted = held;
        }
    }
}
