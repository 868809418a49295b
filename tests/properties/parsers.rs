//! The parser that reads records and the one that edits them take the same texts.

use proptest::prelude::*;
use zhibu::record::{Ledger, RelPath, Source, read};

/// Whether a text is TOML to the one that reads.
fn reads(text: &str) -> bool {
    let source = Source::new(RelPath::new("points/2026-11.toml").unwrap(), text);
    read::<Ledger>(&source).faults.iter().all(|fault| fault.code != "syntax" && fault.code != "bad-date")
}

/// Whether a text is TOML to the one that edits.
fn edits(text: &str) -> bool {
    text.parse::<toml::Table>().is_ok()
}

/// Pieces that texts of records are made of, and what breaks them.
const PIECES: &[&str] = &[
    "a = ",
    "b.c = ",
    "\"k\" = ",
    "1",
    "-2.5",
    "+3",
    "0x1F",
    "1_000",
    "1__0",
    "2026-11-05",
    "2026-02-30",
    "19:30:00",
    "2026-11-05T19:30:00Z",
    "true",
    "\"字\"",
    "'x'",
    "\"\"\"\n多行\n\"\"\"",
    "'''\ny'''",
    "\"\\u4e00\"",
    "\"\\q\"",
    "[",
    "]",
    "{ ",
    " }",
    ", ",
    ",\n",
    "\n",
    "\r\n",
    "[t]\n",
    "[[l]]\n",
    "[t.u]\n",
    "# 注\n",
    " ",
    "\t",
    "=",
    "\"",
    "'",
    "\u{feff}",
    "\u{7f}",
    "inf",
    "nan",
    ".",
    "a",
    "e5",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(4000)))]

    #[test]
    fn both_parsers_take_the_same_texts(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14)) {
        let text = pieces.concat();
        prop_assert_eq!(reads(&text), edits(&text), "{:?}", text);
    }

    #[test]
    fn both_parsers_take_the_same_lines(
        lines in prop::collection::vec(
            ("[a-c]", "( )?=( )?", prop::sample::select(PIECES), prop::sample::select(&["", " # x", ",", " "][..])), 0..5)
    ) {
        let text: String = lines.iter().map(|(key, equals, value, end)| format!("{key}{equals}{value}{end}\n")).collect();
        prop_assert_eq!(reads(&text), edits(&text), "{:?}", text);
    }
}
