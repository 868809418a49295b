//! The rulebooks that come with the program, copied into a new directory.

/// A rulebook that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Template {
    /// A Party branch.
    PartyBranch,
    /// A union, a club, a steering committee.
    Association,
}

macro_rules! files {
    ($folder:literal: $($name:literal),*) => {
        &[$(($name, include_str!(concat!("template/", $folder, "/", $name)))),*]
    };
}

impl Template {
    /// Its files: the name below `rules/`, and the text.
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::PartyBranch => {
                files!("party-branch": "appraisal.toml", "assessment.toml", "branch.toml", "dues.toml", "duties.toml", "editions.toml", "holidays.toml", "meetings.toml", "points.toml", "steps.toml", "study.toml", "talks.toml")
            }
            Self::Association => {
                files!("association": "branch.toml", "dues.toml", "duties.toml", "editions.toml", "meetings.toml", "points.toml", "steps.toml", "study.toml", "talks.toml")
            }
        }
    }
}

#[cfg(test)]
impl Template {
    /// The rulebook these files make, for tests.
    pub(crate) fn rulebook(self) -> super::Rulebook {
        super::faults::tests::rulebook(self.files())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sizes, State};
    use super::*;
    use crate::record::{Day, ItemId, KindId, Score};
    use crate::words::Lang;

    #[test]
    fn every_template_is_a_rulebook_without_a_fault() {
        for template in [Template::PartyBranch, Template::Association] {
            let rules = template.rulebook();
            assert_eq!(rules.faults(), [], "{template:?}");
            assert!(rules.default_class().is_some(), "{template:?}");
            let day = Day::parse("2026-11-12").expect("a day");
            assert!(rules.scheme_on(day).is_some(), "{template:?}");
            assert!(rules.scheme_on(Day::parse("2025-12-31").expect("a day")).is_none(), "{template:?}");
        }
    }

    /// The parts of the rules of groups that do not name their source.
    fn without_source(groups: &Sizes) -> Vec<&'static str> {
        let core = groups.core.as_ref().is_none_or(|core| core.source.is_none()).then_some("core");
        let leader = groups.leader.as_ref().is_none_or(|leader| leader.source.is_none()).then_some("leader");
        let divide = groups.divide.as_ref().is_none_or(|divide| divide.source.is_none()).then_some("divide");
        [core, leader, divide].into_iter().flatten().collect()
    }

    #[test]
    fn every_rule_of_a_party_branch_names_its_source() {
        let rules = Template::PartyBranch.rulebook();
        let (_, branch) = rules.branch.as_ref().expect("branch.toml");
        let (_, meetings) = rules.meetings.as_ref().expect("meetings.toml");
        let (_, points) = rules.points.as_ref().expect("points.toml");
        let (_, appraisal) = rules.appraisal.as_ref().expect("appraisal.toml");
        assert!(appraisal.source.is_some() && appraisal.grades.iter().all(|grade| grade.source.is_some()));
        assert!(appraisal.exemplars.iter().all(|exemplar| exemplar.source.is_some()));
        let (_, dues) = rules.dues.as_ref().expect("dues.toml");
        let (_, study) = rules.study.as_ref().expect("study.toml");
        let (_, talks) = rules.talks.as_ref().expect("talks.toml");
        let (_, duties) = rules.duties.as_ref().expect("duties.toml");
        assert!(duties.duties.iter().all(|duty| duty.source.is_some()));
        assert!(duties.terms.iter().all(|term| term.source.is_some()));
        assert!(duties.lapses.iter().all(|lapse| lapse.source.is_some()));
        let (_, holidays) = rules.holidays.as_ref().expect("holidays.toml");
        assert!(holidays.years.iter().all(|year| year.source.is_some()));
        let sources = [
            branch.standings.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            branch.posts.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            branch.classes.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            branch.groups.iter().filter(|rule| rule.source.is_none()).map(|_| "groups".to_owned()).collect(),
            branch.committee.iter().filter(|rule| rule.source.is_none()).map(|_| "committee".to_owned()).collect(),
            branch.groups.iter().flat_map(without_source).map(str::to_owned).collect(),
            meetings.votes.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.from.to_string()).collect(),
            meetings.kinds.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            meetings.decisions.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            dues.rates.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            dues.steps.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.name.clone()).collect(),
            rules.steps().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            study.studies.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            study.owed.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.hours.to_string()).collect(),
            talks.pairs.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            talks.triggers.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            talks.talk_reasons.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.id.to_string()).collect(),
            points.schemes.iter().filter(|rule| rule.source.is_none()).map(|rule| rule.from.to_string()).collect(),
            points
                .items
                .iter()
                .filter(|rule| rule.source.is_none())
                .map(|rule| rule.id.to_string())
                .collect::<Vec<_>>(),
        ];
        // The class of all others is no rule of anybody's.
        assert_eq!(sources.concat(), ["ordinary"]);
    }

    #[test]
    fn the_award_of_the_handbook_is_within_its_range() {
        let rules = Template::PartyBranch.rulebook();
        let day = Day::parse("2026-11-12").expect("a day");
        let item = rules.item_on(&ItemId::new("commended").expect("an id"), day).expect("an item");
        let range = &item.range.as_ref().expect("a range").value;
        assert!(item.by_hand() && range[0] <= Score::whole(5) && Score::whole(5) <= range[1]);
        let place = rules.rule_place(&item.span).expect("a place");
        let heading = place.excerpt.expect("a line").line;
        assert_eq!((place.file.as_str(), heading.as_str()), ("rules/points.toml", "[[item]]"));
    }

    #[test]
    fn each_state_at_a_kind_is_counted_by_one_item_at_most() {
        for template in [Template::PartyBranch, Template::Association] {
            let rules = template.rulebook();
            let (_, meetings) = rules.meetings.as_ref().expect("meetings.toml");
            let day = Day::parse("2026-11-12").expect("a day");
            for kind in &meetings.kinds {
                for state in State::ALL {
                    let counts = |kinds: &[crate::record::At<KindId>]| kinds.iter().any(|id| id.value == kind.id.value);
                    let items = rules.items_on(day).filter_map(|item| item.attendance.as_ref());
                    let items = items.filter(|by| counts(&by.kinds) && by.states.contains(&state)).count();
                    assert!(items <= 1, "{template:?}: {} {}", kind.id.value, state.id());
                }
            }
        }
    }

    #[test]
    fn a_rule_has_the_name_of_each_language() {
        let rules = Template::Association.rulebook();
        let name = rules.kind(&KindId::new("outing").expect("an id")).expect("a kind").name();
        assert_eq!((name.get(Lang::Zh), name.get(Lang::En)), ("外出活动", "outing"));
        let rules = Template::PartyBranch.rulebook();
        let name = rules.kind(&KindId::new("group").expect("an id")).expect("a kind").name();
        assert_eq!((name.get(Lang::Zh), name.get(Lang::En)), ("党小组会", "党小组会"));
    }
}
