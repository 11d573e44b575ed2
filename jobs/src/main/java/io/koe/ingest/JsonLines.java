package io.koe.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Lines: one object a line. Strict: a key twice, an array or a rest make it unparseable. */
final class JsonLines implements RecordReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(LineReader.MAXIMUM_BYTES)
                  .build())
          .build();

  private final LineReader lines;
  private final PlainJson plain = new PlainJson();
  private long lineNumber;

  JsonLines(InputStream in) {
    this.lines = new LineReader(in);
  }

  @Override
  public RawRecord next() throws IOException {
    byte[] line = lines.next();
    lineNumber++;
    return line == null ? null : new Line(lineNumber, line, plain);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** The items of a JSON array of scalars. */
  static List<String> array(String text) throws RowFault {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_ARRAY
          && items(parser) instanceof List<?> items
          && parser.nextToken() == null) {
        return items.stream().map(String::valueOf).toList();
      }
    } catch (IOException e) {
      // Its message may quote the text.
    }
    throw new RowFault(Reason.UNPARSEABLE);
  }

  private static final class Line implements RawRecord {
    private final long rowNumber;
    private final byte[] bytes;
    private final PlainJson plain;

    Line(long rowNumber, byte[] bytes, PlainJson plain) {
      this.rowNumber = rowNumber;
      this.bytes = bytes;
      this.plain = plain;
    }

    @Override
    public long rowNumber() {
      return rowNumber;
    }

    @Override
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t' && b != '\r') {
          return false;
        }
      }
      return true;
    }

    @Override
    public Map<String, Object> fields() throws RowFault {
      if (bytes.length > LineReader.MAXIMUM_BYTES) {
        throw new RowFault(Reason.TOO_LARGE);
      }
      Map<String, Object> members = plain.members(bytes);
      return members == null ? members(bytes) : members;
    }
  }

  /** The members of a line's object, whatever they are. */
  static Map<String, Object> members(byte[] line) throws RowFault {
    try (JsonParser parser = JSON.createParser(Utf8.decode(line))) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        Map<String, Object> members = members(parser);
        if (parser.nextToken() == null) {
          return members;
        }
      }
    } catch (IOException e) {
      // Its message may quote the text.
    }
    throw new RowFault(Reason.UNPARSEABLE);
  }

  private static Map<String, Object> members(JsonParser parser) throws IOException, RowFault {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      fields.put(name, value(parser, parser.nextToken()));
    }
    return fields;
  }

  private static Object value(JsonParser parser, JsonToken token) throws IOException, RowFault {
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> Utf8.whole(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RawRecord.Digits(parser.getText());
      case START_ARRAY -> items(parser);
      default -> {
        parser.skipChildren();
        yield RawRecord.Nested.NESTED;
      }
    };
  }

  private static Object items(JsonParser parser) throws IOException, RowFault {
    List<String> items = new ArrayList<>();
    boolean isFlat = true;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Object item = value(parser, token);
      isFlat &= item == null || item instanceof String || item instanceof RawRecord.Digits;
      if (item != null) {
        items.add(item instanceof RawRecord.Digits digits ? digits.text() : item.toString());
      }
    }
    return isFlat ? items : RawRecord.Nested.NESTED;
  }
}
