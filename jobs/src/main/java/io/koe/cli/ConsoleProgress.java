package io.koe.cli;

import io.koe.pipeline.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar and the stage's name on a terminal; a plain line a stage when piped. */
final class ConsoleProgress implements Progress {
  /** The launcher knows whether a person watches; Java's own answer differs by version. */
  private static final String TERMINAL = "koe.terminal";

  private final PrintWriter err;
  private final ProgressBar bar;
  private String current;
  private long startedNanos;

  /**
   * @param title what the bar is called
   * @param steps how many stages there will be
   */
  ConsoleProgress(String title, int steps, PrintWriter err) {
    this.err = err;
    this.bar = Boolean.getBoolean(TERMINAL) ? bar(title, steps) : null;
  }

  private static ProgressBar bar(String title, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .hideEta()
        .build();
  }

  @Override
  public void stage(String name) {
    finish();
    current = name;
    startedNanos = System.nanoTime();
    if (bar != null) {
      bar.setExtraMessage(name);
    }
  }

  @Override
  public void note(String line) {
    err.println("koe: " + line);
  }

  @Override
  public void close() {
    finish();
    if (bar != null) {
      bar.close();
    }
  }

  private void finish() {
    if (current == null) {
      return;
    }
    if (bar == null) {
      double seconds = (System.nanoTime() - startedNanos) / 1e9;
      err.printf(Locale.ROOT, "koe: %-9s %6.1f s%n", current, seconds);
    } else {
      bar.step();
    }
    current = null;
  }
}
