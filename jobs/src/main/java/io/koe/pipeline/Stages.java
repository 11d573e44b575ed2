package io.koe.pipeline;

import io.koe.drivers.DriversStage;
import io.koe.ingest.IngestStage;
import io.koe.metrics.MetricsStage;
import io.koe.night.Stage;
import io.koe.search.SearchStage;
import io.koe.tokenize.TokenizeStage;
import io.koe.topics.TopicOptions;
import io.koe.topics.TopicsStage;
import io.koe.watch.WatchStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data's path on one screen.
 *
 * <pre>
 * drop ─ ingest ─ tokenize ─ topics ─ metrics ─ drivers ─ watch ─ search ─ publish ─ report
 *        masked   terms      ids that  rates     why       rules   index    one       one page
 *        rows                last                                           snapshot  a week
 * </pre>
 */
public final class Stages {
  private Stages() {}

  /** The stages that compute tables, in the order they run. */
  public static List<Stage> inOrder(
      Path drop, Optional<Path> mended, Path keyFile, TopicOptions topics) {
    return Stream.concat(
            Stream.of(new IngestStage(drop, mended, keyFile)), computing(topics).stream())
        .toList();
  }

  /** The stages after ingest: all they need is in tables. */
  public static List<Stage> computing() {
    return computing(TopicOptions.NONE);
  }

  /** The same with what people add to the topics. */
  public static List<Stage> computing(TopicOptions topics) {
    return List.of(
        new TokenizeStage(),
        new TopicsStage(topics),
        new MetricsStage(),
        new DriversStage(),
        new WatchStage(),
        new SearchStage());
  }
}
