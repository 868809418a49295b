//! The words of the body: under the rules of an association nothing speaks of a Party branch, and under rules with other
//! words of their own nothing has the words that come with the program.

use std::fs;
use std::path::Path;

use super::sandbox::Sandbox;

/// Words of one kind of body.
const PARTY: &[&str] =
    &["党", "支部", "支委", "书记", "政治", "组织生活", "民警", "派出所", "辅警", "Party", "police", "刑侦打击"];

/// The name of the rulebook that a new directory can be made with.
const NAMED: &[&str] = &["party-branch"];

/// Every call that tells something.
const CALLS: &[&str] = &[
    "",
    "due --within 400d",
    "check",
    "check --format json",
    "rules show",
    "rules check",
    "export --month 2026-11 --table summary",
    "report bulletin -p 2026-11",
    "report rhythm -p 2026",
    "report attendance -p 2026-11",
    "report responsibilities",
    "report dues -p 2026-11",
    "points total -p 2026",
    "points explain 陈静 -p 2026",
    "points list -p 2026",
    "dues list",
    "dues arrears",
    "study total",
    "talk matrix",
    "plan list",
    "issue list",
    "task list",
    "request list",
    "meeting list -p 2026",
    "member list",
    "member show 陈静",
    "group list",
    "appraisal list",
    "exemplar list",
    "history",
    "audit",
    "print dues --out dues.html -p 2026-11",
    "print sign-in general --out sign-in.html",
    "print problems --out problems.html",
    "site --out site -p 2026",
];

/// A club that has met, paid and talked, with what `init` says.
fn club(lang: &str) -> (Sandbox, String) {
    let branch = Sandbox::empty();
    let branch = if lang == "zh" { branch.chinese() } else { branch };
    let told = branch.run("init --name 象棋社 --rulebook association");
    branch.does(&[
        "group add 棋队 --id team --from 2024-01-01",
        "member add 陈静 -s member --from 2020-01-01 -g team",
        "member add 王芳 -s member --from 2021-01-01 -g team",
        "meeting log general --topic 选举",
        "dues set all 10 --from 2026-11",
        "dues pay 陈静",
        "issue open 棋盘不够 --owner 陈静 --deadline 2026-12-01",
    ]);
    (branch, told)
}

/// Everything a body prints: what calls say, and what is in the files they write.
fn everything(branch: &Sandbox) -> Vec<(String, String)> {
    let mut all: Vec<_> = CALLS.iter().map(|call| ((*call).to_owned(), branch.run(call))).collect();
    let mut folders = vec![branch.root().join("site")];
    let page = |path: &Path| (path.display().to_string(), fs::read_to_string(path).unwrap_or_default());
    all.extend(["dues.html", "sign-in.html", "problems.html"].map(|name| page(&branch.root().join(name))));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.is_dir() {
                true => folders.push(entry),
                false => all.push(page(&entry)),
            }
        }
    }
    all
}

/// The help of every command.
fn helps(branch: &Sandbox) -> Vec<(String, String)> {
    let names = |page: &str| -> Vec<String> {
        let names = page.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next());
        names
            .filter(|name| name.chars().all(|c| c.is_ascii_lowercase()) && *name != "zhibu")
            .map(str::to_owned)
            .collect()
    };
    let mut all = Vec::new();
    for name in names(&branch.run("--help")) {
        let page = branch.run(&format!("help {name}"));
        if page.contains("--- exit") {
            continue;
        }
        let verbs = names(&page).into_iter().map(|verb| format!("help {name} {verb}"));
        let verbs = verbs.map(|call| (call.clone(), branch.run(&call))).filter(|(_, told)| !told.contains("--- exit"));
        all.extend(verbs.collect::<Vec<_>>());
        all.push((format!("help {name}"), page));
    }
    assert!(all.len() > 100, "{}", all.len());
    all
}

#[track_caller]
fn has_none_of(words: &[&str], all: &[(String, String)]) {
    let mut found = Vec::new();
    for (call, told) in all {
        assert!(!told.contains("--- exit Some(2)"), "{call}: {told}");
        for line in told.lines().filter(|line| !NAMED.iter().any(|name| line.contains(name))) {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                found.push(format!("{call}: {word}: {line}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn nothing_of_an_association_speaks_of_a_party_branch() {
    for lang in ["zh", "en"] {
        let (branch, told) = club(lang);
        has_none_of(PARTY, &[("init".to_owned(), told)]);
        has_none_of(PARTY, &everything(&branch));
        has_none_of(PARTY, &helps(&branch));
    }
}

#[test]
fn words_of_ones_own_stand_wherever_they_belong() {
    let own = "[words]\nmember = { zh = \"社友\", en = \"player\" }\ndues = { zh = \"棋费\", en = \"table money\" }\n\
               currency = { zh = \"欧\", en = \"euro\" }\nlife = { zh = \"棋局\", en = \"games\" }\n";
    for (lang, defaults, own_words) in [
        ("zh", ["会费", "会员", " 元"], &["棋费", "欧", "棋局"][..]),
        ("en", ["dues paid", "the dues", "yuan"], &["table money", "euro", "games"]),
    ] {
        let (branch, _) = club(lang);
        let rules = branch.read("rules/branch.toml");
        let (before, after) = (rules.find("[words]").unwrap(), rules.find("# Standings").unwrap());
        branch.write("rules/branch.toml", format!("{}{own}\n{}", &rules[..before], &rules[after..]));
        // What the rules name is called so by nobody but the rules.
        for entry in fs::read_dir(branch.root().join("rules")).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replace("会员", "社友").replace("会费", "棋费")).unwrap();
        }
        let export = format!("export --month 2026-11 --table summary --lang {lang}");
        let calls = [&export, "print dues --out -"];
        let mut whole: Vec<_> = calls.iter().map(|call| ((*call).to_owned(), branch.run(call))).collect();
        whole.extend(everything(&branch));
        whole.extend(helps(&branch));
        has_none_of(&defaults, &whole);
        for word in own_words {
            assert!(whole.iter().any(|(_, told)| told.contains(word)), "{word}");
        }
    }
}
