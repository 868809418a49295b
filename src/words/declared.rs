//! What is said of points that people declare themselves, and that somebody confirms.

use super::sentences;

sentences! {
    /// Somebody declared points.
    declared(what) { zh: "申报：{what}（待确认）", en: "declared, to be confirmed: {what}" }
    /// Somebody confirmed what others declared.
    confirmed(by, what) { zh: "{by}确认：{what}", en: "{by} confirmed: {what}" }
    /// When and by whom it was confirmed.
    confirmed_on(day, by) { zh: "{by} {day}", en: "{by}, {day}" }
    /// Nobody has confirmed it.
    waiting() { zh: "待确认", en: "to be confirmed" }
    /// It was confirmed before.
    confirmed_already(what, day) { zh: "{what} 已在 {day} 确认", en: "{what} was confirmed on {day}" }
    /// Somebody awarded it, so there is nothing to confirm.
    needs_no_confirming(what) { zh: "{what} 不是申报的，不用确认", en: "{what} was not declared, so nobody needs to confirm it" }
    /// An item of which people cannot declare anything.
    not_declared(item) { zh: "“{item}”不能由本人申报", en: "`{item}` cannot be declared" }
    /// What to do about it.
    cure_not_declared() { zh: "用 zhibu points award 登记；可以申报的，在 rules/points.toml 里写上由哪些职务确认（confirm）", en: "award it with `zhibu points award`, or name the posts that confirm it in rules/points.toml (`confirm`)" }
    /// Somebody confirms points of their own.
    confirms_own(who) { zh: "{who}不能确认自己申报的积分", en: "{who} cannot confirm points of their own" }
    /// Somebody confirms who may not.
    may_not_confirm(who, posts, day) { zh: "{who} {day} 不担任可以确认的职务（{posts}；小组的职务限本人所在的小组）", en: "{who} could not confirm it on {day}: that takes {posts}, of the same group where it is a post of groups" }
    /// What to do about either.
    cure_confirmer() { zh: "由担任这项职务的其他人确认（--by）", en: "let another holder of the post confirm it (--by)" }
    /// Something that is to be confirmed.
    due_confirm(who, item, day) { zh: "确认{who} {day} 申报的“{item}”", en: "confirm `{item}` of {day}, declared by {who}" }
    /// An item that is reckoned, so nobody can declare it.
    confirm_not_by_hand(item) { zh: "“{item}”不是由人登记加分的，没有什么可以申报、确认", en: "`{item}` is not awarded by hand, so nobody can declare or confirm it" }
}
