package io.koe.pipeline;

import io.koe.store.SpillFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session for one run, with a private spill folder that goes when it ends. Where a session
 * is running already, it is used and left running.
 */
public final class SparkRun implements AutoCloseable {
  private final SparkSession session;
  private final Optional<SpillFolder> spill;

  private SparkRun(SparkSession session, Optional<SpillFolder> spill) {
    this.session = session;
    this.spill = spill;
  }

  /**
   * Uses the running session, or starts one.
   *
   * @param master where Spark runs
   * @param log where its warnings go from now on
   */
  public static SparkRun start(String master, Path log) {
    System.setProperty("koe.log", log.toString());
    readLogging();
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkRun(SparkSession.getDefaultSession().get(), Optional.empty());
    }
    SpillFolder spill = SpillFolder.create();
    SparkSession session = SparkSessions.start(master, spill.path());
    // Under spark-submit it has just taken its own: a console to which Spark tells all it does.
    readLogging();
    return new SparkRun(session, Optional.of(spill));
  }

  /** Takes the settings {@code log4j2.configurationFile} names, whatever Spark has put in place. */
  private static void readLogging() {
    if (LogManager.getContext(false) instanceof LoggerContext context) {
      context.setConfigLocation(null);
    }
  }

  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    spill.ifPresent(this::stop);
  }

  private void stop(SpillFolder folder) {
    session.stop();
    folder.close();
  }
}
