#!/usr/bin/env bash
# Builds the program as one file that needs no library of the machine it runs on, and prints where it is.
set -euo pipefail
cd "$(dirname "$0")/.."

host=$(rustc -vV | sed -n 's/^host: //p')
# What a panic names is told by crate: the same wherever it was built.
flags=(-C target-feature=+crt-static "--remap-path-prefix=$PWD=zhibu")
for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    flags+=("--remap-path-prefix=$registry=crates")
done
# The target is named so that what runs while building, macros above all, is built as always.
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${flags[*]}") cargo build --locked --profile dist --target "$host"
realpath "${CARGO_TARGET_DIR:-target}/$host/dist/zhibu"
