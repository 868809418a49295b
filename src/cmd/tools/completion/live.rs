//! What the records say that may be typed: read without a lock, and only what is asked for.

use std::path::PathBuf;

use clap_complete::CompletionCandidate;

use super::candidates::{Choice, fitting};
use super::source::Source;
use crate::branch::{Branch, FORMS, FileKind};
use crate::check;
use crate::cmd::tools::help;
use crate::record::{Day, Month, Period};
use crate::rulebook::Rulebook;
use crate::store::{Query, Store};
use crate::words::{self, Lang, Text};

/// How many days, months and meetings are offered.
const DAYS: u64 = 7;
const MONTHS: usize = 12;
const MEETINGS: usize = 40;

/// Where and when somebody types, and in which language.
pub(in crate::cmd) struct Live {
    pub(in crate::cmd) here: PathBuf,
    pub(in crate::cmd) lang: Lang,
    pub(in crate::cmd) today: Day,
    /// The names of all commands.
    pub(in crate::cmd) commands: fn() -> clap::Command,
}

/// For each list of the rules: its choices.
macro_rules! choices {
    ($list:expr) => {
        $list
            .map(|one| Choice {
                id: one.key().to_owned(),
                names: one.names().into_iter().map(str::to_owned).collect(),
                said: one.name(),
            })
            .collect()
    };
}

impl Live {
    /// What may be meant by what was typed.
    pub(super) fn candidates(&self, source: Source, typed: &str) -> Vec<CompletionCandidate> {
        match (source, typed.split_once(':')) {
            (Source::MembersAndReasons, Some((who, reason))) if !reason.contains(':') => {
                let reasons = self.of_rules(|rules| choices!(rules.reasons()));
                let behind = fitting(reasons, reason, self.lang).into_iter();
                behind.map(|candidate| candidate.add_prefix(format!("{who}:"))).collect()
            }
            (Source::MembersAndReasons, Some(_)) => vec![],
            (Source::MembersAndDays, Some((who, day))) => {
                let behind = fitting(self.days(), day, self.lang).into_iter();
                behind.map(|candidate| candidate.add_prefix(format!("{who}:"))).collect()
            }
            _ => fitting(self.choices(source, typed), typed, self.lang),
        }
    }

