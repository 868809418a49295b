//! Returns: a month as one file, and what it proves.

use super::{Text, sentences};

/// How far something is proven, by its id.
pub fn proof_state(id: &str) -> Text {
    match id {
        "proven" => Text::new("属实", "proven"),
        "broken" => Text::new("不符", "broken"),
        _ => Text::new("单凭此件不能证明", "not provable from this alone"),
    }
}

sentences! {
    /// A file that is no package.
    no_package() { zh: "这不是一个完整的 zip 文件", en: "this is no whole zip file" }
    /// What to do then.
    cure_no_package() { zh: "可能没有传完，请对方重新发一次", en: "it may be cut off: have it sent once more" }
    /// Too many files in it.
    package_of_many(found, most) { zh: "里面有 {found} 个文件，最多 {most} 个", en: "it has {found} files, and {most} is the most" }
    /// A name that leads elsewhere.
    package_name(name) { zh: "里面的文件名“{name}”不能用", en: "a file in it has a name that cannot be: `{name}`" }
    /// Two of one name.
    package_name_twice(name) { zh: "里面有两个“{name}”", en: "it has `{name}` twice" }
    /// It unpacks to too much.
    package_too_large(megabytes) { zh: "解开以后超过 {megabytes} MB，没有读取", en: "it unpacks to more than {megabytes} MB, and was not read" }
    /// What to do about a package that zhibu cannot have made.
    cure_strange_package() { zh: "zhibu return 写不出这样的文件：请问清是谁发来的", en: "`zhibu return` writes no such file: ask who sent it" }
    /// A package that zhibu did not make.
    no_return() { zh: "这不是 zhibu return 写出的文件：里面没有报送方、月份和版本", en: "zhibu return did not write this: it does not say of whom, of which month and edition it is" }
    /// One of a newer program.
    newer_package(found, known) { zh: "这份上报是新版 zhibu 写的（格式 {found}，这里只认到 {known}）：请换新版 zhibu", en: "a newer zhibu wrote this (version {found}, this program knows up to {known}): get a newer zhibu" }
    /// Whose it is.
    return_of(name, id, month, edition) { zh: "{name}（编号 {id}）{month}，{edition}", en: "{name} (id {id}), {month}, {edition}" }
    /// Something that is not said.
    none_given() { zh: "没有", en: "none" }
    /// What is proven.
    proof_whole() { zh: "文件齐全", en: "whole" }
    /// What is proven.
    proof_seal() { zh: "封存", en: "seal" }
    /// What is proven.
    proof_records() { zh: "记录", en: "records" }
    /// What is proven.
    proof_sender() { zh: "来源", en: "sender" }
    /// A file that is missing.
    file_is_missing(file) { zh: "缺 {file}", en: "{file} is missing" }
    /// A file that is not the one described.
    file_is_changed(file) { zh: "{file} 被改过", en: "{file} was changed" }
    /// A file that is not described.
    file_is_not_described(file) { zh: "多出 {file}", en: "{file} does not belong to it" }
    /// All are as they are described.
    files_as_described(number) { zh: "{number} 个文件与说明一致", en: "{number} files, as they are described" }
    /// The month is open.
    proof_not_sealed(month) { zh: "{month} 没有封存，数字还可能变", en: "{month} is not sealed: its figures may still change" }
    /// There is a seal that nothing speaks of.
    proof_seal_unnamed() { zh: "有封存文件，说明里却没有它的校验码", en: "there is a seal, and the description does not have its code" }
    /// The code without the seal.
    proof_code_alone(code) { zh: "校验码 {code}；封存文件写着人员编号，只随全本上报，请与报送方手里的核对", en: "code {code}; the seal names people and goes with the full edition alone: compare the code with the branch's" }
    /// Another seal.
    proof_other_code(found, named) { zh: "封存文件的校验码是 {found}，说明写的是 {named}", en: "the seal has the code {found}, and the description says {named}" }
    /// The seal of another month.
    proof_other_month(month) { zh: "封存的不是 {month}", en: "the seal is of another month than {month}" }
    /// The seal is the one that is named.
    proof_code(code, amended) { zh: "校验码 {code}，修订 {amended} 次", en: "code {code}, amended {amended} times" }
    /// Other amendments than those that are named.
    proof_other_amendments() { zh: "封存文件读不出来，或修订与说明不一致", en: "the seal cannot be read, or its amendments are not those described" }
    /// No seal to prove a table by.
    proof_no_seal() { zh: "没有封存文件可以对照", en: "there is no seal to compare it with" }
    /// A table the seal does not have.
    proof_not_in_seal() { zh: "封存时还没有这张表", en: "the seal does not have this table" }
    /// A table as it was sealed.
    proof_as_sealed() { zh: "与封存时一致", en: "as it was sealed" }
    /// A table that is not as it was sealed.
    proof_not_as_sealed() { zh: "与封存时不一致：被改过，或程序的算法变了（报送方用 zhibu verify 可以查清）", en: "not as it was sealed: it was changed, or the program reckons otherwise now (zhibu verify at the branch tells which)" }
    /// A table that an edition changed.
    proof_of_edition() { zh: "这个版本删减过，不能逐字对照", en: "the edition leaves things out: it cannot be compared as it was sealed" }
    /// The records are not there.
    proof_not_records(month) { zh: "数字是不是照记录得出：报送方用 zhibu verify {month} 证明", en: "that the figures follow from the records: zhibu verify {month} proves it at the branch" }
    /// Nobody signed it.
    proof_not_sender() { zh: "是谁发来的：文件没有签名，请与对方核对校验码", en: "who sent it: the file is not signed, compare the code with theirs" }
    /// It was written.
    returned(month, path) { zh: "{month} 的上报写入 {path}", en: "wrote the return of {month} to {path}" }
    /// It was written of an open month.
    returned_open(month) { zh: "{month} 没有封存：数字还可能变，上报里注明了", en: "{month} is not sealed: its figures may still change, and the return says so" }
    /// It was written by a branch without an id.
    returned_without_id() { zh: "这些记录还没有编号，上级认不出是谁的：zhibu upgrade", en: "these records have no id yet, by which the superior knows whose they are: zhibu upgrade" }
    /// Who gets it.
    the_superior() { zh: "上级", en: "the superior" }
    /// The month is not as its seal says.
    return_of_broken(month, path) { zh: "{month} 与封存时不一致（{path}），没有上报", en: "{month} is not as it was sealed ({path}): nothing was returned" }
    /// What to do then.
    cure_return_of_broken(month) { zh: "看变了什么：zhibu verify {month}", en: "see what changed: zhibu verify {month}" }
    /// Headings of a workbook.
    headings_of_csv() { zh: "--headings 只用于 CSV", en: "--headings is for CSV alone" }
    /// What to do then.
    cure_headings_of_csv() { zh: "工作簿的表头随 --lang", en: "the headings of a workbook follow --lang" }
}
