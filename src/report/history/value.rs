//! What keys are called, and what they say, in the names people know.

use crate::branch::Branch;
use crate::reckon::history::{Keys, Piece};
use crate::record::{
    CampaignId, ClassId, DecisionId, EditionId, EntryId, ExemplarId, GradeId, GroupId, ItemId, KindId, LinkId, MarkId,
    MeasureId, MemberId, PostId, ReasonId, Said, StandingId, StepId, StudyId, TalkReasonId,
};
use crate::rulebook::{COUNTS, FULL};
use crate::words::{self, Text};

/// Where a key stands: in a record, or in a table of a list under it.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    /// The record.
    pub(crate) piece: &'a Piece,
    /// The list.
    pub(crate) list: Option<&'a str>,
}

/// The keys of a table under a record that say which one it is, the first it has.
const LEAD: [&str; 7] = ["is", "id", "member", "text", "file", "name", "grade"];

impl<'a> At<'a> {
    /// In a record itself.
    pub(crate) fn record(piece: &'a Piece) -> Self {
        Self { piece, list: None }
    }

    /// In a list under it.
    pub(crate) fn part(piece: &'a Piece, list: &'a str) -> Self {
        Self { piece, list: Some(list) }
    }

    /// What a key is called.
    pub(crate) fn name(self, key: &str) -> Text {
        let of = self.list.map_or(self.piece.sort.id(), |_| "part");
        words::field_name(of, key).unwrap_or_else(|| Text::same(words::shown(key)))
    }

    /// A value as a person reads it.
    pub(crate) fn value(self, branch: &Branch, key: &str, said: &Said) -> Text {
        match said {
            Said::Text(text) => self.id(branch, key, text).unwrap_or_else(|| Text::same(words::shown(text))),
            Said::Bare(bare) => match bare.as_str() {
                "true" | "false" => words::yes_or_no(bare == "true"),
                other => Text::same(other),
            },
            Said::List(items) => Text::list(items.iter().map(|item| self.value(branch, key, item))),
            Said::Table(keys) => self.table(branch, keys),
        }
    }

    /// A table in a few words: what it is of, and what else it says.
    pub(crate) fn table(self, branch: &Branch, keys: &Keys) -> Text {
        let lead = LEAD.into_iter().find_map(|key| keys.get_key_value(key));
        let rest = keys.iter().filter(|(key, _)| lead.is_none_or(|(lead, _)| lead != *key) && *key != "sha256");
        let value = |(key, said): (&String, &Said)| self.value(branch, key, said);
        let rest = rest.map(|(key, said)| words::field_of(self.name(key), value((key, said))));
        words::clauses(lead.map(value).into_iter().chain(rest).collect())
    }

