package io.koe.tokenize;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import io.koe.text.InquiryTokenizer;
import io.koe.text.OwnWords;
import io.koe.text.Segment;
import io.koe.text.Segments;
import io.koe.text.morphology.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Terms of every inquiry row that landed in the run's nights, into {@code inquiry_tokens}: one
 * tokenizer per partition, piece by piece, subject before the body's own words.
 */
public final class TokenizeStage implements Stage {
  private static final String TABLE = "inquiry_tokens";

  @Override
  public String name() {
    return "tokenize";
  }

  @Override
  public void run(RunTables tables, Night night) {
    Dataset<Row> landed =
        tables
            .read("landed_inquiries")
            .where(col("arrival_date").between(lit(night.firstDate()), lit(night.date())))
            .select(
                col("inquiry_id"),
                to_date(col("created_at")).as("created_date"),
                col("subject"),
                col("body"),
                col("arrival_date"));
    StructType schema = tables.declaredSchema(TABLE).asNullable();
    tables.write(
        TABLE,
        spread(landed).mapPartitions(tokenize(night.settings().tokenizer()), Encoders.row(schema)));
  }

  /** One file is read by one task: with fewer partitions than cores, texts are dealt out. */
  private static Dataset<Row> spread(Dataset<Row> texts) {
    int cores = texts.sparkSession().sparkContext().defaultParallelism();
    return texts.rdd().getNumPartitions() < cores ? texts.repartition(cores) : texts;
  }

  private static MapPartitionsFunction<Row, Row> tokenize(Tokenizer words) {
    return rows -> {
      InquiryTokenizer tokenizer = new InquiryTokenizer(words);
      Iterable<Row> once = () -> rows;
      return StreamSupport.stream(once.spliterator(), false)
          .map(row -> tokens(row, tokenizer))
          .iterator();
    };
  }

  private static Row tokens(Row row, InquiryTokenizer tokenizer) {
    List<String> terms = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<Long> fingerprints = new ArrayList<>();
    for (String text : Arrays.asList(row.getString(2), OwnWords.of(row.getString(3)))) {
      for (Segment segment : Segments.of(text)) {
        List<String> own = tokenizer.terms(segment.text());
        if (!own.isEmpty()) {
          terms.addAll(own);
          ends.add(terms.size());
          fingerprints.add(segment.fingerprint());
        }
      }
    }
    return RowFactory.create(
        row.getString(0),
        row.get(1),
        terms.toArray(new String[0]),
        ends.toArray(new Integer[0]),
        fingerprints.toArray(new Long[0]),
        row.get(4));
  }
}
