//! Editions of the tables, and who got them.

use super::sentences;

sentences! {
    /// An edition that the program has.
    edition_is_known(id) { zh: "{id} 是本程序自带的版本，不能另外定义", en: "`{id}` is an edition that the program has; no rule can say another" }
    /// What to do then.
    cure_edition_is_known() { zh: "换一个编号，例如 superior", en: "give it another id, such as superior" }
    /// What an edition is called.
    noun_edition() { zh: "版本", en: "edition" }
    /// Where editions are said.
    cure_no_editions() {
        zh: "在 rules/editions.toml 里写上：[[edition]]，下面写 id、name、names、tables",
        en: "write in rules/editions.toml: [[edition]], below it id, name, names and tables",
    }
    /// There are no rules of it.
    no_editions() { zh: "规则里没有定义版本，只有全本 full", en: "the rules have no editions, there is only `full`" }
    /// A table that an edition does not have.
    not_in_edition(table, edition) { zh: "{edition} 里没有 {table} 表", en: "{edition} does not have the table {table}" }
    /// Which it has.
    cure_not_in_edition(tables) { zh: "有：{tables}", en: "it has: {tables}" }
    /// A table there is none of.
    no_month_table(table) { zh: "没有 {table} 这张表", en: "there is no table `{table}`" }
    /// A column there is none of.
    no_table_column(table, column) { zh: "{table} 表没有 {column} 这一列", en: "the table {table} has no column `{column}`" }
    /// It was noted.
    export_noted(month, edition, to) { zh: "{month} {edition}，送 {to}", en: "{edition} of {month}, to {to}" }
    /// Names masked.
    export_masked() {
        zh: "姓名只留姓；正文里写到的姓名也一并遮去，别称、图片不在其内，送出前请看一遍",
        en: "of names only the surname is left, in texts too; nicknames and pictures are not found: read it before it goes",
    }
    /// The full edition.
    counts_edition() { zh: "汇总版（没有姓名）", en: "counts (nobody named)" }
    /// The edition with everything.
    full_edition() { zh: "全本", en: "full" }
}
