//! `rules/branch.toml`: standings, posts, classes, lines of work, campaigns, the size of the branch and its groups, when records are due.

use super::{BranchSize, Committee, Filing, OwnWords, Sizes};
use crate::record::{At, CampaignId, ClassId, Day, KindId, Length, LinkId, Period, PostId, StandingId, shape};
use crate::words::{self, Text};

shape! {
    /// `rules/branch.toml`.
    pub struct BranchRules {
        /// What a person can be to the branch.
        "standing" => standings: Vec<Standing>,
        /// The posts, in the order in which they are listed.
        "post" => posts: Vec<Post>,
        /// The classes of members.
        "class" => classes: Vec<Class>,
        /// The lines of work that records can serve.
        "link" => links: Vec<Link>,
        /// The campaigns that records can be for.
        "campaign" => campaigns: Vec<Campaign>,
        /// How large the branch is.
        "size" => size: Option<BranchSize>,
        /// How large groups are, and who leads them.
        "groups" => groups: Option<Sizes>,
        /// How large the committee is.
        "committee" => committee: Option<Committee>,
        /// How soon what happened is written down.
        "filing" => filings: Vec<Filing>,
        /// What the body calls what is its own.
        "words" => words: Option<OwnWords>,
    }
}

shape! {
    /// A standing.
    pub struct Standing {
        /// Its id.
        "id" => id: At<StandingId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether such a person is a member, counted on the roll.
        "member" => member: Option<bool>,
        /// Whether such a person is scored; no where it is not said.
        "scored" => scored: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A post.
    pub struct Post {
        /// Its id.
        "id" => id: At<PostId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether it is held in a group: a group leader's.
        "of-group" => of_group: Option<bool>,
        /// Whether several may hold it at a time; only one where it is not said.
        "many" => many: Option<bool>,
        /// Who may hold it; anybody where it is not said.
        "holder" => holder: Option<Holder>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Who may hold a post.
    pub struct Holder {
        /// Their standings; any where none is named.
        "standings" => standings: Vec<At<StandingId>>,
        /// The classes of those who may not.
        "without" => without: Vec<At<ClassId>>,
        /// For how long they are of such a standing before they take it up.
        "standing-for" => standing_for: Option<At<Length>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A class of members.
    pub struct Class {
        /// Its id.
        "id" => id: At<ClassId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Those who hold one of these posts are of this class without being told.
        "posts" => posts: Vec<At<PostId>>,
        /// Those of no other class are of this one.
        "default" => default: Option<bool>,
        /// Whether attendance is no duty of theirs.
        "exempt" => exempt: Option<bool>,
        /// The kinds of meeting at which they are not bound to attend.
        "excused" => excused: Vec<At<KindId>>,
        /// Whether they are scored, where their standing is; yes where it is not said.
        "scored" => scored: Option<bool>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A line of work that meetings and points can serve.
    pub struct Link {
        /// Its id.
        "id" => id: At<LinkId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
    }
}

shape! {
    /// A campaign: a name, and the days whose records can be for it.
    pub struct Campaign {
        /// Its id.
        "id" => id: At<CampaignId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Its first day.
        "from" => from: At<Day>,
        /// Its last day; it goes on where none is said.
        "until" => until: Option<At<Day>>,
        /// Where it is from: the notice that began it.
        "source" => source: Option<String>,
    }
}

impl Campaign {
    /// Whether a day is one of its days.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// That a day is none of its days.
    pub fn outside(&self, day: Day) -> Text {
        let first = self.from.value;
        match &self.until {
            Some(until) => words::outside_days(day, self.name(), first, until.value),
            None => words::outside_open_days(day, self.name(), first),
        }
    }

    /// Its days; to the end of a day's year where it goes on.
    pub fn days(&self, today: Day) -> Period {
        let first = self.from.value;
        let last = self.until.as_ref().map_or(Period::year_of(today.max(first)).last, |until| until.value);
        Period { first, last: last.max(first) }
    }
}
