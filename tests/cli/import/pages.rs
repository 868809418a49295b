//! Pages and XML under the name of a workbook, as many systems export them.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

/// A roster as a system writes it: a page that says it is in GB2312, with its headings in a table of their own.
const PAGE: &str = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta http-equiv=\"Content-Type\" \
    content=\"text/html; charset=gb2312\"><style>td { mso-number-format: '\\@' }</style></head><body><div class=\"title\">党员\
    名册</div><div class=\"head\"><table border=\"1\"><tr><th>序号</th><th>姓名</th><th>加入<br>日期</th><th>身份</th><th>党小组</th>\
    </tr></table></div><div class=\"body\"><table border=\"1\"><tr><td>1</td><td>郑一</td><td>2019-06-30</td><td>正式党员</td>\
    <td rowspan=\"2\">刑侦党小组</td></tr><tr style=\"display: none\"><td>2</td><td>吴&nbsp;二</td><td>2020.7.1</td><td>正式党员</td></tr>\
    <tr><td colspan=\"4\">合计：2人</td><td></td></tr></table></div></body></html>";

#[test]
fn a_page_under_the_name_of_a_workbook_is_read() {
    let branch = Sandbox::branch();
    let (bytes, ..) = encoding_rs::GBK.encode(PAGE);
    branch.write("r.xls", &bytes);
    assert_snapshot!(branch.run("import members r.xls"), @"
    r.xls: a web page in GBK, table 1 of 1, hidden ones too: 1 rows, 0 columns, headings in row 2
      序号: not read
      姓名: name
      加入↵日期: from
      身份: standing
      党小组: group
    2 added
      of 2: 2 in a group, 0 with a post, 0 with a class
      row 3 added 郑一 (zheng-yi): 正式党员 from 2019-06-30; 刑侦党小组 from 2024-01-01
      row 4 added 吴二 (wu-er): 正式党员 from 2020-07-01; 刑侦党小组 from 2024-01-01
    1 skipped: totals, signatures, notes
      row 5 合计：2人
    --- stderr
    this was only shown, nothing is written; add --yes to import it
    ");
    // The same in UTF-8, whatever it says; and as a web archive.
    branch.write("r.xls", PAGE);
    assert!(branch.run("import members r.xls").contains("2 added"));
    let quoted: String = bytes.iter().map(|byte| format!("={byte:02X}")).collect();
    let lines: Vec<_> = quoted.as_bytes().chunks(72).map(|line| std::str::from_utf8(line).unwrap()).collect();
    branch.write(
        "r.mht",
        format!(
            "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n\
             Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--x--\r\n",
            lines.join("=\r\n")
        ),
    );
    let told = branch.run("import members r.mht --yes");
    assert!(told.contains("r.mht: a web page in GBK, table 1 of 1") && told.contains("2 added"), "{told}");
    assert!(branch.run("import members r.xls").contains("2 recorded already: rows 3–4"));
}

#[test]
fn a_workbook_in_xml_is_read() {
    let branch = Sandbox::branch();
    let row = |cells: &[(&str, &str)]| {
        let cell = |(kind, text): &(&str, &str)| format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>");
        format!("<Row>{}</Row>", cells.iter().map(cell).collect::<String>())
    };
    let rows = [
        row(&[("String", "姓名"), ("String", "身份"), ("String", "加入日期"), ("String", "党员编号")]),
        row(&[
            ("String", "郑一"),
            ("String", "正式党员"),
            ("DateTime", "2019-06-30T00:00:00.000"),
            ("Number", "110000200101235000"),
        ]),
    ];
    let book = format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:\
         spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"名册\"><Table>{}</Table>\
         </Worksheet></Workbook>",
        rows.concat()
    );
    branch.write("r.xls", &book);
    assert_snapshot!(branch.refused("import members r.xls"), @"
    r.xls: sheet `名册` of 1, headings in row 1
      姓名: name
      身份: standing
      加入日期: from
      党员编号: member (id)
    1 unmatched
      row 2: column `党员编号`: 110000200101235000 has more than 15 digits, and a spreadsheet has lost its end: format the column as text and type it again
    --- stderr
    error: row 2 cannot be matched, nothing is imported
    help: put the table right, or pass over them with --skip-unmatched
    --- exit Some(1)
    ");
    branch.write("r.xls", book.replace("110000200101235000", "11"));
    assert!(branch.run("import members r.xls --yes").contains("1 added"));
    branch.write("r.xls", "<?xml version=\"1.0\"?><feed/>");
    assert!(branch.refused("import members r.xls").contains("this is XML, neither a workbook nor a web page"));
    branch.write("r.xls", "<html><p>登录已过期</p></html>");
    assert!(branch.refused("import members r.xls").contains("a web page without a table"));
}
