package io.koe.ingest;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.Stage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the drop's files of the night or nights, and lands what keeps the contract.
 *
 * <ol>
 *   <li>Parse, check, mask and pseudonymise every row, in the task that reads its file.
 *   <li>Set aside files that can't be read, repeated keys, and what is older than its inquiry.
 *   <li>Account for every row of every file; too many rejects stop the run.
 *   <li>Write the landed and the whole tables, {@code rejected_rows}, {@code input_files}, {@code
 *       input_tables}, the days of {@code inquiries} that changed, and the weeks of what is known.
 * </ol>
 */
public final class IngestStage implements Stage {
  private final InputDrop drop;
  private final Optional<InputDrop> mended;
  private final PrivacySource privacy;

  /**
   * @param input the drop's folder
   * @param keyFile the pseudonym key, readable on every executor under this path
   */
  public IngestStage(Path input, Path keyFile) {
    this(input, Optional.empty(), keyFile);
  }

  /**
   * The same, and what was rejected is read again.
   *
   * @param mended a drop with mended files of earlier nights, under the names of those rejected
   */
  public IngestStage(Path input, Optional<Path> mended, Path keyFile) {
    this.drop = new InputDrop(input);
    this.mended = mended.map(InputDrop::new);
    this.privacy = new KeyFilePrivacy(keyFile.toAbsolutePath().toString());
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public void run(RunTables tables, Night night) {
    List<InputFile> files = drop.files(night, replays(tables, night));
    privacy.open();
    int latenessDays = night.settings().latenessDays();
    try (StagedRows staged = parse(tables, night, files);
        KeyRows keys = new KeyRows(tables.spark(), staged, new EarlierRows(tables, night))) {
      InputDrop.requireUnchanged(files);
      DecidedRows rows = new DecidedRows(staged, Decisions.of(keys, latenessDays));
      RowCounts counts = rows.counts();
      List<FileOutcome> outcomes = Reconciliation.outcomes(files, staged, counts);
      Reconciliation.requireFewRejects(outcomes, night.settings().maximumRejectShare());
      Landing landing = new Landing(tables, night, outcomes);
      landing.writeAccepted(rows);
      landing.writeRejected(rows);
      landing.writeFiles();
      landing.writeTables(drop);
      // Rows that were lost with a process of a cluster have been read again.
      InputDrop.requireUnchanged(files);
      computeInquiries(tables, night, counts.inquiryDays());
      KnownRows.compute(tables, night);
    }
  }

  private List<InputFile> replays(RunTables tables, Night night) {
    return mended
        .map(files -> files.replays(RejectedFiles.of(tables, night), night))
        .orElse(List.of());
  }

  /**
   * Parses without erased people. When one of them has opened inquiries the ledger does not know,
   * these go into it, and the files are read again: their messages and events must go, too.
   */
  private StagedRows parse(RunTables tables, Night night, List<InputFile> files) {
    ErasedIds known = ErasedIds.of(tables);
    int latenessDays = night.settings().latenessDays();
    StagedRows staged =
        StagedRows.parse(tables.spark(), files, privacy.without(known.hashes()), latenessDays);
    ErasedIds all = known.plusInquiries(staged.erasedInquiries());
    if (all.equals(known)) {
      return staged;
    }
    staged.close();
    all.write(tables, night);
    return StagedRows.parse(tables.spark(), files, privacy.without(all.hashes()), latenessDays);
  }

  private static void computeInquiries(RunTables tables, Night night, Set<Integer> days) {
    List<LocalDate> touched = days.stream().map(LocalDate::ofEpochDay).toList();
    tables.give("touched_days", dates(touched));
    tables.compute(InputContract.INQUIRIES, night, touched);
  }

  /** A query that gives them as {@code created_date}. */
  private static String dates(List<LocalDate> dates) {
    return dates.isEmpty()
        ? "select cast(null as date) as created_date where false"
        : dates.stream()
            .map("(date '%s')"::formatted)
            .collect(
                Collectors.joining(
                    ", ", "select created_date from (values ", ") as dates (created_date)"));
  }
}
