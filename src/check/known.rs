//! Which ids somebody or something bears.

use crate::branch::Branch;
use crate::record::{Id, LEFT};
use crate::rulebook::{COUNTS, FULL};

/// The lists of the rules, each with the name and the code of what finds ids that it does not have, the ids it is of, its
/// file, its function, its noun, and ids that are always right besides.
macro_rules! lists {
    ($then:ident) => {
        $then! {
            /// Campaigns the rules do not have.
            no_campaign, "no-campaign", Campaign, branch, campaigns, noun_campaign, [];
            /// Classes the rules do not have.
            no_class, "no-class", Class, branch, classes, noun_class, [];
            /// Kinds of decision the rules do not have.
            no_decision, "no-decision", Decision, meetings, decisions, noun_decision, [];
            /// Editions the rules do not have.
            no_edition, "no-edition", Edition, editions, editions, noun_edition, [FULL, COUNTS];
            /// Honours the rules do not have.
            no_exemplar, "no-exemplar", Exemplar, appraisal, exemplars, noun_exemplar, [];
            /// Grades of the appraisal the rules do not have.
            no_grade, "no-grade", Grade, appraisal, grades, noun_grade, [];
            /// Items the scheme does not have on any day.
            no_item_at_all, "no-item", Item, points, items, noun_item, [];
            /// Kinds of meeting the rules do not have.
            no_kind, "no-kind", Kind, meetings, kinds, noun_kind, [];
            /// Lines of work the rules do not have.
            no_link, "no-link", Link, branch, links, noun_link, [];
            /// Marks the rules do not have.
            no_mark, "no-mark", Mark, points, marks, noun_mark, [];
            /// Measures the rules do not have.
            no_measure, "no-measure", Measure, assessment, measures, noun_measure, [];
            /// Posts the rules do not have.
            no_post, "no-post", Post, branch, posts, noun_post, [];
            /// Reasons the rules do not have.
            no_reason, "no-reason", Reason, meetings, reasons, noun_reason, [];
            /// Standings the rules do not have.
            no_standing, "no-standing", Standing, branch, standings, noun_standing, [LEFT];
            /// Steps the rules do not have.
            no_step, "no-step", Step, steps, steps, noun_step, [];
            /// Kinds of study the rules do not have.
            no_study, "no-study", Study, study, studies, noun_study, [];
            /// Reasons for a talk the rules do not have.
            no_talk_reason, "no-talk-reason", TalkReason, talks, talk_reasons, noun_talk_reason, [];
        }
    };
}
pub(super) use lists;

macro_rules! known {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $id:ident, $file:ident, $all:ident, $noun:ident, $besides:expr;)*) => {
        /// Whether somebody or something bears an id. Nothing is unknown of a list whose file was not read.
        pub(super) fn is_known(branch: &Branch, id: Id<'_>) -> bool {
            let rules = &branch.rules;
            match id {
                Id::Member(at) => branch.members.contains_key(&at.value),
                Id::Group(at) => branch.groups.contains_key(&at.value),
                $(Id::$id(at) => rules.$file.is_none() || $besides.contains(&at.as_str()) || rules.$all().any(|one| one.id.value == at.value),)*
                // Lines are looked for among all lines; the others only rules name.
                Id::Entry(_) | Id::Duty(_) | Id::Rate(_) | Id::TalkRule(_) => true,
            }
        }
    };
}

lists!(known);
