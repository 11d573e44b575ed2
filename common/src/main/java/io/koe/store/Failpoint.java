package io.koe.store;

import java.io.IOException;

/**
 * Named steps of publishing, and within them the single changes of the disk ({@code link, create,
 * synchronise, replace, point, rename, delete}), at which a test can make the process fail; nothing
 * happens otherwise.
 */
final class Failpoint {
  /** What a test wants to happen at a step. */
  interface Hook {
    void reached(String step) throws IOException;
  }

  private static final Hook NONE = step -> {};
  private static volatile Hook hook = NONE;

  private Failpoint() {}

  static void hit(String step) throws IOException {
    hook.reached(step);
  }

  static void set(Hook next) {
    hook = next;
  }

  static void clear() {
    hook = NONE;
  }
}
