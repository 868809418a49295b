//! Ids that nobody bears.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::context::{Context, did_you_mean};
use super::known::lists;
use crate::branch::{group_path, member_path};
use crate::error::Fault;
use crate::record::{At, Id, MemberId, Source};
use crate::words::{self, Text};

/// Persons without a file.
pub(super) fn no_member<'a>(context: &'a Context<'_>) -> Vec<Fault> {
    let strangers = context.walked.unknown.iter().filter_map(|(source, id)| match id {
        Id::Member(at) if !context.has_file(&member_path(&at.value)) => Some((*source, *at)),
        _ => None,
    });
    // A person who is named in many lines is looked for once.
    let mut cures: HashMap<&MemberId, Text> = HashMap::new();
    let fault = |(source, at): (&Source, &'a At<MemberId>)| {
        let cure = cures.entry(&at.value).or_insert_with(|| {
            let known = context.branch.members.iter();
            let known = known.map(|(id, member)| (id.as_str(), Text::same(member.name.as_str())));
            did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_no_member(&at.value))
        });
        let fact = words::no_such(words::noun_member(), &at.value);
        Fault::at("no-member", source, &at.span, fact).cure(cure.clone())
    };
    strangers.map(fault).collect()
}

/// Groups without a file.
pub(super) fn no_group(context: &Context<'_>) -> Vec<Fault> {
    let strangers = context.walked.unknown.iter().filter_map(|(source, id)| match id {
        Id::Group(at) if !context.has_file(&group_path(&at.value)) => Some((*source, *at)),
        _ => None,
    });
    strangers
        .map(|(source, at)| {
            let known = context.branch.groups.iter().map(|(id, group)| (id.as_str(), Text::same(group.name.as_str())));
            Fault::at("no-group", source, &at.span, words::no_such(words::noun_group(), &at.value))
                .maybe_cure(did_you_mean(at.as_str(), known))
        })
        .collect()
}

/// For each list of the rules: where an id of it is named that it does not have on any day.
macro_rules! unknown {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $id:ident, $file:ident, $all:ident, $noun:ident, $_besides:expr;)*) => {
        $(
            $(#[$doc])*
            pub(super) fn $name(context: &Context<'_>) -> Vec<Fault> {
                let rules = &context.branch.rules;
                let strangers = context.walked.unknown.iter().filter_map(|(source, id)| match id {
                    Id::$id(at) => Some((*source, *at)),
                    _ => None,
                });
                strangers
                    .map(|(source, at)| {
                        let known = rules.$all().map(|one| (one.key(), one.name()));
                        Fault::at($code, source, &at.span, words::no_such(words::$noun(), &at.value))
                            .cure(did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_declare(concat!("rules/", stringify!($file), ".toml"))))
                    })
                    .collect()
            }
        )*
    };
}

lists!(unknown);

/// Items the scheme does not have on the day of the award.
pub(super) fn no_item(context: &Context<'_>) -> Vec<Fault> {
    let rules = &context.branch.rules;
    let strangers = context
        .awards()
        .filter(|(_, entry, item)| item.is_none() && rules.items().any(|known| known.id.value == entry.item.value));
    let on_other_days = strangers.map(|(source, entry, _)| {
        let (at, day) = (&entry.item, entry.date.value);
        let known = rules.items_on(day).map(|item| (item.key(), item.name()));
        let cure = did_you_mean(at.as_str(), known).unwrap_or_else(|| words::cure_declare("rules/points.toml"));
        Fault::at("no-item", source, &at.span, words::item_not_on_day(&at.value, day)).cure(cure)
    });
    no_item_at_all(context).into_iter().chain(on_other_days).collect()
}

/// Lines of a ledger that no line of a ledger is.
pub(super) fn no_entry(context: &Context<'_>) -> Vec<Fault> {
    let walked = &context.walked;
    if walked.entries.is_empty() {
        return vec![];
    }
    let known: HashSet<&str> = walked.lines.iter().map(|line| line.id.as_str()).collect();
    let strangers = walked.entries.iter().filter(|(_, at)| !known.contains(at.as_str()));
    strangers
        .map(|(source, at)| Fault::at("no-entry", source, &at.span, words::no_such(words::noun_entry(), &at.value)))
        .collect()
}

/// Meetings that were not held.
pub(super) fn no_meeting(context: &Context<'_>) -> Vec<Fault> {
    let held: HashSet<_> = context.branch.held().map(|meeting| meeting.source.path.stem()).collect();
    let strangers = context.walked.meetings.iter().filter(|(_, at)| !held.contains(at.as_str()));
    strangers
        .map(|(source, at)| {
            let fact = words::no_such(words::noun_meeting(), words::shown(at.as_str()));
            Fault::at("no-meeting", source, &at.span, fact)
        })
        .collect()
}
