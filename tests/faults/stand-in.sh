#!/bin/sh
# Stands in for git, and for the program where git calls it: every process has a name and a number, such as merge-1, and
# one of them is traced or struck. Where they are, FAULTS says.
skip=
case ${0##*/} in
    git)
        real=$FAULTS_GIT
        for word; do
            if [ -n "$skip" ]; then skip=; continue; fi
            case $word in
                -c) skip=1 ;;
                -*) ;;
                *) name=$word; break ;;
            esac
        done
        ;;
    git-*) name=${0##*/git-}; real=$FAULTS_EXEC/git-$name ;;
    *) name=$1; real=$FAULTS_PROGRAM ;;
esac
number=1
set -C
# A process may outlive the test, and the folder of its notes.
until { true > "$FAULTS/$name-$number"; } 2> /dev/null; do
    [ -d "$FAULTS" ] || exec "$real" "$@"
    number=$((number + 1))
done
if [ "$name" = merge ]; then set -- -c "merge.zhibu.driver=$FAULTS_BIN/zhibu merge-file %O %A %B %P" "$@"; fi
case $FAULTS_STRUCK in
    all | "$name-$number") exec strace $FAULTS_STRACE -o "$FAULTS/$name-$number.log" "$real" "$@" ;;
    *) exec "$real" "$@" ;;
esac
