//! Any bytes are a table, or refused.

use crate::corpus::{each, mangled};
use crate::sheets::{WORKBOOKS, whole};

#[test]
fn any_workbook_is_read_or_refused() {
    each(300, |dice| {
        let mut bytes = dice.choice(WORKBOOKS).unwrap().to_vec();
        for _ in 0..dice.usize(1..30) {
            let at = dice.usize(0..bytes.len());
            match dice.usize(0..4) {
                0 => bytes[at] = dice.u8(..),
                1 => bytes[at] ^= 1 << dice.u8(0..8),
                2 => drop(bytes.drain(at..(at + dice.usize(1..20)).min(bytes.len()))),
                _ => bytes.insert(at, dice.u8(..)),
            }
        }
        whole(&bytes);
    });
}

/// Tables as people bring them.
const TABLES: [&str; 3] = [
    "日期,姓名,状态,备注\n2026-11-05,孙磊,出席,\n2026-11-12,赵刚,请假,\"出警, 夜\"\n",
    "某支部考勤表\n\ndate;name;state\n05/11/2026;Sun;present\n12/11/2026;Zhao;absent\n",
    "序号\t姓名\t日期\t状态\n1\t孙磊\t2026年11月5日\t√\n2\t赵刚\t45000\t×\n",
];

#[test]
fn any_text_is_a_table_or_refused() {
    each(1000, |dice| {
        let text = mangled(dice, dice.clone().choice(TABLES).unwrap());
        let (gbk, ..) = encoding_rs::GBK.encode(&text);
        whole(if dice.bool() { text.as_bytes() } else { &gbk });
    });
}
