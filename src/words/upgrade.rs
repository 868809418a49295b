//! Bringing files of an older version of the program to today's.

super::sentences! {
    /// What a command says of older files that it read.
    upgrade_waits() { zh: "这些记录还是旧版格式，可以升级：zhibu upgrade（先看改什么，加 --dry-run）", en: "these records are of an older version; to bring them to today's: zhibu upgrade (--dry-run shows what changes)" }
    /// The files are of the version.
    upgraded(schema) { zh: "升级到格式 {schema}", en: "upgraded the records to version {schema}" }
    /// They are already.
    up_to_date(schema) { zh: "已经是格式 {schema}，不用升级", en: "nothing to upgrade: the records are of version {schema}" }
}
