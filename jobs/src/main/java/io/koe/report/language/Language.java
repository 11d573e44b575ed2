package io.koe.report.language;

/** A language reports are written in. */
public enum Language {
  JA("ja", "日本語"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** As in {@code <html lang>} and file names. */
  public String code() {
    return code;
  }

  /** What its readers call it. */
  public String ownName() {
    return ownName;
  }
}
