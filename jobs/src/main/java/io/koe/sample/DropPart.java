package io.koe.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** All daily tables of one part of one arrival day; a pure function of seed, day and part. */
final class DropPart {
  private final Path out;
  private final Drop drop;
  private final long day;
  private final int part;
  private final int parts;
  private final int size;

  /**
   * @param parts parts of this day
   * @param size inquiries of one creation day in one part
   */
  DropPart(Path out, Drop drop, long day, int part, int parts, int size) {
    this.out = out;
    this.drop = drop;
    this.day = day;
    this.part = part;
    this.parts = parts;
    this.size = size;
  }

  SampleTotals write() throws IOException {
    return inquiries().plus(others());
  }

  private SampleTotals inquiries() throws IOException {
    PartFile inquiries = flawed("inquiries", 0, "created_at");
    PartFile messages = flawed("inquiry_messages", 1, "sent_at");
    PartFile events = flawed("inquiry_events", 2, "occurred_at");
    PartFile sessions = flawed("help_sessions", 3, "started_at");
    try (inquiries;
        messages;
        events;
        sessions) {
      HelpSessions help = new HelpSessions(drop, sessions);
      new InquiryPart(drop, day, part, inquiries, messages, events).write(size, help);
      help.writeOthers(day, part, parts);
    }
    return inquiries
        .totals("inquiries")
        .plus(messages.totals("inquiry_messages"))
        .plus(events.totals("inquiry_events"))
        .plus(sessions.totals("help_sessions"));
  }

  private SampleTotals others() throws IOException {
    DayTables tables = new DayTables(drop, day);
    PartFile transactions = clean("transactions");
    PartFile experiments = clean("experiments");
    PartFile exposures = clean("exposures");
    try (transactions;
        experiments;
        exposures) {
      tables.transactions(transactions, part, parts);
      tables.experiments(experiments, part, parts);
      if (part == 0) {
        tables.exposures(exposures);
      }
    }
    return transactions
        .totals("transactions")
        .plus(experiments.totals("experiments"))
        .plus(exposures.totals("exposures"));
  }

  private PartFile flawed(String table, int number, String timeColumn) throws IOException {
    Draws flaws = Draws.of(drop.seed(), day, part * 8L + number, Purpose.FLAW);
    return new PartFile(file(table), flaws, timeColumn);
  }

  private PartFile clean(String table) throws IOException {
    return new PartFile(file(table), null, "");
  }

  private Path file(String table) {
    return out.resolve(table)
        .resolve("dt=" + LocalDate.ofEpochDay(day))
        .resolve(String.format(Locale.ROOT, "part-%03d.jsonl.gz", part));
  }
}
