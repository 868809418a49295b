//! The day on which things happened, set against the day on which they were written down.
//!
//! When a record was written is the day of the first commit that had it, whatever file it stood in: renames, merges and
//! rebases do not move it. What git cannot know is open, and no judgement is made of it.

mod closing;
mod filing;
mod sources;
mod tally;
#[cfg(test)]
mod tests;

pub use closing::After;
pub use filing::{Filed, Written};
pub use sources::current;
pub use tally::{AuditTally, audit_tallies};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use closing::Closing;

use super::history::{Difference, Episode, Piece, Sort, What};
use crate::branch::Branch;
use crate::record::{Day, MemberId, Period, RelPath};
use crate::rulebook::Counted;

/// A record, when it happened, and what became of it.
#[derive(Clone, Debug)]
pub struct Audited {
    /// The record as it is; as it was last, where it is gone.
    pub piece: Arc<Piece>,
    /// The line of its file; none for a file as a whole, and for what is gone.
    pub line: Option<usize>,
    /// The day on which it happened.
    pub day: Day,
    /// When it was written.
    pub written: Written,
    /// The last day in time, where a rule says one.
    pub limit: Option<Counted>,
    /// Whether it was in time.
    pub filed: Filed,
    /// The first commit that had it, and who wrote that.
    pub first: Option<(String, String)>,
    /// Who recorded it by what it says itself, where somebody else wrote it down.
    pub recorder: Option<MemberId>,
    /// What was changed after the points of its days were posted or closed, or their month sealed.
    pub changes: Vec<LateChange>,
    /// What two people had made of it apart, and somebody decided.
    pub settled: Vec<Decided>,
    /// When it was struck, and by whom; none where it was not, or nobody knows.
    pub struck: Option<(Option<Day>, String)>,
    /// Whether it is gone, and when and by whom, where that is known.
    pub gone: Option<Option<(Option<Day>, String)>>,
}

/// A decision between two edits of a record.
#[derive(Clone, Debug)]
pub struct Decided {
    /// The day.
    pub day: Option<Day>,
    /// Who decided.
    pub author: String,
    /// What was kept, and against what.
    pub difference: Difference,
}

/// A change that came after the points were posted or closed, or the month sealed.
#[derive(Clone, Debug)]
pub struct LateChange {
    /// The commit.
    pub commit: String,
    /// The day.
    pub day: Option<Day>,
    /// Who made it.
    pub author: String,
    /// What had been done by then.
    pub after: After,
    /// What it was.
    pub difference: Difference,
}

/// Where the audit looks.
pub struct AuditScope<'a> {
    /// The branch: its people, its rules, the lists that were posted, the months that are sealed.
    pub branch: &'a Branch,
    /// The records there are, each with its line.
    pub current: &'a [(Arc<Piece>, Option<usize>)],
    /// The files that cannot be read, whose records are not gone.
    pub unreadable: &'a [RelPath],
    /// What git knows; none where there is no git.
    pub episodes: Option<&'a [Episode]>,
    /// The days whose records are meant.
    pub period: Period,
}

/// Which record.
type Key<'a> = (Sort, &'a str);

/// What git knows of one record.
#[derive(Default)]
struct Known<'a> {
    first: Option<&'a Episode>,
    last: Option<&'a Arc<Piece>>,
    struck: Option<&'a Episode>,
    removed: Option<&'a Episode>,
    changes: Vec<(&'a Episode, &'a Difference)>,
}

/// Every record of a period, by the day on which it happened.
pub fn audit(scope: &AuditScope<'_>) -> Vec<Audited> {
    let episodes = scope.episodes.unwrap_or_default();
    let mut known = known(episodes);
    let closings = Closing::all(scope.branch, episodes);
    // A person is looked for once a name, not once a record.
    let names: BTreeSet<_> = episodes.iter().map(|episode| episode.author.as_str()).collect();
    let authors = names.into_iter().filter_map(|name| Some((name, scope.branch.author(name)?))).collect();
    let at = At { scope, closings, authors };
    let mut audited = Vec::new();
    let mut there = BTreeSet::new();
    for (piece, line) in scope.current {
        let key = (piece.sort, piece.id.as_str());
        there.insert(key);
        if let Some(day) = piece.happened().filter(|day| scope.period.contains(*day)) {
            let known = known.get(&key);
            audited.push(Audited { line: *line, ..at.one(piece, day, known) });
        }
    }
    known.retain(|key, known| !there.contains(key) && known.first.is_some());
    for known in known.values() {
        let Some(piece) = known.last.filter(|piece| !scope.unreadable.contains(&piece.path)) else { continue };
        if let Some(day) = piece.happened().filter(|day| scope.period.contains(*day)) {
            let gone = known.removed.map(|episode| (episode.day, episode.author.clone()));
            audited.push(Audited { gone: Some(gone), ..at.one(piece, day, Some(known)) });
        }
    }
    audited.sort_by(|one, other| {
        (one.day, one.piece.sort, &one.piece.id).cmp(&(other.day, other.piece.sort, &other.piece.id))
    });
    audited
}

