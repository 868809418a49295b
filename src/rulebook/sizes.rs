//! How large the branch, its groups and the committee are: parts of `rules/branch.toml`.

use crate::record::{At, ClassId, PostId, StandingId, shape};

shape! {
    /// How large the branch is.
    pub struct BranchSize {
        /// The fewest people of some standings.
        "least" => least: Option<At<i64>>,
        /// The standings of which there are so many at least.
        "standings" => standings: Vec<At<StandingId>>,
        /// The most members.
        "most" => most: Option<At<i64>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// How large groups are, and who leads them.
    pub struct Sizes {
        /// The least members of a group.
        "least" => least: Option<At<i64>>,
        /// Whom each group needs among its members.
        "core" => core: Option<GroupCore>,
        /// Who leads a group.
        "leader" => leader: Option<GroupLeader>,
        /// From how many members on there are groups.
        "divide" => divide: Option<Divide>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Whom each group needs among its members.
    pub struct GroupCore {
        /// Their standings.
        "standings" => standings: Vec<At<StandingId>>,
        /// How many of them at least; one where it is not said.
        "least" => least: Option<At<i64>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// Who leads a group.
    pub struct GroupLeader {
        /// The post of those who do.
        "post" => post: At<PostId>,
        /// The standings of those who may; any where none is named.
        "standings" => standings: Vec<At<StandingId>>,
        /// The classes of those who may not.
        "without" => without: Vec<At<ClassId>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// When there are groups.
    pub struct Divide {
        /// With more members than these.
        "above" => above: At<i64>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// How large the committee is.
    pub struct Committee {
        /// The posts whose holders are on it.
        "posts" => posts: Vec<At<PostId>>,
        /// From how many people on there has to be one; it need not be where it is not said.
        "needed-from" => needed_from: Option<At<i64>>,
        /// The standings by which these people are counted.
        "standings" => standings: Vec<At<StandingId>>,
        /// The fewest people on it, where there has to be one.
        "least" => least: Option<At<i64>>,
        /// The most people on it.
        "most" => most: Option<At<i64>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}
