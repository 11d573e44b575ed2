#!/usr/bin/env bash
# Koe's own tokenizer beside Lucene's, on this machine.
#
#   jobs/bench/tokenizer.sh [ROUNDS] [FILE...]           (5, a day of the sample)
#
# A file is JSON Lines, plain or gzip; every string in it is a text. First all words of both are
# compared, then both are timed in turn. Nothing is asserted. 0 rounds only compare.
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-5}
[ $# -gt 0 ] && shift
if [ $# -eq 0 ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  "$bench/../bin/koe" sample --out "$work" --from 2026-10-01 --to 2026-10-01 --inquiries-per-day 20000 >/dev/null
  set -- "$work"/inquiries/dt=*/*.jsonl.gz
fi
java -Xmx2g -cp "$bench/../target/koe-jobs.jar" "$bench/TokenizerRace.java" "$rounds" "$@"
