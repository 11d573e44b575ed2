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
    if (LogManager.getContext(false) instanceof LoggerContext context) {
      context.reconfigure();
    }
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkRun(SparkSession.getDefaultSession().get(), Optional.empty());
    }
    SpillFolder spill = SpillFolder.create();
    return new SparkRun(SparkSessions.start(master, spill.path()), Optional.of(spill));
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
