#!/usr/bin/env bash
# The same nights on this machine's disk alone and on a Spark standalone cluster with HDFS, whose tables must be equal,
# row by row.
#
#   jobs/bench/cluster.sh [INQUIRIES_PER_DAY] [DAYS] [SECONDS...]                      (60 35 20 120)
#
# The cluster is a master and two workers on 127.0.0.1, processes of their own, made of the Spark jars in
# jobs/target/lib, with authentication and encryption. They have none of Koe's own jars: those come with spark-submit,
# as README's chapter "On a cluster" says. Drop, key and warehouse of the cluster are in an HDFS: a NameNode and a
# DataNode, processes as well, of Hadoop's artifact for tests, which sends files encrypted. A backfill of all days but
# the last, and then the last night, run
#   - with jobs/bin/koe on local[2], from and to the disk,
#   - on the cluster,
#   - on the cluster again for each of SECONDS: so long after both executors have started the backfill, one worker and
#     its executor are killed (kill -9), and the other computes the rest; the worker is back for the night.
# Before that Koe without authentication or without encryption, and clients without the secret, must be refused; so
# must Koe be by an HDFS that does not encrypt.
#
# Prints seconds and what SameTables.java finds; ends with 1 when a run fails, a client is let in, or tables, reports
# or what koe search finds differ. It takes 6 GB of memory.
set -euo pipefail
# Each process started with & leads a group of its own, which is killed with it.
set -m
bench=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$bench/../.." && pwd)
koe=$root/jobs/bin/koe
jar=$root/jobs/target/koe-jobs.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
inquiries=${1:-60} days=${2:-35}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- 20 120
last=2026-10-05
before() { date -d "$last - $1 days" +%F; }

work=$(mktemp -d)
declare -A started=()
stop() {
  local group
  for group in "${!started[@]}"; do kill -9 -- "-$group" 2>/dev/null || true; done
  { wait; } 2>/dev/null
  chmod -R u+w "$work"
  rm -rf "$work"
}
trap stop EXIT

fail() { # what, a log
  echo "FAIL  $1" >&2
  [ -z "${2:-}" ] || tail -n 30 "$2" >&2
  exit 1
}

export KOE_JAVA_OPTIONS=${KOE_JAVA_OPTIONS:--Xmx2g}
# What a process that is killed leaves behind lies here.
mkdir "$work/tmp"
export SPARK_DAEMON_JAVA_OPTS=-Djava.io.tmpdir=$work/tmp SPARK_SUBMIT_OPTS=-Djava.io.tmpdir=$work/tmp
export SPARK_HOME=$work/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
(umask 077; head -c 32 /dev/urandom >"$work/koe.key")
sample() { # folder
  "$koe" sample --out "$1" --from "$(before $((days - 1)))" --to $last --inquiries-per-day "$inquiries" >/dev/null
}
sample "$work/drop"

