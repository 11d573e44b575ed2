package io.koe.ingest;

import io.koe.ingest.RawRecord.Digits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lines most rows are, one flat object of printable ASCII without escapes, straight from
 * their bytes; {@link JsonLines} reads the others, and those with a fault, several times slower.
 *
 * <pre>
 * {"id": "a", "value": 1.5, "buyer_id": null} → {id=a, value=Digits[1.5], buyer_id=null}
 * {"id": "é"}, {"id": "\n"}, {"ids": ["a"]}, {"id": 1, "id": 2}, {"id": 01} → null
 * </pre>
 *
 * Remembers the names of the line before, which the next line almost always has in the same order.
 * Not thread-safe.
 */
final class PlainJson {
  private final List<byte[]> nameBytes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private byte[] line;
  private int at;
  private boolean isOther;

  /** The members of the line's object; null when the line isn't a plain one. */
  Map<String, Object> members(byte[] bytes) {
    line = bytes;
    at = 0;
    isOther = false;
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    for (int i = 0; !isOther; i++) {
      String name = name(i);
      expect(':');
      Object value = isOther ? null : value();
      members.put(name, value);
      isOther |= members.size() == i;
      if (peek() != ',') {
        break;
      }
      at++;
    }
    expect('}');
    return isOther || peek() != 0 || at < line.length ? null : members;
  }

  /** The byte after white space; 0 at the end of the line. */
  private byte peek() {
    while (at < line.length && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
    return at < line.length ? line[at] : 0;
  }

  private void expect(char c) {
    isOther |= peek() != c;
    at++;
  }

  private String name(int index) {
    int start = stringStart();
    if (isOther) {
      return null;
    }
    int length = at - 1 - start;
    if (index < names.size() && isAt(start, length, nameBytes.get(index))) {
      return names.get(index);
    }
    String name = new String(line, start, length, StandardCharsets.ISO_8859_1);
    if (index <= names.size()) {
      remember(index, name, Arrays.copyOfRange(line, start, start + length));
    }
    return name;
  }

  private void remember(int index, String name, byte[] bytes) {
    names.subList(index, names.size()).clear();
    nameBytes.subList(index, nameBytes.size()).clear();
    names.add(name);
    nameBytes.add(bytes);
  }

  private boolean isAt(int start, int length, byte[] expected) {
    return Arrays.equals(line, start, start + length, expected, 0, expected.length);
  }

  private Object value() {
    return switch (peek()) {
      case '"' -> text();
      case 'n' -> word("null", null);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private String text() {
    int start = stringStart();
    return isOther ? null : new String(line, start, at - 1 - start, StandardCharsets.ISO_8859_1);
  }

  private Object word(String word, Object value) {
    for (int i = 0; i < word.length(); i++, at++) {
      isOther |= at >= line.length || line[at] != word.charAt(i);
    }
    return value;
  }

  /** Moves past a string; where its characters begin. */
  private int stringStart() {
    expect('"');
    int start = at;
    while (at < line.length && line[at] != '"' && line[at] >= ' ' && line[at] != '\\') {
      at++;
    }
    isOther |= at >= line.length || line[at] != '"';
    at++;
    return start;
  }

  /** RFC 8259, section 6: no leading zeros, digits on both sides of a point. */
  private Object number() {
    int start = at;
    skip('-');
    int first = at;
    int whole = digits();
    isOther |= whole == 0 || (whole > 1 && line[first] == '0');
    if (skip('.')) {
      isOther |= digits() == 0;
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      isOther |= digits() == 0;
    }
    return isOther
        ? null
        : new Digits(new String(line, start, at - start, StandardCharsets.ISO_8859_1));
  }

  private boolean skip(char c) {
    boolean isThere = at < line.length && line[at] == c;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private int digits() {
    int start = at;
    while (at < line.length && line[at] >= '0' && line[at] <= '9') {
      at++;
    }
    return at - start;
  }
}
