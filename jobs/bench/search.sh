#!/usr/bin/env bash
# `koe search` on a warehouse of many inquiries over a year, made of copies of a small one's.
#
#   jobs/bench/search.sh WAREHOUSE [INQUIRIES] [ROUNDS]      (1000000 5; WAREHOUSE as `koe demo` leaves it)
#
# Prints wall and CPU seconds of each search, from the shell and back. The first one after a build
# also writes down its classes for the next ones and is left out. Nothing is asserted.
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
koe=$bench/../bin/koe
from=$1 inquiries=${2:-1000000} rounds=${3:-5}
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

opens=()
for package in lang lang.invoke net nio util; do opens+=(--add-opens "java.base/java.$package=ALL-UNNAMED"); done
for package in nio.ch util.calendar; do opens+=(--add-opens "java.base/sun.$package=ALL-UNNAMED"); done
java -Xmx3g "${opens[@]}" -Dlog4j2.configurationFile=classpath:io/koe/cli/log4j2.properties \
  -cp "$bench/../target/koe-jobs.jar" "$bench/SearchWarehouse.java" "$from" "$work" "$inquiries"
"$koe" search --warehouse "$work" 匿名配送 >/dev/null 2>&1

TIMEFORMAT='%R s wall, %U s user, %S s system'
for round in $(seq "$rounds"); do
  for words in '匿名配送 届かない' '返金' 'ログインできない 認証' '返金 --since 8w'; do
    echo -n "round $round, $words: "
    # shellcheck disable=SC2086 # words are words
    { time "$koe" search --warehouse "$work" $words >/dev/null 2>&1; } 2>&1
  done
done
