//! What is wrong in a directory, found and told.

use std::thread;

use crate::branch::Branch;
use crate::check::{self, Context, Findings};
use crate::cmd::closing::versions::Versions;
use crate::cmd::env::Env;
use crate::error::{Failure, Fault, Result, Severity};
use crate::git;
use crate::store::Store;
use crate::ui::Format;
use crate::words;

/// Everything that is wrong in a directory, and the records it was found in.
pub(in crate::cmd) fn findings(env: &Env, store: &Store) -> Result<(Branch, Findings)> {
    let _progress = env.ui.progress(&words::at_checking());
    let has_past = store.is_as_on_disk() && git::lies_in_one(store.root());
    let (survey, versions) = thread::scope(|scope| {
        let versions = has_past.then(|| scope.spawn(|| Versions::of(store).ok()));
        (store.survey(), versions.and_then(|versions| versions.join().ok().flatten()))
    });
    let survey = survey?;
    let gone = env.gone(store);
    let seals = versions.map(|versions| versions.faults(store, &survey.loaded.branch, &gone)).unwrap_or_default();
    let reading: Vec<Fault> = [survey.loaded.faults, survey.loaded.notes, gone, seals].concat();
    let mut look = Context::new(&survey.loaded.branch, &reading, &survey.files, &survey.digests, env.today);
    look.attributes = survey.attributes.as_ref();
    let found = check::findings(&look);
    Ok((survey.loaded.branch, found))
}

/// More findings than these fill more than a screen: they are summed up first.
const MANY: usize = 20;

/// Tells findings, and how many were accepted besides; the exit code tells whether one of them is more than a note.
pub(in crate::cmd) fn tell(env: &Env, findings: &[Fault], accepted: usize) -> Result<u8> {
    match env.global.format {
        Format::Text => {
            if findings.len() > MANY {
                env.ui.table(&check::summary(findings))?;
                env.ui.say(&words::one_code_alone());
                env.ui.answer("\n")?;
            }
            findings.iter().try_for_each(|finding| env.ui.finding(finding, None))?;
        }
        _ => env.ui.table(&check::table(findings))?,
    }
    env.ui.say(&words::so_many_findings(findings.len(), accepted));
    Ok(u8::from(findings.iter().any(|finding| finding.severity < Severity::Note)))
}

/// A code that no finding has.
pub(in crate::cmd) fn no_code(code: &str) -> Failure {
    let near = check::nearest_code(code).map(words::did_you_mean);
    Failure::usage(words::no_code(words::shown(code))).cure(near.unwrap_or_else(words::cure_no_code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::branch::{FORMS, FileKind, ledgers, record_files, swaps_path};
    use crate::record::{Day, RelPath, Source};
    use crate::rulebook::Template;

    /// A directory of two people and a ledger of swapped shifts.
    fn with_swaps(swaps: &str) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder");
        let standing = "[[standing]]\nis = \"full\"\nfrom = 2010-01-01\n";
        let mut files = vec![
            ("zhibu.toml".to_owned(), "name = \"x\"\nschema = 1\n".to_owned()),
            ("members/a.toml".to_owned(), format!("name = \"A\"\n{standing}")),
            ("members/b.toml".to_owned(), format!("name = \"B\"\n{standing}")),
            ("swaps/2026.toml".to_owned(), swaps.to_owned()),
        ];
        let rules = Template::PartyBranch.files().iter();
        files.extend(rules.map(|(file, text)| (format!("rules/{file}"), (*text).to_owned())));
        let files: Vec<_> = files.into_iter().filter_map(|(file, text)| Some((RelPath::new(&file)?, text))).collect();
        Store::create(dir.path(), &files).expect("a directory");
        dir
    }

    /// The findings in that ledger, each with its line.
    fn found(swaps: &str) -> Vec<(usize, &'static str)> {
        let dir = with_swaps(swaps);
        let survey = Store::at(dir.path().to_owned()).survey().expect("a directory");
        let reading = [survey.loaded.faults, survey.loaded.notes].concat();
        let today = Day::parse("2026-11-23").expect("a day");
        let look = Context::new(&survey.loaded.branch, &reading, &survey.files, &survey.digests, today);
        let open = check::findings(&look).open.into_iter();
        let places = open.filter_map(|finding| Some((finding.place?, finding.code)));
        places.filter(|(place, _)| place.file == swaps_path(2026)).map(|(place, code)| (place.line, code)).collect()
    }

    #[test]
    fn a_new_kind_of_ledger_is_a_row_of_one_table() {
        let line = |id: &str, rest: &str| format!("  {{ id = \"{id}\", {rest} }},\n");
        let lines = [
            line("aaaaa1", "date = 2026-03-01, member = \"a\", taker = \"b\""),
            line("aaaaa2", "date = 2026-03-02, member = \"a\", taker = \"c\""),
            line("aaaaa3", "date = 2026-03-03, member = \"a\", taker = \"b\", group = \"z\", links = [\"z\"]"),
            line("aaaaa4", "date = 2025-03-04, member = \"a\", taker = \"b\""),
            line("aaaaa5", "date = 2026-12-05, member = \"a\", taker = \"b\""),
            line("aaaaa1", "date = 2026-03-06, member = \"a\", taker = \"b\""),
            line("aaaaa7", "date = 2026-03-07, member = \"a\", taker = \"c\", struck = \"x\""),
            line("aaaaa8", "date = 2026-03-08, member = \"a\", taker = \"b\", note = \"x\""),
        ];
        let expected = [
            (3, "no-member"),
            (4, "no-group"),
            (4, "no-link"),
            (5, "wrong-year"),
            (6, "future"),
            (7, "same-id"),
            (9, "unknown-key"),
        ];
        assert_eq!(found(&format!("entries = [\n{}]\n", lines.concat())), expected);
        assert_eq!(found("entries = [\n  { id = \"aaaaa1\" },\n]\n"), [(2, "missing-key"); 3]);
    }

    #[test]
    fn a_new_kind_of_ledger_has_its_place_and_its_form() {
        let path = swaps_path(2026);
        assert_eq!((path.as_str(), FileKind::of(&path)), ("swaps/2026.toml", Some(FileKind::Swaps(2026))));
        let stray = RelPath::new("swaps/2026-11.toml").expect("a path");
        assert_eq!(FileKind::of(&stray), None);
        assert!(ledgers().contains("swaps/*.toml") && record_files().contains("swaps/*.toml"));
        let form = FORMS.iter().find(|form| form.is_of(path.as_str())).expect("a form");
        assert_eq!((form.stands().as_str(), form.reads), ("swaps/YEAR.toml", "Swaps"));
        assert_eq!(FileKind::read_back(&Source::new(path, "entries = 1\n")).len(), 1);
    }
}
