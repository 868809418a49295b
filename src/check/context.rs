//! Everything the rules look at.

use super::seats::Seats;
use super::walk::Walked;
use crate::branch::{Branch, FileKind, Filed};
use crate::error::Fault;
use crate::record::{Day, Entry, GroupId, KindId, Meeting, RelPath, Source};
use crate::rulebook::Item;
use crate::words::{self, Text};
use foldhash::HashMap;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything the rules look at.
pub struct Context<'a> {
    /// The records that could be read, of all years.
    pub branch: &'a Branch,
    /// What was found while reading.
    pub reading: &'a [Fault],
    /// Every file of the directory, where records, rules and evidence stand.
    pub files: &'a [RelPath],
    /// `.gitattributes`; none where there is no such file.
    pub attributes: Option<&'a Source>,
    /// The digests of the files that are named as evidence; none for a file that is not there.
    pub digests: &'a BTreeMap<RelPath, Option<String>>,
    /// The day.
    pub today: Day,
    /// What was met on a walk over all of it.
    pub(super) walked: Walked<'a>,
    /// How the people of the meetings that count fit those who were due, in the order of the meetings.
    pub(super) seats: Vec<Seats<'a>>,
    /// The items of the awards that count, as they were on the day, in the order of the awards.
    pub(super) items: Vec<Option<&'a Item>>,
    /// Whether everybody and every group could be read; otherwise nobody can say that there are too few.
    pub(super) knows_everybody: bool,
}

/// What meetings at which the same people are due have in common: kind, group, and how many changes there were before; a
/// meeting that decided who somebody is, or was held before that was decided, has only itself.
pub(super) type Occasion<'a> = (&'a KindId, Option<&'a GroupId>, usize, Option<&'a str>);

/// The occasion of a meeting.
pub(super) fn occasion<'m>(branch: &Branch, turns: &[Day], meeting: &'m Filed<Meeting>) -> Occasion<'m> {
    let group = meeting.group.as_ref().map(|group| &group.value);
    let own = branch.decides(meeting).then(|| meeting.source.path.stem());
    (&meeting.kind.value, group, turns.partition_point(|turn| *turn <= meeting.date.value), own)
}

impl<'a> Context<'a> {
    /// What was found of files that were not read, or not whole: others are read with a key that is not known, or though
    /// they are not what a seal says.
    pub(super) fn unread(&self) -> impl Iterator<Item = &'a Fault> {
        self.reading.iter().filter(|fault| !["seal-broken", "unknown-key"].contains(&fault.code))
    }

    /// How many files of a folder were not read.
    pub(super) fn unread_in(&self, folder: &str) -> usize {
        let files = self.unread().filter_map(|fault| Some(fault.place.as_ref()?.file.as_str()));
        files.filter(|file| file.starts_with(folder)).collect::<BTreeSet<_>>().len()
    }

    /// All that is looked at on a day, but for the attributes.
    pub fn new(
        branch: &'a Branch,
        reading: &'a [Fault],
        files: &'a [RelPath],
        digests: &'a BTreeMap<RelPath, Option<String>>,
        today: Day,
    ) -> Self {
        let turns = branch.turns();
        let held: Vec<_> = branch.held().map(|meeting| (meeting, occasion(branch, &turns, meeting))).collect();
        let occasions: HashMap<_, _> = held.iter().map(|(meeting, occasion)| (*occasion, *meeting)).collect();
        let due: HashMap<_, _> =
            occasions.into_par_iter().map(|(occasion, meeting)| (occasion, branch.due_at(meeting))).collect();
        let seats = held.par_iter().map(|(meeting, occasion)| Seats::of(meeting, &due[occasion])).collect();
        let book = branch.rules.item_book();
        let items = branch.ledgers.par_iter().flat_map_iter(|ledger| {
            let counting = ledger.entries.iter().filter(|entry| entry.struck.is_none());
            counting.map(|entry| book.on(&entry.item, entry.date.value))
        });
        let items = items.collect();
        let is_of_people =
            |path: &&RelPath| matches!(path.folder(), "members" | "groups") && FileKind::of(path).is_some();
        let gone = reading.iter().filter_map(gone_file);
        let known = branch.members.len() + branch.groups.len();
        let knows_everybody = files.iter().chain(gone).filter(is_of_people).count() == known;
        let walked = Walked::over(branch, today);
        Self { branch, reading, files, attributes: None, digests, today, walked, seats, items, knows_everybody }
    }

    /// The meetings that count, with how their people fit those who were due.
    pub(super) fn seated(&self) -> impl Iterator<Item = (&'a Filed<Meeting>, &Seats<'a>)> {
        self.branch.held().zip(&self.seats)
    }

    /// The awards and deductions that count, each with its file, and with its item where the rules have it on that day.
    pub(super) fn awards(&self) -> impl Iterator<Item = (&'a Source, &'a Entry, Option<&'a Item>)> {
        let counting = self.branch.entries().filter(|(_, entry)| entry.struck.is_none());
        counting.zip(&self.items).map(|((source, entry), item)| (source, entry, *item))
    }

    /// Whether there is a file of a record, be it readable or not, or git has it and it is gone from the disk.
    pub(super) fn has_file(&self, path: &RelPath) -> bool {
        self.files.binary_search(path).is_ok() || self.reading.iter().filter_map(gone_file).any(|gone| gone == path)
    }
}

/// The file that a fault of reading tells git has and the disk does not.
fn gone_file(fault: &Fault) -> Option<&RelPath> {
    fault.place.as_ref().filter(|_| fault.code == "gone").map(|place| &place.file)
}

/// A cure that names the nearest known id.
pub(super) fn did_you_mean<'a>(typed: &str, known: impl Iterator<Item = (&'a str, Text)>) -> Option<Text> {
    let known: Vec<_> = known.collect();
    let near = crate::record::nearest(typed, known.iter().map(|(id, _)| *id))?;
    let (_, name) = known.into_iter().find(|(id, _)| *id == near)?;
    Some(words::did_you_mean_named(near, name))
}
