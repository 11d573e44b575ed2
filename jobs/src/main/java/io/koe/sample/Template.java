package io.koe.sample;

import java.util.ArrayList;
import java.util.List;

/** A sentence with slots in braces, such as {@code {item}を購入しました。}, cut into its parts once. */
record Template(List<String> parts) {

  /**
   * Literal parts are kept as they are; a slot part keeps its opening brace and loses the other.
   */
  static Template of(String sentence) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int open = sentence.indexOf('{');
    while (open >= 0) {
      int close = sentence.indexOf('}', open);
      if (open > from) {
        parts.add(sentence.substring(from, open));
      }
      parts.add(sentence.substring(open, close));
      from = close + 1;
      open = sentence.indexOf('{', from);
    }
    if (from < sentence.length()) {
      parts.add(sentence.substring(from));
    }
    return new Template(List.copyOf(parts));
  }

  void appendTo(StringBuilder text, Slots slots) {
    for (String part : parts) {
      text.append(part.charAt(0) == '{' ? slots.fill(part.substring(1)) : part);
    }
  }
}
