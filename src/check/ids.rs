//! Ids that nobody bears.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::{Look, campaigns, did_you_mean, issues, plans, requests};
use crate::branch::{group_path, member_path};
use crate::error::Fault;
use crate::record::{At, GroupId, LEFT, LinkId, MemberId, Source};
use crate::words;

/// Every place where a person is named who may have no file, with the file it stands in. Whoever was due has one.
fn people<'a>(look: &'a Look<'_>) -> impl Iterator<Item = (&'a Source, &'a At<MemberId>)> {
    let in_meetings = look
        .seated()
        .flat_map(|(meeting, seats)| seats.besides.iter().chain(&seats.guests).map(move |at| (&meeting.source, *at)));
    let in_ledgers = look.branch.entries().filter(|(_, entry)| entry.struck.is_none());
    let in_ledgers = in_ledgers.flat_map(|(source, entry)| {
        std::iter::once(&entry.member).chain(entry.by.as_deref()).map(move |at| (source, at))
    });
    let of_appraisals = look.branch.appraised().map(|(source, appraisal)| (source, &appraisal.member));
    let of_exemplars = look.branch.exemplars().map(|(source, exemplar)| (source, &exemplar.member));
    let of_objections = look.branch.objections().map(|(source, _, objection)| (source, &objection.member));
    let in_study = look.branch.studied().filter(|(_, study)| study.struck.is_none());
    let in_study = in_study
        .flat_map(|(source, study)| std::iter::once(&study.member).chain(&study.by).map(move |at| (source, at)));
    let in_issues = issues::counting(look).flat_map(|issue| {
        let done = issue.progress.iter().filter_map(|progress| progress.by.as_ref());
        let again = issue.reopened.iter().filter_map(|again| again.closed_by.as_ref());
        let named = std::iter::once(&issue.owner).chain(&issue.closed_by).chain(done).chain(again);
        named.map(|at| (&issue.source, at))
    });
    let in_plans =
        plans::counting(look).flat_map(|(source, item)| item.owner.iter().chain(&item.by).map(move |at| (source, at)));
    let amounts = look.branch.amounts().filter(|(_, approved)| approved.struck.is_none());
    let amounts =
        amounts.flat_map(|(source, one)| std::iter::once(&one.member).chain(&one.by).map(move |at| (source, at)));
    let payments = look.branch.payments().filter(|(_, payment)| payment.struck.is_none());
    let payments =
        payments.flat_map(|(source, one)| std::iter::once(&one.member).chain(&one.by).map(move |at| (source, at)));
    let talks = look
        .branch
        .talks()
        .flat_map(|(source, talk)| [&talk.who, &talk.with].into_iter().chain(&talk.by).map(move |at| (source, at)));
    let accepted = look.branch.accepted.iter().flat_map(|file| file.entries.iter().map(move |one| (&file.source, one)));
    let accepted = accepted.filter(|(_, one)| one.struck.is_none());
    let accepted = accepted.filter_map(|(source, one)| Some((source, one.by.as_ref()?)));
    let exported = look.branch.exported().filter_map(|(source, one)| Some((source, one.by.as_ref()?)));
    let in_steps = look
        .branch
        .members
        .values()
        .flat_map(|person| person.steps.iter().flat_map(|taken| &taken.people).map(|at| (&person.source, at)));
    in_meetings
        .chain(accepted)
        .chain(exported)
        .chain(in_ledgers)
        .chain(in_steps)
        .chain(in_study)
        .chain(in_issues)
        .chain(in_plans)
        .chain(requests::counting(look).filter_map(|(source, request)| Some((source, request.by.as_ref()?))))
        .chain(amounts)
        .chain(payments)
        .chain(of_appraisals)
        .chain(of_exemplars)
        .chain(of_objections)
        .chain(look.branch.seals.values().filter_map(|seal| Some((&seal.source, seal.by.as_ref()?))))
        .chain(talks)
}

