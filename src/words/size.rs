//! What is said of how large groups and the committee are.

use super::sentences;

sentences! {
    /// A committee of no posts.
    committee_of_nobody() { zh: "没有写哪些职务组成", en: "a committee without posts has nobody" }
    /// What to do about it.
    cure_committee_of_nobody() { zh: "在 posts 里写上职务", en: "name its posts" }
    /// A number of nobody.
    from_of_nobody() { zh: "没有写按哪些身份数", en: "it is not said of which standings these are" }
    /// What to do about it.
    cure_from_of_nobody() { zh: "在 standings 里写上身份", en: "name the standings" }
    /// A most below the least.
    most_below_least(most, least) { zh: "最多 {most} 人，却最少 {least} 人", en: "at most {most} is fewer than at least {least}" }
    /// A number that is none.
    size_below_one(number) { zh: "{number} 人太少", en: "{number} is too few" }
}
