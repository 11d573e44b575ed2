#!/usr/bin/env bash
# Koe beside its peers over the same invented inquiries, in turn, on this machine.
#
#   jobs/bench/peers.sh [INQUIRIES] [ROUNDS] [ROUNDS_OF_BERTOPIC]                      (20000 5 1)
#
# A night of Koe, bare Kuromoji, Koe's tokenizer and MeCab, the pipeline an analyst would write in Python, and BERTopic
# run one after the other, round by round; at last the tables of sql/ by Spark and by DuckDB, in one process. Prints
# wall and CPU seconds as they come and writes them to jobs/bench/RESULTS.md, with what each includes. Nothing is
# asserted. It wants MeCab with IPADIC and Python 3.11 or newer; the peers' packages go into a folder that goes.
set -euo pipefail
bench=$(cd "$(dirname "$0")" && pwd)
koe=$bench/../bin/koe
jar=$bench/../target/koe-jobs.jar
peers=$bench/peers
dictionary=${MECAB_DICTIONARY:-/var/lib/mecab/dic/ipadic-utf8}
inquiries=${1:-20000} rounds=${2:-5} rounds_of_bertopic=${3:-1}
day=2026-10-01
# Of one process: the first is cold, and what the others take on top, 100000 texts or more, is the steady state.
passes=$((1 + (99999 + inquiries) / inquiries))

missing() { # what, packages of apt
  printf 'error: %s\nfix:   apt-get install %s\n' "$1" "$2" >&2
  exit 69
}
command -v mecab >/dev/null || missing "MeCab was not found" "mecab mecab-ipadic-utf8"
[ -e "$dictionary/sys.dic" ] ||
  missing "no dictionary in $dictionary (another one's folder: MECAB_DICTIONARY)" mecab-ipadic-utf8
python3 -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
  missing "Python 3.11 or newer with its module venv was not found" "python3 python3-venv"

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export KOE_PSEUDONYM_KEY_FILE=$work/koe.key KOE_JAVA_OPTIONS=${KOE_JAVA_OPTIONS:--Xmx6g}
export PYTHONDONTWRITEBYTECODE=1
(umask 077; head -c 32 /dev/urandom >"$KOE_PSEUDONYM_KEY_FILE")

prepare() {
  mkdir "$work"/{tmp,seconds,csv}
  "$koe" sample --out "$work/drop" --from $day --to $day --inquiries-per-day "$inquiries" >/dev/null
  # A .java file is compiled whenever it is started; that is no part of what is measured.
  javac -cp "$jar" -d "$work/classes" "$bench"/{BareKuromoji,KoeWakati,SqlEngines}.java
  python3 -m venv "$work/python"
  "$work/python/bin/python" -m pip install -q --disable-pip-version-check --only-binary :all: --no-deps \
    -r "$peers/requirements.txt"
  python drop.py "$work/drop" >"$work/texts"
  for _ in $(seq $passes); do cat "$work/texts"; done >"$work/texts-again"
  mecab_wakati "$work/texts" "$work/words-mecab"
  koe_wakati "$work/texts" "$work/words-koe"
  unlike=$(diff "$work/words-mecab" "$work/words-koe" | grep -c '^<' || true)
  # What BERTopic compiles when it first runs is kept; one round alone would be a cold one.
  head -n 500 "$work/texts" >"$work/texts-few"
  logged python topics.py "$work/texts-few" "$dictionary"
}
python() { "$work/python/bin/python" "$peers/$1" "${@:2}"; }
# Its spilled files lie where nobody else, nor another Koe, clears away.
java_class() { # class, arguments
  java -Xmx6g -XX:+UseParallelGC -Djava.io.tmpdir="$work/tmp" "${opens[@]}" \
    -Dlog4j2.configurationFile=classpath:io/koe/cli/log4j2.properties -cp "$work/classes:$jar" "$@"
}
opens=()
for package in java.{lang,lang.invoke,net,nio,util} sun.{nio.ch,util.calendar}; do
  opens+=(--add-opens "java.base/$package=ALL-UNNAMED")
