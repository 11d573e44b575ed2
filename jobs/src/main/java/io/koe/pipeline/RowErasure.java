package io.koe.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.koe.night.RunTables;
import io.koe.sql.Place;
import io.koe.sql.TableModel;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes people out of the tables a night can't compute again: what landed, its tokens and topics.
 * Which rows are theirs follows from the columns: those of their inquiries, and those of their
 * pseudonym; a transaction stays without it, since it is somebody else's as well. Only the days
 * that hold such rows are written anew. Texts of other people that name them stay without the name.
 */
final class RowErasure {
  /** Stages whose tables are kept; all later ones are computed again from them. */
  static final Set<String> KEPT_STAGES = Set.of("ingest", "tokenize", "topics", "publish");

  private static final List<String> PARTIES = List.of("buyer_id", "seller_id");

  private final RunTables tables;
  private final ErasedPeople people;
  private final ErasedMentions mentions;
  private final SortedMap<String, Long> removed = new TreeMap<>();

  RowErasure(RunTables tables, ErasedPeople people) {
    this.tables = tables;
    this.people = people;
    this.mentions = people.mentions();
  }

  /** Writes each table that holds rows of theirs anew; rows removed or emptied by table. */
  SortedMap<String, Long> run() {
    for (TableModel table : tables.catalog().tables()) {
      if (KEPT_STAGES.contains(table.stage())
          && table.place() != Place.INTERNAL
          && tables.isThere(table.name())) {
        erase(table);
      }
    }
    return removed;
  }

  private void erase(TableModel table) {
    Dataset<Row> rows = tables.read(table.name());
    List<String> columns = Arrays.asList(rows.columns());
    if (columns.contains("inquiry_id")) {
      remove(table, rows, people.inquiries(), "inquiry_id");
    } else if (columns.contains("user_id")) {
      remove(table, rows, people.users(), "user_id");
    } else if (columns.containsAll(PARTIES)) {
      PARTIES.stream()
          .map(party -> rows.join(named(party), new String[] {party}, "left_semi"))
          .reduce(Dataset::unionByName)
          .map(Dataset::distinct)
          .ifPresent(theirs -> write(table, theirs, rows, this::emptied));
    } else {
      write(table, mentions.in(rows), rows, mentions::removedFrom);
    }
  }

  private void remove(TableModel table, Dataset<Row> rows, Dataset<Row> theirs, String column) {
    String[] key = {column};
    write(
        table,
        rows.join(theirs, key, "left_semi")
            .unionByName(mentions.in(rows.join(theirs, key, "left_anti"))),
        rows,
        kept -> mentions.removedFrom(kept.join(theirs, key, "left_anti")));
  }

  private Dataset<Row> named(String column) {
    return people.users().toDF(column);
  }

  private Dataset<Row> emptied(Dataset<Row> rows) {
    Dataset<Row> emptied = rows;
    for (String party : PARTIES) {
      Dataset<Row> erased = named(party).withColumn("is_erased", lit(true));
      Column stays = when(col("is_erased").isNull(), col(party));
      emptied =
          emptied
              .join(erased, new String[] {party}, "left")
              .withColumn(party, stays)
              .drop("is_erased");
    }
    return emptied;
  }

  /** What is left of rows. */
  private interface Rest {
    Dataset<Row> of(Dataset<Row> rows);
  }

  private void write(TableModel table, Dataset<Row> theirs, Dataset<Row> rows, Rest rest) {
    Optional<String> partition = table.partitionColumn();
    if (partition.isEmpty()) {
      long count = theirs.count();
      if (count > 0) {
        removed.put(table.name(), count);
        tables.rewrite(table.name(), rest.of(rows), List.of());
      }
      return;
    }
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    theirs
        .groupBy(partition.get())
        .count()
        .collectAsList()
        .forEach(row -> days.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    if (!days.isEmpty()) {
      removed.put(table.name(), days.values().stream().mapToLong(n -> n).sum());
      Object[] dates = days.keySet().stream().map(Date::valueOf).toArray();
      Dataset<Row> touched = rows.where(col(partition.get()).isin(dates));
      tables.rewrite(table.name(), rest.of(touched), days.keySet());
    }
  }
}
