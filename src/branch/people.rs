//! The people of a branch, and which of them share a name.

use std::collections::{BTreeMap, BTreeSet};

use super::Filed;
use super::same::name_key;
use crate::record::{Member, MemberId};

/// The people, by id.
#[derive(Clone, Debug, Default)]
pub struct People {
    by_id: BTreeMap<MemberId, Filed<Member>>,
    /// The names that more than one bears or bore, as [`name_key`] has them: looked for once, not each time one is
    /// written.
    shared: BTreeSet<String>,
}

impl People {
    /// Whether more than one bears or bore this name, however it is written.
    pub fn is_shared(&self, name: &str) -> bool {
        !self.shared.is_empty() && self.shared.contains(&name_key(name))
    }
}

impl FromIterator<(MemberId, Filed<Member>)> for People {
    fn from_iter<I: IntoIterator<Item = (MemberId, Filed<Member>)>>(people: I) -> Self {
        let by_id: BTreeMap<_, _> = people.into_iter().collect();
        let mut seen = BTreeSet::new();
        let names = by_id
            .values()
            .flat_map(|member: &Filed<Member>| member.names().map(|name| name_key(name)).collect::<BTreeSet<_>>());
        let shared = names.filter(|name| !seen.insert(name.clone())).collect();
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
