package io.koe.night;

import static org.apache.spark.sql.functions.udf;

import io.koe.stat.Ears;
import io.koe.stat.Garwood;
import io.koe.stat.NegativeBinomial;
import io.koe.stat.Normal;
import io.koe.stat.Wilson;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Statistics that SQL has no function for, under the names the files of {@code sql/} use. All give
 * null for null; the intervals are 95 % ones. What the statistics refuse fails the statement.
 *
 * <p>{@code ears_c1}, {@code ears_c2}, {@code ears_c3} take an array of the counts of consecutive
 * days, oldest first, the day looked at last; a day without data is null, which makes the result
 * null, and not 0.
 */
public final class SqlFunctions {
  /**
   * The engines disagree on how to subtract timestamps; the files of {@code sql/} need not know.
   */
  private static final String HOURS_BETWEEN =
      "create or replace temporary function hours_between(from_at timestamp, to_at timestamp) "
          + "returns double "
          + "return (unix_micros(to_at) - unix_micros(from_at)) / double(3600000000)";

  private SqlFunctions() {}

  /** Adds the functions to a session; harmless when done again. */
  public static void register(SparkSession spark) {
    UDF2<Double, Double, Double> wilsonLow =
        (hits, trials) -> hits == null || trials == null ? null : Wilson.low(hits, trials);
    UDF2<Double, Double, Double> wilsonHigh =
        (hits, trials) -> hits == null || trials == null ? null : Wilson.high(hits, trials);
    UDF1<Double, Double> garwoodLow = count -> count == null ? null : Garwood.low(count);
    UDF1<Double, Double> garwoodHigh = count -> count == null ? null : Garwood.high(count);
    UDF3<Double, Double, Double, Double> upperTail =
        (count, mean, variance) ->
            count == null || mean == null || variance == null
                ? null
                : NegativeBinomial.upperTail(count, mean, variance);
    UDF1<Double, Double> normalTail = z -> z == null ? null : Normal.upperTail(z);
    spark.udf().register("wilson_low", udf(wilsonLow, DataTypes.DoubleType));
    spark.udf().register("wilson_high", udf(wilsonHigh, DataTypes.DoubleType));
    spark.udf().register("garwood_low", udf(garwoodLow, DataTypes.DoubleType));
    spark.udf().register("garwood_high", udf(garwoodHigh, DataTypes.DoubleType));
    spark.udf().register("negative_binomial_upper_tail", udf(upperTail, DataTypes.DoubleType));
    spark.udf().register("normal_upper_tail", udf(normalTail, DataTypes.DoubleType));
    spark.udf().register("ears_c1", udf(ofDays(Ears::c1), DataTypes.DoubleType));
    spark.udf().register("ears_c2", udf(ofDays(Ears::c2), DataTypes.DoubleType));
    spark.udf().register("ears_c3", udf(ofDays(Ears::c3), DataTypes.DoubleType));
    spark.sql(HOURS_BETWEEN);
  }

  private static UDF1<Seq<Double>, Double> ofDays(DaysFunction function) {
    return days -> {
      if (days == null || days.contains(null)) {
        return null;
      }
      return function.apply(
          CollectionConverters.asJava(days).stream().mapToDouble(Double::doubleValue).toArray());
    };
  }

  private interface DaysFunction extends Function<double[], Double>, Serializable {}
}
