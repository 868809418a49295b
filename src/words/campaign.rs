//! What is said of campaigns.

use super::sentences;

sentences! {
    /// How a campaign is declared.
    cure_no_campaigns() {
        zh: "在 rules/branch.toml 里写上：[[campaign]]，下面写 id、name、from、until",
        en: "add one to rules/branch.toml: [[campaign]] with id, name, from and until",
    }
    /// Which reports can be of a campaign.
    cure_report_campaign() {
        zh: "可以按主题活动汇总的：meetings、attendance、points、links、study、issues、plan",
        en: "those that can: meetings, attendance, points, links, study, issues, plan",
    }
    /// What to do about a record outside the campaign's days.
    cure_outside_campaign() { zh: "核对日期；活动期变了，改 rules/branch.toml", en: "put the day right, or the days of the campaign in rules/branch.toml" }
    /// Rules without campaigns.
    no_campaigns() { zh: "规则里还没有主题活动", en: "the rules have no campaign yet" }
    /// Another campaign.
    now_campaign(name) { zh: "主题活动：{name}", en: "the campaign is {name}" }
    /// A report of records that belong to no campaign.
    report_without_campaign() { zh: "这种报表不能只看一个主题活动", en: "this report cannot be of one campaign" }
    /// A campaign that has ended, or is to end on a day.
    outside_days(day, name, first, last) { zh: "{day} 不在“{name}”的活动期里（{first} 至 {last}）", en: "{day} is not in {name}, which is from {first} to {last}" }
    /// A campaign that has not begun.
    outside_open_days(day, name, first) { zh: "{day} 不在“{name}”的活动期里（{first} 起）", en: "{day} is not in {name}, which begins on {first}" }
}
