//! The files of the examples, and how they are mangled.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use fastrand::Rng;
use toml::Table;
use zhibu::branch::FileKind;
use zhibu::record::RelPath;

use crate::depth::is_deep;

/// The directory whose files are mangled.
pub(crate) fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan")
}

/// Its records and rules: where each stands, and what it says.
pub(crate) fn files() -> &'static [(RelPath, String)] {
    static FILES: OnceLock<Vec<(RelPath, String)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let (mut found, mut folders) = (vec![], vec![example()]);
        while let Some(folder) = folders.pop() {
            let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            for path in paths {
                let below = path.strip_prefix(example()).unwrap().to_str().unwrap().to_owned();
                match RelPath::new(&below) {
                    _ if path.is_dir() => folders.push(path),
                    Some(below) if FileKind::of(&below).is_some() => {
                        found.push((below, fs::read_to_string(path).unwrap()));
                    }
                    _ => {}
                }
            }
        }
        assert!(found.len() > 100, "the example has records");
        found
    })
}

/// Tries inputs by seeds in order, so that what is found once is found again. A failure tells the seed, and
/// `ZHIBU_FUZZ_SEED` tries it alone. Where the tests are deep they go on for a minute, from `ZHIBU_FUZZ_FROM` if it is set.
pub(crate) fn each(usual: u64, test: impl Fn(&mut Rng)) {
    struct Told(u64);
    impl Drop for Told {
        #[allow(clippy::print_stderr)]
        fn drop(&mut self) {
            if std::thread::panicking() {
                eprintln!("again: ZHIBU_FUZZ_SEED={}", self.0);
            }
        }
    }
    let try_one = |seed| {
        let _told = Told(seed);
        test(&mut Rng::with_seed(seed));
    };
    if let Ok(seed) = std::env::var("ZHIBU_FUZZ_SEED") {
        return try_one(seed.parse().unwrap());
    }
    (0..usual).for_each(try_one);
    let from = std::env::var("ZHIBU_FUZZ_FROM").map_or(usual, |from| from.parse().unwrap());
    let begun = Instant::now();
    for seed in from.. {
        if !is_deep() || begun.elapsed() >= Duration::from_secs(60) {
            break;
        }
        try_one(seed);
    }
}

/// What another reader of TOML makes of a text; none where it holds a whole number of more than 64 bits, which TOML allows
/// and that reader does not know.
pub(crate) fn by_another(text: &str) -> Option<Result<Table, toml::de::Error>> {
    let read = text.parse::<Table>();
    let is_too_large = read.as_ref().is_err_and(|error| error.message().contains("as i128"));
    (!is_too_large).then_some(read)
}

/// What breaks texts.
const PIECES: &[&str] = &[
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "#",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{feff}",
    "\u{0}",
    "\u{3000}",
    "字",
    "𠀀",
    "e\u{301}",
    "\u{202e}",
    "-",
    "0",
    "9",
    "99999999999999999999",
    "-1",
    "1.5",
    "true",
    "inf",
    "nan",
    "2026-02-30",
    "2026-11-05",
    "0001-01-01",
    "9999-12-31",
    "2026-11-05T19:30:00Z",
    "[]",
    "{}",
    "\"\"",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "||||||| c\n",
];

/// A file of the example.
pub(crate) fn any(dice: &mut Rng) -> &'static (RelPath, String) {
    dice.choice(files()).unwrap()
}

/// A text with some changes.
pub(crate) fn mangled(dice: &mut Rng, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..dice.usize(1..5) {
        text = match dice.usize(0..9) {
            0..=3 => with_other_lines(dice, &text),
            4 | 5 => with_piece(dice, &text),
            6 => with_other_number(dice, &text),
            7 => without_part(dice, &text),
            _ => match dice.usize(0..3) {
                0 => text.replace("\r\n", "\n").replace('\n', "\r\n"),
                1 => format!("\u{feff}{text}"),
                _ => text.trim_end().to_owned(),
            },
        };
    }
    text
}

/// A line goes, comes twice, changes places, or is one of another file.
fn with_other_lines(dice: &mut Rng, text: &str) -> String {
    let mut lines: Vec<_> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let (at, other) = (dice.usize(0..lines.len()), dice.usize(0..lines.len()));
    let foreign = any(dice).1.split_inclusive('\n').collect::<Vec<_>>();
    match dice.usize(0..4) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at]),
        2 => lines.swap(at, other),
        _ => lines.insert(at, dice.choice(&foreign).copied().unwrap_or_default()),
    }
    lines.concat()
}

/// Where a character begins.
fn place(dice: &mut Rng, text: &str) -> usize {
    let at = dice.usize(0..=text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn with_piece(dice: &mut Rng, text: &str) -> String {
    let (mut text, at) = (text.to_owned(), place(dice, text));
    text.insert_str(at, dice.choice(PIECES).unwrap());
    text
}

fn with_other_number(dice: &mut Rng, text: &str) -> String {
    let digits: Vec<_> = text.match_indices(|sign: char| sign.is_ascii_digit()).map(|(at, _)| at).collect();
    let Some(at) = dice.choice(&digits) else { return text.to_owned() };
    format!("{}{}{}", &text[..*at], dice.digit(10), &text[at + 1..])
}

fn without_part(dice: &mut Rng, text: &str) -> String {
    let from = place(dice, text);
    let length = place(dice, &text[from..]).min(dice.usize(1..40));
    let until = (from + length..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    format!("{}{}", &text[..from], &text[until..])
}
