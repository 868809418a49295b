#!/usr/bin/env bash
# Prints which libraries are in the program, with their licences: whoever hands on a binary hands on these too.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."

cat << 'END'
The libraries in the program, each with its licence and where it comes from. Where one may be had under several
licences, the MIT licence is the one chosen. Rust's standard library, in it too, is under the MIT licence or the Apache
licence 2.0 and belongs to the contributors of the Rust project, https://github.com/rust-lang/rust.
END

declare -A first=()
packages=$(cargo tree --locked --edges normal,no-proc-macro --prefix none --no-dedupe --format '{p}|{l}|{r}' | sort -u)
while IFS='|' read -r package licence home; do
    read -r name version _ <<< "$package"
    [ "$name" != zhibu ] || continue
    printf '\n%s\n%s %s: %s\n%s\n' "$(printf '=%.0s' {1..80})" "$name" "${version#v}" "$licence" "$home"
    folder=("${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$name-${version#v}")
    [ -d "${folder[0]}" ] || { echo "error: the source of $name ${version#v} is not there: build first" >&2; exit 1; }
    mapfile -t texts < <(find "${folder[0]}" -maxdepth 1 -type f -printf '%f\n' | sort |
        grep -iE '^(licen[cs]e|copying|copyright|notice)' || true)
    for text in "${texts[@]}"; do
        # The MIT licence is chosen where there is a choice: the other is not needed.
        if [[ ${text^^} == *APACHE* && "${texts[*]^^}" == *MIT* ]]; then
            continue
        fi
        digest=$(sha256sum < "${folder[0]}/$text")
        if [ -n "${first[$digest]:-}" ]; then
            printf '\nThe text is that of %s.\n' "${first[$digest]}"
        else
            first[$digest]="$name ${version#v}"
            printf '\n'
            cat "${folder[0]}/$text"
        fi
    done
done <<< "$packages"
