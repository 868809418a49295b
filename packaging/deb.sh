#!/usr/bin/env bash
# Makes the Debian package and prints where it is: packaging/deb.sh [BINARY [OPTION OF dpkg-deb]...]
# Without a binary it is made of the static build, which runs on every Linux of this kind of processor, old ones too. One
# for another processor is packed and not run: what the program itself says of its use is said by that of this machine.
# Whoever hands it on says who they are in DEBFULLNAME and DEBEMAIL, as for other tools of Debian.
set -euo pipefail
binary=${1:-}
[ -n "$binary" ] || binary=$(bash "$(dirname "$0")/static.sh")
binary=$(realpath "$binary")
shift $(($# > 0))
cd "$(dirname "$0")/.."

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
architecture=$(dpkg --print-architecture) speaker=$binary
case $(readelf -h "$binary" 2> /dev/null | sed -n 's/^ *Machine: *//p') in
    AArch64) architecture=arm64 ;;
    LoongArch) architecture=loong64 ;;
    *X86-64) architecture=amd64 ;;
esac
if [ "$architecture" != "$(dpkg --print-architecture)" ]; then
    speaker=$(bash packaging/static.sh)
fi
# Neither the settings nor the records of who makes it are in the pages.
zhibu() { (cd "$root" && env -i PATH="$PATH" "$speaker" "$@"); }

version=$(zhibu -V | cut -d ' ' -f 2)
day=$(zhibu --version | sed -n 's/^commit-date: //p')
# The same binary makes the same package, byte by byte.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -ud "${day:-now}" +%s)}
maintainer="${DEBFULLNAME:-the zhibu authors} <${DEBEMAIL:-zhibu@localhost}>"

share=$root/usr/share doc=$root/usr/share/doc/zhibu
install -D -m 755 "$binary" "$root/usr/bin/zhibu"
zhibu --quiet --lang en man --out "$share/man/man1"
zhibu --quiet --lang zh man --out "$share/man/zh_CN/man1"
mkdir -p "$share"/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d,lintian/overrides}
zhibu completion bash > "$share/bash-completion/completions/zhibu"
zhibu completion zsh > "$share/zsh/vendor-completions/_zhibu"
zhibu completion fish > "$share/fish/vendor_completions.d/zhibu.fish"

mkdir -p "$doc/examples"
cp README.md README.zh.md packaging/copyright "$doc"
cp -r examples/{RULES.md,SEALS.md,club,schemes,zhannan} "$doc/examples"
rm -rf "$doc"/examples/*/.zhibu
cp CHANGELOG.md "$doc/changelog"
cat > "$doc/changelog.Debian" << END
zhibu ($version-1) unstable; urgency=medium

  * What is new is told in changelog.gz.

 -- $maintainer  $(LC_ALL=C date -uRd "@$SOURCE_DATE_EPOCH")
END
bash packaging/libraries.sh > "$doc/libraries"
find "$share/man" "$doc"/{changelog,changelog.Debian,libraries} -type f -exec gzip -9n {} +

needs=
if [[ $(ldd "$binary" 2> /dev/null) == *libc.so* ]]; then
    libc=$(grep -ao 'GLIBC_2\.[0-9.]*' "$binary" | sort -uV | tail -n 1)
    needs="Depends: libc6 (>= ${libc#GLIBC_}), libgcc-s1"
fi
cp packaging/lintian "$share/lintian/overrides/zhibu"
mkdir "$root/DEBIAN"
chmod -R u=rwX,go=rX "$root"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
grep -v '^$' > "$root/DEBIAN/control" << END
Package: zhibu
Version: $version-1
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -ks --apparent-size "$root/usr" | cut -f 1)
$needs
Recommends: git
Section: text
Priority: optional
Description: keeps the records of a branch as plain text files
 Members, groups, meetings and points of a Party branch (支部), a union or a
 club are TOML files in a directory that can be read, searched and kept in git.
 One command logs a meeting; one exports the month as CSV or as a workbook.
 .
 It counts attendance, points, study, dues and what is owed by the rules of the
 branch, traces every figure to file and line, and speaks Chinese and English.
END

out=${CARGO_TARGET_DIR:-target}/debian
mkdir -p "$out"
package=$out/zhibu_$version-1_$architecture.deb
# Older ones of Debian's family read xz, not all of them zstd.
dpkg-deb --root-owner-group -Zxz "$@" --build "$root" "$package" > /dev/null
realpath "$package"
