package io.koe.store;

import java.util.regex.Pattern;

/** Texts as words of a shell's command line, for commands to copy. */
public final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:@%+=,-]+");

  private ShellText() {}

  /** The word as it is where a shell takes it so, else in quotes: {@code '/data/our inquiries'}. */
  public static String of(Object value) {
    String text = value.toString();
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
