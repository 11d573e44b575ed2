#!/usr/bin/env bash
# A whole night beside bare Kuromoji over the same texts, in turn, on this machine.
#
#   jobs/bench/night.sh [INQUIRIES] [ROUNDS] [HEAP]      (100000 3 6g)
#
# Prints each round and the ratio of the medians: wall time of `koe run` (start-up, ingest to
# report, everything) over wall time of tokenizing the same texts with Lucene's Kuromoji on two
# threads. Nothing is asserted.
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
koe=$bench/../bin/koe
inquiries=${1:-100000} rounds=${2:-3} heap=${3:-6g}
day=2026-10-01
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

export KOE_PSEUDONYM_KEY_FILE=$work/koe.key KOE_JAVA_OPTIONS=-Xmx$heap
(umask 077; head -c 32 /dev/urandom > "$KOE_PSEUDONYM_KEY_FILE")
"$koe" sample --out "$work/drop" --from $day --to $day --inquiries-per-day "$inquiries" >/dev/null

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for round in $(seq "$rounds"); do
  read -r texts length tokens bare < <(java -Xmx"$heap" -cp "$bench/../target/lib/*" "$bench/BareKuromoji.java" "$work/drop" $day)
  start=$(date +%s.%N)
  status=0
  "$koe" run --input "$work/drop" --warehouse "$work/warehouse-$round" --date $day >"$work/log-$round" 2>&1 || status=$?
  night=$(awk -v s="$start" -v e="$(date +%s.%N)" 'BEGIN { printf "%.2f", e - s }')
  [ $status -eq 0 ] || [ $status -eq 73 ] || { cat "$work/log-$round"; exit $status; }
  echo "round $round: $texts texts of $length characters, $tokens tokens: Kuromoji $bare s, night $night s"
  echo "$bare" >>"$work/bare"
  echo "$night" >>"$work/night"
  sed -n 's/^koe: /  /p' "$work/log-$round"
done
bare=$(median <"$work/bare")
night=$(median <"$work/night")
awk -v b="$bare" -v n="$night" 'BEGIN { printf "median: Kuromoji %.2f s, night %.2f s, ratio %.2f\n", b, n, n / b }'
