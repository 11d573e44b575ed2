package io.koe.error;

import java.util.Objects;

/**
 * A failure a user can act on, in three lines: what happened, where, how to fix it. Never carries a
 * customer's words.
 */
public final class KoeException extends RuntimeException {
  private final ExitCode exitCode;
  private final String where;
  private final String fix;

  /**
   * @param exitCode how the process ends
   * @param what what happened, one line
   * @param where the file, table, option or command concerned
   * @param fix what the user can do about it
   */
  public KoeException(ExitCode exitCode, String what, String where, String fix) {
    this(exitCode, what, where, fix, null);
  }

  public KoeException(ExitCode exitCode, String what, String where, String fix, Throwable cause) {
    super(Objects.requireNonNull(what), cause);
    this.exitCode = Objects.requireNonNull(exitCode);
    this.where = Objects.requireNonNull(where);
    this.fix = Objects.requireNonNull(fix);
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public String where() {
    return where;
  }

  public String fix() {
    return fix;
  }
}