done

# Where errors go; measuring takes what time says.
exec 3>&2
logged() { # command
  "$@" >"$work/log" 2>&1 || { cat "$work/log" >&3; exit 1; }
}
# Rows that must be rejected are among the sample's, so a night that went well ends with 73.
night() {
  local status=0
  "$koe" run --input "$work/drop" --warehouse "$work/warehouse" --date $day || status=$?
  [ $status -eq 0 ] || [ $status -eq 73 ]
}
mecab_wakati() { mecab -d "$dictionary" -b 65536 -Owakati "$1" >"$2"; } # texts, words
koe_wakati() { java_class KoeWakati "$1" >"$2"; }

note() { # contestant, wall seconds, CPU seconds
  echo "$2 $3" >>"$work/seconds/$1"
  printf 'round %s, %-20s %8s s wall %8s s CPU\n' "$round" "$1" "$2" "$3"
}
measure() { # contestant, command
  local TIMEFORMAT='%R %U %S'
  { time logged "${@:2}"; } 2>"$work/time"
  # shellcheck disable=SC2046 # words are words
  note "$1" $(awk '{ printf "%.2f %.2f\n", $1, $2 + $3 }' "$work/time")
}
steady() { # contestant: a pass in a process that has done one already
  # shellcheck disable=SC2046 # words are words
  note "$1-steady" $(paste <(tail -n 1 "$work/seconds/$1-again") <(tail -n 1 "$work/seconds/$1") |
    awk -v n=$((passes - 1)) '{ printf "%.3f %.3f\n", ($1 - $3) / n, ($2 - $4) / n }')
}
contestants() {
  measure kuromoji java_class BareKuromoji "$work/drop" $day
  read -r texts length tokens seconds <"$work/log"
  note kuromoji-alone "$seconds" -
  for name in mecab koe; do
    measure $name ${name}_wakati "$work/texts" /dev/null
    measure $name-again ${name}_wakati "$work/texts-again" /dev/null
    steady $name
  done
  measure pipeline python pipeline.py "$work/drop" "$work/csv" "$dictionary"
  if [ -e "$work/warehouse" ]; then
    chmod -R u+w "$work/warehouse"
    rm -rf "$work/warehouse"
  fi
  measure night night
  if [ "$round" -le "$rounds_of_bertopic" ]; then
    measure bertopic python topics.py "$work/texts" "$dictionary"
    found=$(tail -n 1 "$work/log")
  fi
}
sql_engines() {
  java_class SqlEngines "$work/warehouse" "$work/drop" "$work/sql" "$rounds" | tee "$work/sql-seconds"
}

