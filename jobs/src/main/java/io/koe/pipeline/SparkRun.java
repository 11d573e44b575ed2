package io.koe.pipeline;

import io.koe.night.RunTables;
import io.koe.night.SqlEngine;
import io.koe.sql.TableCatalog;
import io.koe.store.SpillFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private final Engines engines;
  private final Optional<SpillFolder> spill;
  private final RunLog log;
  private final List<SqlEngine> started = new ArrayList<>();

  private SparkRun(SparkSession session, Engines engines, Optional<SpillFolder> spill, RunLog log) {
    this.session = session;
    this.engines = engines;
    this.spill = spill;
    this.log = log;
  }

  /**
   * Uses the running session, or starts one.
   *
   * @param engines where Spark runs, and what else computes
   * @param log where its warnings go from now on
   */
  public static SparkRun start(Engines engines, Path log) {
    RunLog written = RunLog.of(log);
    System.setProperty("koe.log", written.local().toString());
    readLogging();
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkRun(
          SparkSession.getDefaultSession().get(), engines, Optional.empty(), written);
    }
    SpillFolder spill = SpillFolder.create();
    SparkSession session = SparkSessions.start(engines.master(), spill.path());
    // Under spark-submit it has just taken its own: a console to which Spark tells all it does.
    readLogging();
    return new SparkRun(session, engines, Optional.of(spill), written);
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

  /** The tables of a run; see {@link RunTables}. */
  public RunTables tables(TableCatalog catalog, Path staging, Optional<Path> parent) {
    Optional<SqlEngine> engine = engines.start(catalog, session);
    engine.ifPresent(started::add);
    return new RunTables(session, catalog, staging, parent, engine);
  }

  @Override
  public void close() {
    started.forEach(SqlEngine::close);
    spill.ifPresent(this::stop);
    log.close();
  }

  private void stop(SpillFolder folder) {
    session.stop();
    folder.close();
  }
}
