//! `members/ID.toml`: a person, and what the person was from which day on.

use super::reading::{At, shape};
use super::{ClassId, Day, GroupId, PostId, StandingId};

/// The standing of those who have left, known to the program in every rulebook.
pub const LEFT: &str = "left";

shape! {
    /// One person.
    pub struct Member {
        /// The name.
        "name" => name: At<String>,
        /// What the person is to the branch, each from a day until the next.
        "standing" => standings: Vec<StandingSince>,
        /// The group the person is in, each from a day until the next or its end.
        "group" => groups: Vec<GroupSince>,
        /// The posts held; several may be held at a time.
        "post" => posts: Vec<PostSince>,
        /// The class, where it is not the one the posts give.
        "class" => classes: Vec<ClassSince>,
        /// A note.
        "note" => note: Option<String>,
    }
}

shape! {
    /// A standing from a day on.
    pub struct StandingSince {
        /// The standing, or `left`.
        "is" => is: At<StandingId>,
        /// The first day.
        "from" => from: At<Day>,
        /// Why the person left.
        "reason" => reason: Option<String>,
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
    }
}

shape! {
    /// A post from a day on.
    pub struct PostSince {
        /// The post.
        "id" => id: At<PostId>,
        /// The first day.
        "from" => from: At<Day>,
        /// The last day.
        "until" => until: Option<At<Day>>,
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
    }
}