# Of one column: the median, and the least and the most.
spread() {
  sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] (NR > 1 ? " (" v[1] "–" v[NR] ")" : "") }'
}
median() { spread | cut -d' ' -f1; }
column() { cut -d' ' -f"$2" "$work/seconds/$1"; } # contestant, 1: wall, 2: CPU
sql_sums() { awk "\$1 == \"sum\" { printf \"%.2f\n\", $1 }" "$work/sql-seconds"; } # expression of its columns
row() { # contestant, what it is
  [ ! -e "$work/seconds/$1" ] ||
    echo "| $2 | $(column "$1" 1 | spread) | $(column "$1" 2 | spread) | $(wc -l <"$work/seconds/$1") |"
}
quotient() { awk -v a="$1" -v b="$2" 'BEGIN { print (b > 0 ? sprintf("%.2f", a / b) : "–") }'; }
ratio() { # contestant, contestant, 1: wall, 2: CPU
  [ ! -e "$work/seconds/$1" ] || quotient "$(column "$1" "$3" | median)" "$(column "$2" "$3" | median)"
}
library() { basename "$(ls "$bench/../target/lib/$1"-[0-9]*.jar)" .jar | sed 's/.*-//'; }
pinned() { sed -n "s/^$1==//p" "$peers/requirements.txt"; }
sql_rows() { # column by which the tables are added up
  awk -v by="$1" '$1 == "table" { n[$by]++; spark[$by] += $4; duckdb[$by] += $5; writing[$by] += $6 }
    END { for (k in n) printf "%s %d %.2f %.2f %.2f\n", k, n[k], spark[k], duckdb[k], writing[k] }' \
    "$work/sql-seconds" | sort -k3,3nr
}
sql_stages() {
  awk '{ ratio = $4 + $5 > 0 ? sprintf("%.1f", $3 / ($4 + $5)) : "–"
    printf "| %s | %d | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, ratio }'
}
versions() {
  local java python
  java=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p')
  python=$("$work/python/bin/python" -c 'import platform; print(platform.python_version())')
  echo "Java $java, Spark $(library spark-sql_2.13), Lucene $(library lucene-analysis-kuromoji), DuckDB" \
    "$(library duckdb_jdbc), MeCab $(mecab --version | sed 's/.* //') with IPADIC (UTF-8), Python $python, scikit-learn" \
    "$(pinned scikit-learn), pandas $(pinned pandas), mecab-python3 $(pinned mecab-python3), BERTopic $(pinned bertopic)," \
    "ONNX Runtime $(pinned onnxruntime)"
}
bertopic_found() {
  [ -e "$work/seconds/bertopic" ] || { echo "not run"; return; }
  echo "$found, $(quotient "$(column bertopic 1 | median)" "$(quotient "$texts" 1000)") s wall a 1000 texts"
}
results() {
  cat <<MD
# Koe beside its peers

Written by \`jobs/bench/peers.sh $inquiries $rounds $rounds_of_bertopic\`. All run in turn, round by round. Nothing is asserted; what each figure
includes, and what cannot be compared, stands below.

$(nproc) cores, $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB, load $load before the first round (about 1 when nothing else runs: preparing is work, too).
$(versions). Koe's Java: \`$KOE_JAVA_OPTIONS\`.

The drop is a day of \`koe sample\`, $(du -sh "$work/drop" | cut -f1) compressed: $texts inquiries of $length characters, $tokens words by
Kuromoji, and the other tables that go with them.

## Seconds

Median (least–most). CPU is user and system of all threads and processes.

| contestant | wall | CPU | rounds |
|---|---|---|---|
$(row night "Koe's whole night")
$(row pipeline "an analyst's pipeline")
$(row bertopic "BERTopic")
$(row kuromoji "bare Kuromoji on two threads, the whole process")
$(row kuromoji-alone "of it, tokenizing")
$(row koe "Koe's tokenizer, cold: the texts once")
$(row koe-steady "Koe's tokenizer, steady: one more pass")
$(row mecab "MeCab, cold: the texts once")
$(row mecab-steady "MeCab, steady: one more pass")

## Ratios of the medians

| what | of | asked | seen |
|---|---|---|---|
| Koe's tokenizer / MeCab, steady | CPU | at most 0.8 | $(ratio koe-steady mecab-steady 2) |
| Koe's tokenizer / MeCab, cold | CPU | | $(ratio koe mecab 2) |
| an analyst's pipeline / Koe's night | wall | at least 3 | $(ratio pipeline night 1) |
| an analyst's pipeline / Koe's night | CPU | | $(ratio pipeline night 2) |
| BERTopic / Koe's night | wall | at least 20 | $(ratio bertopic night 1) |
| BERTopic / Koe's night | CPU | | $(ratio bertopic night 2) |
| Spark / DuckDB, the tables of \`sql/\` | CPU | at most 4 | $(quotient "$(sql_sums '$2' | median)" "$(sql_sums '$3 + $4' | median)") |
| the same, without what DuckDB takes for writing | CPU | | $(quotient "$(sql_sums '$2' | median)" "$(sql_sums '$3' | median)") |
| Koe's night / bare Kuromoji tokenizing | wall | | $(ratio night kuromoji-alone 1) |

## What they include

* **Koe's whole night**: \`koe run\` into a new warehouse, from the shell and back: Java's start, masking, terms, the first fit
  of topics, all tables, checks, publishing, the search index, reports. Koe is built before.
* **An analyst's pipeline** (\`peers/pipeline.py\`), from Python's start on: the same drop's inquiries, messages, events and
  exposures; content words by MeCab, TF-IDF, 100 dimensions, k-means with 45 topics; contacts, resolution in seven days, first
  replies and contacts per active user by week, as CSV. It is a small part of what a night does: nothing is masked, checked
  or kept for the next night, no topic lives longer than a run, nothing explains a change, and transactions and help sessions,
  most of the drop's rows, are not read. So the ratio is not one of equal work, and in the pipeline's favour.
* **BERTopic** (\`peers/topics.py\`), from Python's start on: reading the texts, embedding them, UMAP, HDBSCAN, words by MeCab;
  $(bertopic_found). It has run with few texts before, so that what it compiles is there.
  The embeddings are those of all-MiniLM-L6-v2, its default for English, with int8 weights in ONNX Runtime on all cores: a package
  has it, and no model is fetched while it runs. Its default for other languages has twice the layers. What topics it
  makes of Japanese is not compared: this model's vocabulary has Japanese characters, and hardly a word. No topic is counted by
  week; nothing but the texts is read.
* **Bare Kuromoji** (\`BareKuromoji.java\`): Lucene's tokenizer; the whole process reads the texts and loads the dictionary, too.
* **Koe's tokenizer** (\`KoeWakati.java\`) and **MeCab** (\`mecab -Owakati\`) do the same work: one process and thread reads a file
  of texts, one a line, and writes their words, with blanks between them, to /dev/null. Both have IPADIC and no other words, and
  take the texts as they are; $unlike texts are cut in another way, mostly where words are unknown. *Cold* is all that a process
  takes for the texts once, *steady* what it takes more for $passes times the texts, divided by $((passes - 1)). The compiling that goes
  on meanwhile is in it.
* **Spark and DuckDB** (\`SqlEngines.java\`): every table SQL computes, all anew, from the Parquet files of the tables Java
  writes; one table after the other, in one process, after a round that does not count, the two in turn. Both are for reading,
  computing, and writing each table as Parquet (zstd). Spark plans each query, and reads earlier tables from the files it has written, as
  in a night on a cluster; DuckDB has them in memory, as in a night on one machine (\`DuckDbEngine\`), which does not write
  the steps between tables. CPU is that of the whole process, compiling and garbage collection too; Java's
  settings are its own but for \`-Xmx6g\` and the parallel collector. Each round both must have as many rows of each table;
  \`koe check --engine duckdb\` compares values. On one machine a night has DuckDB compute them, so the ratio is that of a cluster.

## Tables by SQL

CPU seconds, medians of $rounds rounds, added up by stage, and the tables on which Spark spends most. The clock has a step of 0.01 s.

| stage | tables | Spark | DuckDB, computing | DuckDB, writing | Spark / DuckDB |
|---|---|---|---|---|---|
$(sql_rows 2 | sql_stages)

| table | Spark | DuckDB, computing | DuckDB, writing |
|---|---|---|---|
$(sql_rows 3 | head -n 15 | sed -E 's/^(\S+) 1 (\S+) (\S+) (\S+)$/| `\1` | \2 | \3 | \4 |/')
MD
}

prepare
read -r load _ </proc/loadavg
for round in $(seq "$rounds"); do contestants; done
sql_engines
results >"$work/RESULTS.md"
cp "$work/RESULTS.md" "$bench/RESULTS.md"
echo "written: jobs/bench/RESULTS.md"
