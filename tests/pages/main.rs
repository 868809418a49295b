//! The pages in a real browser: opened, clicked through, gone through by the keys; nothing complains, nothing is asked of
//! anybody else.

#![allow(clippy::unwrap_used)]

mod browser;
#[path = "../tools/programs.rs"]
mod programs;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use browser::Browser;
use programs::is_missing;

/// The program in the example, which lies in the sources.
fn zhibu(words: &[&str]) -> Vec<u8> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan");
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhibu"));
    let output = command.args(words).current_dir(example).env("ZHIBU_TODAY", "2026-11-23").output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The pages of a folder, from its top.
fn pages(top: &Path) -> Vec<PathBuf> {
    let (mut pages, mut folders) = (Vec::new(), vec![top.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "html") => pages.push(path),
                false => {}
            }
        }
    }
    pages.sort();
    pages
}

/// What is wrong with a page, by what the browser made of it.
const FAULTS: &str = r"(() => {
    const faults = [];
    const all = selector => [...document.querySelectorAll(selector)];
    const one = selector => { if (all(selector).length !== 1) faults.push(selector + ': ' + all(selector).length); };
    ['main', 'h1', 'head title'].forEach(one);
    if (document.compatMode !== 'CSS1Compat') faults.push('quirks');
    if (document.scripts.length) faults.push('scripts');
    if (!['zh-CN', 'en'].includes(document.documentElement.lang)) faults.push('lang');
    const ids = all('[id]').map(element => element.id);
    if (new Set(ids).size !== ids.length) faults.push('an id twice');
    for (const name of ['aria-labelledby', 'aria-describedby'])
        for (const element of all('[' + name + ']'))
            if (!document.getElementById(element.getAttribute(name))) faults.push(name + ' of nothing');
    let level = 0;
    for (const heading of all('h1, h2, h3')) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) faults.push('a level is left out: ' + heading.textContent);
        level = next;
    }
    for (const table of all('table')) {
        if (!table.caption) faults.push('no caption');
        if ([...table.tHead.rows[0].cells].some(cell => cell.scope !== 'col')) faults.push('no scope');
        for (const row of table.tBodies[0].rows)
            if (row.querySelectorAll('th[scope=row]').length !== 1) faults.push('a row of nothing');
    }
    for (const drawing of all('svg[role=img]'))
        if (!drawing.querySelector('title')?.textContent) faults.push('a drawing without a title');
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) faults.push('wider than the screen: ' + wide + ' > ' + innerWidth);
    return faults;
})()";

/// How a page looks: the least contrast of its texts with what is behind them.
const CONTRAST: &str = r"(() => {
    const numbers = color => color.match(/[\d.]+/g).map(Number);
    const light = color => {
        const [r, g, b] = numbers(color).map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if (numbers(color)[3] !== 0) return color;
        }
        return 'rgb(255, 255, 255)';
    };
    const contrasts = [...document.querySelectorAll('a, p, td, th, dt, dd, h1, h2, caption, svg text')].map(element => {
        const style = getComputedStyle(element);
        const ink = light(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
        const paper = light(behind(element));
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    });
    return Math.min(...contrasts);
})()";

#[track_caller]
fn nothing_is_wrong(browser: &mut Browser, page: &Path) {
    assert_eq!(browser.value(FAULTS), json!([]), "{}", page.display());
    assert_eq!(browser.complaints(), Vec::<Value>::new(), "{}", page.display());
}

/// Sets how wide the screen is.
fn screen(browser: &mut Browser, width: u32) {
    let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    browser.ask("Emulation.setDeviceMetricsOverride", size);
}

/// Sets what the page is shown on, and whether the user likes it dark.
fn shown_on(browser: &mut Browser, media: &str, scheme: &str) {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    browser.ask("Emulation.setEmulatedMedia", json!({ "media": media, "features": features }));
}

#[test]
fn the_pages_in_a_real_browser() {
    if is_missing("chromium") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&folder.path().join("profile"));
    for (lang, edition) in [("zh", "masked"), ("en", "full")] {
        let top = folder.path().join(lang);
        let out = top.to_str().unwrap();
        zhibu(&["site", "--out", out, "--period", "2026-10..2026-11", "--lang", lang, "--edition", edition]);
        let pages = pages(&top);
        assert!(pages.len() > 50, "{} pages", pages.len());
        screen(&mut browser, 1100);
        for page in &pages {
            browser.open(page);
            nothing_is_wrong(&mut browser, page);
        }
        is_for_small_screens_the_dark_and_paper(&mut browser, &top);
        is_clicked_through(&mut browser, &top);
        is_gone_through_by_the_keys(&mut browser, &top);
        is_heard(&mut browser, &top);
    }
    for report in REPORTS {
        let page = folder.path().join(format!("{report}.html"));
        fs::write(&page, zhibu(&["report", report, "-p", "2026", "--format", "html"])).unwrap();
        browser.open(&page);
        nothing_is_wrong(&mut browser, &page);
        fits_its_sheet(&mut browser, &page);
    }
}

/// Those that `report` makes.
const REPORTS: [&str; 16] = [
    "members",
    "meetings",
    "attendance",
    "points",
    "links",
    "bulletin",
    "duties",
    "rhythm",
    "study",
    "talks",
    "dues",
    "issues",
    "plan",
    "campaigns",
    "requests",
    "exports",
];

