//! Whose a package of tables is, and by what: what stands of us in `datapackage.json`.

use serde_json::{Value as Json, json};

use crate::branch::{Branch, FileKind};
use crate::error::Result;
use crate::git::Git;
use crate::record::{Day, Month, RelPath, SCHEMA, sha256};
use crate::rulebook::{Edition, FULL};
use crate::seal;
use crate::store::{Query, Store};

/// What a package says of the branch, the month, the rules and the seal, and of which day its figures are.
///
/// # Errors
/// Rules or a seal that cannot be read.
pub(super) fn about(
    store: &Store,
    branch: &Branch,
    month: Month,
    edition: Option<&Edition>,
    as_of: Option<Day>,
) -> Result<Json> {
    let settings = &branch.settings;
    let (commit, is_committed) = commit(store);
    let (rulebook, rules) = rules(store)?;
    let closing = store.load(&Query::roll().points(month.period()).seals(month.period()))?;
    Ok(json!({
        "branch": { "id": settings.id.as_ref().map(|id| id.value.to_string()), "name": settings.name },
        "period": month.to_string(),
        "as_of": as_of.map(|day| day.to_string()),
        "edition": edition.map_or(FULL, Edition::key),
        "schema": SCHEMA,
        "program": env!("CARGO_PKG_VERSION"),
        "commit": commit,
        "committed": is_committed,
        "rulebook": rulebook,
        "rules": rules,
        "posting": posting(&closing, month),
        "seal": sealed(&closing, month),
    }))
}

/// The commit of the records, and whether all of them stand in it.
fn commit(store: &Store) -> (Option<String>, bool) {
    let git = Git::find(store.root()).ok();
    let commit = git.as_ref().and_then(Git::head);
    let is_record = |path: &RelPath| FileKind::of(path).is_some();
    (commit, git.is_some_and(|git| !git.uncommitted().iter().any(is_record)))
}

/// The digest of the rulebook, which is that of the digests of its files, and these.
fn rules(store: &Store) -> Result<(String, Json)> {
    let (mut listed, mut rules) = (String::new(), serde_json::Map::new());
    for path in store.list("rules")?.0 {
        if let Some(source) = store.read(&path)? {
            let digest = sha256(source.text.as_bytes());
            listed.push_str(&format!("{digest}  {path}\n"));
            rules.insert(path.to_string(), digest.into());
        }
    }
    Ok((sha256(listed.as_bytes()), rules.into()))
}

/// When the month's list of points was posted and closed; null where it was not posted.
fn posting(branch: &Branch, month: Month) -> Json {
    let posting = branch.posting(month.period());
    posting.map_or(Json::Null, |(_, _, posting)| {
        json!({
            "date": posting.date.value.to_string(),
            "until": posting.until.value.to_string(),
            "closed": posting.closed.as_ref().map(|day| day.value.to_string()),
        })
    })
}

/// The seal in short, and its amendments, without what they say; null where the month is not closed.
fn sealed(branch: &Branch, month: Month) -> Json {
    branch.seals.get(&month).map_or(Json::Null, |seal| {
        let amended = seal.amended.iter().map(|one| json!({ "date": one.date.value.to_string(), "was": one.was }));
        json!({
            "date": seal.date.value.to_string(),
            "code": seal::code(&seal.source.text),
            "amended": amended.collect::<Vec<_>>(),
        })
    })
}
