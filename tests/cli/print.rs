//! What is printed: pages complete in themselves, by the program's templates and by those of the branch.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn branch() -> Sandbox {
    let branch = Sandbox::branch();
    branch.run("meeting log general --on 11-09 --time 15:00-16:10 --place 二楼 --absent 孙磊:duty --topic 学习 --decision 同意 --votes 4,0,0");
    branch.run("points award 孙磊 commended 5 --on 10-12");
    branch.run("points post 2026-10");
    branch.run("dues set 赵刚 45.50 --from 2026-01");
    branch.run("dues set 孙磊 40 --from 2026-01");
    branch.run("dues pay 赵刚 2026-11");
    branch.run("issue open 台账不全 --owner 孙磊 --deadline 2026-12-15 --measure 逐次补齐");
    branch
}

/// What stands on a page, a cell after the other, a row a line.
fn read(page: &str) -> String {
    let body = page.split_once("</head>").map_or(page, |(_, body)| body);
    let mut lines = String::new();
    for line in body.lines() {
        let (mut text, mut inside) = (String::new(), false);
        for character in line.chars() {
            match character {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                other if !inside => text.push(other),
                _ => {}
            }
        }
        let words: Vec<_> = text.split_whitespace().collect();
        if !words.is_empty() {
            lines += &format!("{}\n", words.join(" "));
        }
    }
    lines
}

