package io.koe.report.data;

import io.koe.sql.NamedParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Asks the report's queries, the {@code .sql} resources of this package. A query's first line names
 * the tables it needs; without one of them it returns no rows and the page says why.
 */
public final class ReportQueries {
  /** The charts' window: the week itself and the twelve before it. */
  public static final int WEEKS = 13;

  private final ReportTables tables;
  private final Set<String> published;
  private final IsoWeek week;
  private final Map<String, LocalDate> parameters;
  private final SortedSet<String> missing = new TreeSet<>();
  private final Map<String, List<TableRow>> answers = new HashMap<>();

  public ReportQueries(ReportTables tables, IsoWeek week) {
    this(tables, week, week.start(), week.end());
  }

  /**
   * Queries of a week, some of them of other days.
   *
   * @param first of the days that queries with {@code :first_date} and {@code :last_date} look at
   */
  public ReportQueries(ReportTables tables, IsoWeek week, LocalDate first, LocalDate last) {
    this.tables = tables;
    this.published = tables.names();
    this.week = week;
    LocalDate halfYear =
        week.start().withDayOfMonth(1).withMonth(week.start().getMonthValue() <= 6 ? 1 : 7);
    this.parameters =
        Map.of(
            "half_year_start", halfYear,
            "half_year_before", halfYear.minusMonths(6),
            "week_start", week.start(),
            "week_end", week.end(),
            "first_week", week.minusWeeks(WEEKS - 1).start(),
            "first_date", first,
            "last_date", last);
  }

  public IsoWeek week() {
    return week;
  }

  public String snapshot() {
    return tables.snapshot();
  }

  /** Rows of the query of this name, asked once; none when a table it needs is not published. */
  public List<TableRow> rows(String name) {
    return answers.computeIfAbsent(name, this::ask);
  }

  private List<TableRow> ask(String name) {
    String sql = resource(name + ".sql");
    if (!missingFor(sql).isEmpty()) {
      missing.addAll(missingFor(sql));
      return List.of();
    }
    return tables.rows(bind(sql)).stream().map(TableRow::new).toList();
  }

  /** The tables that the query of this name needs and that are not published. */
  public List<String> absent(String name) {
    return missingFor(resource(name + ".sql"));
  }

  /** Tables that queries asked so far need and the snapshot does not have. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  private List<String> missingFor(String sql) {
    String needs = sql.lines().findFirst().orElseThrow().replace("-- needs:", "").strip();
    return Arrays.stream(needs.split(",\\s*")).filter(table -> !published.contains(table)).toList();
  }

  /** Only days are ever put into a query, so no text can become SQL. */
  private String bind(String sql) {
    return NamedParameters.replace(
        sql,
        name -> {
          LocalDate day = parameters.get(name);
          if (day == null) {
            throw new IllegalArgumentException("No report parameter :" + name);
          }
          return "date '" + day + "'";
        });
  }

  public static String resource(String name) {
    try (InputStream stream = ReportQueries.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
