package io.koe.pipeline;

import io.koe.store.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
  private final Optional<Path> spill;

  private SparkRun(SparkSession session, Optional<Path> spill) {
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
    try {
      // Made for this user alone.
      Path spill = Files.createTempDirectory("koe-spill-");
      return new SparkRun(SparkSessions.start(master, spill), Optional.of(spill));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    spill.ifPresent(this::stop);
  }

  private void stop(Path folder) {
    session.stop();
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
