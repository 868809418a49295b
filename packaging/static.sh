#!/usr/bin/env bash
# Builds the program as one file that needs no library of the machine it runs on, and prints where it is:
# packaging/static.sh [TARGET]. Without a target it is for machines like this one; packaging/cross.sh lists the others.
set -euo pipefail
cd "$(dirname "$0")/.."

host=$(rustc -vV | sed -n 's/^host: //p')
target=${1:-$host}
profile=${PROFILE:-dist}
# What a panic names is told by crate: the same wherever it was built.
flags=(-C target-feature=+crt-static "--remap-path-prefix=$PWD=zhibu")
for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=("--remap-path-prefix=$registry=crates")
done
# What a program of C begins with comes with the linker there, not with the compiler.
[[ $target != loongarch64-* ]] || flags+=(-C link-self-contained=no)
# The target is named so that what runs while building, macros above all, is built as always.
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS
made=${CARGO_TARGET_DIR:-target}
if [ "$target" = "$host" ]; then
    cargo build --locked --profile "$profile" --target "$target"
else
    bash packaging/cross.sh "$target" build --profile "$profile"
    made=$made/cross
fi
program=zhibu
[[ $target != *windows* ]] || program=zhibu.exe
realpath "$made/$target/${profile/#dev/debug}/$program"