    /// What an id is the id of, by name; none where the key holds none.
    fn id(self, branch: &Branch, key: &str, text: &str) -> Option<Text> {
        let day = self.piece.happened();
        let rules = &branch.rules;
        match (self.piece.sort.id(), self.list.unwrap_or_default(), key) {
            ("file", ..) => None,
            (
                ..,
                "by" | "candidate" | "chair" | "closed-by" | "confirmed-by" | "delegated-by" | "host" | "late"
                | "lecturer" | "member" | "observers",
            )
            | (.., "owner" | "people" | "present" | "recorder" | "who" | "with") => {
                MemberId::new(text).map(|id| branch.name(&id))
            }
            ("meeting", "decision", "kind") => {
                let kind = DecisionId::new(text).and_then(|id| rules.decision(&id));
                kind.map(|kind| kind.name())
            }
            ("meeting" | "plan", "", "kind") => KindId::new(text).map(|id| branch.kind_name(&id)),
            ("study", "", "kind") => StudyId::new(text).map(|id| branch.study_name(&id)),
            ("exemplar", "", "kind") => {
                let id = ExemplarId::new(text)?;
                rules.exemplars_on(day?).find(|rule| rule.id.value == id).map(|rule| rule.name())
            }
            ("member", "group", "id") | (.., "group") => GroupId::new(text).map(|id| branch.group_name(&id)),
            ("meeting", "decision", "post") => PostId::new(text).and_then(|id| rules.post(&id)).map(|post| post.name()),
            ("member", "post", "id") => PostId::new(text).and_then(|id| rules.post(&id)).map(|post| post.name()),
            ("member", "class", "id") => ClassId::new(text).and_then(|id| rules.class(&id)).map(|class| class.name()),
            ("member", "standing", "is") => StandingId::new(text).map(|id| branch.standing_name(&id)),
            ("step", "", "is") => {
                StepId::new(text).map(|id| day.map_or(Text::same(text), |day| branch.step_name(&id, day)))
            }
            ("talk", "", "reason") => TalkReasonId::new(text).map(|id| branch.talk_reason_name(&id)),
            ("meeting", "absent", "reason") => ReasonId::new(text).map(|id| branch.reason_name(&id)),
            ("figure", "", "measure") => MeasureId::new(text)
                .and_then(|id| rules.measures_on(day?).find(|one| one.id.value == id))
                .map(|one| one.name()),
            (.., "edition") if text == FULL => Some(words::full_edition()),
            (.., "edition") if text == COUNTS => Some(words::counts_edition()),
            (.., "edition") => EditionId::new(text).and_then(|id| rules.edition(&id)).map(|edition| edition.name()),
            (.., "item") => ItemId::new(text).and_then(|id| rules.item_on(&id, day?)).map(|item| item.name()),
            (.., "links") => LinkId::new(text).map(|id| branch.link_name(&id)),
            (.., "marks") => MarkId::new(text).and_then(|id| rules.mark(&id)).map(|mark| mark.name()),
            (.., "campaign") => CampaignId::new(text).map(|id| branch.campaign_name(&id)),
            (.., "grade") => GradeId::new(text).map(|id| branch.grade_name(&id)),
            (.., "answers" | "about" | "visit") => EntryId::new(text).map(|id| Text::same(id.as_str())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::record::*;
    use crate::words::{Lang, field_name};

    #[test]
    fn every_key_has_a_name_people_know() {
        let mut nameless = Vec::new();
        macro_rules! keys {
            ($($of:literal $shape:ident),*) => {$(
                nameless.extend($shape::KEYS.iter().filter(|key| **key != "id" && field_name($of, key).is_none()).map(|key| ($of, *key)));
            )*};
        }
        keys!("meeting" Meeting, "part" Absence, "part" Evidence, "part" Decision, "part" Votes, "part" Written);
        keys!("issue" Issue, "part" Progress, "part" Reopened, "member" Member, "part" StandingSince, "part" GroupSince);
        keys!("part" PostSince, "part" ClassSince, "step" StepTaken, "group" Group, "award" Entry, "posting" Posting);
        keys!("objection" Objection, "study" Study, "talk" Talk, "amount" Approved, "payment" Payment);
        keys!("appraisal" Appraisal, "part" GradeVotes, "exemplar" Exemplar, "plan" PlanItem, "request" Request, "task" Task);
        keys!("agenda" Agenda, "part" Convening, "part" Preparation, "part" Ready);
        keys!("visit" Inspection, "figure" Figure, "acceptance" Acceptance, "export" Export);
        assert!(nameless.is_empty(), "{nameless:?}");
        let name = |of: &str, key: &str| field_name(of, key).map(|name| name.get(Lang::Zh).to_owned());
        assert_eq!(name("meeting", "made-up").as_deref(), Some("补课"));
        // The votes for a decision, and the time by which a step puts others off.
        assert_eq!((name("part", "for").as_deref(), name("step", "for").as_deref()), (Some("赞成"), Some("延长")));
        assert_eq!((name("group", "from").as_deref(), name("part", "from").as_deref()), (Some("成立日期"), Some("起")));
    }
}
