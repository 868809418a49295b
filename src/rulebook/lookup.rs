//! Finding a rule by its id, and by the day where rules are dated.

use foldhash::{HashMap, HashMapExt};

use super::{
    ArrearsStep, Band, Campaign, Category, Class, DecisionKind, Duty, Edition, ExemplarRule, Grade, Item, Kind, Lapse,
    Link, Mark, Measure, Owed, Post, Rate, Reason, Rulebook, Scheme, Standing, StepRule, StudyKind, TalkPair,
    TalkReason, TalkTrigger, Term, VoteRule,
};
use crate::error::Place;
use crate::record::{
    CampaignId, ClassId, Day, DecisionId, EditionId, GradeId, ItemId, KindId, LinkId, MarkId, MeasureId, Period,
    PostId, ReasonId, Score, Span, StandingId, StudyId, TalkReasonId,
};
use crate::words::Text;

/// The items by id, each in all its forms.
#[derive(Debug)]
pub struct ItemBook<'a>(HashMap<&'a ItemId, Vec<&'a Item>>);

impl<'a> ItemBook<'a> {
    /// The item of an id as it is on a day.
    pub fn on(&self, id: &ItemId, day: Day) -> Option<&'a Item> {
        self.0.get(id)?.iter().copied().find(|item| item.holds(day))
    }
}

