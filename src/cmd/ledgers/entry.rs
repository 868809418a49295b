//! The entries of a ledger of points: named, and worth what their item allows.

use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{Entry, EntryId, Period, Score, plain_number};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// The id of a line that a person names.
pub(in crate::cmd) fn entry_id(branch: &Branch, typed: &str, period: Period) -> Result<EntryId> {
    let id = branch.entries().map(|(_, entry)| &entry.id.value).find(|id| id.as_str() == typed);
    Ok(id.cloned().ok_or_else(|| no_entry(typed, period))?)
}

/// No line of a period has an id.
pub(in crate::cmd) fn no_entry(typed: &str, period: Period) -> Failure {
    Failure::usage(words::no_entry(words::shown(typed), period)).cure(words::cure_no_entry())
}

/// Whether points are given or taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cmd) enum Sign {
    /// They are given.
    Award,
    /// They are taken.
    Deduction,
}

/// The points of an award or a deduction, as the item allows them.
pub(in crate::cmd) fn worth(item: &Item, said: Option<&str>, sign: Sign, unit: Score) -> Result<Score> {
    let name = item.name();
    if !item.by_hand() {
        return Err(Failure::refused(words::item_is_reckoned(name)).into());
    }
    // A veto takes the whole period, whatever it is worth by itself.
    if item.is_veto() && item.points.is_none() && item.range.is_none() {
        return match said {
            None => Ok(Score::ZERO),
            Some(_) => Err(Failure::usage(words::veto_without_points(name)).into()),
        };
    }
    let said = said.map(|text| {
        let score = Score::parse(&plain_number(text, &["分"]))
            .ok_or_else(|| Failure::usage(words::bad_points(words::shown(text))))?;
        if score.is_negative() {
            return Err(Failure::usage(words::points_without_sign(score)));
        }
        if score.is_steps_of(unit) { Ok(score) } else { Err(Failure::usage(words::no_steps(score, unit))) }
    });
    let said = said.transpose()?.map(|score| if sign == Sign::Deduction { -score } else { score });
    let (least, most) = match (&item.points, &item.range) {
        (Some(points), _) => (points.value, points.value),
        (None, Some(range)) => match range.value[..] {
            [least, most] => (least, most),
            _ => return Err(Failure::refused(words::item_is_worth_nothing(name)).into()),
        },
        (None, None) => return Err(Failure::refused(words::item_is_worth_nothing(name)).into()),
    };
    if sign == Sign::Deduction && !least.is_negative() {
        return Err(Failure::usage(words::item_is_an_award(name)).into());
    }
    if sign == Sign::Award && most.is_negative() {
        return Err(Failure::usage(words::item_is_a_deduction(name)).into());
    }
    match said {
        None if least == most => Ok(least),
        None => Err(Failure::usage(words::points_needed(name, least, most)).into()),
        Some(points) if (least..=most).contains(&points) => Ok(points),
        Some(points) => Err(Failure::usage(words::points_out_of_range(name, points, least, most)).into()),
    }
}

/// An entry in a few words: the day, the person, the item, the points.
pub(super) fn title(branch: &Branch, entry: &Entry) -> Text {
    let item = branch.rules.item_on(&entry.item.value, entry.date.value);
    let name = item.map_or_else(|| Text::same(entry.item.as_str()), Item::name);
    let points = item.map_or_else(|| entry.points.as_ref().map(|points| points.value), |item| item.worth_of(entry));
    let points = points.map_or_else(String::new, |points| points.signed());
    words::entry_title(entry.date.value, branch.name(&entry.member.value), name, points)
}