/// Nothing is cut off on the sheet of A4 that the page is printed on, upright or turned.
fn fits_its_sheet(browser: &mut Browser, page: &Path) {
    shown_on(browser, "print", "light");
    let is_turned = browser.value("getComputedStyle(document.body).page === 'broad'") == true;
    // The sheet without its margins, at 96 dots an inch.
    screen(browser, if is_turned { 1016 } else { 687 });
    nothing_is_wrong(browser, page);
    screen(browser, 1100);
    shown_on(browser, "screen", "light");
}

/// The same on a telephone, in the dark and on paper.
fn is_for_small_screens_the_dark_and_paper(browser: &mut Browser, top: &Path) {
    for name in ["index.html", "points.html", "rhythm.html", "people/021.html"] {
        let page = top.join(name);
        browser.open(&page);
        screen(browser, 380);
        nothing_is_wrong(browser, &page);
        screen(browser, 1100);
        let mut papers = Vec::new();
        for (media, scheme) in [("screen", "light"), ("screen", "dark"), ("print", "dark")] {
            shown_on(browser, media, scheme);
            let contrast = browser.value(CONTRAST).as_f64().unwrap();
            assert!(contrast >= 4.5, "{name} {media} {scheme}: {contrast}");
            papers.push(browser.value("getComputedStyle(document.body).backgroundColor"));
        }
        assert_ne!(papers[0], papers[1], "{name} is not dark");
        assert_eq!(papers[0], papers[2], "{name} is printed dark");
        // Paper is still emulated.
        assert_eq!(browser.value("getComputedStyle(document.querySelector('nav')).display"), "none", "{name}");
        let head = browser.value("getComputedStyle(document.querySelector('thead')).display");
        assert_eq!(head, "table-header-group", "{name}");
        let printed = browser.ask("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        assert!(printed["data"].as_str().unwrap().len() > 1000, "{name}");
        shown_on(browser, "screen", "light");
    }
}

/// Every section by its link, a meeting from the list, the person in the chair, and the next page.
fn is_clicked_through(browser: &mut Browser, top: &Path) {
    let file = |browser: &mut Browser| {
        let path = browser.value("decodeURI(location.pathname)");
        path.as_str().unwrap().strip_prefix(top.to_str().unwrap()).unwrap().to_owned()
    };
    browser.open(&top.join("index.html"));
    assert_eq!(browser.value("document.querySelectorAll('header nav li').length"), 9);
    for section in 1..=9 {
        browser.opens(|browser| browser.click(&format!("header nav li:nth-child({section}) a")));
        let current = "[...document.querySelectorAll('header nav a')].findIndex(a => a.ariaCurrent === 'page') + 1";
        assert_eq!(browser.value(current), section, "{}", file(browser));
    }
    browser.open(&top.join("meetings.html"));
    browser.opens(|browser| browser.click("tbody a"));
    let first = file(browser);
    assert!(first.starts_with("/meetings/2026-10-"), "{first}");
    browser.opens(|browser| browser.click("nav.beside a"));
    assert_ne!(file(browser), first);
    browser.opens(|browser| browser.click("dd a"));
    let person = file(browser);
    assert!(person.starts_with("/people/"), "{person}");
    browser.opens(|browser| browser.click("td a"));
    assert!(file(browser).starts_with("/meetings/"), "{}", file(browser));
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}

/// The first key leads to the link past the navigation, which is seen; it leads to the contents; what has the focus has
/// an outline.
fn is_gone_through_by_the_keys(browser: &mut Browser, top: &Path) {
    browser.open(&top.join("points.html"));
    browser.press("Tab");
    let skip = browser
        .value("document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().x >= 0");
    assert_eq!(skip, true);
    browser.press("Enter");
    assert_eq!(browser.value("[location.hash, document.activeElement.tagName]"), json!(["#main", "MAIN"]));
    // The first thing in the contents is the table, which can be moved by the keys, the next a link in it.
    for expected in ["DIV", "A"] {
        browser.press("Tab");
        let focused = browser.value(
            "(() => { const at = document.activeElement; return [at.tagName, getComputedStyle(at).outlineStyle]; })()",
        );
        assert_eq!(focused, json!([expected, "solid"]));
    }
    browser.opens(|browser| browser.press("Enter"));
    assert_eq!(browser.value("location.pathname.includes('/people/')"), true);
}

/// What a screen reader is told: the landmarks, and a name for every drawing.
fn is_heard(browser: &mut Browser, top: &Path) {
    browser.open(&top.join("rhythm.html"));
    let tree = browser.ask("Accessibility.getFullAXTree", json!({}));
    let nodes: Vec<_> = tree["nodes"].as_array().unwrap().iter().filter(|node| node["ignored"] != true).collect();
    let of = |role: &str| nodes.iter().filter(|node| node["role"]["value"] == role).count();
    for landmark in ["banner", "navigation", "main", "contentinfo"] {
        assert_eq!(of(landmark), 1, "{landmark}");
    }
    let drawings: Vec<_> = nodes.iter().filter(|node| node["role"]["value"] == "image").collect();
    assert!(!drawings.is_empty());
    for drawing in drawings {
        assert_ne!(drawing["name"]["value"], "", "{drawing}");
        assert_ne!(drawing["description"]["value"], "", "{drawing}");
    }
}
