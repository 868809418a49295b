//! The people of a branch, and which of them share a name.

use std::collections::{BTreeMap, BTreeSet};

use super::Filed;
use crate::record::{Member, MemberId};

/// The people, by id.
#[derive(Clone, Debug, Default)]
pub struct People {
    by_id: BTreeMap<MemberId, Filed<Member>>,
    /// The names that more than one bears: looked for once, not each time one is written.
    shared: BTreeSet<String>,
}

impl People {
    /// Whether somebody else bears this name, too.
    pub fn is_shared(&self, name: &str) -> bool {
        self.shared.contains(name)
    }
}

impl FromIterator<(MemberId, Filed<Member>)> for People {
    fn from_iter<I: IntoIterator<Item = (MemberId, Filed<Member>)>>(people: I) -> Self {
        let by_id: BTreeMap<_, _> = people.into_iter().collect();
        let mut seen = BTreeSet::new();
        let names = by_id.values().map(|member: &Filed<Member>| member.name.as_str());
        let shared = names.filter(|name| !seen.insert(*name)).map(str::to_owned).collect();
        Self { by_id, shared }
    }
}

impl std::ops::Deref for People {
    type Target = BTreeMap<MemberId, Filed<Member>>;

    fn deref(&self) -> &Self::Target {
        &self.by_id
    }
}

impl<'a> IntoIterator for &'a People {
    type Item = (&'a MemberId, &'a Filed<Member>);
    type IntoIter = std::collections::btree_map::Iter<'a, MemberId, Filed<Member>>;

    fn into_iter(self) -> Self::IntoIter {
        self.by_id.iter()
    }
}
