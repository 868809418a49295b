//! What a command is at that takes long.

super::sentences! {
    /// Records are looked over for what is wrong.
    at_checking() { zh: "正在检查记录 …", en: "checking the records …" }
    /// The rows of a table are set against the records.
    at_import() { zh: "正在逐行核对 …", en: "matching the rows …" }
    /// What git knows is read.
    at_past() { zh: "正在读取历史 …", en: "reading the history …" }
    /// The pages of a site are made.
    at_pages() { zh: "正在生成页面 …", en: "making the pages …" }
    /// A period is summed up.
    at_report() { zh: "正在汇总 …", en: "summing up …" }
    /// Another repository is asked what it has, and what is new is fetched.
    at_fetch(remote) { zh: "正在从 {remote} 取回 …", en: "fetching from {remote} …" }
    /// What is new here is given to another repository.
    at_push(remote) { zh: "正在送往 {remote} …", en: "pushing to {remote} …" }
}
