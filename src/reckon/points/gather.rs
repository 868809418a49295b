//! What earned or cost points, before any of it is cut.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::line::{Doubling, Line, Location, Origin};
use super::rates::Rates;
use super::scored::{Scored, share};
use crate::branch::Branch;
use crate::reckon::attendance::{Seat, seats};
use crate::reckon::dues::DuesBook;
use crate::record::{At, Day, Meeting, MemberId, Payment, Period, Rounding, Score, Span, Yuan};
use crate::rulebook::{Item, Role};

/// The lines as they come, before they are put in order and cut.
pub(super) struct Gathered<'a, 'b> {
    branch: &'a Branch,
    reach: Period,
    scored: &'b [Scored<'a>],
    people: HashMap<&'a MemberId, Person<'a>>,
}

/// What is gathered of one person.
struct Person<'a> {
    /// From which days on the person was scored, or was not.
    scored: Vec<(Day, bool)>,
    lines: Vec<Line<'a>>,
    /// What days brought on which the person was not scored.
    unscored: Vec<Line<'a>>,
}

impl Person<'_> {
    /// Whether the person was scored on a day of the reach.
    fn is_scored(&self, day: Day) -> bool {
        let turns = self.scored.partition_point(|(turn, _)| *turn <= day);
        turns.checked_sub(1).is_some_and(|last| self.scored[last].1)
    }
}

