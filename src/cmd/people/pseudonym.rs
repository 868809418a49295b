//! A pseudonym in the place of a person, in paths and in texts.

use crate::branch::{Branch, Edit, FileChange, Mention, Mentions, Step, What, member_path};
use crate::reckon::{figures, reckon};
use crate::record::{MemberId, Period, RelPath, Value};
use crate::store;

/// What stands for a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cmd) struct Pseudonym {
    /// The id from now on.
    pub(in crate::cmd) id: MemberId,
    /// The name from now on.
    pub(in crate::cmd) name: String,
}

/// What the id of a pseudonym begins with, before its number.
const ANON: &str = "anon-";

/// Whether an id is one of those that are made for pseudonyms.
pub(in crate::cmd) fn is_made(id: &str) -> bool {
    id.strip_prefix(ANON).is_some_and(|number| number.parse::<usize>().is_ok())
}

/// The first number that is free, and the id with it.
pub(in crate::cmd) fn free(is_taken: impl Fn(&MemberId) -> bool) -> (usize, MemberId) {
    let ids = (1..).filter_map(|number: usize| Some((number, MemberId::new(&format!("{ANON}{number}"))?)));
    let mut free = ids.filter(|(_, id)| !is_taken(id));
    free.next().unwrap_or_else(|| unreachable!("numbers do not end"))
}

/// Puts a pseudonym where a person is named.
pub(in crate::cmd) struct Putting<'a> {
    mentions: Mentions,
    who: &'a MemberId,
    own: RelPath,
    stands: &'a Pseudonym,
}

impl<'a> Putting<'a> {
    /// Finds the person among those of a branch.
    pub(in crate::cmd) fn of(branch: &Branch, who: &'a MemberId, stands: &'a Pseudonym) -> Self {
        Self { mentions: Mentions::of(branch), who, own: member_path(who), stands }
    }

    fn put(&self, mention: &Mention, is_own: bool) -> Option<String> {
        match mention {
            Mention::Id(named) => (named == self.who).then(|| self.stands.id.to_string()),
            // Where others bear the name too, only the person's own file can mean nobody else.
            Mention::Name(named) => {
                (named.contains(self.who) && (is_own || named.len() == 1)).then(|| self.stands.name.clone())
            }
        }
    }

    /// The path that a file has from now on, where that is another.
    pub(in crate::cmd) fn path(&self, path: &RelPath) -> Option<RelPath> {
        let new = RelPath::new(&self.mentions.replace(path.as_str(), |mention| self.put(mention, false)));
        new.filter(|new| new != path)
    }

    /// A text with the pseudonym.
    pub(in crate::cmd) fn text(&self, path: &RelPath, text: &str) -> String {
        let is_own = *path == self.own;
        // Nothing stands for the number by which the office knows the person.
        let without = is_own.then(|| store::apply(text, &[Edit::Unset(vec![], "number")]).ok()).flatten();
        let text = without.as_deref().unwrap_or(text);
        self.mentions.replace(text, |mention| self.put(mention, is_own)).into_owned()
    }

    /// How many times the pseudonym is put in a text.
    pub(in crate::cmd) fn places(&self, path: &RelPath, text: &str) -> usize {
        self.mentions.find(text).filter(|(_, mention)| self.put(mention, *path == self.own).is_some()).count()
    }

    /// Whether a text has the person's id.
    pub(in crate::cmd) fn has_id(&self, text: &str) -> bool {
        self.mentions.find(text).any(|(_, mention)| matches!(mention, Mention::Id(named) if named == self.who))
    }

    /// Whether a text may mean the person.
    pub(in crate::cmd) fn names(&self, text: &str) -> bool {
        self.mentions.find(text).any(|(_, mention)| match mention {
            Mention::Id(named) => named == self.who,
            Mention::Name(named) => named.contains(self.who),
        })
    }
}

/// Whether a file may have another text: of evidence the digest stands in a record.
pub(in crate::cmd) fn is_record(path: &RelPath) -> bool {
    let is_written = [".toml", ".md"].iter().any(|end| path.name().ends_with(end));
    is_written && !path.as_str().starts_with("evidence/")
}

/// What follows where a pseudonym stands: the digests of posted lists, and that nothing tells the person from namesakes.
pub(in crate::cmd) fn followed(before: &Branch, after: &Branch, stands: &MemberId) -> Vec<FileChange> {
    let apart = after.members.get(stands).filter(|member| member.apart.is_some());
    let apart = apart.map(|member| {
        let what = What::Edit(vec![Edit::Unset(vec![], "apart")]);
        FileChange { path: member.source.path.clone(), what }
    });
    posted(before, after).into_iter().chain(apart).collect()
}

/// Lists that were as they were posted, and are still, under another id: their digests follow.
fn posted(before: &Branch, after: &Branch) -> Vec<FileChange> {
    let digests = |branch: &Branch, period: Period| {
        let rules = branch.rules.points_digest(period).unwrap_or_default();
        [("rules", rules), ("figures", figures(branch, &reckon(branch, period, period.last), period))]
    };
    let follow = before.postings().flat_map(|(source, at, posting)| {
        let period = posting.period.value;
        let was = digests(before, period).into_iter().zip([&posting.rules, &posting.figures]);
        let now = digests(after, period).into_iter().zip(was);
        let other = now.filter(|((_, now), ((_, computed), written))| computed == *written && now != computed);
        let place = vec![Step::Key("postings"), Step::Item(at)];
        let edits: Vec<_> = other.map(|((key, now), _)| Edit::Set(place.clone(), key, Value::text(now))).collect();
        (!edits.is_empty()).then(|| FileChange { path: source.path.clone(), what: What::Edit(edits) })
    });
    follow.collect()
}
