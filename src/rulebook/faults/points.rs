//! What cannot be in `rules/points.toml`.

use super::super::{Category, Limits, PointsRules, Rulebook, Scheme};
use super::declared::{declared_classes, declared_grades, declared_kinds, declared_posts};
use super::found::dates_of;
use super::found::{Dates, Declared, Faults};
use super::items::{self, order};
use super::scheme;
use crate::error::Fault;
use crate::record::{At, Day, Source};
use crate::words;

pub(super) fn faults(source: &Source, rules: &PointsRules, all: &Rulebook) -> Vec<Fault> {
    let mut faults = Faults::of(source);
    faults.twice(rules.marks.iter().map(|mark| (mark.id.as_str(), &mark.id.span)));
    for one in &rules.schemes {
        faults.dates(&scheme_dates(one));
        let merged = one.class_bases.iter().map(|own| one.merged(own)).collect::<Vec<_>>();
        for one in merged.iter().chain([one]) {
            scheme::frame(&mut faults, one);
            scheme::unit(&mut faults, one);
            scheme::bands(&mut faults, one);
            scheme::standard(&mut faults, one);
        }
        scheme::carry(&mut faults, one);
        let grades = all.appraisal.as_ref().map(|(source, rules)| declared_grades(source, rules));
        scheme::fold(&mut faults, one, grades.as_ref());
        if let Some((source, branch)) = &all.branch {
            let classes = declared_classes(source, branch);
            faults.twice(one.class_bases.iter().map(|own| (own.class.as_str(), &own.class.span)));
            one.class_bases.iter().for_each(|own| faults.unknown(own.class.as_str(), &own.class.span, &classes));
        }
    }
    one_at_a_time(&mut faults, &rules.schemes);
    categories(&mut faults, rules);
    items::one_at_a_time(&mut faults, &rules.items);
    let ids = rules.categories.iter().map(|category| category.id.as_str()).collect();
    let categories = Declared { heading: "category", file: &source.path, ids };
    let ids = rules.marks.iter().map(|mark| mark.id.as_str()).collect();
    let marks = Declared { heading: "mark", file: &source.path, ids };
    let kinds = all.meetings.as_ref().map(|(source, meetings)| declared_kinds(source, meetings));
    let links = all.branch.as_ref().map(|(source, branch)| {
        let ids = branch.links.iter().map(|link| link.id.as_str()).collect();
        Declared { heading: "link", file: &source.path, ids }
    });
    let studies = all.study.as_ref().map(|(source, study)| {
        let ids = study.studies.iter().map(|kind| kind.id.as_str()).collect();
        Declared { heading: "study", file: &source.path, ids }
    });
    for item in &rules.items {
        faults.dates(&items::dates(item));
        faults.unknown(&item.category, &item.category.span, &categories);
        items::points(&mut faults, item);
        items::steps(&mut faults, item, &rules.schemes);
        items::limits(&mut faults, item);
        items::earned(&mut faults, item);
        items::rate(&mut faults, item, &rules.schemes);
        items::confirmed(&mut faults, item);
        items::veto(&mut faults, item);
        for mark in item.double.iter().flat_map(|double| &double.marks) {
            faults.unknown(mark.as_str(), &mark.span, &marks);
        }
        for link in item.double.iter().flat_map(|double| &double.links) {
            if let Some(links) = &links {
                faults.unknown(link.as_str(), &link.span, links);
            }
        }
        if let Some((source, branch)) = &all.branch {
            let (classes, posts) = (declared_classes(source, branch), declared_posts(source, branch));
            item.classes.iter().for_each(|class| faults.unknown(class.as_str(), &class.span, &classes));
            let by_post = item.post.iter().flat_map(|by| &by.posts);
            by_post.chain(&item.confirm).for_each(|post| faults.unknown(post.as_str(), &post.span, &posts));
        }
        if let Some(studies) = &studies {
            for kind in item.study.iter().flat_map(|by| &by.kinds) {
                faults.unknown(kind.as_str(), &kind.span, studies);
            }
        }
        if let Some(kinds) = &kinds {
            let by_attendance = item.attendance.iter().flat_map(|by| &by.kinds);
            let by_role = item.role.iter().flat_map(|by| &by.kinds);
            let by_rate = item.rate.iter().flat_map(|by| &by.kinds);
            for kind in by_attendance.chain(by_role).chain(by_rate) {
                faults.unknown(kind.as_str(), &kind.span, kinds);
            }
        }
    }
    // What is wrong for everybody is wrong for each class.
    faults.found.sort();
    faults.found.dedup();
    faults.found
}

fn scheme_dates(scheme: &Scheme) -> Dates<'_> {
    dates_of(&scheme.span, &scheme.from, scheme.until.as_ref())
}

/// One scheme holds at a time, and none is missing between two.
fn one_at_a_time(faults: &mut Faults<'_>, schemes: &[Scheme]) {
    for (at, scheme) in schemes.iter().enumerate() {
        let dates = scheme_dates(scheme);
        for other in schemes[..at].iter().map(scheme_dates) {
            if let Some(day) = dates.common(&other) {
                let fact = words::schemes_overlap(day, faults.source.line(other.heading.start));
                faults.add("rule-dates", &scheme.from.span, fact, faults.cure_overlap(&dates, &other));
            }
        }
    }
    faults.gaps(schemes.iter().map(|scheme| (scheme_dates(scheme), &scheme.from.span)).collect(), None);
}

/// Categories: one of an id at a time, and limits that leave room for their items.
fn categories(faults: &mut Faults<'_>, rules: &PointsRules) {
    let span = |category: &Category| {
        let first = category.from.as_ref().map(|from| from.value);
        let last = category.until.as_ref().map(|until| until.value);
        (first, last)
    };
    for (at, category) in rules.categories.iter().enumerate() {
        let (first, last) = span(category);
        if let (Some(first), Some(until)) = (first, &category.until)
            && until.value < first
        {
            let fact = words::until_before_from(until.value, first);
            faults.add("rule-dates", &until.span, fact, words::cure_until(first));
        }
        let clash = rules.categories[..at].iter().filter(|other| other.id.value == category.id.value).find(|other| {
            let (other_first, other_last) = span(other);
            let starts_in_time = |first: Option<Day>, last: Option<Day>| first.zip(last).is_none_or(|(f, l)| f <= l);
            starts_in_time(first, other_last) && starts_in_time(other_first, last)
        });
        if let Some(other) = clash {
            let fact = words::rule_twice(words::shown(&category.id), faults.source.line(other.id.span.start));
            faults.add("rule-twice", &category.id.span, fact, words::cure_rule_twice());
        }
        let items = || rules.items.iter().filter(|item| item.category.value == category.id.value);
        if let Some(limits) = &category.ceiling {
            order(faults, limits, true);
            if let Some((item, award)) =
                items().filter_map(|item| Some((item, items::most(item)?))).max_by_key(|(_, award)| *award)
            {
                below(faults, limits, &item.id.value, award);
            }
        }
        if let Some(limits) = &category.floor {
            order(faults, limits, false);
        }
    }
}

/// A category's ceiling below a single award of one of its items.
fn below(faults: &mut Faults<'_>, limits: &At<Limits>, item: &crate::record::ItemId, award: crate::record::Score) {
    for (_, limit) in limits.each().filter(|(_, limit)| *limit < award) {
        let fact = words::ceiling_below_award(item, limit, award);
        faults.add("rule-ceiling", &limits.span, fact, words::cure_at_least(award));
    }
}
