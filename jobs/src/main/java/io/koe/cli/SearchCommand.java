package io.koe.cli;

import io.koe.query.Column;
import io.koe.query.QueryFormat;
import io.koe.query.QueryPrinter;
import io.koe.query.QueryResult;
import io.koe.search.InquirySearch;
import io.koe.search.SearchAnswer;
import io.koe.search.SearchHit;
import io.koe.search.SearchRequest;
import io.koe.store.Commit;
import io.koe.store.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koe search}: what customers wrote about something, before it is built or changed. */
@Command(
    name = "search",
    description = {
      "Find past inquiries by words, best match first, with topic, state and masked words in context.",
      "Every word must be there; a word of several terms ranks higher the more of them are there."
    },
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([dw])");
  private static final List<Column> COLUMNS =
      List.of(
          new Column("rank", true),
          new Column("score", true),
          new Column("created_date", false),
          new Column("service", false),
          new Column("topic", false),
          new Column("resolution", false),
          new Column("snippet", false),
          new Column("topic_id", false),
          new Column("inquiry_id", false));

  @Mixin private WarehouseOption warehouse;

  @Parameters(arity = "1..*", paramLabel = "WORD", description = "Words, such as 匿名配送 届かない.")
  private List<String> words;

  @Option(
      names = "--since",
      paramLabel = "SPAN",
      description =
          "Opened in the last days or weeks of the newest night (8w, 30d), or since a day.")
  private String since;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only of this topic: its id, or part of its name.")
  private String topic;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "N",
      description = "Inquiries to show, at most 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private ShownFormat shown;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit < 1 || limit > 1000) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 to 1000, not " + limit);
    }
    QueryFormat format = shown.format();
    Warehouse published = Warehouse.published(warehouse.path());
    Commit newest = published.newest().orElseThrow();
    long start = System.nanoTime();
    SearchAnswer answer =
        InquirySearch.search(
            published.snapshot(newest),
            new SearchRequest(
                String.join(" ", words),
                Optional.ofNullable(since).map(s -> day(s, newest.runDate())),
                Optional.ofNullable(topic),
                limit));
    new QueryPrinter(format, System.out, System.err, limit).print(rows(answer));
    System.err.printf(
        "%d shown of %,d inquiry rows that match, as of the night of %s (%.2f s)%n",
        answer.hits().size(),
        answer.matches(),
        newest.runDate(),
        (System.nanoTime() - start) / 1e9);
    ClassArchive.writeIfAsked();
    return 0;
  }

  private LocalDate day(String text, LocalDate night) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      long days = Long.parseLong(span.group(1)) * (span.group(2).equals("w") ? 7 : 1);
      return night.plusDays(1).minusDays(days);
    }
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--since is 30d, 8w or a day such as 2026-09-01, not " + text, e);
    }
  }

  private static QueryResult rows(SearchAnswer answer) {
    List<List<Object>> rows = new ArrayList<>();
    for (SearchHit hit : answer.hits()) {
      rows.add(
          Arrays.asList(
              rows.size() + 1,
              hit.score(),
              hit.created(),
              hit.service(),
              hit.topic(),
              hit.resolution(),
              hit.snippet(),
              hit.topicId(),
              hit.inquiryId()));
    }
    return new QueryResult(COLUMNS, rows);
  }
}
