//! What a package proves of itself.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::packed::{DESCRIPTION, SEAL};
use crate::error::Failure;
use crate::record::{Day, Month, Reading, RelPath, SCHEMA, Seal, Source, read, sha256};
use crate::seal;
use crate::words::{self, Text};

/// Whose a package is, and of which month, as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The id of the branch; none of one whose files are of an older version.
    pub branch: Option<String>,
    /// Its name.
    pub name: String,
    /// The month.
    pub month: Month,
    /// The edition.
    pub edition: String,
    /// The program that made it.
    pub program: String,
    /// The version of the files.
    pub schema: i64,
    /// The day its figures are of; none of one that does not say it.
    pub as_of: Option<Day>,
    /// The digest of each file of the rules, by its path.
    pub rules: BTreeMap<String, String>,
    /// Of a desk's package: of how many units it has everything, and of how many it should; none of a branch's.
    pub units: Option<(usize, usize)>,
    /// The code of the seal; none while the month is not closed.
    pub code: Option<String>,
    /// The codes the seal had before each of its amendments.
    pub was: Vec<String>,
}

/// What is found of one thing that a package says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What.
    pub item: Text,
    /// How it stands.
    pub state: State,
    /// Why.
    pub found: Text,
}

/// How far something is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Proven,
    /// It cannot be told from the package alone.
    Open,
    /// It does not hold.
    Broken,
}

impl State {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Open => "unproven",
            Self::Broken => "broken",
        }
    }
}

/// What the files of a package prove, and whose they are.
///
/// # Errors
/// Files that are no return, or one of a newer program.
pub fn prove(files: &BTreeMap<String, Vec<u8>>) -> Result<(About, Vec<Proof>), Failure> {
    let (description, about) = described(files.get(DESCRIPTION).map(Vec::as_slice).unwrap_or_default())?;
    let own = &description["zhibu"];
    let seal = files.get(SEAL).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let mut proofs = vec![whole(&description, files), closed(own, &about, seal)];
    proofs.extend(tables(own, files, seal));
    proofs.push(Proof {
        item: words::proof_records(),
        state: State::Open,
        found: words::proof_not_records(about.month),
    });
    proofs.push(Proof { item: words::proof_sender(), state: State::Open, found: words::proof_not_sender() });
    Ok((about, proofs))
}

/// Whose a package is, by what describes it, and the digest of each of its files.
///
/// # Errors
/// What describes no return, or one of a newer program.
pub fn about(description: &[u8]) -> Result<(About, BTreeMap<String, String>), Failure> {
    let (description, about) = described(description)?;
    let resources = description["resources"].as_array().into_iter().flatten();
    let digest = |resource: &Json| {
        let digest = resource["hash"].as_str()?.strip_prefix("sha256:")?;
        Some((resource["path"].as_str()?.to_owned(), digest.to_owned()))
    };
    Ok((about, resources.filter_map(digest).collect()))
}

fn described(bytes: &[u8]) -> Result<(Json, About), Failure> {
    let none = || Failure::refused(words::no_return()).cure(words::cure_strange_package());
    let description = serde_json::from_slice::<Json>(bytes).map_err(|_| none())?;
    let own = &description["zhibu"];
    if let Some(schema) = own["schema"].as_i64().filter(|schema| *schema > SCHEMA) {
        return Err(Failure::refused(words::newer_package(schema, SCHEMA)));
    }
    let about = said(own).ok_or_else(none)?;
    Ok((description, about))
}

fn said(own: &Json) -> Option<About> {
    let text = |value: &Json| value.as_str().map(str::to_owned);
    let number = |value: &Json| value.as_u64().and_then(|number| usize::try_from(number).ok());
    let rules = own["rules"].as_object().into_iter().flatten();
    Some(About {
        branch: text(&own["branch"]["id"]),
        name: text(&own["branch"]["name"])?,
        month: Month::parse(own["period"].as_str()?)?,
        edition: text(&own["edition"])?,
        program: text(&own["program"])?,
        schema: own["schema"].as_i64()?,
        as_of: own["as_of"].as_str().and_then(Day::parse),
        rules: rules.filter_map(|(path, digest)| Some((path.clone(), text(digest)?))).collect(),
        was: own["seal"]["amended"].as_array().into_iter().flatten().filter_map(|one| text(&one["was"])).collect(),
        units: number(&own["units"]["there"]).zip(number(&own["units"]["of"])),
        code: text(&own["seal"]["code"]),
    })
}

