package io.koe.ingest;

import io.koe.night.Night;
import io.koe.night.RunTables;
import java.sql.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The erasure ledger as ingest needs it: who and what must not come back. It grows with erasures,
 * not with inquiries.
 *
 * @param hashes keyed hashes of people and inquiries
 * @param added those of them that this run has added, all of inquiries
 */
record ErasedIds(Set<String> hashes, Set<String> added) {
  private static final String TABLE = "erased_ids";

  static ErasedIds of(RunTables tables) {
    Set<String> hashes =
        tables.read(TABLE).select("erased_hash").collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toUnmodifiableSet());
    return new ErasedIds(hashes, Set.of());
  }

  ErasedIds plusInquiries(Set<String> inquiries) {
    Set<String> unknown = new HashSet<>(inquiries);
    unknown.removeAll(hashes);
    Set<String> all = new HashSet<>(hashes);
    all.addAll(unknown);
    return new ErasedIds(Set.copyOf(all), Set.copyOf(unknown));
  }

  /** Writes the ledger with what was added. */
  void write(RunTables tables, Night night) {
    List<Row> rows =
        added.stream()
            .sorted()
            .map(hash -> RowFactory.create("inquiry", hash, Date.valueOf(night.date())))
            .toList();
    Dataset<Row> more = tables.spark().createDataFrame(rows, tables.declaredSchema(TABLE));
    tables.write(TABLE, tables.read(TABLE).unionByName(more).coalesce(1));
  }
}
