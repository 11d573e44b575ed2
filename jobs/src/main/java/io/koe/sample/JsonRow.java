package io.koe.sample;

import java.util.List;

/** Builds one JSON line; reused from row to row. */
final class JsonRow {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder(512);

  JsonRow start() {
    text.setLength(0);
    return this;
  }

  JsonRow put(String name, String value) {
    name(name);
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  JsonRow put(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonRow put(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonRow putList(String name, List<String> values) {
    name(name);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      quote(values.get(i));
    }
    text.append(']');
    return this;
  }

  /** A {@link JapanTime} as ISO 8601. */
  JsonRow putTime(String name, long seconds) {
    return put(name, JapanTime.format(seconds));
  }

  /** The line without its end. */
  String end() {
    return text.append('}').toString();
  }

  private void name(String name) {
    text.append(text.length() == 0 ? '{' : ',');
    text.append('"').append(name).append("\":");
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c == '\n') {
        text.append("\\n");
      } else if (c < ' ') {
        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
