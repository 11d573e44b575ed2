#!/usr/bin/env bash
# Builds Koe twice, in two fresh copies of the files git knows, and compares what comes out: every jar, and
# the bill of materials. The second build lies elsewhere, later, in another time zone and language; both have
# the umask 022, since an entry of a jar has its file's mode.
#
#   jobs/bench/reproducible.sh [MAVEN_OPTION...]         (-o: without the network, and so without the bill)
#
# Ends with 0 when all are the same, byte for byte, and prints the hashes of Koe's own; else with 1, and says
# which files differ and which entries in them. It needs Java, Maven and git.
set -euo pipefail
umask 022
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

copy() { # FOLDER
  mkdir -p "$1"
  git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents -t "$1")
}

build() { # FOLDER MAVEN_OPTION...
  (cd "$1" && shift && mvn -q -B -ntp -Psbom -DskipTests "$@" package)
}

hashes() { # FOLDER
  (cd "$1" && find common/target jobs/target \( -name '*.jar' -o -name koe-sbom.json \) | LC_ALL=C sort | xargs sha256sum)
}

entries() { # ARCHIVE FOLDER
  mkdir -p "$2"
  (cd "$2" && TZ=UTC jar tvf "$1" >"$2.list" && jar xf "$1")
}

first=$work/first
second=$work/another/place/second
copy "$first"
copy "$second"
echo "first build ..."
build "$first" "$@"
echo "second build ..."
elsewhere="-Duser.language=ja -Duser.country=JP -Duser.timezone=Pacific/Auckland"
(TZ=Pacific/Auckland MAVEN_OPTS="${MAVEN_OPTS:-} $elsewhere" build "$second" "$@")

hashes "$first" >"$work/first.txt"
hashes "$second" >"$work/second.txt"
if cmp -s "$work/first.txt" "$work/second.txt"; then
  echo "the same, byte for byte: $(wc -l <"$work/first.txt") files, of them Koe's own:"
  grep '/koe-[^/]*$' "$work/first.txt"
  exit 0
fi

echo "not the same:"
comm -3 <(awk '{print $2, $1}' "$work/first.txt" | LC_ALL=C sort) <(awk '{print $2, $1}' "$work/second.txt" | LC_ALL=C sort) |
  awk '{print $1}' | LC_ALL=C sort -u | while read -r file; do
  echo "  $file"
  case $file in
    *.jar)
      if [ -f "$first/$file" ] && [ -f "$second/$file" ]; then
        entries "$first/$file" "$work/a"
        entries "$second/$file" "$work/b"
        (cd "$work" && { diff -rq a b; diff a.list b.list; } >entries.txt) || true
        [ -s "$work/entries.txt" ] || echo "the entries' modes or their compression" >"$work/entries.txt"
        sed 's/^/    /' "$work/entries.txt"
        rm -rf "$work/a" "$work/b"
      fi
      ;;
    *) diff "$first/$file" "$second/$file" | head -20 | sed 's/^/    /' || true ;;
  esac
done
exit 1
