@echo off
rem Opens a console in which zhibu is found: in the folder of records beside it, if there is one.
chcp 65001 > nul
set "PATH=%~dp0;%PATH%"
cd /d "%~dp0"
if exist records\zhibu.toml cd records
title zhibu
zhibu
cmd /k
