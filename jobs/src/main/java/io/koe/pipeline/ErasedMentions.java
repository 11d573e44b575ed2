package io.koe.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Where other people's texts name somebody erased: {@code <USER:pseudonym>} becomes {@code <USER>},
 * also when a quote was cut inside it.
 */
final class ErasedMentions implements Serializable {
  private static final String TAG = "<USER:";
  private static final Pattern MENTION = Pattern.compile(TAG + "([a-z2-7]{1,26})>?");

  private final TreeSet<String> pseudonyms;

  ErasedMentions(Set<String> pseudonyms) {
    this.pseudonyms = new TreeSet<>(pseudonyms);
  }

  /** The rows of which a text names somebody erased. */
  Dataset<Row> in(Dataset<Row> rows) {
    UserDefinedFunction scrub = function();
    return rows.where(
        texts(rows).stream()
            .map(text -> col(text).contains(TAG).and(scrub.apply(col(text)).notEqual(col(text))))
            .reduce(Column::or)
            .orElse(lit(false)));
  }

  /** The same rows, naming nobody erased. */
  Dataset<Row> removedFrom(Dataset<Row> rows) {
    UserDefinedFunction scrub = function();
    Dataset<Row> left = rows;
    for (String text : texts(rows)) {
      left = left.withColumn(text, scrub.apply(col(text)));
    }
    return left;
  }

  /** The text, naming nobody erased; null stays null. */
  String removedFrom(String text) {
    return text == null || !text.contains(TAG)
        ? text
        : MENTION.matcher(text).replaceAll(this::standIn);
  }

  private String standIn(MatchResult mention) {
    String pseudonym = mention.group(1);
    String next = pseudonyms.ceiling(pseudonym);
    return next != null && next.startsWith(pseudonym) ? "<USER>" : mention.group();
  }

  private UserDefinedFunction function() {
    UDF1<String, String> removed = this::removedFrom;
    return udf(removed, DataTypes.StringType);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return Arrays.stream(rows.schema().fields())
        .filter(field -> field.dataType().equals(DataTypes.StringType))
        .map(StructField::name)
        .toList();
  }
}
