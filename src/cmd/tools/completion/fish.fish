# zhibu in fish
complete --keep-order --no-files --command zhibu --arguments "(COMPLETE=fish command zhibu -- (commandline --current-process --tokenize --cut-at-cursor) (commandline --current-token --cut-at-cursor) 2>/dev/null)"
