//! The Chinese help of what serves the directory, the shell and the editor.

use super::Commands;

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
            ("name", "支部的名称；不写就用目录名"),
            ("rulebook", "先用哪一套规则"),
            ("rulebook=party-branch", "党支部"),
            ("rulebook=association", "工会、协会、俱乐部、工作组"),
            ("hook", "让 git 每次提交前检查暂存的内容；已有记录的目录里只做这一件"),
        ],
    ),
    (
        "sync",
        &[
            ("", "与别人的记录同步：取回、合并、检查、送出"),
            ("remote", "与哪里同步：名称、地址，或文件夹（如 U 盘上的）；不写就是克隆时的来源"),
            ("new", "在那里建立仓库：文件夹是空的，或还没有"),
            ("with_errors", "记录里有错误也照样送出"),
        ],
    ),
    (
        "resolve",
        &[
            ("", "处理两个人分别改过的地方"),
            ("what", "记录或文件：编号、名称、路径，或其中一部分；不写就是全部冲突"),
            ("ours", "用我方的"),
            ("theirs", "用对方的"),
            ("field", "某一项用哪一边：`points=theirs`；可写多次"),
        ],
    ),
    (
        "audit",
        &[
            ("", "对照每件事发生在哪天、登记在哪天"),
            ("period", "事情发生的期间；不写就是本月"),
            ("by", "只列各月数字，或只列记录、一条一行"),
            ("by=month", "各月"),
            ("by=record", "各条记录"),
            ("all", "没有什么要说明的记录也列出来"),
        ],
    ),
];
