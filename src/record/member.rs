//! `members/ID.toml`: a person, and what the person was from which day on.

use super::former::{Former, renamed};
use super::reading::At;
use super::shape::shape;
use super::{ClassId, Day, GroupId, Hours, Length, MeetingName, MemberId, PostId, StandingId, StepId};

/// The standing of those who have left, known to the program in every rulebook.
pub const LEFT: &str = "left";

shape! {
    /// One person.
    pub struct Member {
        /// The name.
        "name" => name: At<String>,
        /// The names borne before it, each until a day, the earliest first.
        "former" => former: Vec<Former>,
        /// The number by which the office knows the person: that of the badge or of the staff.
        "number" => number: Option<At<String>>,
        /// What the person is to the branch, each from a day until the next.
        "standing" => standings: Vec<StandingSince>,
        /// The group the person is in, each from a day until the next or its end.
        "group" => groups: Vec<GroupSince>,
        /// The posts held; several may be held at a time.
        "post" => posts: Vec<PostSince>,
        /// The class, where it is not the one the posts give.
        "class" => classes: Vec<ClassSince>,
        /// The steps that were taken towards the next standing, each on its day.
        "step" => steps: Vec<StepTaken>,
        /// The first day with the branch, where what the person was before then was elsewhere.
        "here" => here: Option<At<Day>>,
        /// A word that tells the person from others of the same name.
        "apart" => apart: Option<String>,
        /// A note.
        "note" => note: Option<String>,
    }
}

renamed!(Member);

shape! {
    /// A standing from a day on.
    pub struct StandingSince {
        /// The standing, or `left`.
        "is" => is: At<StandingId>,
        /// The first day.
        "from" => from: At<Day>,
        /// Why the person left.
        "reason" => reason: Option<String>,
        /// The meeting that decided it: the name of its file.
        "meeting" => meeting: Option<At<MeetingName>>,
        /// A note.
        "note" => note: Option<String>,
    }
}

shape! {
    /// A group from a day on.
    pub struct GroupSince {
        /// The group.
        "id" => id: At<GroupId>,
        /// The first day.
        "from" => from: At<Day>,
        /// The last day, where no other group follows.
        "until" => until: Option<At<Day>>,
        /// The meeting that decided it: the name of its file.
        "meeting" => meeting: Option<At<MeetingName>>,
    }
}

shape! {
    /// A post from a day on.
    pub struct PostSince {
        /// The post.
        "id" => id: At<PostId>,
        /// The first day; where nobody stated it, it is not known, and the post is held for all of the time here until it ends.
        "from" => from: Option<At<Day>>,
        /// The last day.
        "until" => until: Option<At<Day>>,
        /// The meeting that decided it: the name of its file.
        "meeting" => meeting: Option<At<MeetingName>>,
        /// The meeting that ended it: the name of its file.
        "ended-by" => ended_by: Option<At<MeetingName>>,
    }
}

shape! {
    /// A class from a day on.
    pub struct ClassSince {
        /// The class.
        "id" => id: At<ClassId>,
        /// The first day.
        "from" => from: At<Day>,
        /// The last day.
        "until" => until: Option<At<Day>>,
        /// The meeting that decided it: the name of its file.
        "meeting" => meeting: Option<At<MeetingName>>,
    }
}

shape! {
    /// A step that was taken.
    pub struct StepTaken {
        /// The step.
        "is" => is: At<StepId>,
        /// The day; the first one where it lasted several.
        "on" => on: At<Day> [past],
        /// The last day, where it lasted several.
        "until" => until: Option<At<Day>> [past],
        /// Who decided it or did it.
        "by" => by: Option<String>,
        /// The persons who are named with it.
        "people" => people: Vec<At<MemberId>>,
        /// The meeting that decided it: the name of its file.
        "meeting" => meeting: Option<At<MeetingName>>,
        /// How many days it came to.
        "days" => days: Option<At<i64>>,
        /// How many hours it came to.
        "hours" => hours: Option<At<Hours>>,
        /// For how long it puts other steps off.
        "for" => lengthens: Option<At<Length>>,
        /// A note.
        "note" => note: Option<String>,
    }
}