    fn choices(&self, source: Source, typed: &str) -> Vec<Choice> {
        let today = self.today;
        let month = Month::of(today);
        let lately = Period { first: month.before().first(), last: month.last() };
        match source {
            Source::Members | Source::MembersAndDays | Source::MembersAndReasons => {
                self.of_branch(Query::roll(), |branch| self.members(branch, typed))
            }
            Source::MembersAndGroups => self.of_branch(Query::roll(), |branch| {
                let mut choices = self.members(branch, typed);
                choices.extend(self.groups(branch));
                choices
            }),
            Source::MembersAndItems => {
                let mut choices = self.choices(Source::Members, typed);
                choices.extend(self.choices(Source::Items, typed));
                choices
            }
            Source::Groups => self.of_branch(Query::roll(), |branch| self.groups(branch)),
            Source::Campaigns => self.of_rules(|rules| choices!(rules.campaigns())),
            Source::Categories => self.of_rules(|rules| choices!(rules.categories())),
            Source::Classes => self.of_rules(|rules| choices!(rules.classes())),
            Source::DecisionKinds => self.of_rules(|rules| choices!(rules.decisions())),
            Source::Grades => self.of_rules(|rules| choices!(rules.grades())),
            Source::Honours => self.of_rules(|rules| choices!(rules.exemplars_on(today))),
            Source::Items => self.of_rules(|rules| choices!(rules.items_on(today).filter(|item| item.by_hand()))),
            Source::Kinds => self.of_rules(|rules| choices!(rules.kinds())),
            Source::Editions => self.of_rules(|rules| choices!(rules.editions())),
            Source::Links => self.of_rules(|rules| choices!(rules.links())),
            Source::Marks => self.of_rules(|rules| choices!(rules.marks())),
            Source::Measures => self.of_rules(|rules| choices!(rules.measures_on(today))),
            Source::Posts => self.of_rules(|rules| choices!(rules.posts())),
            Source::Rates => self.of_rules(|rules| choices!(rules.rates_on(today))),
            Source::Standings => self.of_rules(|rules| choices!(rules.standings())),
            Source::Steps => self.of_rules(|rules| choices!(rules.steps_on(today))),
            Source::Studies => self.of_rules(|rules| choices!(rules.studies())),
            Source::TalkReasons => self.of_rules(|rules| choices!(rules.talk_reasons())),
            Source::Codes => words::explanations()
                .map(|told| Choice::word(told.code, told.what))
                .filter(|code| check::rule_of(&code.id).is_some())
                .collect(),
            Source::Commands => {
                let names = (self.commands)();
                let choice = |command: &clap::Command| {
                    Choice::word(command.get_name(), help::of_command(command.get_name(), command))
                };
                names.get_subcommands().map(choice).collect()
            }
            Source::Days => self.days(),
            Source::Editable => {
                let mut choices = self.choices(Source::MembersAndGroups, typed);
                let rules = FORMS.iter().filter(|form| form.files.starts_with("rules/"));
                choices.extend(rules.map(|form| Choice::word(form.files, Text::default())));
                for source in [Source::Issues, Source::Meetings] {
                    choices.extend(self.choices(source, typed));
                }
                choices
            }
            Source::Forms => FORMS.iter().map(|form| Choice::word(form.name, Text::same(form.files))).collect(),
            Source::Months => self.months().collect(),
            Source::Periods => self.periods(),
            Source::Years => {
                (0..5).map(|back| Choice::word((today.year() - back).to_string(), Text::default())).collect()
            }
            Source::Meetings => self.meetings(typed).unwrap_or_default(),
            Source::Issues => self.of_branch(Query::roll().issue(typed), |branch| {
                let counting = branch.issues.iter().rev().filter(|issue| issue.struck.is_none());
                let (mut open, closed): (Vec<_>, Vec<_>) = counting.partition(|issue| issue.is_open(today));
                // Those that are closed are looked for by one who types a part of them.
                open.extend(closed.into_iter().filter(|_| !typed.is_empty()));
                open.into_iter().map(|issue| Choice::named(issue.id(), &issue.title)).collect()
            }),
            Source::Acceptances => self.of_branch(Query::roll().accepted(), |branch| {
                let standing = branch.acceptances().filter(|one| one.struck.is_none());
                standing.map(|one| Choice::word(one.id.as_str(), about(&one.code.value, &one.why))).collect()
            }),
            Source::Appraisals => self.of_branch(Query::roll().appraisals(Period::year_of(today)), |branch| {
                branch.appraised().map(|(_, one)| Choice::word(one.id.as_str(), branch.name(&one.member))).collect()
            }),
            Source::Payments => self.of_branch(Query::roll().dues(Period::year_of(today)), |branch| {
                let counting = branch.payments().filter(|(_, one)| one.struck.is_none());
                counting
                    .map(|(_, one)| Choice::word(one.id.as_str(), with(one.month.value, branch.name(&one.member))))
                    .collect()
            }),
            Source::PlanItems => self.of_branch(Query::roll().plans(Period::year_of(today)), |branch| {
                let items = branch.plans.iter().flat_map(|plan| &plan.entries).filter(|item| item.struck.is_none());
                items.map(|item| Choice::named(item.id.as_str(), &item.what)).collect()
            }),
            Source::Requests => self.of_branch(Query::roll().requests(Period::year_of(today)), |branch| {
                let requests = branch.requests.iter().flat_map(|file| &file.entries).filter(|one| one.struck.is_none());
                requests.map(|one| Choice::named(one.id.as_str(), &one.what)).collect()
            }),
            Source::Agendas => {
                self.of_branch(Query::roll().agendas(Period { first: today, last: today.plus_months(12) }), |branch| {
                    let planned =
                        branch.agendas().map(|(_, agenda)| agenda).filter(|agenda| agenda.date.value >= today);
                    planned.map(|one| Choice::word(one.id.as_str(), branch.agenda_title(one))).collect()
                })
            }
            Source::Tasks => self.of_branch(Query::roll().tasks(Period { first: Day::FIRST, last: today }), |branch| {
                let open = branch.tasks().map(|(_, task)| task).filter(|task| task.done.is_none());
                open.map(|task| Choice::named(task.id.as_str(), &task.what)).collect()
            }),
            Source::Visits => self.of_branch(Query::roll().visits(Period::year_of(today)), |branch| {
                let word =
                    |one: &crate::record::Inspection| Choice::word(one.id.as_str(), branch.inspection_title(one));
                branch.inspections().map(word).collect()
            }),
            Source::PointsEntries => self.of_branch(Query::roll().points(lately), |branch| {
                let counting = branch.entries().filter(|(_, one)| one.struck.is_none());
                let said = |member, item: &str| Text::join([branch.name(member), Text::same(item)], " ");
                counting
                    .map(|(_, one)| {
                        Choice::word(one.id.as_str(), with(one.date.value, said(&one.member, one.item.as_str())))
                    })
                    .collect()
            }),
            Source::StudyEntries => self.of_branch(Query::roll().study(lately), |branch| {
                let counting = branch.studied().filter(|(_, one)| one.struck.is_none());
                counting
                    .map(|(_, one)| Choice::word(one.id.as_str(), with(one.date.value, branch.name(&one.member))))
                    .collect()
            }),
            Source::Talks => self.of_branch(Query::roll().talks(Period::year_of(today)), |branch| {
                let both = |one: &crate::record::Talk| Text::list([branch.name(&one.who), branch.name(&one.with)]);
                branch.talks().map(|(_, one)| Choice::word(one.id.as_str(), with(one.date.value, both(one)))).collect()
            }),
        }
    }

