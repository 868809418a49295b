//! Where ids stand in an ordered list of them.

use crate::record::MemberId;

/// An ordered list of people, for asking about many who mostly come in its order, as they do in the records: the next one
/// is looked at first.
pub(super) struct InOrder<'a> {
    people: &'a [&'a MemberId],
    next: usize,
}

impl<'a> InOrder<'a> {
    /// Of people in the order of their ids.
    pub(super) fn of(people: &'a [&'a MemberId]) -> Self {
        Self { people, next: 0 }
    }

    /// Where a person stands; none who is not in the list.
    pub(super) fn place(&mut self, id: &MemberId) -> Option<usize> {
        let place = match self.people.get(self.next) {
            Some(next) if *next == id => Ok(self.next),
            _ => self.people.binary_search(&id),
        };
        self.next = place.map_or_else(|before| before, |place| place + 1);
        place.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_found_in_any_order() {
        let ids: Vec<_> = ["a", "c", "e", "g"].into_iter().filter_map(MemberId::new).collect();
        let people: Vec<_> = ids.iter().collect();
        let mut list = InOrder::of(&people);
        for (id, place) in [("a", Some(0)), ("c", Some(1)), ("g", Some(3)), ("h", None), ("b", None), ("c", Some(1))] {
            let id = MemberId::new(id).expect("an id");
            assert_eq!(list.place(&id), place, "{id}");
        }
        assert_eq!(InOrder::of(&[]).place(&ids[0]), None);
    }
}
