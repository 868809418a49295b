//! The ids that the lists of the rules declare.

use super::super::{AppraisalRules, BranchRules, MeetingRules, PointsRules, StudyRules};
use super::found::Declared;
use crate::record::Source;

pub(super) fn declared_classes<'a>(source: &'a Source, rules: &'a BranchRules) -> Declared<'a> {
    let ids = rules.classes.iter().map(|class| class.id.as_str()).collect();
    Declared { heading: "class", file: &source.path, ids }
}

pub(super) fn declared_posts<'a>(source: &'a Source, rules: &'a BranchRules) -> Declared<'a> {
    let ids = rules.posts.iter().map(|post| post.id.as_str()).collect();
    Declared { heading: "post", file: &source.path, ids }
}

pub(super) fn declared_standings<'a>(source: &'a Source, rules: &'a BranchRules) -> Declared<'a> {
    let ids = rules.standings.iter().map(|standing| standing.id.as_str()).collect();
    Declared { heading: "standing", file: &source.path, ids }
}

pub(super) fn declared_kinds<'a>(source: &'a Source, rules: &'a MeetingRules) -> Declared<'a> {
    let ids = rules.kinds.iter().map(|kind| kind.id.as_str()).collect();
    Declared { heading: "kind", file: &source.path, ids }
}

pub(super) fn declared_grades<'a>(source: &'a Source, rules: &'a AppraisalRules) -> Declared<'a> {
    let ids = rules.grades.iter().map(|grade| grade.id.as_str()).collect();
    Declared { heading: "grade", file: &source.path, ids }
}

pub(super) fn declared_studies<'a>(source: &'a Source, rules: &'a StudyRules) -> Declared<'a> {
    let ids = rules.studies.iter().map(|study| study.id.as_str()).collect();
    Declared { heading: "study", file: &source.path, ids }
}

pub(super) fn declared_items<'a>(source: &'a Source, rules: &'a PointsRules) -> Declared<'a> {
    let ids = rules.items.iter().map(|item| item.id.as_str()).collect();
    Declared { heading: "item", file: &source.path, ids }
}