impl<'a, 'b> Gathered<'a, 'b> {
    /// Everything that earned or cost those who are wanted points in some days, whose scored periods are known.
    pub(super) fn of(branch: &'a Branch, reach: Period, scored: &'b [Scored<'a>], wanted: &[&'a MemberId]) -> Self {
        let person = |id: &&'a MemberId| {
            let member = branch.members.get(*id)?;
            Some((*id, Person { scored: branch.scored_turns(member, reach), lines: vec![], unscored: vec![] }))
        };
        let people = wanted.iter().filter_map(person).collect();
        let mut gathered = Self { branch, reach, scored, people };
        gathered.starts();
        gathered.posts();
        gathered.meetings();
        gathered.studies();
        gathered.dues();
        gathered.problems();
        gathered.entries();
        gathered.appraisals();
        gathered
    }

    /// Takes the lines of one person: those that count, and those of days on which the person was not scored.
    pub(super) fn take(&mut self, member: &MemberId) -> (Vec<Line<'a>>, Vec<Line<'a>>) {
        self.people.remove(member).map(|person| (person.lines, person.unscored)).unwrap_or_default()
    }

    /// Adds a line for a member; on a day on which the member is not scored it counts nothing.
    fn push(
        &mut self,
        member: &'a MemberId,
        date: Day,
        origin: Origin<'a>,
        raw: Score,
        record: Location<'a>,
        rule: Location<'a>,
    ) {
        let Some(person) = self.people.get_mut(member).filter(|_| self.reach.contains(date)) else { return };
        let of_class = origin.item().filter(|item| !item.classes.is_empty());
        let is_for = of_class.is_none_or(|item| self.branch.is_for(item, member, date));
        // What somebody wrote is told all the same.
        if !is_for && !matches!(origin, Origin::Entry(..)) {
            return;
        }
        let double = origin.item().and_then(|item| item.double.as_ref());
        let doubled = Doubling::of(double, origin.marks(), origin.links());
        let raw = if doubled.is_some() { raw.doubled() } else { raw };
        let is_scored = is_for && person.is_scored(date) && !origin.is_waiting();
        let counted = if is_scored { raw } else { Score::ZERO };
        let line = Line { date, origin, doubled, raw, counted, cuts: vec![], record, rule };
        if is_scored { person.lines.push(line) } else { person.unscored.push(line) }
    }

    /// The base and the share carried over of every scored period, on its first day on which the member is scored, by
    /// the scheme of that day.
    fn starts(&mut self) {
        let branch = self.branch;
        let mut before: Option<Period> = None;
        for scored in self.scored {
            for (id, member) in &branch.members {
                let Some(day) = branch.first_scored(member, scored.days) else { continue };
                let class = branch.class_on(member, day).map(|class| &class.id.value);
                let scheme = branch.rules.scheme_on(day).unwrap_or(scored.scheme);
                let Some(rule) = rule(branch, &scheme.span) else { continue };
                if let Some(base) = scheme.base_of(class) {
                    self.push(id, day, Origin::Base, base, rule.clone(), rule.clone());
                }
                // Who was not scored before has nothing to carry over.
                let was_scored = |before: &Period| branch.first_scored(member, *before).is_some();
                if let Some((carry, before)) = scheme.carry.as_ref().zip(before.filter(was_scored)) {
                    let origin = Origin::Carried(before, carry.percent.value);
                    let rule = Location::new(rule.source(), Some(&carry.span));
                    self.push(id, day, origin, Score::ZERO, rule.clone(), rule);
                }
            }
            before = Some(scored.days);
        }
    }

    /// What the posts bring that are held, once a scored period, on the first day on which a scored person holds one.
    fn posts(&mut self) {
        let branch = self.branch;
        let earned = branch.rules.items().filter_map(|item| Some((item, item.post.as_ref()?)));
        for (item, by) in earned.collect::<Vec<_>>() {
            let Some((points, rule)) = self.worth(item) else { continue };
            let Some(holds) = item.days() else { continue };
            for days in self.scored.iter().filter_map(|scored| scored.days.common(holds)) {
                for (id, member) in &branch.members {
                    if branch.first_scored(member, days).is_none() {
                        continue;
                    }
                    let held = |day: &Day| {
                        let posts = branch.held_on(member, *day).filter(|_| branch.is_scored(member, *day));
                        posts.into_iter().find(|post| by.posts.iter().any(|at| at.value == post.id.value))
                    };
                    let turns = branch.scored_turns(member, days).into_iter().map(|(day, _)| day);
                    let Some((day, post)) = turns.filter_map(|day| Some((day, held(&day)?))).next() else { continue };
                    let record = Location::new(&member.source, Some(&post.id.span));
                    self.push(id, day, Origin::Held(item, post), points, record, rule.clone());
                }
            }
        }
    }

    /// The appraisal of every scored year whose scheme folds it in, on its last day.
    fn appraisals(&mut self) {
        let branch = self.branch;
        for scored in self.scored {
            let Some((fold, source)) = scored.scheme.appraisal.as_ref().zip(branch.rules.points.as_ref()) else {
                continue;
            };
            let day = scored.days.last;
            for (file, appraisal) in branch.appraised().filter(|(_, one)| one.year.value == i64::from(day.year())) {
                let Some(grade) = &appraisal.grade else { continue };
                let Some(worth) = fold.grades.iter().find(|worth| worth.grade.value == grade.value) else { continue };
                let points = worth.points.as_ref().map(|points| points.value).unwrap_or_default();
                let record = Location::new(file, Some(&appraisal.span));
                let rule = Location::new(&source.0, Some(&worth.span));
                self.push(&appraisal.member.value, day, Origin::Appraisal(appraisal, worth), points, record, rule);
            }
        }
    }

    /// What attendance and roles bring, and what came of all attendance together.
    fn meetings(&mut self) {
        let branch = self.branch;
        let mut rates = Rates::of(branch, self.reach);
        for meeting in branch.held() {
            let date = meeting.date.value;
            let Some(kind) = branch.rules.kind(&meeting.kind.value) else { continue };
            let items: Vec<_> = branch.rules.items_on(date).filter(|item| !item.by_hand()).collect();
            let seats = if items.iter().any(|item| item.is_for(&kind.id)) { seats(branch, meeting) } else { vec![] };
            rates.note(&kind.id, date, &seats);
            for item in items {
                let Some((points, rule)) = self.worth(item) else { continue };
                if let Some(attendance) = &item.attendance {
                    let earns = |seat: &&Seat<'_>| seat.verdict.earns && attendance.states.contains(&seat.state());
                    if attendance.kinds.iter().any(|at| at.value == kind.id.value) {
                        for seat in seats.iter().filter(earns) {
                            let record = Location::new(&meeting.source, seat.span.as_ref());
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
                    for at in meeting.holders_of(*role) {
                        let record = Location::new(&meeting.source, Some(&at.span));
                        self.push(&at.value, date, Origin::Role(item, meeting, *role), points, record, rule.clone());
                    }
                }
            }
        }
        for (item, member, day, origin) in rates.earned(self.scored) {
            let Some((points, rule)) = self.worth(item) else { continue };
            self.push(member, day, origin, points, rule.clone(), rule);
        }
    }

    /// What hours of study bring.
    fn studies(&mut self) {
        let branch = self.branch;
        let earned: Vec<_> = branch.rules.items().filter(|item| item.study.is_some()).collect();
        for (source, study) in branch.studied().filter(|(_, study)| study.struck.is_none()) {
            let day = study.date.value;
            for &item in earned.iter().filter(|item| item.holds(day)) {
                let Some(by) = &item.study else { continue };
                let meant = by.kinds.is_empty() || by.kinds.iter().any(|kind| kind.value == study.kind.value);
                let Some((points, rule)) = self.worth(item).filter(|_| meant) else { continue };
                let points =
                    by.hours.as_ref().map_or(points, |all| self.share(study.hours.share(points, all.value), day));
                let record = Location::new(source, Some(&study.span));
                self.push(&study.member.value, day, Origin::Study(item, study), points, record, rule);
            }
        }
    }

    /// What dues bring that are paid in whole, on the day of the payment that completes them.
    fn dues(&mut self) {
        let branch = self.branch;
        let earned: Vec<_> = branch.rules.items().filter(|item| item.dues.is_some()).collect();
        if earned.is_empty() {
            return;
        }
        let book = DuesBook::of(branch);
        let mut months: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (source, payment) in branch.payments().filter(|(_, payment)| payment.struck.is_none()) {
            months.entry((&payment.member.value, payment.month.value)).or_default().push((source, payment));
        }
        for ((member, month), mut payments) in months {
            let amount = book.dues(member, month).amount();
            payments.sort_by_key(|(_, payment)| (payment.paid.value, payment.id.as_str()));
            let mut paid = Yuan::ZERO;
            let completes = |(_, payment): &(_, &Payment)| {
                paid = paid + payment.amount.value;
                amount.is_some_and(|amount| amount <= paid)
            };
            let Some((source, last)) = payments.into_iter().find(completes) else { continue };
            let (day, due) = (last.paid.value, branch.dues_due(month));
            let holds = |item: &&&Item| item.holds(day) && item.dues.is_some_and(|timing| timing.is(day, due));
            for &item in earned.iter().filter(holds) {
                let Some((points, rule)) = self.worth(item) else { continue };
                let record = Location::new(source, Some(&last.span));
                self.push(member, day, Origin::Dues(item, last), points, record, rule);
            }
        }
    }

    /// What problems bring their owners that are closed.
    fn problems(&mut self) {
        let branch = self.branch;
        let earned: Vec<_> = branch.rules.items().filter(|item| item.problem.is_some()).collect();
        for issue in branch.issues.iter().filter(|issue| issue.struck.is_none()) {
            let Some(closed) = &issue.closed else { continue };
            let (day, due) = (closed.value, issue.deadline.value);
            let holds = |item: &&&Item| item.holds(day) && item.problem.is_some_and(|timing| timing.is(day, due));
            for &item in earned.iter().filter(holds) {
                let Some((points, rule)) = self.worth(item) else { continue };
                let record = Location::new(&issue.source, Some(&closed.span));
                self.push(&issue.owner.value, day, Origin::Problem(item, issue), points, record, rule);
            }
        }
    }

    /// What was awarded and deducted by hand.
    fn entries(&mut self) {
        let branch = self.branch;
        let items = branch.rules.item_book();
        for (source, entry) in branch.entries().filter(|(_, entry)| entry.struck.is_none()) {
            let Some(item) = items.on(&entry.item.value, entry.date.value) else { continue };
            let points = item.worth_of(entry);
            let points = points.or(item.is_veto().then_some(Score::ZERO));
            let (Some(points), Some(rule)) = (points, rule(branch, &item.span)) else { continue };
            let record = Location::new(source, Some(&entry.span));
            self.push(&entry.member.value, entry.date.value, Origin::Entry(item, entry), points, record, rule);
        }
    }

    /// A share as it counts on a day.
    fn share(&self, exact: Score, day: Day) -> Score {
        share(self.scored, exact, day, Rounding::Down)
    }

    /// What an item brings without being asked, and where that is written.
    fn worth(&self, item: &Item) -> Option<(Score, Location<'a>)> {
        Some((item.points.as_ref()?.value, rule(self.branch, &item.span)?))
    }
}

impl Branch {
    /// Whether an item is for a person on a day, by class.
    pub fn is_for(&self, item: &Item, member: &MemberId, day: Day) -> bool {
        let class = self.members.get(member).and_then(|member| self.class_on(member, day));
        item.is_for_class(class.map(|class| &class.id.value))
    }
}

/// A part of the points rules.
pub(super) fn rule<'a>(branch: &'a Branch, span: &Span) -> Option<Location<'a>> {
    let (source, _) = branch.rules.points.as_ref()?;
    Some(Location::new(source, Some(span)))
}

impl Meeting {
    /// Who had a role in it or in one of its sittings, each once.
    pub fn holders_of(&self, role: Role) -> Vec<&At<MemberId>> {
        match role {
            Role::Chair => self.chairs(),
            Role::Lecturer => self.lecturer.iter().collect(),
            Role::Recorder => self.recorders(),
        }
    }
}
