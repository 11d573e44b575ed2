package io.koe.pipeline;

import io.koe.store.Commit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an erasure did: how much went and from where, never who.
 *
 * @param people asked to be erased, found or not
 * @param inquiries theirs
 * @param rows removed, or for transactions emptied of their pseudonym, by table
 * @param finalFigures of metrics_daily and metrics_weekly that changed
 * @param snapshots older ones, deleted
 * @param reports written again
 */
record ErasureReceipt(
    long people,
    long inquiries,
    SortedMap<String, Long> rows,
    long finalFigures,
    int snapshots,
    int reports) {

  /** For {@code run.json}. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new TreeMap<>();
    map.put("people", people);
    map.put("inquiries", inquiries);
    map.put("rows", rows);
    map.put("final_figures_changed", finalFigures);
    map.put("snapshots_removed", snapshots);
    map.put("reports_written_again", reports);
    return map;
  }

  /**
   * In words.
   *
   * @param manifest where it is kept
   */
  List<String> lines(Commit commit, Path manifest) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Erased:    %,d people with %,d inquiries; rows of theirs are refused from now on"
            .formatted(people, inquiries));
    rows.forEach(
        (table, count) -> lines.add("           %-28s %,12d rows".formatted(table, count)));
    lines.add(
        rows.isEmpty()
            ? "Figures:   nothing of theirs was there; no figure changed"
            : "Figures:   all later tables computed again; %,d final figures changed"
                .formatted(finalFigures));
    lines.add(
        "Removed:   %d older snapshots; %d reports written again".formatted(snapshots, reports));
    lines.add("Published: snapshot " + commit.snapshot());
    lines.add("Receipt:   " + manifest);
    lines.add("Kept:      topic models and their terms, which speak of many people at once");
    lines.add("Yours:     drops, exports and backups outside the warehouse hold what they held");
    return lines;
  }
}
