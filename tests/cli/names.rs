//! One name is one person, however it is written; what is no name is refused.

use insta::assert_snapshot;

use crate::sandbox::Sandbox;

#[test]
fn a_name_that_only_looks_different_is_the_same_person() {
    let branch = Sandbox::branch();
    for odd in ["孙\u{200b}磊", "孙　磊", "孙\u{e0100}磊"] {
        let told = branch.run_words(&["member", "show", odd]);
        assert!(told.starts_with("孙磊\n"), "{told}");
        branch.write("list.csv", format!("name,standing,from\n{odd},full,2012-01-01\n"));
        let told = branch.run("import members list.csv");
        assert!(told.contains("1 recorded already"), "{odd}: {told}");
    }
    // Forms of compatibility, radicals from a PDF, accents and dots of other kinds.
    for (known, id, odd) in [
        ("李高方", "li-gao-fang", "\u{f9e1}\u{2fbc}\u{2f45}"),
        ("José", "jose", "ＪＯＳＥ\u{301}"),
        ("阿卜杜·热合曼", "abudu", "阿卜杜\u{2022}热合曼"),
        ("买买提·艾力", "maimaiti", "买买提\u{30fb}艾力"),
    ] {
        branch.run_words(&["member", "add", known, "-s", "full", "--from", "2012-01-01", "--id", id]);
        let told = branch.run_words(&["member", "show", odd]);
        assert!(told.starts_with(&format!("{known}\n")), "{odd}: {told}");
        branch.write("list.csv", format!("name,standing,from\n{odd},full,2012-01-01\n"));
        let told = branch.run("import members list.csv");
        assert!(told.contains("1 recorded already"), "{odd}: {told}");
    }
    let told = branch.run_words(&["member", "add", "李\u{200b}敏", "-s", "full"]);
    assert!(
        told.contains("added 李敏: 正式党员, from 2026-11-23; the id is li-min-2, others of that name: li-min"),
        "{told}"
    );
    assert!(branch.read("members/li-min-2.toml").starts_with("name = \"李敏\"\n"));
}

#[test]
fn what_is_no_name_is_refused_unless_somebody_insists() {
    let branch = Sandbox::branch();
    for (typed, fact) in [
        ("张三、李四", "`张三、李四` is several people: 张三, 李四"),
        ("张三 李四", "`张三 李四` is several people: 张三, 李四"),
        ("合计：9人", "`合计：9人` is not a name but a heading, a total or a signature line"),
        ("张*", "`张*` hides a part of the name"),
        ("张?", "`张?` has characters that were lost on the way"),
        ("13800001111", "`13800001111` is not a name: it has digits or signs that names do not have"),
        ("无", "`无` is not a name"),
        ("张三（女）", "`张三（女）` has a remark in brackets: the name is `张三`"),
    ] {
        let told = branch.run_words(&["member", "add", typed, "-s", "staff", "--id", "new"]);
        let expected = format!("--- stderr\nerror: {fact}\nhelp: if it is a name, add --any-name\n--- exit Some(2)\n");
        assert_eq!(told, expected);
    }
    let told = branch.run_words(&["member", "add", "张某", "-s", "staff", "--any-name"]);
    assert!(told.contains("added 张某"), "{told}");
}

#[test]
fn namesakes_are_told_apart_by_what_differs() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.refused("points award 王芳 commended 5"), @"
    --- stderr
    error: `王芳` is more than one member
    help: write the id: wang-fang (王芳, 刑侦党小组), wang-fang-2 (王芳, 综合党小组)
    --- exit Some(2)
    ");
    // At a meeting of a group only the one who is expected there can be meant.
    let told = branch.run("meeting log group -g 刑侦 --on 2026-11-05 --absent 王芳:ill --lang zh");
    assert!(told.contains("王芳（刑侦党小组）"), "{told}");
    branch.run("member edit wang-fang-2 --apart 户籍");
    let told = branch.run_words(&["member", "show", "王芳（户籍）"]);
    assert!(told.contains("wang-fang-2"), "{told}");
    assert!(branch.run("points award wang-fang-2 commended 5").contains("王芳 (户籍)"));
}

#[test]
fn names_that_look_alike_are_found() {
    let branch = Sandbox::branch();
    branch.write("members/li-min-2.toml", "name = \"李　敏\"\n\n[[standing]]\nis = \"staff\"\nfrom = 2026-01-05\n");
    branch.run("member add 赵刚 -s full --id zhao-gang-2 --group 刑侦 --from 2010-01-01");
    let told = branch.run("check members/li-min-2.toml members/zhao-gang-2.toml");
    assert_snapshot!(told, @r#"
    members/li-min-2.toml:1:8: note: the names of li-min and li-min-2 look alike but are written in two ways [names-alike]
      |
    1 | name = "李　敏"
      |        ^^^^^^^^
    help: if they are one person, delete one of the files; if the spelling is wrong, zhibu member edit li-min-2 --name 李敏
    members/zhao-gang-2.toml:1:8: note: zhao-gang and zhao-gang-2 have one name, group, post and standing: lists cannot tell them apart [names-alike]
      |
    1 | name = "赵刚"
      |        ^^^^^^
    help: give one of them a word of their own: zhibu member edit zhao-gang-2 --apart WORD
    --- stderr
    2 findings
    "#);
}
