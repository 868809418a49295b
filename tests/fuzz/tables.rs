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
const TABLES: [&str; 6] = [
    "日期,姓名,状态,备注\n2026-11-05,孙磊,出席,\n2026-11-12,赵刚,请假,\"出警, 夜\"\n",
    "某支部考勤表\n\ndate;name;state\n05/11/2026;Sun;present\n12/11/2026;Zhao;absent\n",
    "序号\t姓名\t日期\t状态\n1\t孙磊\t2026年11月5日\t√\n2\t赵刚\t45000\t×\n",
    "<html><meta charset=utf-8><table><col style='display:none'><tr><th>姓名<th>日期<th>状态<tr><td rowspan=2>孙磊<td>2026-11-05<td>出席\
     <tr hidden><td colspan=3>2026-11-12<br>√</table><table><tr><td>姓名<td>日期<td>状态</table>",
    "<?xml version=\"1.0\"?><Workbook><Worksheet ss:Name=\"a\"><Table><Row><Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">姓名</Data>\
     </Cell><Cell><Data ss:Type=\"DateTime\">2026-11-05T00:00:00</Data></Cell></Row><Row ss:Index=\"3\"><Cell ss:Index=\"2\"/></Row>\
     </Table></Worksheet></Workbook>",
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\
     Content-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=E5=A7=93=E5=90=8D<td>b<tr><td>c<td>d</table>\n--x--\n",
];

#[test]
fn any_text_is_a_table_or_refused() {
    each(1000, |dice| {
        let text = mangled(dice, dice.clone().choice(TABLES).unwrap());
        let (gbk, ..) = encoding_rs::GBK.encode(&text);
        whole(if dice.bool() { text.as_bytes() } else { &gbk });
    });
}
