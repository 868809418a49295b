use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::sealed::sealed;

/// A branch with a meeting, an award, a problem and names wherever a person may write one.
fn branch() -> Sandbox {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.write("minutes.txt", "赵 刚主持，王芳发言；Sun Lei 请假，电话 13800001234。\n");
    let meeting = "meeting log group -g 刑侦 --on 11-05 --absent 孙磊:ill:住院 --chair 赵刚 --topic 听取孙磊的汇报 \
         --guest 周局长 --minutes minutes.txt -q";
    assert_eq!(branch.run(meeting), "");
    assert_eq!(branch.run("meeting log 党课 --on 11-06 --absent 许诺 -q"), "");
    assert_eq!(branch.run("points award 孙磊 commended 5 --note 与李敏一起破案 -q"), "");
    assert_eq!(branch.run("issue open 何秀英反映的问题 --owner 李敏 --deadline 12-01 --measure 由li-min办 -q"), "");
    branch
}

/// The pages below a folder, by their paths from it.
fn pages(branch: &Sandbox, out: &str) -> BTreeMap<String, String> {
    let top = branch.root().join(out);
    let files = branch.files().into_iter().filter_map(|(path, bytes)| {
        let path = path.strip_prefix(&top).ok()?.to_str()?.to_owned();
        path.ends_with(".html").then(|| (path, String::from_utf8(bytes).unwrap()))
    });
    files.collect()
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn the_year_is_written_as_pages() {
    let branch = branch();
    assert_snapshot!(branch.run("site --out out --period 2026-11 --lang en"), @"
    --- stderr
    wrote 22 pages to out
    names and ids are masked; other ways of naming somebody in minutes and notes are not recognised: read it through before you pass it on
    ");
    assert_snapshot!(pages(&branch, "out").into_keys().collect::<Vec<_>>().join("\n"), @"
    attendance.html
    bulletins.html
    bulletins/2026-11.html
    duties.html
    index.html
    meetings.html
    meetings/2026-11-05-group-criminal.html
    meetings/2026-11-06-lesson.html
    people.html
    people/001.html
    people/002.html
    people/003.html
    people/004.html
    people/005.html
    people/006.html
    people/007.html
    people/008.html
    points.html
    points/2026-11.html
    problems.html
    problems/2026-11-23-xth3a3.html
    rhythm.html
    ");
    assert_snapshot!(branch.run("site --out out --period 2026-11 --lang zh --edition full"), @"
    --- stderr
    已写出 22 个网页到 out
    这是完整版，含真实姓名，不要外传
    ");
    assert_snapshot!(branch.run("site --out year --dry-run --period 2026 --quiet"), @"");
    assert!(!branch.root().join("year").exists());
    assert!(branch.run("site --out year").starts_with("--- stderr\nwrote "));
    assert!(pages(&branch, "year").contains_key("bulletins/2026-01.html"));
    assert!(!pages(&branch, "year").contains_key("bulletins/2026-12.html"));
}

#[test]
fn every_link_leads_to_a_page_and_every_page_is_closed_to_the_world() {
    let branch = branch();
    for (lang, edition) in [("zh", "masked"), ("en", "full")] {
        branch.run(&format!("site --out {lang} --lang {lang} --edition {edition}"));
        let pages = pages(&branch, lang);
        for (path, page) in &pages {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let links = between(page, "href=\"", "\"");
            for link in links.into_iter().filter(|link| !link.starts_with('#') && *link != "data:,") {
                let target = match link.strip_prefix("../") {
                    Some(rest) if !folder.is_empty() => rest.to_owned(),
                    _ => format!("{folder}{}{link}", if folder.is_empty() { "" } else { "/" }),
                };
                assert!(pages.contains_key(&target), "{path}: {link}");
            }
            assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"), "{path}");
            for never in ["<script", "<img", "<iframe", "http:", "https:", "url(", "@import", " on"] {
                let markup = between(page, "<", ">").into_iter().any(|tag| format!("<{tag}").contains(never));
                let styled = between(page, "<style>", "</style>")[0].contains(never) && never != " on";
                assert!(!markup && !styled, "{path}: {never}");
            }
            is_well_formed(path, page);
        }
    }
}

/// Every element that is begun is ended, in the right order.
#[track_caller]
fn is_well_formed(path: &str, page: &str) {
    let mut open = Vec::new();
    for tag in between(page, "<", ">").into_iter().filter(|tag| !tag.starts_with('!')) {
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap();
        match tag.strip_prefix('/') {
            Some(ended) => assert_eq!(open.pop(), Some(ended), "{path}"),
            None if ["meta", "link", "wbr"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{path}: {open:?}");
}

#[test]
fn the_masked_edition_gives_nobody_away() {
    let branch = branch();
    branch.run("site --out out --lang zh");
    let names =
        ["赵刚", "孙磊", "王芳", "李敏", "许诺", "何秀英", "董立", "周局长", "住院", "病假", "Sun Lei", "13800001234"];
    let ids = ["zhao-gang", "sun-lei", "wang-fang", "li-min", "xu-nuo", "he-xiuying", "dong-li"];
    let pages = pages(&branch, "out");
    for (path, page) in &pages {
        for hidden in names.iter().chain(&ids) {
            assert!(!page.contains(hidden) && !path.contains(hidden), "{path}: {hidden}");
        }
        assert!(page.contains("遮名版"), "{path}");
    }
    let meeting = &pages["meetings/2026-11-05-group-criminal.html"];
    let (_, meeting) = meeting.split_once("<h1>").unwrap();
    assert_snapshot!(meeting.split_once("</main>").unwrap().0.replace("><", ">\n<"), @r#"
    2026-11-05 党小组会 · 刑侦党小组</h1>
    <dl>
    <dt>种类</dt>
    <dd>党小组会</dd>
    <dt>小组名称</dt>
    <dd>刑侦党小组</dd>
    <dt>日期</dt>
    <dd>2026-11-05</dd>
    <dt>主持人</dt>
    <dd>
    <a href="../people/002.html">赵×</a>
    </dd>
    <dt>应到</dt>
    <dd>3 人（正式党员 3）</dd>
    <dt>实到</dt>
    <dd>2</dd>
    <dt>出勤率（%）</dt>
    <dd>66.7</dd>
    <dt>出席</dt>
    <dd class="list">王×4；赵×</dd>
    <dt>请假</dt>
    <dd class="list">孙×</dd>
    <dt>议题</dt>
    <dd class="list">听取孙×的汇报</dd>
    <dt>记录</dt>
    <dd>赵×主持，王×发言；孙× 请假，电话 ×。</dd>
    <dt>会议编号</dt>
    <dd>2026-11-05-group-criminal</dd>
    </dl>
    "#);
}

#[test]
fn the_full_edition_says_that_it_has_names() {
    let branch = branch();
    branch.run("site --out out --edition full --lang zh");
    let pages = pages(&branch, "out");
    assert!(pages.values().all(|page| page.contains("完整版：含真实姓名") && !page.contains("遮名版")));
    let meeting = &pages["meetings/2026-11-05-group-criminal.html"];
    assert!(meeting.contains("孙磊：病假、住院") && meeting.contains("周局长"), "{meeting}");
    // Not even here is a name in the name of a file, since links are passed on.
    assert!(pages.keys().all(|path| !path.contains("zhao") && !path.contains("sun")));
}

#[test]
fn a_month_that_was_amended_says_so() {
    let branch = sealed();
    branch.run("points award 孙磊 good-deed 1 --on 10-06 --amend 赵刚发现十月漏记 --by 李敏");
    branch.run("site --out out --period 2026-10 --lang zh");
    let page = &pages(&branch, "out")["bulletins/2026-10.html"];
    assert_snapshot!(between(page, "<p class=\"note\">", "</p>").join("\n"), @"2026-10 封存后修订，2026-11-23：孙×: 好人好事 +1, 2026-10-06（赵×发现十月漏记）");
}

#[test]
fn the_same_records_give_the_same_bytes() {
    let branch = branch();
    branch.run("site --out one");
    branch.run("site --out two");
    assert_eq!(pages(&branch, "one"), pages(&branch, "two"));
    branch.run("site --out two --lang zh");
    branch.run("site --out two");
    assert_eq!(pages(&branch, "one"), pages(&branch, "two"));
}

#[test]
fn a_folder_of_others_is_left_alone() {
    let branch = branch();
    branch.write("theirs/notes.txt", "mine");
    assert_snapshot!(branch.refused("site --out theirs"), @"
    --- stderr
    error: `theirs` has files in it that `zhibu site` did not write
    help: choose a folder that is empty or does not exist
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("site --out . --lang zh"), @"
    --- stderr
    错误：“.”里有别的文件，不是 zhibu site 写出的
    建议：换一个空文件夹，或者还没有的文件夹
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("site --out theirs/notes.txt"), @"
    --- stderr
    error: failed to read `theirs/notes.txt`: a part of the path is no folder
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("site --out -"), @"
    --- stderr
    error: a site is written into a folder
    help: write --out DIR
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("site --out new --period 2027"), @"
    --- stderr
    error: 2027 has not begun
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("site"), @"
    --- stderr
    error: `zhibu site` needs: --out <DIR>
    help: see zhibu site --help
    --- exit Some(2)
    ");
}

#[test]
fn pages_that_are_no_more_are_removed_and_files_of_others_are_kept() {
    let branch = branch();
    branch.run("site --out out -q");
    let before = pages(&branch, "out").len();
    branch.write("out/notes.txt", "mine");
    branch.write("out/people/mine.html", "mine");
    branch.run("meeting remove 2026-11-06-lesson --why 登错 --yes");
    assert_snapshot!(branch.run("site --out out"), @"
    --- stderr
    wrote 41 pages to out; pages removed that are no more: 1
    names and ids are masked; other ways of naming somebody in minutes and notes are not recognised: read it through before you pass it on
    ");
    assert_eq!(pages(&branch, "out").len(), before);
    assert!(!branch.root().join("out/meetings/2026-11-06-lesson.html").exists());
    assert_eq!((branch.read("out/notes.txt"), branch.read("out/people/mine.html")), ("mine".into(), "mine".into()));

    // A page that another file stands in the place of.
    branch.write("out/meetings/2026-11-07-lesson.html", "mine");
    branch.run("meeting log 党课 --on 11-07");
    assert_snapshot!(branch.refused("site --out out"), @"
    --- stderr
    error: `zhibu site` did not write `out/meetings/2026-11-07-lesson.html`, and does not write over it
    help: move it elsewhere, and try again
    --- exit Some(1)
    ");
}

#[test]
fn nothing_outside_the_folder_is_touched_whatever_stands_in_it() {
    let branch = branch();
    branch.run("site --out out -q");
    branch.write("precious.html", "mine");
    branch.write("elsewhere/2026-11-06-lesson.html", "mine");
    let marker = branch.read("out/.zhibu-site");
    branch.write("out/.zhibu-site", format!("{marker}../precious.html\n/etc/x.html\npeople/../../precious.html\n"));
    branch.run("site --out out -q");
    assert_eq!(branch.read("precious.html"), "mine");

    fs::remove_dir_all(branch.root().join("out/meetings")).unwrap();
    std::os::unix::fs::symlink(branch.root().join("elsewhere"), branch.root().join("out/meetings")).unwrap();
    assert_snapshot!(branch.refused("site --out out"), @"
    --- stderr
    error: `zhibu site` did not write `out/meetings/2026-11-05-group-criminal.html`, and does not write over it
    help: move it elsewhere, and try again
    --- exit Some(1)
    ");
    assert_eq!(branch.read("elsewhere/2026-11-06-lesson.html"), "mine");

    // A page that was replaced by a link is a page again; what the link leads to is not touched.
    fs::remove_file(branch.root().join("out/meetings")).unwrap();
    fs::remove_file(branch.root().join("out/index.html")).unwrap();
    std::os::unix::fs::symlink(branch.root().join("precious.html"), branch.root().join("out/index.html")).unwrap();
    branch.run("site --out out -q");
    assert_eq!(branch.read("precious.html"), "mine");
    assert!(branch.read("out/index.html").starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_body_without_points_has_pages_too() {
    let club = Sandbox::empty();
    club.run("init --name Club --rulebook association --lang en");
    club.write("rules/points.toml", "");
    club.run("member add Ann --standing member --from 2020-01-01");
    club.run("site --out out -q");
    let pages = pages(&club, "out");
    assert!(pages.contains_key("people/001.html") && !pages.contains_key("points.html"), "{:?}", pages.keys());
    assert!(pages["people/001.html"].contains("<h1>A×</h1>"));
}

#[test]
fn the_address_of_a_page_stays_when_somebody_else_comes() {
    for edition in ["masked", "full"] {
        let branch = branch();
        let site = format!("site --out out -q --edition {edition}");
        let people = |branch: &Sandbox| {
            let pages = pages(branch, "out").into_iter().filter(|(path, _)| path.starts_with("people/"));
            let title = |page: &str| between(page, "<h1>", "</h1>")[0].trim().to_owned();
            pages.map(|(path, page)| (path, title(&page))).collect::<BTreeMap<_, _>>()
        };
        branch.run(&site);
        let before = people(&branch);
        branch.run("member add 安宁 -s full --from 2026-11-23");
        branch.run("member leave 何秀英 --reason 调出 --from 2026-11-23");
        branch.run(&site);
        let after = people(&branch);
        assert_eq!(after.len(), before.len() + 1);
        assert!(before.iter().all(|(path, name)| after.get(path) == Some(name)), "{before:?} {after:?}");
    }
}
