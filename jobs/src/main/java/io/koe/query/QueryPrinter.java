package io.koe.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Prints answers in UTF-8. */
public final class QueryPrinter {
  private final QueryFormat format;
  private final PrintStream out;
  private final PrintStream notes;
  private final int rowLimit;
  private final boolean isCut;

  /**
   * @param out takes the answer and nothing else
   * @param notes takes what is said about it
   * @param rowLimit rows of a table for people; the other formats print all
   */
  public QueryPrinter(QueryFormat format, PrintStream out, PrintStream notes, int rowLimit) {
    this(format, out, notes, rowLimit, false);
  }

  private QueryPrinter(
      QueryFormat format, PrintStream out, PrintStream notes, int rowLimit, boolean isCut) {
    this.format = format;
    this.out = out;
    this.notes = notes;
    this.rowLimit = rowLimit;
    this.isCut = isCut;
  }

  /** One that prints no more than the first rows, in every format. */
  public static QueryPrinter limited(
      QueryFormat format, PrintStream out, PrintStream notes, int rows) {
    return new QueryPrinter(format, out, notes, rows, true);
  }

  /** Answers the query and prints; prints nothing when the query fails. */
  public void print(PinnedTables tables, String sql) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      tables.read(sql, reader(writer));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints an answer that is there already. */
  public void print(QueryResult answer) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    try {
      RowReader reader = reader(writer);
      reader.begin(answer.columns());
      for (List<Object> row : answer.rows()) {
        reader.row(row);
      }
      reader.end();
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RowReader reader(Writer writer) {
    RowReader reader =
        switch (format) {
          case TABLE -> new TableRows(writer, notes, rowLimit);
          case CSV -> new CsvRows(writer);
          case JSON -> new JsonRows(writer);
          case PARQUET -> throw new IllegalArgumentException("Parquet is written to a file");
        };
    return isCut ? new FirstRows(reader, rowLimit) : reader;
  }
}