/// A page that needs nothing from elsewhere, runs nothing, and says in which language it is.
#[track_caller]
fn assert_complete(page: &str, lang: &str) {
    assert!(page.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")), "{page}");
    assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"), "{page}");
    assert!(page.ends_with("</html>\n") && page.contains("<meta charset=\"utf-8\">") && page.contains("size: A4"));
    for word in ["<script", "http:", "https:", "src=", "<link", "@import", "url(", "{{", "{%", "{#"] {
        assert!(!page.contains(word), "{word} in {page}");
    }
}

const PAGES: [&str; 5] = [
    "print sign-in general --on 12-03 --time 15:00-16:30 --place 二楼会议室 --topic 年终总结",
    "print record 2026-11-09-general",
    "print posted",
    "print dues",
    "print problems",
];

#[test]
fn every_page_is_complete_in_both_languages() {
    let branch = branch();
    for page in PAGES {
        for lang in ["zh", "en"] {
            let words: Vec<_> = page.split_whitespace().chain(["--lang", lang]).collect();
            let made = branch.command(&words).output().unwrap();
            assert!(made.status.success(), "{made:?}");
            assert_complete(&String::from_utf8(made.stdout).unwrap(), lang);
        }
    }
}

#[test]
fn a_sheet_has_everybody_who_is_due_on_the_day() {
    let branch = branch();
    assert_snapshot!(read(&branch.run(&format!("{} --lang zh", PAGES[0]))), @"
    站南派出所党支部
    党员大会签到表
    日期 2026年12月3日 时间 15:00-16:30
    地点 二楼会议室 记录人 李敏
    主持人 赵刚 应到人数 7
    议题 年终总结 实到人数
    序号 姓名 小组 签名 备注
    1 何秀英 综合党小组 免到
    2 李敏 综合党小组
    3 孙磊 刑侦党小组
    4 王芳（刑侦党小组） 刑侦党小组
    5 王芳（综合党小组） 综合党小组
    6 许诺 综合党小组
    7 赵刚 刑侦党小组
    列席人员
    列席人员
    列席人员
    ");
    assert_snapshot!(read(&branch.run("print sign-in group -g 刑侦 --on 12-03 --lang en")), @"
    站南派出所党支部 · 刑侦党小组
    党小组会: sign-in sheet
    date 2026-12-03 time
    place recorder
    chair 孙磊 due 3
    topics attended
    no. name signature remark
    1 孙磊
    2 王芳 (刑侦党小组)
    3 赵刚
    sitting in
    sitting in
    sitting in
    ");
    let logged = read(&branch.run("print sign-in --meeting 11-09 --lang zh"));
    assert!(logged.contains("孙磊 刑侦党小组 请假、值班备勤"), "{logged}");
}

#[test]
fn a_record_is_printed_as_it_is_filed() {
    assert_snapshot!(read(&branch().run("print record 11-09 --lang zh")), @"
    站南派出所党支部
    党员大会记录
    日期 2026年11月9日 时间 15:00-16:10
    地点 二楼
    主持人 赵刚 记录人 李敏
    应到人数 7 人（预备党员 1、正式党员 6） 实到 5 (83.3%)
    出席 李敏；王芳（刑侦党小组）；王芳（综合党小组）；许诺；赵刚
    请假 孙磊：值班备勤
    免到 何秀英
    议题 学习
    会议内容
    表决和决议
    序号 决议 有表决权应到 有表决权到会 赞成 反对 弃权 结果
    1 同意 6 4 4 0 0 通过
    主持人签名 记录人签名
    ");
}

#[test]
fn lists_have_the_figures_of_the_reports() {
    let branch = branch();
    assert_snapshot!(read(&branch.run("print posted --lang zh")), @"
    站南派出所党支部
    2026年10月积分公示
    公示日期 2026年11月23日 · 异议期至 2026年11月28日
    序号 姓名 小组 基础分 加分 扣分 超限扣减 合计 等次
    1 李敏 综合党小组 60 0 0 0 60 达标
    2 孙磊 刑侦党小组 60 5 0 0 65 达标
    3 王芳（刑侦党小组） 刑侦党小组 60 0 0 0 60 达标
    4 王芳（综合党小组） 综合党小组 60 0 0 0 60 达标
    5 许诺 综合党小组 60 0 0 0 60 达标
    6 赵刚 刑侦党小组 60 0 0 0 60 达标
    站南派出所党支部（盖章） 2026年11月23日
    ");
    assert_snapshot!(read(&branch.run("print dues --lang zh")), @"
    站南派出所党支部
    2026年11月党费收缴登记表
    序号 姓名 小组 应交金额 实交金额 交纳日期 签名 备注
    1 何秀英 综合党小组
    2 李敏 综合党小组
    3 孙磊 刑侦党小组 40.00
    4 王芳（刑侦党小组） 刑侦党小组
    5 王芳（综合党小组） 综合党小组
    6 许诺 综合党小组
    7 赵刚 刑侦党小组 45.50 45.50 2026-11-23
    合计 85.50 45.50
    收款人 日期
    ");
    assert_snapshot!(read(&branch.run("print problems --lang en")), @"
    站南派出所党支部
    problems to be mended
    as of 2026-11-23 · in all 1 · open 1 · of these overdue 0 · closed 0
    no. problems found found at measure owner deadline state progress closed closed by
    1 台账不全 2026-11-23 逐次补齐 孙磊 2026-12-15 open
    ");
}

#[test]
fn a_page_goes_to_a_file() {
    let branch = branch();
    assert_snapshot!(branch.run("print dues --lang en -o out/dues.html --dry-run"), @"
    --- stderr
    would write out/dues.html
    ");
    assert_snapshot!(branch.run("print dues --lang en -o out/dues.html"), @"
    --- stderr
    wrote dues of 2026-11 to out/dues.html: open it in a browser to print it
    ");
    assert_eq!(branch.read("out/dues.html"), branch.run("print dues --lang en"));
    assert_snapshot!(branch.run("print posted --period 2026-09 --lang en -o out/points.html"), @"
    --- stderr
    wrote points of 2026-09 to out/points.html: open it in a browser to print it
    nothing is recorded in 2026-09, before the records begin on 2026-11-23 (`since` in zhibu.toml)
    ");
}

#[test]
fn names_are_no_html() {
    let branch = branch();
    branch.write(
        "members/mallory.toml",
        "name = \"<b>&\\\"'\\u001b[31m\"\n\n[[standing]]\nis = \"full\"\nfrom = 2020-01-01\n",
    );
    branch.run("meeting edit 2026-11-09-general --place <script>alert(1)</script>");
    let sheet = branch.run("print sign-in general --on 12-03");
    assert!(sheet.contains("&lt;b&gt;&amp;&quot;&#x27;\\u{1b}[31m") && !sheet.contains("<b>"), "{sheet}");
    let record = branch.run("print record 11-09");
    assert!(record.contains("&lt;script&gt;") && !record.contains("<script"), "{record}");
}

#[test]
fn a_template_is_copied_and_edited() {
    let branch = branch();
    let own = branch.run("print dues --lang zh");
    assert_snapshot!(branch.run("print template dues --lang zh"), @"
    --- stderr
    复制打印模板 dues
      templates/dues.html
    ");
    assert_snapshot!(branch.read("templates/dues.html"), @r#"
    {#
    zhibu print dues 用这个模板。可以随意改；删掉这个文件，就用程序自带的。
    它是一张 HTML 网页。写 {{ 名称 }} 的地方填入内容；{% if 名称 %} … {% endif %} 有内容才写；{% for one in 行 %} … {% endfor %} 每行写一次，行里的内容写 {{ one.名称 }}，{{ loop.index }} 是序号。没有登记的，内容是空的。{{ style }} 是自带的版式。
    名称：
      title  标题
      branch  名称
      printed  打印日期
      notes  说明，每条一行
      month  月份
      count  合计
      due_amount  应交金额
      paid_amount  实交金额
      owed_amount  欠交金额
    每行的名称（people）：
      name  姓名
      group  小组
      due_amount  应交金额
      paid_amount  实交金额
      owed_amount  欠交金额
      dues_state  交纳状态
      paid  交纳日期
      by  收款人
      note  备注
    #}
    <!DOCTYPE html>
    <html lang="{{ lang }}">
    <head>
    <meta charset="utf-8">
    <title>{{ title }}</title>
    <style>
    {{ style }}
    .list .sign { width: 30mm; }
    </style>
    </head>
    <body>
    <p class="branch">{{ branch }}</p>
    <h1>{{ title }}</h1>
    <table class="list">
    <thead>
    <tr><th>序号</th><th>姓名</th><th>小组</th><th>应交金额</th><th>实交金额</th><th>交纳日期</th><th class="sign">签名</th><th>备注</th></tr>
    </thead>
    <tbody>
    {% for one in people %}
    <tr><td class="number">{{ loop.index }}</td><td class="keep">{{ one.name }}</td><td class="keep">{{ one.group }}</td><td class="number">{{ one.due_amount }}</td><td class="number">{{ one.paid_amount }}</td><td class="keep">{{ one.paid }}</td><td></td><td>{{ one.note }}</td></tr>
    {% endfor %}
    <tr><td></td><th>合计</th><td></td><td class="number"><strong>{{ due_amount }}</strong></td><td class="number"><strong>{{ paid_amount }}</strong></td><td></td><td></td><td></td></tr>
    </tbody>
    </table>
    <div class="signatures"><p>收款人</p><p>日期</p></div>
    </body>
    </html>
    "#);
    assert_eq!(branch.run("print dues --lang zh"), own, "the copy prints what the program's own does");
    let edited = branch.read("templates/dues.html").replace("<h1>", "<h1>（样张）");
    branch.write("templates/dues.html", edited);
    assert!(branch.run("print dues --lang zh").contains("<h1>（样张）2026年11月"));
    assert_eq!(branch.run("check").lines().filter(|line| line.contains("templates")).count(), 0);
    assert_snapshot!(branch.refused("print template dues"), @"
    --- stderr
    error: there is a templates/dues.html already
    help: edit it as it is; to have the program's own again, delete templates/dues.html first
    --- exit Some(1)
    ");
    for name in ["sign-in", "record", "posted", "problems"] {
        for (lang, word) in [("en", "names:"), ("zh", "名称：")] {
            branch.run(&format!("print template {name} --lang {lang} --no-commit"));
            let path = format!("templates/{name}.html");
            assert!(branch.read(&path).contains(word));
            let page = PAGES.iter().find(|page| page.contains(name)).unwrap();
            assert_complete(&branch.run(&format!("{page} --lang {lang}")), lang);
            std::fs::remove_file(branch.root().join(path)).unwrap();
        }
    }
}

#[test]
fn a_template_that_is_wrong_is_told_with_its_place() {
    let branch = branch();
    let mut told = String::new();
    for text in [
        "<h1>{{ titel }}</h1>\n",
        "<p>x</p>\n{% for one in people %}{{ one.nmae }}{% endfor %}\n",
        "{{ quite_another_name }}\n",
        "<p>{% if title %}\n</p>\n",
        "{{ title | shout }}\n",
        "{{ label.nothing }}\n",
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}\n",
    ] {
        branch.write("templates/dues.html", text);
        told += &branch.refused("print dues -o dues.html");
    }
    assert_snapshot!(told, @"
    --- stderr
    templates/dues.html:1:8: there is no `titel`
      |
    1 | <h1>{{ titel }}</h1>
      |        ^^^^^
    help: did you mean `title`?
    --- exit Some(1)
    --- stderr
    templates/dues.html:2:27: there is no `one.nmae`
      |
    2 | {% for one in people %}{{ one.nmae }}{% endfor %}
      |                           ^^^^^^^^
    help: did you mean `name`?
    --- exit Some(1)
    --- stderr
    templates/dues.html:1:4: there is no `quite_another_name`
      |
    1 | {{ quite_another_name }}
      |    ^^^^^^^^^^^^^^^^^^
    help: there are: title, branch, printed, notes, style, month, count, due_amount, paid_amount, owed_amount, people
    --- exit Some(1)
    --- stderr
    templates/dues.html:2:1: this is no template: unexpected end of input, expected end of block
      |
    2 | </p>
      | ^^^^
    help: compare it with what `zhibu print template` copies; without this file the program's own is used
    --- exit Some(1)
    --- stderr
    templates/dues.html:1:12: this is no template: filter shout is unknown
      |
    1 | {{ title | shout }}
      |            ^^^^^
    help: compare it with what `zhibu print template` copies; without this file the program's own is used
    --- exit Some(1)
    --- stderr
    templates/dues.html:1:4: there is no `label.nothing`
      |
    1 | {{ label.nothing }}
      |    ^^^^^^^^^^^^^
    help: compare it with what `zhibu print template` copies; without this file the program's own is used
    --- exit Some(1)
    --- stderr
    templates/dues.html:1:1: the template does not come to an end
      |
    1 | {% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    help: compare it with what `zhibu print template` copies; without this file the program's own is used
    --- exit Some(1)
    ");
    branch.write("templates/dues.html", "{{ titel }}");
    assert_snapshot!(branch.refused("print dues --lang zh"), @"
    --- stderr
    templates/dues.html:1:4: 没有“titel”这个名称
      |
    1 | {{ titel }}
      |    ^^^^^
    建议：是不是“title”？
    --- exit Some(1)
    ");
}

#[test]
fn what_cannot_be_printed() {
    let branch = branch();
    assert_snapshot!(branch.refused("print sign-in"), @"
    --- stderr
    error: nothing says for which meeting the sheet is
    help: name the kind, as in `zhibu print sign-in general`, or a logged meeting with --meeting
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("print sign-in group"), @"
    --- stderr
    error: 党小组会 needs a group
    help: name it with --group, one of: 刑侦党小组, 综合党小组
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("print record 2026-01-01"), @"
    --- stderr
    error: no meeting `2026-01-01`
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("print dues --period 2026"), @"
    --- stderr
    error: 2026 is not a month
    help: write --period 2026-11, or --period last-month
    --- exit Some(2)
    ");
}