/// What git knows, by record; a record that was filed under another name is known by the new one.
fn known(episodes: &[Episode]) -> BTreeMap<Key<'_>, Known<'_>> {
    let mut all: BTreeMap<Key<'_>, Known<'_>> = BTreeMap::new();
    for episode in episodes {
        for difference in &episode.differences {
            let piece = &difference.piece;
            let key = (piece.sort, piece.id.as_str());
            if let (What::Moved(_), Some(prior)) = (&difference.what, &difference.prior) {
                let former = former(piece, prior);
                if former != key.1
                    && let Some(was) = all.remove(&(piece.sort, former))
                {
                    all.insert(key, was);
                }
            }
            let known = all.entry(key).or_default();
            match &difference.what {
                What::Added => {
                    if known.first.is_none_or(|first| episode.seconds < first.seconds) {
                        known.first = Some(episode);
                    }
                    known.removed = None;
                    // One that was struck before the history began was struck nobody knows when.
                    if piece.struck().is_some() && !episode.is_first {
                        known.struck = Some(episode);
                    }
                }
                What::Removed => known.removed = Some(episode),
                What::Struck(_) => known.struck = Some(episode),
                _ => {}
            }
            if !difference.what.is_outward() {
                known.last = Some(piece);
                known.changes.push((episode, difference));
            }
        }
    }
    all
}

/// The id a record had before it was moved.
fn former<'a>(piece: &'a Piece, prior: &'a Piece) -> &'a str {
    match piece.sort {
        Sort::Meeting => prior.path.stem(),
        _ => &piece.id,
    }
}

/// What is needed to look at each record.
struct At<'l, 'a> {
    scope: &'l AuditScope<'a>,
    closings: Vec<Closing>,
    authors: BTreeMap<&'a str, &'a MemberId>,
}

impl At<'_, '_> {
    /// One record.
    fn one(&self, piece: &Arc<Piece>, day: Day, known: Option<&Known<'_>>) -> Audited {
        let first = known.and_then(|known| known.first);
        let written = match first {
            Some(episode) => match Written::of(day, episode.day, episode.placed, episode.is_first) {
                Written::On(on) | Written::By(on) | Written::PlacedLater(on, _) if episode.is_out_of_order => {
                    Written::OutOfOrder(on)
                }
                written => written,
            },
            None if self.scope.episodes.is_some() => Written::NotYet,
            None => Written::Unknown,
        };
        let limit = self.scope.branch.rules.filed_by(day);
        // Who put together what was there before need not have written it.
        let author = first.filter(|episode| !episode.is_first);
        let author = author.and_then(|episode| self.authors.get(episode.author.as_str()).copied());
        // Of a step, that says who decided it.
        let by = piece.text("by").filter(|_| piece.sort != Sort::Step).and_then(MemberId::new);
        let struck = piece.struck().map(|_| {
            known.and_then(|known| known.struck).map_or((None, String::new()), |at| (at.day, at.author.clone()))
        });
        Audited {
            piece: piece.clone(),
            line: None,
            day,
            written,
            limit,
            filed: Filed::of(written, limit.map(|limit| limit.day)),
            first: first.map(|episode| (episode.commit.clone(), episode.author.clone())),
            recorder: by.filter(|by| author.is_some_and(|author| author != by)),
            changes: known.map_or_else(Vec::new, |known| changes(known, &self.closings)),
            settled: known.map_or_else(Vec::new, decided),
            struck,
            gone: None,
        }
    }
}

/// What was decided where both sides of a merge had changed a record.
fn decided(known: &Known<'_>) -> Vec<Decided> {
    let settled = known.changes.iter().filter(|(_, difference)| difference.settled);
    let decided = |(episode, difference): &(&Episode, &Difference)| Decided {
        day: episode.day,
        author: episode.author.clone(),
        difference: (*difference).clone(),
    };
    settled.map(decided).collect()
}

/// What was changed after the points of the record's days were posted or closed, or their month sealed; of several commits that brought it, the
/// first counts.
fn changes(known: &Known<'_>, closings: &[Closing]) -> Vec<LateChange> {
    let mut changes = Vec::new();
    for (episode, difference) in &known.changes {
        let is_again = difference.what == What::Added
            && known.first.is_some_and(|first| first.commit != episode.commit)
            && known.removed.is_none();
        let sort = difference.piece.sort;
        if !sort.makes_months() || episode.is_first || is_again {
            continue;
        }
        let days: Vec<_> =
            difference.prior.iter().chain([&difference.piece]).filter_map(|piece| scored(piece)).collect();
        let after = closings.iter().filter(|closing| days.iter().any(|day| day.meets(closing.period)));
        let after = after.filter_map(|closing| closing.before(episode, sort));
        if let Some(after) = after.max() {
            let (commit, author) = (episode.commit.clone(), episode.author.clone());
            changes.push(LateChange { commit, day: episode.day, author, after, difference: (*difference).clone() });
        }
    }
    changes
}

/// The days in whose points a record counts.
fn scored(piece: &Piece) -> Option<Period> {
    match piece.sort {
        Sort::Issue => piece.day("closed").or_else(|| piece.happened()).map(Period::day),
        Sort::Appraisal => piece.keys.get("year").and_then(|year| Period::year(year.to_string().parse().ok()?)),
        _ => piece.happened().map(Period::day),
    }
}
