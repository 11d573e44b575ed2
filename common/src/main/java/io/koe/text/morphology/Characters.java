package io.koe.text.morphology;

import org.apache.lucene.analysis.ja.dict.CharacterDefinition;

/**
 * What the dictionary says of each UTF-16 unit: its class, and how words it does not have are made
 * of it.
 */
final class Characters {
  private static final CharacterDefinition DEFINITION = CharacterDefinition.getInstance();

  private static final int CLASS = 0x0F;
  private static final int PUNCTUATION = 0x10;
  private static final int GROUP = 0x20;
  private static final int INVOKE = 0x40;
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = kind((char) c);
    }
  }

  private Characters() {}

  private static byte kind(char c) {
    int kind = DEFINITION.getCharacterClass(c);
    kind |= isPunctuation(c) ? PUNCTUATION : 0;
    kind |= DEFINITION.isGroup(c) ? GROUP : 0;
    kind |= DEFINITION.isInvoke(c) ? INVOKE : 0;
    return (byte) kind;
  }

  /** The class, a number below {@link CharacterDefinition#CLASS_COUNT}. */
  static int classOf(char c) {
    return KINDS[c] & CLASS;
  }

  /** Whether unknown words begin here even where known ones do. */
  static boolean isInvoke(char c) {
    return (KINDS[c] & INVOKE) != 0;
  }

  /**
   * Where the unknown word ends that begins at a place: a run of one class, all punctuation or none
   * of it, or one unit.
   */
  static int unknownEnd(char[] text, int start, int length) {
    int kind = KINDS[text[start]];
    int end = start + 1;
    if ((kind & GROUP) != 0) {
      while (end < length && KINDS[text[end]] == kind) {
        end++;
      }
    }
    return end;
  }

  /** As in Lucene's {@code JapaneseTokenizer}. */
  private static boolean isPunctuation(char c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }
}
