//! Finding a rule by its id, and by the day where rules are dated.

use super::{Category, Class, DecisionKind, Item, Kind, Link, PointsRules, Post, Reason, Rulebook, Scheme, Standing};
use crate::error::Place;
use crate::record::{ClassId, Day, DecisionId, ItemId, KindId, LinkId, PostId, ReasonId, Span, StandingId};
use crate::words::Text;

macro_rules! named {
    ($($kind:ty),* $(,)?) => {$(
        impl $kind {
            /// Its name in both languages; in the rulebook's own where it has but one.
            pub fn name(&self) -> Text {
                let name = |own: &Option<String>| own.as_ref().unwrap_or(&self.name).clone();
                Text::new(name(&self.name_zh), name(&self.name_en))
            }
        }
    )*};
}

named!(Category, Class, DecisionKind, Item, Kind, Link, Post, Reason, Standing);

impl Rulebook {
    /// The standing of an id; none for `left`, which the program knows by itself.
    pub fn standing(&self, id: &StandingId) -> Option<&Standing> {
        self.branch.as_ref()?.1.standings.iter().find(|standing| standing.id.value == *id)
    }

    /// The post of an id.
    pub fn post(&self, id: &PostId) -> Option<&Post> {
        self.branch.as_ref()?.1.posts.iter().find(|post| post.id.value == *id)
    }

    /// The class of an id.
    pub fn class(&self, id: &ClassId) -> Option<&Class> {
        self.branch.as_ref()?.1.classes.iter().find(|class| class.id.value == *id)
    }

    /// The class of those who are of no other.
    pub fn default_class(&self) -> Option<&Class> {
        self.branch.as_ref()?.1.classes.iter().find(|class| class.default == Some(true))
    }

    /// The line of work of an id.
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.branch.as_ref()?.1.links.iter().find(|link| link.id.value == *id)
    }

    /// The kind of meeting of an id.
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.meetings.as_ref()?.1.kinds.iter().find(|kind| kind.id.value == *id)
    }

    /// The reason for being absent of an id.
    pub fn reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.meetings.as_ref()?.1.reasons.iter().find(|reason| reason.id.value == *id)
    }

    /// The kind of decision of an id.
    pub fn decision(&self, id: &DecisionId) -> Option<&DecisionKind> {
        self.meetings.as_ref()?.1.decisions.iter().find(|decision| decision.id.value == *id)
    }

    /// The posts of those who lead such a meeting, the first choice first: those of a group only where a group meets.
    pub fn chairs<'a>(&'a self, kind: &'a Kind, group_meets: bool) -> impl Iterator<Item = &'a PostId> {
        self.leading(kind.chair.iter().map(|post| &post.value), group_meets)
    }

    /// The posts of those who write such a meeting down, as those who lead it.
    pub fn recorders<'a>(&'a self, kind: &'a Kind, group_meets: bool) -> impl Iterator<Item = &'a PostId> {
        self.leading(kind.recorder.iter().map(|post| &post.value), group_meets)
    }

    fn leading<'a>(
        &'a self,
        posts: impl Iterator<Item = &'a PostId>,
        group_meets: bool,
    ) -> impl Iterator<Item = &'a PostId> {
        posts.filter(move |id| group_meets || self.post(id).is_none_or(|post| post.of_group != Some(true)))
    }

    /// The scheme of a day.
    pub fn scheme_on(&self, day: Day) -> Option<&Scheme> {
        self.points.as_ref()?.1.schemes.iter().find(|scheme| scheme.holds(day))
    }

    /// The category of an id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.points.as_ref()?.1.categories.iter().find(|category| category.id.value == id)
    }

    /// The item of an id as it is on a day.
    pub fn item_on(&self, id: &ItemId, day: Day) -> Option<&Item> {
        self.items_on(day).find(|item| item.id.value == *id)
    }

    /// The items of a day, in the order of the file.
    pub fn items_on(&self, day: Day) -> impl Iterator<Item = &Item> {
        let items = self.points.as_ref().map_or(&[][..], |(_, PointsRules { items, .. })| items);
        items.iter().filter(move |item| item.holds(day))
    }

    /// Where an item or a scheme stands; none where `rules/points.toml` is not read.
    pub fn rule_place(&self, span: &Span) -> Option<Place> {
        self.points.as_ref().map(|(source, _)| source.place(span))
    }
}
