#compdef zhibu
_zhibu() {
    local typed=$PREFIX line
    local -a ended open
    for line in "${(@f)$(COMPLETE=zsh command zhibu -- "${(@Q)words[1,CURRENT-1]}" "$PREFIX" 2>/dev/null)}"; do
        case $line in
            '') ;;
            *[/=]|*'\:'|*[/=]:*|*'\:':*) open+=("$line") ;;
            *) ended+=("$line") ;;
        esac
    done
    # What was typed may be pinyin or a part of a name: the program has chosen, zsh does not choose again.
    (( $#open )) && _describe -V values open -U -S ''
    (( $#ended )) && _describe -V values ended -U
    # Several that begin differently than was typed are listed, and what was typed stays.
    if (( compstate[nmatches] > 1 )) && [[ $compstate[unambiguous] != "$typed"* ]]; then
        compstate[insert]=
        compstate[list]='list force'
    fi
    (( compstate[nmatches] ))
}
if [[ $funcstack[1] == _zhibu ]]; then
    _zhibu "$@"
else
    compdef _zhibu zhibu
fi
