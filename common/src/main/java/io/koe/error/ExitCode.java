package io.koe.error;

/**
 * What a finished {@code koe} process tells its caller; the README's table is checked against it.
 */
public enum ExitCode {
  PUBLISHED(0, "published, or already published, or answered"),
  USAGE(2, "the command line is wrong"),
  CHECK_FAILED(65, "a data check failed; nothing was published"),
  INPUT_MISSING(66, "input missing or unreadable; nothing was published"),
  DEFECT(70, "a defect in Koe; nothing was published"),
  PUBLISHED_WITH_REJECTS(73, "published, with rejected or unreadable input"),
  DISK(74, "a disk is full or refuses to read or write; run again, readers keep one whole night"),
  LOCKED(75, "another run holds the warehouse; try again later"),
  PUBLISHED_WITHOUT_REPORT(76, "published, but its report could not be written: see koe report"),
  CONFIGURATION(78, "a setting or the pseudonym key is missing or unusable");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
