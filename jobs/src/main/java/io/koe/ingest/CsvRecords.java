package io.koe.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CSV by RFC 4180 with a header, matched by name.
 *
 * <p>The bytes are split as Latin-1, which keeps each of them, and each cell is then decoded as
 * strict UTF-8: quote, comma and line ends are the same bytes in both, and one bad cell costs one
 * row.
 */
final class CsvRecords implements RecordReader {
  private final QuoteCounter in;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private boolean lastSpansLines;

  CsvRecords(InputStream bytes, TableContract table) throws IOException {
    this.in = new QuoteCounter(bytes);
    this.reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LineReader.MAXIMUM_BYTES)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    this.records = reader.iterator();
    this.header = header(table);
  }

  private List<String> header(TableContract table) throws IOException {
    CsvRecord first = advance();
    if (first == null) {
      return List.of();
    }
    List<String> names = first.getFields().stream().map(String::strip).toList();
    boolean isComplete =
        table.columns().stream()
            .filter(ColumnContract::isRequired)
            .allMatch(c -> names.contains(c.name()));
    if (!isComplete || new HashSet<>(names).size() < names.size()) {
      throw new UnreadableFileException(Reason.WRONG_COLUMNS);
    }
    return names;
  }

  @Override
  public RawRecord next() throws IOException {
    CsvRecord csv = advance();
    if (csv == null) {
      if (lastSpansLines && in.quotes % 2 == 1) {
        throw new UnreadableFileException(Reason.CORRUPT_FILE);
      }
      return null;
    }
    lastSpansLines = csv.getFields().stream().anyMatch(f -> f.indexOf('\n') >= 0);
    return new Cells(csv.getStartingLineNumber(), header, csv.getFields());
  }

  private CsvRecord advance() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new UnreadableFileException(Reason.CORRUPT_FILE);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
    reader.close();
  }

  private record Cells(long rowNumber, List<String> header, List<String> cells)
      implements RawRecord {
    @Override
    public boolean isBlank() {
      return cells.size() == 1 && cells.get(0).isBlank();
    }

    @Override
    public byte[] bytes() {
      return String.join("\u001f", cells).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Map<String, Object> fields() throws RowFault {
      if (cells.size() != header.size()) {
        throw new RowFault(Reason.UNPARSEABLE);
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        String cell = Utf8.decode(cells.get(i).getBytes(StandardCharsets.ISO_8859_1));
        fields.put(header.get(i), cell.isEmpty() ? null : cell);
      }
      return fields;
    }
  }

  /** Counts quotes: an odd number and a last record over several lines mean it never closed. */
  private static final class QuoteCounter extends FilterInputStream {
    private long quotes;

    QuoteCounter(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      for (int i = offset; i < offset + count; i++) {
        if (buffer[i] == '"') {
          quotes++;
        }
      }
      return count;
    }
  }
}