# A Spark distribution's jars are those beside Koe's that Koe does not bring itself.
mkdir -p "$SPARK_HOME/jars" "$SPARK_HOME/conf"
own_names='/(koe|lucene|picocli|fastcsv|jte|echarts|duckdb_jdbc|progressbar|jline|commons-(statistics|numbers|rng))-'
own=$(ls "$root"/jobs/target/lib/*.jar | grep -E "$own_names" | paste -sd,)
ls "$root"/jobs/target/lib/*.jar | grep -vE "$own_names" | xargs ln -s -t "$SPARK_HOME/jars"

# What README says of koe.conf, for a small machine; master and workers read the same from spark-defaults.conf.
settings() { # secret
  cat <<CONF
spark.authenticate            true
spark.authenticate.secret     $1
spark.network.crypto.enabled  true
spark.master.rest.enabled     false
spark.driver.memory           2g
spark.executor.memory         1g
spark.sql.shuffle.partitions  4
spark.executor.extraJavaOptions -Djava.io.tmpdir=$work/tmp
CONF
}
secret() { head -c 24 /dev/urandom | base64; }
umask 077
settings "$(secret)" >"$work/koe.conf"
cp "$work/koe.conf" "$SPARK_HOME/conf/spark-defaults.conf"
sed '/authenticate  /d' "$work/koe.conf" >"$work/unauthenticated.conf"
sed '/crypto/d' "$work/koe.conf" >"$work/unencrypted.conf"
sed '/secret/d' "$work/koe.conf" >"$work/without-secret.conf"
settings "$(secret)" >"$work/other-secret.conf"
umask 022

# As bin/spark-class of a distribution does: a launcher says the command line, its words ended by NUL.
spark_class() { # class, arguments
  local command
  mapfile -d '' command < <("$java" -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@" | tail -c +3)
  exec "${command[@]}"
}
waits_for() { # seconds, command that succeeds in the end
  local end=$((SECONDS + $1))
  until "${@:2}"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.2
  done
}
start_master() {
  spark_class org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 \
    >"$work/master.log" 2>&1 &
  started[$!]=1
  waits_for 60 grep -q 'Starting Spark master at' "$work/master.log" || fail "no master" "$work/master.log"
  url=$(grep -o 'spark://127.0.0.1:[0-9]*' "$work/master.log" | head -1)
}
declare -A workers
start() { # name of a worker
  : >"$work/$1.log"
  spark_class org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 \
    --work-dir "$work/work/$1" "$url" >"$work/$1.log" 2>&1 &
  workers[$1]=$!
  started[$!]=1
  waits_for 60 grep -q 'Successfully registered with master' "$work/$1.log" || fail "no worker" "$work/$1.log"
}
executors() { # name of a worker: the processes of its executors
  pgrep -P "${workers[$1]}"
}
lose() { # name of a worker: kills it and its executor
  kill -9 -- "-${workers[$1]}"
  wait "${workers[$1]}" 2>/dev/null || true
  unset "started[${workers[$1]}]"
}
submit() { # settings, arguments of koe
  (spark_class org.apache.spark.deploy.SparkSubmit --master "$url" --properties-file "$1" \
    --class io.koe.cli.Koe --jars "$own" "$jar" "${@:2}")
}
# Of the default engine there the last digits of fractions are others, see sql/README.md.
alone() { "$koe" "$@" --master "local[2]" --sql-engine spark; }
on_cluster() { submit "$work/koe.conf" "$@"; }

place() { # command that runs Koe: where its files are
  [ "$1" = alone ] && echo "$work" || echo "$hdfs"
}
nights() { # command that runs Koe, warehouse, options
  local files
  files=$(place "$1")
  "$1" run --input "$files/drop" --warehouse "$files/$2" --pseudonym-key-file "$files/koe.key" "${@:3}"
}
took() { # what, when it began, exit code
  awk -v what="$1" -v b="$2" -v e="$EPOCHREALTIME" -v s="$3" \
    'BEGIN { printf "%-36s %6.1f s, ended with %d\n", what, e - b, s }'
}
# Rows that must be rejected are among the sample's, so a run that went well ends with 73.
timed() { # what is done, command that runs Koe, warehouse, options
  local begin=$EPOCHREALTIME status=0
  nights "${@:2}" >"$work/log" 2>&1 || status=$?
  [ $status -eq 0 ] || [ $status -eq 73 ] || fail "$1 ended with $status" "$work/log"
  took "$1" "$begin" $status
}
backfill() { timed "$1, backfill" "$2" "$3" --from "$(before $((days - 1)))" --date "$(before 1)"; }
night() { timed "$1, one night" "$2" "$3" --date $last; }
found() { # warehouse
  LC_ALL=C.UTF-8 "$koe" search --warehouse "$1" --format json --since 35d 商品 2>/dev/null
}
same() { # warehouse
  "$java" -cp "$jar" "$bench/SameTables.java" "$work/local" "$hdfs/$1"
  found "$work/local" >"$work/found"
  found "$hdfs/$1" | cmp - "$work/found" || fail "koe search finds something else"
  echo "equal  koe search, $(grep -c inquiry_id "$work/found") inquiries"
  hdfs_shell -get "$hdfs/$1/reports" "$work/$1-reports"
  diff -rq "$work/local/reports" "$work/$1-reports" || fail "reports differ"
  echo "equal  $(find "$work/$1-reports" -type f | wc -l) files of reports, byte by byte"
}

refused() { # settings, exit code
  local begin=$EPOCHREALTIME status=0
  nights "$1" refused --date $last >"$work/log" 2>&1 || status=$?
  took "$1" "$begin" $status
  [ $status -eq "$2" ] || fail "Koe $1 was not refused with $2" "$work/log"
}
unauthenticated() { submit "$work/unauthenticated.conf" "$@"; }
unencrypted() { submit "$work/unencrypted.conf" "$@"; }
without-secret() { submit "$work/without-secret.conf" "$@"; }
other-secret() { submit "$work/other-secret.conf" "$@"; }

# The client's jars are Spark's; of the artifact's own dependencies servers need none.
hadoop=$(ls "$root"/jobs/target/lib/hadoop-client-api-*.jar | sed 's/.*-api-\(.*\)\.jar/\1/')
(cd "$root" && mvn -q -B dependency:copy -DoutputDirectory="$work/hadoop" \
  -Dartifact="org.apache.hadoop:hadoop-client-minicluster:$hadoop" >"$work/log" 2>&1) || fail "no Hadoop" "$work/log"
hadoop_class() { # folder of settings, class, arguments
  exec "$java" -Xmx256m -Dlog4j2.level=INFO -Djava.io.tmpdir="$work/tmp" -cp "$1:$work/hadoop/*:$SPARK_HOME/jars/*" "${@:2}"
}
hdfs_settings() { # address of the NameNode, whether files are sent encrypted
  mkdir -p "$work/hdfs-$2"
  cat >"$work/hdfs-$2/core-site.xml" <<XML
<configuration>
  <property><name>fs.defaultFS</name><value>hdfs://$1</value></property>
  <property><name>hadoop.tmp.dir</name><value>$work/hdfs-$2</value></property>
</configuration>
XML
  cat >"$work/hdfs-$2/hdfs-site.xml" <<XML
<configuration>
  <property><name>dfs.replication</name><value>1</value></property>
  <property><name>dfs.encrypt.data.transfer</name><value>$2</value></property>
  <property><name>dfs.block.access.token.enable</name><value>$2</value></property>
  <property><name>dfs.namenode.http-address</name><value>127.0.0.1:0</value></property>
  <property><name>dfs.datanode.address</name><value>127.0.0.1:0</value></property>
  <property><name>dfs.datanode.http.address</name><value>127.0.0.1:0</value></property>
  <property><name>dfs.datanode.ipc.address</name><value>127.0.0.1:0</value></property>
</configuration>
XML
}
start_name_node() { # whether files are sent encrypted; sets address
  local settings=$work/hdfs-$1 log=$work/name-node-$1.log
  hdfs_settings 127.0.0.1:0 "$1"
  (hadoop_class "$settings" org.apache.hadoop.hdfs.server.namenode.NameNode -format) >"$log" 2>&1 ||
    fail "no HDFS" "$log"
  (hadoop_class "$settings" org.apache.hadoop.hdfs.server.namenode.NameNode) >>"$log" 2>&1 &
  started[$!]=1
  waits_for 60 grep -q 'NameNode RPC up at' "$log" || fail "no NameNode" "$log"
  address=127.0.0.1:$(sed -n 's/.*NameNode RPC up at: [^ ]*:\([0-9]*\).*/\1/p' "$log" | head -1)
  hdfs_settings "$address" "$1"
}
start_hdfs() {
  start_name_node true
  hdfs=hdfs://$address
  (hadoop_class "$work/hdfs-true" org.apache.hadoop.hdfs.server.datanode.DataNode) >"$work/data-node.log" 2>&1 &
  started[$!]=1
  waits_for 60 grep -q 'successfully registered with NN' "$work/data-node.log" ||
    fail "no DataNode" "$work/data-node.log"
  sample "$hdfs/drop"
  hdfs_shell -put "$work/koe.key" /koe.key
  hdfs_shell -chmod 400 /koe.key
}
hdfs_shell() { # arguments of hdfs dfs
  (hadoop_class "$work/hdfs-true" org.apache.hadoop.fs.FsShell "$@") >"$work/hdfs.log" 2>&1 ||
    fail "hdfs dfs $*" "$work/hdfs.log"
}

start_master
start one
start two

start_hdfs
refused unauthenticated 78
refused unencrypted 78
refused without-secret 78
refused other-secret 78
start_name_node false
code=0
"$koe" snapshots list --warehouse "hdfs://$address/koe" >"$work/log" 2>&1 || code=$?
[ $code -eq 78 ] || fail "an HDFS that does not encrypt was taken" "$work/log"
echo "an HDFS that does not encrypt: refused with $code"

backfill "local[2]" alone local
night "local[2]" alone local
backfill "cluster" on_cluster cluster
night "cluster" on_cluster cluster
same cluster

both_execute() { executors one && executors two; } >/dev/null
for seconds in "$@"; do
  backfill "cluster, a worker lost after $seconds s" on_cluster "lost-$seconds" &
  run=$!
  started[$run]=1
  waits_for 120 both_execute || fail "no executors" "$work/log"
  sleep "$seconds"
  kill -0 $run 2>/dev/null || fail "the backfill was over before $seconds s" "$work/log"
  lose two
  wait $run
  unset "started[$run]"
  start two
  night "cluster, the night after" on_cluster "lost-$seconds"
  same "lost-$seconds"
done
