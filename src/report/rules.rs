//! What the points scheme of a day says.

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::Location;
use crate::record::{At, Day, Score};
use crate::rulebook::{Item, Limits, Timing};
use crate::words::{self, Text};

/// The items of a day: what each brings, by what, and how far.
pub fn rules(branch: &Branch, day: Day) -> Table {
    use ColumnKind::{Day as Date, Text as Words};
    let columns = [
        ("item", ColumnKind::Id),
        ("item_name", Words),
        ("category", Words),
        ("points", Words),
        ("earned_by", Words),
        ("limit", Words),
        ("from", Date),
        ("until", Date),
        ("rule", ColumnKind::Place),
    ];
    let rows = branch.rules.items_on(day).map(|item| {
        let category = branch.rules.category_on(&item.category, day);
        let rule = branch.rules.points.as_ref().map(|(source, _)| Location::new(source, Some(&item.span)).at());
        vec![
            Text::same(item.id.as_str()).into(),
            item.name().into(),
            category.map(|category| Cell::code(category.key(), category.name())).into(),
            worth(item).into(),
            earned_by(branch, item).into(),
            limits(item).into(),
            item.from.value.into(),
            item.until.as_ref().map(|until| until.value).into(),
            rule.into(),
        ]
    });
    let table = Table::new("rules", &columns, rows.collect());
    match branch.rules.scheme_on(day) {
        Some(scheme) => {
            let base = scheme.base.map(words::frame_base);
            let ceiling = scheme.ceiling.as_ref().map(|limits| words::frame_ceiling(over(limits)));
            let floor = scheme.floor.as_ref().map(|limits| words::frame_floor(over(limits)));
            let parts =
                [Some(words::frame_period(words::stretch(scheme.period.stretch().key()))), base, ceiling, floor];
            table.note(words::clauses(parts.into_iter().flatten().collect()))
        }
        None => table,
    }
}

/// The points of an item: a figure, a range, or what it does instead.
fn worth(item: &Item) -> Option<Text> {
    let points = item.points.as_ref().map(|points| Text::same(points.value.signed()));
    let range = || match item.range.as_ref()?.value[..] {
        [least, most] => Some(Text::same(format!("{}…{}", least.signed(), most.signed()))),
        _ => None,
    };
    let veto = item.is_veto().then(words::veto_short);
    let double = item.double.as_ref().map(|_| words::may_double());
    let parts: Vec<_> = points.or_else(range).into_iter().chain(veto).chain(double).collect();
    (!parts.is_empty()).then(|| Text::join(parts, " "))
}

/// What earns an item.
fn earned_by(branch: &Branch, item: &Item) -> Text {
    if let Some(by) = &item.attendance {
        let kinds = Text::list(by.kinds.iter().map(|kind| branch.kind_name(kind)));
        return words::earned_in(Text::list(by.states.iter().map(|state| words::state(state.id()))), kinds);
    }
    if let Some(by) = &item.role {
        let kinds = Text::list(by.kinds.iter().map(|kind| branch.kind_name(kind)));
        return words::earned_in(Text::list(by.roles.iter().map(|role| words::role(role.id()))), kinds);
    }
    if let Some(by) = &item.study {
        let kinds = Text::list(by.kinds.iter().map(|kind| branch.study_name(kind)));
        return match &by.hours {
            Some(hours) => words::earned_by_hours(hours.value, kinds),
            None => words::earned_by_study(kinds),
        };
    }
    if let Some(by) = &item.post {
        return words::earned_by_post(Text::list(by.posts.iter().map(|post| branch.post_name(post))));
    }
    if let Some(by) = &item.rate {
        let kinds = Text::list(by.kinds.iter().map(|kind| branch.kind_name(kind)));
        let least = by.least.as_ref().map(|least| words::rate_least(least.value));
        let below = by.below.as_ref().map(|below| words::rate_below(below.value));
        let over = by.over.map_or_else(words::scored_period, |over| words::stretch(over.key()));
        let over = match &by.each {
            Some(each) => words::each_of(words::each_stretch(each.value.key()), over),
            None => words::rate_over(over),
        };
        let whole = (by.whole == Some(true)).then(words::scored_throughout);
        let parts = [least, below].into_iter().flatten().chain([over]).chain(whole).collect();
        return words::earned_by_rate(words::clauses(parts), kinds);
    }
    match (item.dues, item.problem) {
        (Some(Timing::InTime), _) => words::earned_by_dues(branch.rules.word_dues()),
        (Some(Timing::Late), _) => words::earned_by_late_dues(branch.rules.word_dues()),
        (None, Some(Timing::InTime)) => words::earned_by_problem(),
        (None, Some(Timing::Late)) => words::earned_by_late_problem(),
        (None, None) => words::by_hand(),
    }
}

/// The limits of an item.
fn limits(item: &Item) -> Option<Text> {
    let ceiling = item.ceiling.as_ref().map(|limits| words::frame_ceiling(over(limits)));
    let floor = item.floor.as_ref().map(|limits| words::frame_floor(over(limits)));
    let parts: Vec<_> = ceiling.into_iter().chain(floor).collect();
    (!parts.is_empty()).then(|| words::clauses(parts))
}

/// Limits with the time over which each adds up.
fn over(limits: &At<Limits>) -> Text {
    let each =
        |(stretch, limit): (crate::rulebook::Stretch, Score)| words::limit_over(limit, words::stretch(stretch.key()));
    let all = Text::list(limits.each().map(each));
    if limits.at_settlement() { words::limit_at_settlement(all) } else { all }
}
