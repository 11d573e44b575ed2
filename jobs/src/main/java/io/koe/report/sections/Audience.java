package io.koe.report.sections;

import java.util.Locale;

/** Who a page is for. */
public enum Audience {
  PM,
  CS,
  PR,
  SAFETY,
  TOPICS;

  /** As in file names. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