    /// What the records say, as far as they can be read.
    fn of_branch(&self, query: Query, choices: impl FnOnce(&Branch) -> Vec<Choice>) -> Vec<Choice> {
        let loaded = Store::find(&self.here).and_then(|store| store.gather(&query));
        loaded.map(|loaded| choices(&loaded.branch)).unwrap_or_default()
    }

    /// What the rules say, as far as they can be read.
    fn of_rules(&self, choices: impl FnOnce(&Rulebook) -> Vec<Choice>) -> Vec<Choice> {
        let ruled = Store::find(&self.here).and_then(|store| store.rules());
        ruled.map(|ruled| choices(&ruled.rules)).unwrap_or_default()
    }

    /// The people who are there; those who were, for one who has begun to type.
    fn members(&self, branch: &Branch, typed: &str) -> Vec<Choice> {
        let (mut there, gone): (Vec<_>, Vec<_>) =
            branch.members.iter().partition(|(_, member)| member.is_there(self.today));
        there.extend(gone.into_iter().filter(|_| !typed.is_empty()));
        let choice = |(id, member): (&crate::record::MemberId, &crate::branch::Filed<crate::record::Member>)| {
            let group = member.group_on(self.today).map(|group| branch.group_name(group));
            let name = Text::same(words::shown(&member.name));
            let said = Text::join([name].into_iter().chain(group), " · ");
            Choice { id: id.to_string(), names: vec![member.name.value.clone()], said }
        };
        there.into_iter().map(choice).collect()
    }

    /// The groups there are.
    fn groups(&self, branch: &Branch) -> Vec<Choice> {
        branch.groups_on(self.today).map(|(id, group)| Choice::named(id.as_str(), &group.name.value)).collect()
    }

    /// Today and the days before it.
    fn days(&self) -> Vec<Choice> {
        let day = |back| Text::same(self.today.minus(back).to_string());
        let words = [Choice::word("today", day(0)), Choice::word("yesterday", day(1))];
        let days = (0..DAYS).map(|back| self.today.minus(back));
        words.into_iter().chain(days.map(|day| Choice::word(day.to_string(), words::weekday(day.weekday())))).collect()
    }

    /// This month and those before it.
    fn months(&self) -> impl Iterator<Item = Choice> {
        let months = std::iter::successors(Some(Month::of(self.today)), |month| Some(month.before()));
        months.take(MONTHS).map(|month| Choice::word(month.to_string(), Text::default()))
    }

    /// Periods by their words, then months, quarters and the year.
    fn periods(&self) -> Vec<Choice> {
        let year = self.today.year();
        let words = ["this-month", "last-month", "this-quarter", "last-quarter", "this-year", "last-year"];
        let period = |word: &&str| crate::record::parse_period(word, self.today);
        let said = |word: &&str| {
            Text::same(period(word).map(|days| format!("{}..{}", days.first, days.last)).unwrap_or_default())
        };
        let words = words.iter().map(|word| Choice::word(*word, said(word)));
        let plain = (1..=4).map(|quarter| format!("{year}Q{quarter}")).chain([
            format!("{year}H1"),
            format!("{year}H2"),
            year.to_string(),
        ]);
        let typed = plain.map(|text| Choice::word(text, Text::default()));
        words.chain(self.months()).chain(typed).collect()
    }

    /// The latest meetings, by the names of their files; older ones for one who has begun to type.
    fn meetings(&self, typed: &str) -> Option<Vec<Choice>> {
        let store = Store::find(&self.here).ok()?;
        let ruled = store.rules().ok()?;
        let mut stems = Vec::new();
        for year in store.folders("meetings").ok()?.iter().rev() {
            let (files, _) = store.list(&format!("meetings/{year}")).ok()?;
            let meetings = files.iter().rev().filter(|path| FileKind::of(path) == Some(FileKind::Meeting));
            let fits = |stem: &str| stem.contains(&typed.to_lowercase());
            stems.extend(meetings.map(|path| path.stem().to_owned()).filter(|stem| fits(stem)));
            if stems.len() >= MEETINGS {
                break;
            }
        }
        stems.truncate(MEETINGS);
        let choice = |stem: String| {
            let named = stem.get(11..).unwrap_or_default();
            let kinds = ruled.rules.kinds().filter(|kind| named.starts_with(kind.id.as_str()));
            let said = kinds.max_by_key(|kind| kind.id.as_str().len()).map(crate::rulebook::Kind::name);
            // Any part of it may be typed.
            Choice { names: vec![stem.clone()], id: stem, said: said.unwrap_or_default() }
        };
        Some(stems.into_iter().map(choice).collect())
    }
}

/// What something is about, and why.
fn about(what: &str, why: &str) -> Text {
    Text::same(format!("{what} {}", words::shown(why)))
}

/// When, and what.
fn with(when: impl std::fmt::Display, what: Text) -> Text {
    Text::join([Text::same(when.to_string()), what], " ")
}
