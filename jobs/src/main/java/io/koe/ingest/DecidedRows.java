package io.koe.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The staged rows of readable files, each with what became of it. Decisions travel to the task that
 * keeps their row: there are few of them, and the rows stay where they are.
 */
final class DecidedRows {
  private final StagedRows staged;
  private final JavaRDD<DecidedBlock> blocks;

  /**
   * Brings them together.
   *
   * @param decisions as {@link Decisions} gives them
   */
  DecidedRows(StagedRows staged, Dataset<Row> decisions) {
    this.staged = staged;
    JavaPairRDD<Integer, Tuple2<RowPlace, Decision>> byTask =
        decisions
            .toJavaRDD()
            .mapToPair(d -> new Tuple2<>(d.getInt(0), new Tuple2<>(place(d), decision(d))))
            .partitionBy(new HashPartitioner(staged.tasks()));
    this.blocks = staged.blocks().zipPartitions(byTask.values(), DecidedRows::decided);
  }

  private static RowPlace place(Row decision) {
    return new RowPlace(decision.getInt(1), decision.getLong(2));
  }

  private static Decision decision(Row row) {
    Fate fate = row.getBoolean(4) ? Fate.REJECTED : Fate.ACCEPTED;
    return new Decision(
        row.getBoolean(3) ? Fate.DUPLICATE : fate,
        row.getBoolean(5),
        new ArrayList<>(row.<Integer>getList(6)));
  }

  private static Iterator<DecidedBlock> decided(
      Iterator<RowBlock> blocks, Iterator<Tuple2<RowPlace, Decision>> decisions) {
    Map<RowPlace, Decision> byPlace = new HashMap<>();
    decisions.forEachRemaining(d -> byPlace.put(d._1(), d._2()));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return blocks.hasNext();
      }

      @Override
      public DecidedBlock next() {
        return new DecidedBlock(blocks.next(), byPlace);
      }
    };
  }

  /** Counted from the rows themselves, in one job. */
  RowCounts counts() {
    return blocks
        .mapPartitions(parts -> List.of(RowCounts.of(parts)).iterator())
        .reduce(RowCounts::plus);
  }

  /** The blocks that hold rows of a table. */
  JavaRDD<DecidedBlock> of(TableContract table) {
    String name = table.name();
    return staged.ofTables(blocks, Set.of(name)).filter(block -> block.file().table().equals(name));
  }

  /** The columns of {@code rejected_rows}, {@code arrival_date} in days. */
  JavaRDD<Row> rejected(Set<String> tables) {
    return staged.ofTables(blocks, tables).flatMap(DecidedBlock::rejected);
  }
}
