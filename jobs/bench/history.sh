#!/usr/bin/env bash
# The same small night over a short and over a long history.
#
#   jobs/bench/history.sh [INQUIRIES_PER_DAY] [ROUNDS] [SHORT_DAYS] [LONG_DAYS]   (200 3 100 400)
#
# Backfills both histories, then runs the night after them in turn, and prints wall and CPU seconds
# of each round and the ratio of the medians of CPU. Nothing is asserted.
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
koe=$bench/../bin/koe
inquiries=${1:-200} rounds=${2:-3} short=${3:-100} long=${4:-400}
day=2026-10-01
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

export KOE_PSEUDONYM_KEY_FILE=$work/koe.key KOE_JAVA_OPTIONS=${KOE_JAVA_OPTIONS:--Xmx3g}
(umask 077; head -c 32 /dev/urandom > "$KOE_PSEUDONYM_KEY_FILE")
before() { date -d "$day - $1 days" +%F; }
night() { # name of a warehouse, further options
  local status=0
  "$koe" run --input "$work/drop" --warehouse "$work/$1" "${@:2}" >"$work/log" 2>&1 || status=$?
  [ $status -eq 0 ] || [ $status -eq 73 ] || { cp "$work/log" "$work/failed"; return $status; }
}
failed() { cat "$work/failed" >&2; exit 1; }
timed() { # name of a warehouse: wall and CPU seconds of the night, into the file time
  local TIMEFORMAT='%R %U %S'
  { time night "$1" --date $day; } 2>"$work/seconds" || failed
  awk '{ printf "%.1f %.1f\n", $1, $2 + $3 }' "$work/seconds" >"$work/time"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

"$koe" sample --out "$work/drop" --from "$(before "$long")" --to $day --inquiries-per-day "$inquiries" >/dev/null
for days in "$short" "$long"; do
  night "history-$days" --from "$(before "$days")" --date "$(before 1)" || failed
done
for round in $(seq "$rounds"); do
  for days in "$short" "$long"; do
    cp -a "$work/history-$days" "$work/night"
    timed night
    read -r wall cpu <"$work/time"
    chmod -R u+w "$work/night"
    rm -rf "$work/night"
    echo "round $round, $days days before: $wall s, $cpu CPU s"
    echo "$cpu" >>"$work/cpu-$days"
  done
done
awk -v s="$(median <"$work/cpu-$short")" -v l="$(median <"$work/cpu-$long")" -v d="$long/$short" \
  'BEGIN { printf "median CPU: %.1f s and %.1f s, ratio %.2f for %s days\n", s, l, l / s, d }'
