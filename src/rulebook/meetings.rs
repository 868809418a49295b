//! `rules/meetings.toml`: the kinds of meetings, reasons for being absent, kinds of decisions.

use super::VoteRule;
use crate::record::{At, Day, DecisionId, Hours, KindId, Length, PostId, ReasonId, StandingId, StudyId, choice, shape};

shape! {
    /// `rules/meetings.toml`.
    pub struct MeetingRules {
        /// The kinds.
        "kind" => kinds: Vec<Kind>,
        /// The reasons for being absent.
        "reason" => reasons: Vec<Reason>,
        /// The kinds of decisions.
        "decision" => decisions: Vec<DecisionKind>,
        /// How they decide.
        "vote" => votes: Vec<VoteRule>,
    }
}

shape! {
    /// A kind of meeting or activity.
    ///
    /// Due are those of its standings, or the holders of its posts; where it names neither, nobody is due and whoever
    /// takes part is named.
    pub struct Kind {
        /// Its id.
        "id" => id: At<KindId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Other names it is called by.
        "also" => also: Vec<String>,
        /// What its meetings count for; an activity where people are due or took part, else a chore, where it is not said.
        "counts" => counts: Option<Counts>,
        /// Who meets: the branch, a group, or either; the branch where it is not said.
        "scope" => scope: Option<Scope>,
        /// The standings of those who are due.
        "standings" => standings: Vec<At<StandingId>>,
        /// The posts of those who are due.
        "posts" => posts: Vec<At<PostId>>,
        /// The posts of those who lead it, the first who is there; a post of a group counts only where a group meets.
        "chair" => chair: Vec<At<PostId>>,
        /// Whether only these may lead it; otherwise the program only proposes them.
        "chair-only" => chair_only: Option<bool>,
        /// The posts of those who may lead it where one of these asks them to; anybody where none is named.
        "delegates" => delegates: Vec<At<PostId>>,
        /// The posts of those who write it down, as those who lead it.
        "recorder" => recorder: Vec<At<PostId>>,
        /// What is prepared before it.
        "prepare" => prepares: Vec<Prepare>,
        /// The hours of study that whoever attended it has.
        "study" => studies: Vec<KindStudy>,
        /// What has to be in its record.
        "needs" => needs: Vec<At<Need>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// What is prepared before a meeting.
    pub struct Prepare {
        /// What.
        "step" => what: String,
        /// How many days before the meeting at the latest.
        "days-before" => days_before: At<i64>,
        /// The posts of those who see to it, the first who is there.
        "post" => posts: Vec<At<PostId>>,
    }
}

shape! {
    /// The hours of study that whoever attended a meeting has.
    pub struct KindStudy {
        /// The kind of study.
        "kind" => kind: At<StudyId>,
        /// The hours of one meeting.
        "hours" => hours: Hours,
        /// The first day whose meetings count.
        "from" => from: At<Day>,
        /// The last day.
        "until" => until: Option<At<Day>>,
    }
}

impl KindStudy {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }
}

/// What the meetings of a kind count for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// A meeting or activity: it is in every number, share and rate of meetings.
    Activity,
    /// A chore that is noted as done: it settles a duty, and is in no figure of meetings.
    Chore,
}

choice! { Counts: [("activity", Self::Activity), ("chore", Self::Chore)] }

/// What has to be in the record of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Who led it.
    Chair,
    /// A picture or scan.
    Evidence,
    /// Who gave the lesson.
    Lecturer,
    /// The minutes.
    Minutes,
    /// Where it was.
    Place,
    /// Who wrote it down.
    Recorder,
    /// When it was.
    Time,
    /// What it was about.
    Topics,
}

impl Need {
    const ALL: [(&str, Self); 8] = [
        ("chair", Self::Chair),
        ("evidence", Self::Evidence),
        ("lecturer", Self::Lecturer),
        ("minutes", Self::Minutes),
        ("place", Self::Place),
        ("recorder", Self::Recorder),
        ("time", Self::Time),
        ("topics", Self::Topics),
    ];

    /// Its key in the record of a meeting.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, need)| *need == self).map_or("", |(key, _)| key)
    }
}

choice! { Need: Self::ALL }

/// Who meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The whole branch; a group is not named.
    #[default]
    Branch,
    /// One group, which is named.
    Group,
    /// The branch, or a group where one is named.
    Either,
}

choice! { Scope: [("branch", Self::Branch), ("group", Self::Group), ("either", Self::Either)] }

shape! {
    /// A reason for being absent.
    pub struct Reason {
        /// Its id.
        "id" => id: At<ReasonId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Other names it is called by.
        "also" => also: Vec<String>,
        /// Whether it excuses; no where it is not said.
        "excuses" => excuses: Option<bool>,
    }
}

shape! {
    /// A kind of decision.
    pub struct DecisionKind {
        /// Its id.
        "id" => id: At<DecisionId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// The kinds of meeting that may take it; any where none is named.
        "kinds" => kinds: Vec<At<KindId>>,
        /// Whether it elects people, with a ballot for each candidate.
        "elects" => elects: Option<bool>,
        /// What is done once somebody is elected.
        "then" => then: Option<Afterwards>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// What is done once somebody is elected.
    pub struct Afterwards {
        /// What.
        "step" => what: String,
        /// How long after the election at the latest.
        "within" => within: At<Length>,
        /// The posts of those who see to it, the first who is there.
        "post" => posts: Vec<At<PostId>>,
    }
}

impl Kind {
    /// Whether somebody is due at all; otherwise those who take part are named.
    pub fn has_due(&self) -> bool {
        !self.standings.is_empty() || !self.posts.is_empty()
    }

    /// Who meets.
    pub fn scope(&self) -> Scope {
        self.scope.unwrap_or_default()
    }
}

macro_rules! called {
    ($($kind:ident),*) => {$(
        impl $kind {
            /// Every name a person may call it by, those of `also` last.
            pub fn called(&self) -> Vec<&str> {
                self.names().into_iter().chain(self.also.iter().map(String::as_str)).collect()
            }
        }
    )*};
}

called!(Kind, Reason);
