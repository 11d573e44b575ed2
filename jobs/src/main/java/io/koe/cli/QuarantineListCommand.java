package io.koe.cli;

import io.koe.query.PinnedTables;
import io.koe.query.QueryFormat;
import io.koe.query.QueryPrinter;
import io.koe.store.Warehouse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code koe quarantine list}: what was rejected, by file and reason. */
@Command(
    name = "list",
    description = {
      "List what was rejected, a line a file and reason, the last nights first.",
      "rows are those of last_night; of a file that can't be read, those before its fault."
          + " replayed_on is the last night that read a mended file instead, if later than that."
          + " Rows of erased people are not among them. Rows are kept out of the list as out of"
          + " the tables: file, row number and keyed hash are in rejected_rows."
    },
    mixinStandardHelpOptions = true)
final class QuarantineListCommand implements Callable<Integer> {
  private static final int TABLE_ROWS = 100;

  private static final String QUERY =
      """
      with rejects as (
        select table_name, file, reason, arrival_date, count(*) as row_count
        from rejected_rows
        where reason <> 'erased'
        group by table_name, file, reason, arrival_date
        union all
        select table_name, file, reason, arrival_date, unreadable
        from input_files
        where not is_readable
      ),
      replays as (
        select table_name, replays as file, max(arrival_date) as replayed_on
        from input_files
        where replays is not null
        group by table_name, replays
      )
      select
        reject.table_name,
        reject.file,
        reject.reason,
        max_by(reject.row_count, reject.arrival_date) as rows,
        min(reject.arrival_date) as first_night,
        max(reject.arrival_date) as last_night,
        case
          when max(replay.replayed_on) > max(reject.arrival_date) then max(replay.replayed_on)
        end as replayed_on
      from rejects as reject
      left join replays as replay
        on replay.table_name = reject.table_name and replay.file = reject.file
      group by reject.table_name, reject.file, reject.reason
      order by last_night desc, reject.table_name, reject.file, reject.reason
      """;

  @Mixin private WarehouseOption warehouse;
  @Mixin private ShownFormat shown;

  @Override
  public Integer call() {
    QueryFormat format = shown.format();
    Warehouse published = Warehouse.published(warehouse.path());
    Path snapshot = published.snapshot(published.newest().orElseThrow());
    try (PinnedTables tables = PinnedTables.open(snapshot)) {
      new QueryPrinter(format, System.out, System.err, TABLE_ROWS).print(tables, QUERY);
    }
    return 0;
  }
}
