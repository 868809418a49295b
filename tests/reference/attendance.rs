//! The table of attendance in the reference is the program's.

use super::text;
use zhibu::reckon::{Who, Written, verdict};

#[test]
fn the_table_of_attendance_is_that_of_the_program() {
    let text = text();
    let rows = text.lines().skip_while(|line| !line.starts_with("| 那天是谁 who ")).skip(2);
    let mut rows = rows.take_while(|line| line.starts_with("| "));
    for (who, called) in Who::ALL {
        for (written, said) in Written::ALL {
            let row = rows.next().unwrap();
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            let [_, is, says, state, in_rate, earns, ..] = cells[..] else { panic!("{row}") };
            assert_eq!((is.rsplit(' ').next().unwrap(), says), (called, said), "{row}");
            let verdict = verdict(who, written);
            assert_eq!(state, verdict.map_or("none", |verdict| verdict.state.id()), "{row}");
            assert_eq!(in_rate == "yes", verdict.is_some_and(|verdict| verdict.in_rate), "{row}");
            assert_eq!(earns == "yes", verdict.is_some_and(|verdict| verdict.earns), "{row}");
        }
    }
    assert_eq!(rows.next(), None);
}
