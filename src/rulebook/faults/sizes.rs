//! What cannot be in the rules of how large the branch, its groups and the committee are, and of who holds a post.

use super::super::BranchRules;
use super::declared::{declared_classes, declared_posts, declared_standings};
use super::found::Faults;
use crate::record::{At, Source};
use crate::words;

pub(super) fn sizes(faults: &mut Faults<'_>, source: &Source, rules: &BranchRules) {
    let (posts, standings) = (&declared_posts(source, rules), &declared_standings(source, rules));
    let classes = &declared_classes(source, rules);
    let leader = rules.groups.as_ref().and_then(|groups| groups.leader.as_ref());
    let holders = || rules.posts.iter().filter_map(|post| post.holder.as_ref());
    let without = holders().map(|holder| &holder.without).chain(leader.map(|leader| &leader.without));
    without.flatten().for_each(|class| faults.unknown(class.as_str(), &class.span, classes));
    for holder in holders() {
        holder.standings.iter().for_each(|standing| faults.unknown(standing.as_str(), &standing.span, standings));
        if let Some(time) = holder.standing_for.as_ref().filter(|_| holder.standings.is_empty()) {
            let fact = words::needs_key("standing-for", "standings");
            faults.add("rule-size", &time.span, fact, words::cure_from_of_nobody());
        }
    }
    if let Some(size) = &rules.size {
        size.standings.iter().for_each(|standing| faults.unknown(standing.as_str(), &standing.span, standings));
        [&size.least, &size.most].into_iter().flatten().for_each(|number| at_least_one(faults, number));
        if let Some(least) = size.least.as_ref().filter(|_| size.standings.is_empty()) {
            faults.add("rule-size", &least.span, words::from_of_nobody(), words::cure_from_of_nobody());
        }
        most_from_least(faults, size.least.as_ref(), size.most.as_ref());
    }
    if let Some(groups) = &rules.groups {
        let core = groups.core.as_ref();
        let leader = groups.leader.as_ref();
        let least = groups.least.iter().chain(core.and_then(|core| core.least.as_ref()));
        least.for_each(|number| at_least_one(faults, number));
        if let Some(above) = groups.divide.as_ref().map(|divide| &divide.above) {
            at_least_one(faults, above);
        }
        if let Some(leader) = leader {
            faults.unknown(leader.post.as_str(), &leader.post.span, posts);
        }
        let named = core.map(|core| &core.standings).into_iter().chain(leader.map(|leader| &leader.standings));
        named.flatten().for_each(|standing| faults.unknown(standing.as_str(), &standing.span, standings));
    }
    if let Some(committee) = &rules.committee {
        committee.posts.iter().for_each(|post| faults.unknown(post.as_str(), &post.span, posts));
        committee.standings.iter().for_each(|standing| faults.unknown(standing.as_str(), &standing.span, standings));
        for number in [&committee.needed_from, &committee.least, &committee.most].into_iter().flatten() {
            at_least_one(faults, number);
        }
        most_from_least(faults, committee.least.as_ref(), committee.most.as_ref());
        if committee.posts.is_empty() {
            let fact = words::committee_of_nobody();
            faults.add("rule-size", &committee.span, fact, words::cure_committee_of_nobody());
        }
        if let Some(from) = committee.needed_from.as_ref().filter(|_| committee.standings.is_empty()) {
            faults.add("rule-size", &from.span, words::from_of_nobody(), words::cure_from_of_nobody());
        }
    }
}

fn most_from_least(faults: &mut Faults<'_>, least: Option<&At<i64>>, most: Option<&At<i64>>) {
    if let Some((least, most)) = least.zip(most).filter(|(least, most)| most.value < least.value) {
        let fact = words::most_below_least(most.value, least.value);
        faults.add("rule-size", &most.span, fact, words::cure_at_least(least.value));
    }
}

fn at_least_one(faults: &mut Faults<'_>, number: &At<i64>) {
    if number.value < 1 {
        faults.add("rule-size", &number.span, words::size_below_one(number.value), words::cure_at_least(1i64));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::rulebook;
    use crate::words::Lang;

    #[track_caller]
    fn case(sizes: &str, expected: &[(&str, &str)]) {
        let known = "[[standing]]\nid = \"full\"\nname = \"x\"\n[[post]]\nid = \"leader\"\nname = \"x\"\n";
        let faults = rulebook(&[("branch.toml", &format!("{known}{sizes}"))]).faults();
        let told: Vec<_> = faults.iter().map(|fault| (fault.code, fault.fact.get(Lang::En))).collect();
        assert_eq!(told, expected, "{sizes}");
    }

    #[test]
    fn a_post_is_of_standings_and_without_classes_there_are() {
        let post = "[[class]]\nid = \"off\"\nname = \"x\"\n[[post]]\nid = \"head\"\nname = \"x\"\n[post.holder]\n";
        case(&format!("{post}standings = [\"full\"]\nwithout = [\"off\"]\nstanding-for = \"1y\"\n"), &[]);
        case(
            &format!(
                "{post}standings = [\"x\"]\nwithout = [\"y\"]\n[groups]\nleader = {{ post = \"head\", without = [\"z\"] }}\n"
            ),
            &[
                ("rule-unknown-id", "no standing `x` in rules/branch.toml"),
                ("rule-unknown-id", "no class `y` in rules/branch.toml"),
                ("rule-unknown-id", "no class `z` in rules/branch.toml"),
            ],
        );
        case(
            &format!("{post}standing-for = \"1y\"\n"),
            &[("rule-size", "`standing-for` says nothing without `standings`")],
        );
    }

    #[test]
    fn sizes_are_of_somebody_and_leave_room() {
        case(
            "[groups]\nleast = 1\ncore = { standings = [\"full\"] }\nleader = { post = \"leader\" }\ndivide = { above = 1 }\n",
            &[],
        );
        case("[committee]\nposts = [\"leader\"]\nneeded-from = 7\nstandings = [\"full\"]\nleast = 3\nmost = 3\n", &[]);
        case(
            "[groups]\nleast = 0\ncore = { standings = [\"x\"], least = 0 }\nleader = { post = \"y\" }\ndivide = { above = 0 }\n",
            &[
                ("rule-size", "0 is too few"),
                ("rule-unknown-id", "no standing `x` in rules/branch.toml"),
                ("rule-size", "0 is too few"),
                ("rule-unknown-id", "no post `y` in rules/branch.toml"),
                ("rule-size", "0 is too few"),
            ],
        );
        case("[size]\nleast = 3\nstandings = [\"full\"]\nmost = 3\n", &[]);
        case(
            "[size]\nleast = 0\nstandings = [\"x\"]\nmost = 0\n",
            &[
                ("rule-size", "0 is too few"),
                ("rule-unknown-id", "no standing `x` in rules/branch.toml"),
                ("rule-size", "0 is too few"),
            ],
        );
        case(
            "[size]\nleast = 3\nmost = 2\n",
            &[
                ("rule-size", "it is not said of which standings these are"),
                ("rule-size", "at most 2 is fewer than at least 3"),
            ],
        );
        case(
            "[committee]\nposts = []\nneeded-from = 7\nleast = 3\nmost = 2\n",
            &[
                ("rule-size", "a committee without posts has nobody"),
                ("rule-size", "it is not said of which standings these are"),
                ("rule-size", "at most 2 is fewer than at least 3"),
            ],
        );
    }
}
