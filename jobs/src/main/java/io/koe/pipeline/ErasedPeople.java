package io.koe.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.koe.ingest.KnownRows;
import io.koe.night.RunTables;
import io.koe.store.Storage;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** The people to erase, and all inquiries one of whose versions is theirs. */
final class ErasedPeople implements AutoCloseable {
  private static final String LEDGER = "erased_ids";

  private final RunTables tables;
  private final Set<String> pseudonyms;
  private final Dataset<Row> users;
  private final Dataset<Row> inquiries;

  ErasedPeople(RunTables tables, Set<String> pseudonyms) {
    this.tables = tables;
    this.pseudonyms = new TreeSet<>(pseudonyms);
    this.users =
        tables
            .spark()
            .createDataset(List.copyOf(this.pseudonyms), Encoders.STRING())
            .toDF("user_id");
    this.inquiries =
        // What is known by week stays some days longer than what landed by day.
        KnownRows.inquiries(tables)
            .join(users, new String[] {"user_id"}, "left_semi")
            .select("inquiry_id")
            .distinct()
            .cache();
  }

  /** {@code user_id}: their pseudonyms. */
  Dataset<Row> users() {
    return users;
  }

  /** What names them in other people's texts. */
  ErasedMentions mentions() {
    return new ErasedMentions(pseudonyms);
  }

  /** {@code inquiry_id}. */
  Dataset<Row> inquiries() {
    return inquiries;
  }

  /** Days in Japan on which these were created, in any version. */
  Set<LocalDate> daysOfInquiries() {
    Set<LocalDate> days = new TreeSet<>();
    tables
        .read("landed_inquiries")
        .join(inquiries, new String[] {"inquiry_id"}, "left_semi")
        .select(col("created_at").cast("date"))
        .distinct()
        .collectAsList()
        .forEach(row -> days.add(row.getDate(0).toLocalDate()));
    return days;
  }

  /** Adds them to the ledger that keeps them out. */
  void writeLedger(Path keyFile, LocalDate night) {
    String key = keyFile.toAbsolutePath().toString();
    UDF1<String, String> user = id -> pseudonymizer(key).erasedUser(id);
    UDF1<String, String> inquiry = id -> pseudonymizer(key).erasedInquiry(id);
    Dataset<Row> known = tables.read(LEDGER);
    Dataset<Row> found =
        entries("user", users.select(udf(user, DataTypes.StringType).apply(col("user_id"))), night)
            .unionByName(
                entries(
                    "inquiry",
                    inquiries.select(udf(inquiry, DataTypes.StringType).apply(col("inquiry_id"))),
                    night));
    Dataset<Row> added =
        found.join(
            known.select("kind", "erased_hash"), new String[] {"kind", "erased_hash"}, "left_anti");
    tables.write(LEDGER, known.unionByName(added).coalesce(1));
  }

  private static Pseudonymizer pseudonymizer(String key) {
    return PseudonymKey.cached(Storage.path(key)).pseudonymizer();
  }

  private static Dataset<Row> entries(String kind, Dataset<Row> hashes, LocalDate night) {
    return hashes
        .toDF("erased_hash")
        .withColumn("kind", lit(kind))
        .withColumn("erased_date", lit(java.sql.Date.valueOf(night)));
  }

  @Override
  public void close() {
    inquiries.unpersist();
  }
}