/// Persons without a file.
pub(super) fn no_member<'a>(look: &'a Look<'_>) -> Vec<Fault> {
    let known: HashSet<_> = look.branch.members.keys().collect();
    let mut strangers = Vec::new();
    people(look).for_each(|(source, at)| {
        if !known.contains(&at.value) && !look.has_file(&member_path(at)) {
            strangers.push((source, at));
        }
    });
    // A person who is named in many lines is looked for once.
    let mut cures: HashMap<&MemberId, words::Text> = HashMap::new();
    let fault = |(source, at): (&Source, &'a At<MemberId>)| {
        let cure = cures.entry(&at.value).or_insert_with(|| {
            let known = look.branch.members.iter();
            let known = known.map(|(id, member)| (id.as_str(), words::Text::same(member.name.as_str())));
            did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_no_member(&at.value))
        });
        let fact = words::no_such(words::noun_member(), &at.value);
        Fault::at("no-member", source, &at.span, fact).cure(cure.clone())
    };
    strangers.into_iter().map(fault).collect()
}

/// Groups without a file.
pub(super) fn no_group(look: &Look<'_>) -> Vec<Fault> {
    let in_meetings = look.branch.held().filter_map(|meeting| Some((&meeting.source, meeting.group.as_ref()?)));
    let of_people =
        look.branch.members.values().flat_map(|member| member.groups.iter().map(|since| (&member.source, &since.id)));
    let in_plans = plans::counting(look).filter_map(|(source, item)| Some((source, item.group.as_ref()?)));
    let strangers = in_meetings.chain(of_people).chain(in_plans).filter(|(_, at): &(_, &At<GroupId>)| {
        !look.branch.groups.contains_key(&at.value) && !look.has_file(&group_path(at))
    });
    strangers
        .map(|(source, at)| {
            let known =
                look.branch.groups.iter().map(|(id, group)| (id.as_str(), words::Text::same(group.name.as_str())));
            Fault::at("no-group", source, &at.span, words::no_such(words::noun_group(), &at.value))
                .maybe_cure(did_you_mean(at.as_str(), known))
        })
        .collect()
}

/// For each list of the rules: where an id of it is named that it does not have. Nothing where its file was not read.
macro_rules! unknown {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $file:ident, $one:ident, $all:ident, $noun:ident, |$look:ident| $places:expr;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name($look: &Look<'_>) -> Vec<Fault> {
            let rules = &$look.branch.rules;
            if rules.$file.is_none() {
                return vec![];
            }
            let places = $places;
            let strangers = places.filter(|(_, at): &(&Source, &At<_>)| rules.$one(&at.value).is_none());
            strangers
                .map(|(source, at)| {
                    let known = rules.$all().map(|one| (one.key(), one.name()));
                    Fault::at($code, source, &at.span, words::no_such(words::$noun(), &at.value))
                        .cure(did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_declare(concat!("rules/", stringify!($file), ".toml"))))
                })
                .collect()
        }
    )*};
}

