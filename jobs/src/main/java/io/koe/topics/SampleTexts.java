package io.koe.topics;

import static org.apache.spark.sql.functions.broadcast;

import io.koe.night.RunTables;
import java.nio.file.Path;
import java.sql.Date;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What the inquiries of a fit's sample say, read on the driver. */
final class SampleTexts {
  private static final StructType KEY = StructType.fromDDL("inquiry_id string, arrival_date date");

  private SampleTexts() {}

  /** Masked bodies by inquiry. */
  static Map<String, String> bodies(RunTables tables, Collection<SampledInquiry> inquiries) {
    List<Row> keys =
        inquiries.stream()
            .distinct()
            .map(i -> RowFactory.create(i.inquiryId(), Date.valueOf(i.arrival())))
            .toList();
    Map<String, String> bodies = new HashMap<>();
    if (!keys.isEmpty()) {
      tables
          .read("landed_inquiries")
          .join(
              broadcast(tables.spark().createDataFrame(keys, KEY)),
              new String[] {"inquiry_id", "arrival_date"})
          .select("inquiry_id", "body")
          .orderBy("inquiry_id", "body")
          .collectAsList()
          .forEach(row -> bodies.put(row.getString(0), row.getString(1)));
    }
    return bodies;
  }

  /** Embeddings by inquiry of what is its customer's own. */
  static Map<String, Embedding> embeddings(
      RunTables tables, List<SampledInquiry> sample, Templates templates, Path model) {
    Map<String, String> bodies = bodies(tables, sample);
    List<String> texts =
        sample.stream().map(i -> templates.own(bodies.get(i.inquiryId()))).toList();
    Map<String, Embedding> embeddings = new HashMap<>();
    try (SentenceEmbeddings onnx = OnnxEmbeddings.open(model)) {
      List<Embedding> vectors = onnx.of(texts);
      for (int i = 0; i < vectors.size(); i++) {
        embeddings.put(sample.get(i).inquiryId(), vectors.get(i));
      }
    }
    return embeddings;
  }
}
