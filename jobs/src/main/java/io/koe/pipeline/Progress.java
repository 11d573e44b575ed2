package io.koe.pipeline;

/** Tells the user how far long work is. */
public interface Progress extends AutoCloseable {
  /** A stage begins; the one before it, if any, is done. */
  void stage(String name);

  /** One line worth knowing. */
  void note(String line);

  @Override
  void close();

  /** Says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void stage(String name) {
        // Nobody listens.
      }

      @Override
      public void note(String line) {
        // Nobody listens.
      }

      @Override
      public void close() {
        // Nothing was opened.
      }
    };
  }
}
