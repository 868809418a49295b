//! The Chinese help of what serves the directory, the shell and the editor.

use super::parts::Commands;

pub(super) const SHELL_HELP: Commands = &[
    (
        "completion",
        &[
            ("", "让 Tab 键补全命令和记录"),
            ("shell", "哪种 shell"),
            ("shell=bash", "bash"),
            ("shell=zsh", "zsh"),
            ("shell=fish", "fish"),
            ("shell=powershell", "PowerShell"),
        ],
    ),
    (
        "edit",
        &[
            ("", "用编辑器打开一条记录，保存时检查"),
            ("what", "成员、小组、会议或问题，或文件的路径，如 rules/points.toml"),
            ("from", "不开编辑器，取这个文件的内容；- 是标准输入"),
        ],
    ),
    (
        "man",
        &[
            ("", "显示手册页，或全部写出"),
            ("words", "哪条命令的手册页，如 meeting log；不写就是程序本身的"),
            ("out", "把全部命令的手册页写进这个目录"),
        ],
    ),
    ("upgrade", &[("", "把旧版格式的记录升级到现在的格式")]),
    ("doctor", &[("", "看看记录周围的一切是否正常")]),
    ("help", &[("", "显示一条命令的帮助"), ("words", "哪条命令，如 meeting log；不写就是程序本身的")]),
    (
        "schema",
        &[
            ("", "告诉编辑器各种文件里可以写什么"),
            ("form", "哪种文件，如 member、rules/points，或一个文件的路径；不写就列出全部"),
            ("out", "把全部 JSON Schema 写进这个目录，连同告诉编辑器哪个管哪种文件的配置"),
        ],
    ),
    (
        "init",
        &[
            ("", "建立记录目录"),
            ("folder", "目录；不写就是当前目录"),
            ("name", "名称；不写就用目录名"),
            ("rulebook", "先用哪一套规则"),
            ("rulebook=party-branch", "党支部"),
            ("rulebook=association", "工会、协会、俱乐部、工作组"),
            ("hook", "让 git 每次提交前检查暂存的内容；已有记录的目录里只做这一件"),
            ("here", "与那里已有的内容放在同一个 git 仓库里"),
        ],
    ),
];
