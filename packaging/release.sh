#!/usr/bin/env bash
# Makes what a release consists of, and prints the folder: packaging/release.sh VERSION
#
#   zhibu-VERSION-windows-x64.zip       the program, and what opens a console for it with a double click
#   zhibu-VERSION-linux-TARGET.tar.gz   one file that needs no library: x86-64, ARM, LoongArch
#   zhibu_VERSION-1_ARCHITECTURE.deb    Debian's package: amd64, arm64
#   NOTES.md                            what is new, from CHANGELOG.md
#   SHA256SUMS                          the digests of all these
#
# The version is that of Cargo.toml and has a chapter in CHANGELOG.md, and everything is committed. Who hands it on says
# who they are in DEBFULLNAME and DEBEMAIL.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?VERSION}

fail() {
    echo "packaging/release.sh: $*" >&2
    exit 1
}
[ "$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)" = "$version" ] || fail "Cargo.toml says another version"
notes=$(awk -v head="## [$version]" 'index($0, "## ") == 1 { on = index($0, head) == 1; next } on' CHANGELOG.md)
[ -n "$notes" ] || fail "CHANGELOG.md has no chapter ## [$version]"
[ -z "$(git status --porcelain)" ] || fail "something is not committed"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

out=$(realpath -m "${CARGO_TARGET_DIR:-target}/release-$version")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"
mkdir -p "$out"
papers=(README.md README.zh.md examples/OFFLINE.md examples/OFFLINE.zh.md CHANGELOG.md packaging/copyright)

# A folder as one file: its names in order, nobody's, of the day of the commit, so that it is the same wherever made.
folder() {
    local name=$1 program=$2
    mkdir "$work/$name"
    cp "$program" "${papers[@]}" "$work/$name"
    bash packaging/libraries.sh > "$work/$name/libraries"
    chmod -R u=rwX,go=rX "$work/$name"
    find "$work/$name" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
}

linux() {
    local name=zhibu-$version-linux-$1 program
    program=$(bash packaging/static.sh "$2")
    folder "$name" "$program"
    tar --sort=name --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" | gzip -9n > "$out/$name.tar.gz"
    case $1 in
        x86-64 | arm64) cp "$(bash packaging/deb.sh "$program")" "$out" ;;
    esac
}

windows() {
    local name=zhibu-$version-windows-x64
    folder "$name" "$(bash packaging/static.sh x86_64-pc-windows-gnu)"
    cp packaging/windows/*.cmd "$work/$name"
    find "$work/$name" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
    (cd "$work" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -9 -X -q -@ "$out/$name.zip")
}

linux x86-64 "$(rustc -vV | sed -n 's/^host: //p')"
linux arm64 aarch64-unknown-linux-gnu
linux loongarch64 loongarch64-unknown-linux-musl
windows

printf '%s\n' "$notes" > "$out/NOTES.md"
(cd "$out" && sha256sum -- * > SHA256SUMS)
echo "$out"