/// Whether every file is there as it is described, and none besides.
fn whole(description: &Json, files: &BTreeMap<String, Vec<u8>>) -> Proof {
    let (mut wrong, mut named) = (Vec::new(), vec![DESCRIPTION, SEAL]);
    for resource in description["resources"].as_array().into_iter().flatten() {
        let path = resource["path"].as_str().unwrap_or_default();
        let digest = resource["hash"].as_str().and_then(|hash| hash.strip_prefix("sha256:"));
        named.push(path);
        match files.get(path) {
            None => wrong.push(words::file_is_missing(words::shown(path))),
            Some(bytes) if digest != Some(&sha256(bytes)) => wrong.push(words::file_is_changed(words::shown(path))),
            Some(_) => {}
        }
    }
    let others = files.keys().filter(|name| !named.contains(&name.as_str()));
    wrong.extend(others.map(|name| words::file_is_not_described(words::shown(name))));
    let item = words::proof_whole();
    match wrong.is_empty() {
        true => Proof { item, state: State::Proven, found: words::files_as_described(files.len()) },
        false => Proof { item, state: State::Broken, found: Text::list(wrong) },
    }
}

/// Whether the month is closed, and by the seal whose code is named.
fn closed(own: &Json, about: &About, seal: Option<&str>) -> Proof {
    let item = words::proof_seal();
    let amended = own["seal"]["amended"].as_array().map_or(0, Vec::len);
    match (&about.code, seal) {
        (None, None) => Proof { item, state: State::Open, found: words::proof_not_sealed(about.month) },
        (None, Some(_)) => Proof { item, state: State::Broken, found: words::proof_seal_unnamed() },
        (Some(code), None) => Proof { item, state: State::Open, found: words::proof_code_alone(code) },
        (Some(code), Some(text)) if seal::code(text) != *code => {
            Proof { item, state: State::Broken, found: words::proof_other_code(seal::code(text), words::shown(code)) }
        }
        (Some(code), Some(text)) => match record(text) {
            Some(seal) if !is_of(&seal, about.month) => {
                Proof { item, state: State::Broken, found: words::proof_other_month(about.month) }
            }
            Some(seal) if seal.amended.len() == amended && is_chain(own, &seal) => {
                Proof { item, state: State::Proven, found: words::proof_code(code, amended) }
            }
            _ => Proof { item, state: State::Broken, found: words::proof_other_amendments() },
        },
    }
}

/// Whether a seal is of a month: what it knows of ends with it, where it says so, and its files are of no other.
fn is_of(seal: &Seal, month: Month) -> bool {
    let days = seal.known.as_ref().map(|known| Month::of(known.value));
    let paths = seal.files.iter().filter_map(|file| RelPath::new(&file.path));
    days.into_iter().chain(paths.filter_map(|path| seal::month_of(&path))).all(|of| of == month)
}

/// Whether the amendments that are named are those of the seal, in its order.
fn is_chain(own: &Json, seal: &Seal) -> bool {
    let named = own["seal"]["amended"].as_array().into_iter().flatten();
    let named = named.map(|one| (one["date"].as_str().map(str::to_owned), one["was"].as_str().map(str::to_owned)));
    let told = seal.amended.iter().map(|one| (Some(one.date.value.to_string()), Some(one.was.clone())));
    let mut before = seal.date.value;
    let in_order = seal.amended.iter().all(|one| std::mem::replace(&mut before, one.date.value) <= one.date.value);
    in_order && named.eq(told)
}

/// The seal that a text is.
fn record(text: &str) -> Option<Seal> {
    let path = RelPath::new("seals/0000-00.toml").or_else(|| RelPath::new(SEAL))?;
    let Reading { record, .. } = read::<Seal>(&Source::new(path, text));
    record
}

/// Whether each table is the one of which the seal has the digest.
fn tables(own: &Json, files: &BTreeMap<String, Vec<u8>>, seal: Option<&str>) -> Vec<Proof> {
    let sealed = seal.and_then(record);
    let tables = files.iter().filter(|(name, _)| name.ends_with(".csv"));
    let is_whole = own["edition"].as_str() == Some("full");
    let proof = |(name, bytes): (&String, &Vec<u8>)| {
        let item = Text::same(words::shown(name));
        let (state, found) = match &sealed {
            None => (State::Open, words::proof_no_seal()),
            Some(seal) => match seal.tables.iter().find(|table| table.table == *name) {
                None => (State::Open, words::proof_not_in_seal()),
                Some(table) if table.sha256 == sha256(bytes) => (State::Proven, words::proof_as_sealed()),
                Some(_) if is_whole => (State::Broken, words::proof_not_as_sealed()),
                Some(_) => (State::Open, words::proof_of_edition()),
            },
        };
        Proof { item, state, found }
    };
    tables.map(proof).collect()
}