macro_rules! named {
    ($($kind:ty),* $(,)?) => {$(
        impl $kind {
            /// Its name in both languages; in the rulebook's own where it has but one.
            pub fn name(&self) -> Text {
                let name = |own: &Option<String>| own.as_ref().unwrap_or(&self.name).clone();
                Text::new(name(&self.name_zh), name(&self.name_en))
            }

            /// Its id as text.
            pub fn key(&self) -> &str {
                self.id.as_str()
            }

            /// Every name a person may call it by.
            pub fn names(&self) -> Vec<&str> {
                [Some(&self.name), self.name_zh.as_ref(), self.name_en.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect()
            }
        }
    )*};
}

named!(
    Band,
    Campaign,
    Category,
    Class,
    DecisionKind,
    Duty,
    Edition,
    ExemplarRule,
    Grade,
    Item,
    Kind,
    Lapse,
    Link,
    Mark,
    Measure,
    Post,
    Rate,
    Reason,
    Standing,
    StepRule,
    StudyKind,
    TalkPair,
    TalkReason,
    TalkTrigger,
    Term
);

/// For each list of the rules: all of it in the order of the file, and the one of an id.
macro_rules! lists {
    ($($file:ident: $kind:ty, $all:ident, $one:ident, $id:ty;)*) => {
        impl Rulebook {$(
            /// All of them, in the order of the file; none where the file is not read.
            pub fn $all(&self) -> impl Iterator<Item = &$kind> {
                self.$file.iter().flat_map(|(_, rules)| &rules.$all)
            }

            /// The one of an id.
            pub fn $one(&self, id: &$id) -> Option<&$kind> {
                self.$all().find(|one| one.id.value == *id)
            }
        )*}
    };
}

lists! {
    appraisal: Grade, grades, grade, GradeId;
    assessment: Measure, measures, measure, MeasureId;
    editions: Edition, editions, edition, EditionId;
    branch: Standing, standings, standing, StandingId;
    branch: Post, posts, post, PostId;
    branch: Class, classes, class, ClassId;
    branch: Link, links, link, LinkId;
    branch: Campaign, campaigns, campaign, CampaignId;
    meetings: Kind, kinds, kind, KindId;
    meetings: Reason, reasons, reason, ReasonId;
    meetings: DecisionKind, decisions, decision, DecisionId;
    points: Mark, marks, mark, MarkId;
    study: StudyKind, studies, study, StudyId;
    talks: TalkReason, talk_reasons, talk_reason, TalkReasonId;
}

impl Rulebook {
    /// How meetings decide, in the order of the file.
    pub fn votes(&self) -> impl Iterator<Item = &VoteRule> {
        self.meetings.iter().flat_map(|(_, rules)| &rules.votes)
    }

    /// How a kind of meeting takes a decision of a kind on a day.
    pub fn vote_on(&self, meeting: &KindId, decision: Option<&DecisionId>, day: Day) -> Option<&VoteRule> {
        let of_meeting = || self.votes().filter(move |rule| rule.is_for(meeting) && rule.holds(day));
        let named = decision.and_then(|decision| of_meeting().find(|rule| rule.names(decision)));
        named.or_else(|| of_meeting().find(|rule| rule.decisions.is_empty()))
    }

    /// The class of those who are of no other.
    pub fn default_class(&self) -> Option<&Class> {
        self.classes().find(|class| class.default == Some(true))
    }

    /// The schemes, in the order of the file.
    pub fn schemes(&self) -> impl Iterator<Item = &Scheme> {
        self.points.iter().flat_map(|(_, rules)| &rules.schemes)
    }

    /// The scheme of a day.
    pub fn scheme_on(&self, day: Day) -> Option<&Scheme> {
        self.schemes().find(|scheme| scheme.holds(day))
    }

    /// The least step of points on a day.
    pub fn unit_on(&self, day: Day) -> Score {
        self.scheme_on(day).map_or(Score::HALF, Scheme::unit)
    }

    /// The item of an id as it is on a day.
    pub fn item_on(&self, id: &ItemId, day: Day) -> Option<&Item> {
        self.items_on(day).find(|item| item.id.value == *id)
    }

    /// Every item in each of its forms, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.points.iter().flat_map(|(_, rules)| &rules.items)
    }

    /// Whether anything is earned by one of the keys that say how: `study`.
    pub fn earns_by(&self, key: &str) -> bool {
        self.items().any(|item| item.earned_by().any(|by| by == key))
    }

    /// Whether any scheme folds in the appraisal.
    pub fn folds_appraisal(&self) -> bool {
        self.schemes().any(|scheme| scheme.appraisal.is_some())
    }

    /// The items of a day, in the order of the file.
    pub fn items_on(&self, day: Day) -> impl Iterator<Item = &Item> {
        self.items().filter(move |item| item.holds(day))
    }

    /// Every item by its id, for those who look for many.
    pub fn item_book(&self) -> ItemBook<'_> {
        let mut forms: HashMap<&ItemId, Vec<&Item>> = HashMap::new();
        for item in self.items() {
            forms.entry(&item.id.value).or_default().push(item);
        }
        ItemBook(forms)
    }

    /// The measures of a day, in the order of the file.
    pub fn measures_on(&self, day: Day) -> impl Iterator<Item = &Measure> {
        let all = self.assessment.iter().flat_map(|(_, rules)| &rules.measures);
        all.filter(move |measure| measure.holds(day))
    }

    /// The honours in all their forms, in the order of the file.
    pub fn exemplars(&self) -> impl Iterator<Item = &ExemplarRule> {
        self.appraisal.iter().flat_map(|(_, rules)| &rules.exemplars)
    }

    /// The honours of a day, in the order of the file.
    pub fn exemplars_on(&self, day: Day) -> impl Iterator<Item = &ExemplarRule> {
        self.exemplars().filter(move |rule| rule.holds(day))
    }

    /// The categories, in the order of the file.
    pub fn categories(&self) -> impl Iterator<Item = &Category> {
        self.points.iter().flat_map(|(_, rules)| &rules.categories)
    }

    /// The category of an id as it is on a day; any of its forms where none holds.
    pub fn category_on(&self, id: &str, day: Day) -> Option<&Category> {
        let of_id = || self.categories().filter(|category| category.id.value == *id);
        of_id().find(|category| category.holds(day)).or_else(|| of_id().next())
    }

    /// The days whose records decide the points of a period: from the first day of its first year, since ceilings run
    /// over years; further back where points are carried over.
    pub fn reach(&self, period: Period) -> Period {
        let mut first = Period::year_of(period.first).first;
        // Each scored period in which somebody begins with a share of the one before takes its records along.
        while let Some(carrying) = self.carrying(first) {
            first = Period::year_of(carrying.from.value.min(first).minus(1)).first;
        }
        Period { first, last: period.last }
    }

    /// The first scheme by which somebody may begin the scored period that a day lies in with a share of the one before:
    /// it need not be that of its first day.
    fn carrying(&self, day: Day) -> Option<&Scheme> {
        let days = self.scheme_on(day)?.period.around(day);
        let holds = |scheme: &&Scheme| {
            scheme.from.value <= days.last && scheme.until.as_ref().is_none_or(|until| days.first <= until.value)
        };
        self.schemes().filter(holds).filter(|scheme| scheme.carry.is_some()).min_by_key(|scheme| scheme.from.value)
    }

    /// The rates of a day, in the order of the file.
    pub fn rates_on(&self, day: Day) -> impl Iterator<Item = &Rate> {
        self.dues.iter().flat_map(|(_, rules)| &rules.rates).filter(move |rate| rate.holds(day))
    }

    /// The rate that is meant on a day where none is said.
    pub fn default_rate(&self, day: Day) -> Option<&Rate> {
        self.rates_on(day).find(|rate| rate.default == Some(true))
    }

    /// What months in arrears are called, from few to many.
    pub fn arrears_steps(&self) -> impl Iterator<Item = &ArrearsStep> {
        self.dues.iter().flat_map(|(_, rules)| &rules.steps)
    }

    /// The kind of study that is meant where none is said.
    pub fn default_study(&self) -> Option<&StudyKind> {
        self.studies().find(|study| study.default == Some(true))
    }

    /// The hours that are owed, in the order of the file.
    pub fn hours_owed(&self) -> impl Iterator<Item = &Owed> {
        self.study.iter().flat_map(|(_, rules)| &rules.owed)
    }

    /// The reason for a talk that is meant where none is said.
    pub fn default_talk_reason(&self) -> Option<&TalkReason> {
        self.talk_reasons().find(|reason| reason.default == Some(true))
    }

    /// Who is to talk with whom, in the order of the file.
    pub fn talk_pairs(&self) -> impl Iterator<Item = &TalkPair> {
        self.talks.iter().flat_map(|(_, rules)| &rules.pairs)
    }

    /// Who is to talk with whom on a day, in the order of the file.
    pub fn talk_pairs_on(&self, day: Day) -> impl Iterator<Item = &TalkPair> {
        self.talk_pairs().filter(move |pair| pair.holds(day))
    }

    /// What makes a talk a duty, in the order of the file.
    pub fn talk_triggers(&self) -> impl Iterator<Item = &TalkTrigger> {
        self.talks.iter().flat_map(|(_, rules)| &rules.triggers)
    }

    /// Where an item or a scheme stands; none where `rules/points.toml` is not read.
    pub fn rule_place(&self, span: &Span) -> Option<Place> {
        self.points.as_ref().map(|(source, _)| source.place(span))
    }
}