unknown! {
    /// Campaigns the rules do not have.
    no_campaign, "no-campaign", branch, campaign, campaigns, noun_campaign, |look| campaigns::named(look)
        .map(|(source, at, _)| (source, at));
    /// Classes the rules do not have.
    no_class, "no-class", branch, class, classes, noun_class, |look| look
        .branch.members.values().flat_map(|member| member.classes.iter().map(|since| (&member.source, &since.id)));
    /// Kinds of decision the rules do not have.
    no_decision, "no-decision", meetings, decision, decisions, noun_decision, |look| look
        .branch.held().flat_map(|meeting| meeting.decisions.iter().filter_map(|decision| Some((&meeting.source, decision.kind.as_ref()?))));
    /// Kinds of meeting the rules do not have.
    no_kind, "no-kind", meetings, kind, kinds, noun_kind, |look| look
        .branch.held().map(|meeting| (&meeting.source, &meeting.kind))
        .chain(plans::counting(look).filter_map(|(source, item)| Some((source, item.kind.as_ref()?))));
    /// Lines of work the rules do not have.
    no_link, "no-link", branch, link, links, noun_link, |look| links(look);
    /// Grades of the appraisal the rules do not have.
    no_grade, "no-grade", appraisal, grade, grades, noun_grade, |look| look
        .branch.appraised().filter_map(|(source, appraisal)| Some((source, appraisal.grade.as_ref()?)));
    /// Measures the rules do not have on any day.
    no_measure, "no-measure", assessment, measure, measures, noun_measure, |look| look
        .branch.figures().map(|(source, figure)| (source, &figure.measure));
    /// Marks the rules do not have.
    no_mark, "no-mark", points, mark, marks, noun_mark, |look| look
        .branch.held().flat_map(|meeting| meeting.marks.iter().map(|at| (&meeting.source, at)))
        .chain(look.branch.entries().filter(|(_, entry)| entry.struck.is_none())
            .flat_map(|(source, entry)| entry.marks.iter().map(move |at| (source, at))));
    /// Posts the rules do not have.
    no_post, "no-post", branch, post, posts, noun_post, |look| look
        .branch.members.values().flat_map(|member| member.posts.iter().map(|since| (&member.source, &since.id)));
    /// Reasons the rules do not have.
    no_reason, "no-reason", meetings, reason, reasons, noun_reason, |look| look
        .branch.held().flat_map(|meeting| meeting.absent.iter().filter_map(|absence| Some((&meeting.source, absence.reason.as_ref()?))));
    /// Standings the rules do not have.
    no_standing, "no-standing", branch, standing, standings, noun_standing, |look| look
        .branch.members.values().flat_map(|member| member.standings.iter().map(|since| (&member.source, &since.is)))
        .filter(|(_, at)| at.as_str() != LEFT);
    /// Kinds of study the rules do not have.
    no_study, "no-study", study, study, studies, noun_study, |look| look
        .branch.studied().filter(|(_, study)| study.struck.is_none()).map(|(source, study)| (source, &study.kind));
    /// Reasons for a talk the rules do not have.
    no_talk_reason, "no-talk-reason", talks, talk_reason, talk_reasons, noun_talk_reason, |look| look
        .branch.talks().filter_map(|(source, talk)| Some((source, talk.reason.as_ref()?)));
}

/// Steps the rules do not have on any day.
pub(super) fn no_step(look: &Look<'_>) -> Vec<Fault> {
    let rules = &look.branch.rules;
    let taken =
        look.branch.members.values().flat_map(|person| person.steps.iter().map(|taken| (&person.source, &taken.is)));
    let strangers = taken.filter(|(_, at)| rules.steps.is_some() && rules.step_place(at).is_none());
    strangers
        .map(|(source, at)| {
            let known = rules.steps().map(|step| (step.key(), step.name()));
            let cure = did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_declare("rules/steps.toml"));
            Fault::at("no-step", source, &at.span, words::no_such(words::noun_step(), &at.value)).cure(cure)
        })
        .collect()
}

/// Every place where a line of work is named.
fn links<'a>(look: &'a Look<'_>) -> impl Iterator<Item = (&'a Source, &'a At<LinkId>)> {
    let in_meetings = look.branch.held().flat_map(|meeting| meeting.links.iter().map(|at| (&meeting.source, at)));
    let entries = look.branch.entries().filter(|(_, entry)| entry.struck.is_none());
    let in_entries = entries.flat_map(|(source, entry)| entry.links.iter().map(move |at| (source, at)));
    let in_issues = issues::counting(look).flat_map(|issue| issue.links.iter().map(|at| (&issue.source, at)));
    let in_plans = plans::counting(look).flat_map(|(source, item)| item.links.iter().map(move |at| (source, at)));
    in_meetings.chain(in_entries).chain(in_issues).chain(in_plans)
}

/// Items the scheme does not have on the day of the award.
pub(super) fn no_item(look: &Look<'_>) -> Vec<Fault> {
    let rules = &look.branch.rules;
    if rules.points.is_none() {
        return vec![];
    }
    let strangers = look.awards().filter(|(_, _, item)| item.is_none());
    strangers
        .map(|(source, entry, _)| {
            let at = &entry.item;
            let fact = match rules.items().any(|item| item.id.value == at.value) {
                true => words::item_not_on_day(&at.value, entry.date.value),
                false => words::no_such(words::noun_item(), &at.value),
            };
            let known = rules.items_on(entry.date.value).map(|item| (item.key(), item.name()));
            let cure = did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_declare("rules/points.toml"));
            Fault::at("no-item", source, &at.span, fact).cure(cure)
        })
        .collect()
}
