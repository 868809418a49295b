//! What is said of visits and inspections.

use super::sentences;

sentences! {
    /// How an order is written.
    bad_order(typed) { zh: "“{typed}”不是“谁:期限:什么问题”", en: "`{typed}` is not WHO:DATE:TEXT" }
    /// A visit cannot go while problems name it.
    cure_visit_has_orders() { zh: "先作废这些问题：zhibu issue remove 编号 --why 原因", en: "strike the problems first: zhibu issue remove ID --why WHY" }
    /// What stands over the index of the records.
    inspection_of(period) { zh: "{period} 台账目录", en: "index of the records of {period}" }
    /// A month, and how many records it has.
    month_records(month, number) { zh: "{month}（{number}）", en: "{month} ({number})" }
    /// Months in a row.
    months_from_to(first, last) { zh: "{first} 至 {last}", en: "{first} to {last}" }
    /// A problem that was ordered to be fixed at a visit.
    ordered_at(title) { zh: "{title}时要求整改", en: "ordered at the visit of {title}" }
    /// Problems that somebody ordered to be fixed.
    with_orders(what, titles) { zh: "{what}；要求整改：{titles}", en: "{what}; ordered to fix: {titles}" }
    /// A visit was changed.
    visit_changed(title) { zh: "更改 {title}", en: "changed the visit of {title}" }
    /// A visit that problems name.
    visit_has_orders(title, ids) { zh: "{title}时要求整改的问题还在：{ids}", en: "problems were ordered to be fixed at the visit of {title}: {ids}" }
    /// One was logged.
    visit_logged(title) { zh: "登记来访检查：{title}", en: "logged the visit of {title}" }
    /// Who came, and for what.
    visit_of_kind(visitor, kind) { zh: "{visitor}（{kind}）", en: "{visitor} ({kind})" }
}
