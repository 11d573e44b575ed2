package io.koe.pipeline;

import io.koe.drivers.DriversStage;
import io.koe.metrics.MetricsStage;
import io.koe.night.Stage;
import io.koe.search.SearchStage;
import io.koe.tokenize.TokenizeStage;
import io.koe.topics.TopicOptions;
import io.koe.topics.TopicsStage;
import io.koe.watch.WatchStage;
import java.util.List;

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

  /** The stages after ingest, each after those whose tables it reads. */
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
