#!/usr/bin/env bash
# Runs cargo for a kind of machine for which the toolchain here has no standard library: packaging/cross.sh TARGET WORD...
#
#   packaging/cross.sh x86_64-pc-windows-gnu build --profile dist
#
# The library is compiled from Debian's source of it (rust-web-src), by the compiler of the same version (rustc-web). What
# is missing is installed where that takes no question. What is made is below target/cross. These targets are known:
#
#   x86_64-pc-windows-gnu           Windows 10 and 11
#   aarch64-unknown-linux-gnu       Linux on ARM, 64 bits
#   loongarch64-unknown-linux-musl  Linux on LoongArch, of the new world
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
shift

packages=(rustc-web rust-web-src)
case $target in
    x86_64-pc-windows-gnu)
        packages+=(gcc-mingw-w64-x86-64-win32) ;;
    aarch64-unknown-linux-gnu)
        packages+=(gcc-aarch64-linux-gnu libc6-dev-arm64-cross)
        export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc ;;
    loongarch64-unknown-linux-musl)
        packages+=(python3-venv) ;;
    *)
        sed -n '/known:$/,/^set/p' "$0" | sed -n 's/^#   //p' >&2
        exit 2 ;;
esac

missing=()
for package in "${packages[@]}"; do
    dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
done
if [ "${#missing[@]}" != 0 ]; then
    root=()
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    echo "packaging/cross.sh: installing ${missing[*]}" >&2
    "${root[@]}" apt-get update -qq >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

# The compiler is another than the one that builds for this machine: neither undoes what the other has built.
CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/cross
export CARGO_TARGET_DIR RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1
words=("$1" --locked --target "$target" -Z build-std=std,panic_abort "${@:2}")

# One linker and one library of C for any Linux, which Debian 12 does not have for LoongArch.
if [ "$1" != check ] && [ "$target" = loongarch64-unknown-linux-musl ]; then
    tools=$(realpath -m "$CARGO_TARGET_DIR/zig")
    [ -x "$tools/bin/cargo-zigbuild" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install -q cargo-zigbuild ziglang; } >&2
    export PATH=$tools/bin:$PATH
    words[0]=zigbuild
fi
exec cargo "${words[@]}"
