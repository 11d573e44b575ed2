package io.koe.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/** Passes progress on and notes how long each stage takes. */
final class StageTimes implements Progress {
  private final Progress listener;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String current;
  private long startedNanos;

  StageTimes(Progress listener) {
    this.listener = listener;
  }

  @Override
  public void stage(String name) {
    finish();
    current = name;
    startedNanos = System.nanoTime();
    listener.stage(name);
  }

  @Override
  public void note(String line) {
    listener.note(line);
  }

  /** The stages so far in their order, the present one included; milliseconds are the finest. */
  Map<String, Double> seconds() {
    finish();
    return seconds;
  }

  private void finish() {
    if (current != null) {
      long milliseconds = (System.nanoTime() - startedNanos) / 1_000_000;
      seconds.put(current, milliseconds / 1e3);
      current = null;
    }
  }

  @Override
  public void close() {
    finish();
    listener.close();
  }
}
