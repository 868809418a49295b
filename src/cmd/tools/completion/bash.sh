# zhibu in bash
_zhibu() {
    # bash parts words at : and =, which are signs like any other here: they are joined again.
    local rest=${COMP_LINE:0:COMP_POINT} how=bash prefix= word words=() i
    for ((i = 0; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $i == 0 || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            words+=("$word")
        else
            words[${#words[@]}-1]+=$word
        fi
        rest=${rest#"$word"}
    done
    if [[ $rest == [[:space:]]* ]]; then
        words+=("$2")
    else
        prefix=${words[${#words[@]}-1]}${rest%"$2"}
        words[${#words[@]}-1]=$prefix$2
    fi
    # The second Tab lists: there is room for what each means.
    [[ $COMP_TYPE == 63 ]] && how=bash-list
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("${word#"$prefix"}")
    done < <(COMPLETE=$how command zhibu -- "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o nosort -F _zhibu zhibu 2>/dev/null || complete -F _zhibu zhibu
