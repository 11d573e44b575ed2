package io.koe.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.koe.ingest.KnownRows;
import io.koe.night.RunTables;
import java.time.LocalDate;
import java.util.List;

/** What a night can leave as published. */
final class PublishedFigures {
  private static final List<String> KEPT = List.of("inquiry_states", "help_session_outcomes");

  private PublishedFigures() {}

  /**
   * Whether the nights from {@code first} on need to compute only what has changed: the figures
   * have the columns of this version, what arrived is there by week, and topics were there before.
   * The first model gives topics to all inquiries so far.
   */
  static boolean canBeBuiltOn(RunTables tables, LocalDate first) {
    return KEPT.stream().allMatch(tables::hasBefore)
        && KnownRows.TABLES.stream().allMatch(tables::isThere)
        && !tables.read("topic_models").where(col("model_date").lt(lit(first))).isEmpty();
  }
}
