//! What `points award` and `deduct` give to whom: people and an item, or an item and people with points of their own.

use std::collections::BTreeSet;

use clap::Args;

use super::entry::{Sign, worth};
use crate::branch::Branch;
use crate::cmd::typed::{COLONS, LeftOut, Meant, people_among_but};
use crate::error::{Failure, Result};
use crate::record::{Day, MemberId, Score};
use crate::rulebook::Item;
use crate::words::{self, Text};

/// The words of a call that say who gets what.
#[derive(Args)]
pub(super) struct Words {
    /// Who: people, groups or classes with commas between them, or `all`. Or the item
    #[arg(value_name = "WHO|ITEM")]
    who: String,
    /// The item of the scheme: its id, name or a part of it. Or who, each with `:POINTS` if the item leaves a range
    #[arg(value_name = "ITEM|WHO")]
    item: String,
    /// The points, if the item leaves a range. Or more people
    #[arg(value_name = "POINTS|WHO")]
    rest: Vec<String>,
    #[command(flatten)]
    left_out: LeftOut,
}

/// Points for people.
pub(super) struct Given<'a> {
    /// The item.
    pub(super) item: &'a Item,
    /// The people, each with the points.
    pub(super) people: Vec<(MemberId, Score)>,
}

impl<'a> Given<'a> {
    /// What a call gives. People stand before the item, unless the second word is no item.
    pub(super) fn of(branch: &'a Branch, args: &Words, day: Day, sign: Sign) -> Result<Self> {
        let people = |word: &str| {
            let is_scored = |id: &MemberId| is_scored(branch, id, day);
            let meant = Meant { can_be: &|_| true, of_many: &is_scored, on: day };
            people_among_but(branch, &[word.to_owned()], &args.left_out, day, &meant)
        };
        let second = branch.find_item(&args.item, day);
        let is_first = second.is_ok() && people(&args.who).is_ok();
        let first = if is_first { None } else { branch.find_item(&args.who, day).ok() };
        let Some(item) = first else {
            let item = second?;
            let score = worth(item, args.rest.first().map(String::as_str), sign, branch.rules.unit_on(day))?;
            if let Some(word) = args.rest.get(1) {
                return Err(Failure::usage(words::people_behind_points(words::shown(word)))
                    .cure(words::cure_item_first(item.key()))
                    .into());
            }
            let people = people(&args.who)?.into_iter().map(|id| (id, score)).collect();
            return Ok(Self { item, people });
        };
        let (mut given, mut seen) = (Vec::new(), BTreeSet::new());
        for word in std::iter::once(&args.item).chain(&args.rest) {
            let (who, points) = word.split_once(COLONS).map_or((word.as_str(), None), |(who, own)| (who, Some(own)));
            let all = people(who.trim())?;
            let score = worth(item, points.map(str::trim), sign, branch.rules.unit_on(day))?;
            for id in all {
                if !seen.insert(id.clone()) {
                    return Err(Failure::usage(words::named_twice(branch.name(&id))).into());
                }
                given.push((id, score));
            }
        }
        Ok(Self { item, people: given })
    }

    /// What is said of it: who got how much, those with the same points together.
    pub(super) fn told(&self, branch: &Branch, day: Day) -> Text {
        let mut scores: Vec<Score> = Vec::new();
        self.people.iter().for_each(|(_, score)| {
            if !scores.contains(score) {
                scores.push(*score);
            }
        });
        let told = scores.iter().map(|score| {
            let people = self.people.iter().filter(|(_, own)| own == score);
            let names = Text::list(people.map(|(id, _)| branch.name(id)));
            words::awarded(names, self.item.name(), score.signed(), day)
        });
        Text::clauses(told)
    }
}

/// Whether a person is scored on a day.
pub(super) fn is_scored(branch: &Branch, id: &MemberId, day: Day) -> bool {
    branch.members.get(id).is_some_and(|member| branch.is_scored(member, day))
}
