package io.koe.ingest;

import io.koe.store.FileTree;
import io.koe.store.ParquetOutput;
import io.koe.store.Storage;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;

/**
 * Writes a table's accepted rows: a task's rows of a night are one file.
 *
 * <p>Parquet's own writer takes the rows as they are packed. Spark's would take them through three
 * forms of a row first, which is most of its work: transactions are many and short.
 *
 * <p>A task writes drafts, and only those of the attempts Spark takes become files of the table:
 * what a task that failed, or was run twice, leaves is thrown away.
 */
final class LandedFiles {
  private final LandedColumns columns;
  private final boolean isPartitioned;

  /**
   * Writes files with these columns.
   *
   * @param isPartitioned whether into folders by {@code arrival_date}
   */
  LandedFiles(LandedColumns columns, boolean isPartitioned) {
    this.columns = columns;
    this.isPartitioned = isPartitioned;
  }

  /** Writes the rows' files into a folder that is not there yet. */
  void write(JavaRDD<DecidedBlock> blocks, Path folder) throws IOException {
    Path drafts = folder.resolve("_drafts-" + UUID.randomUUID());
    Files.createDirectories(drafts);
    Drafts writer = new Drafts(columns, drafts.toString());
    for (Draft draft : blocks.mapPartitions(writer::write).collect()) {
      Path target = isPartitioned ? folder.resolve("arrival_date=" + draft.night()) : folder;
      Files.createDirectories(target);
      Files.move(drafts.resolve(draft.draft()), target.resolve(draft.file()));
    }
    FileTree.delete(drafts);
  }

  /**
   * A written file.
   *
   * @param draft its name among the drafts
   * @param file its name in the table, in the order of the rows
   * @param night the day its rows arrived
   */
  private record Draft(String draft, String file, LocalDate night) implements Serializable {}

  /**
   * What a task does.
   *
   * @param folder where it leaves its drafts
   */
  private record Drafts(LandedColumns columns, String folder) implements Serializable {

    /** A task's blocks are in the order of their files, and these in that of the nights. */
    Iterator<Draft> write(Iterator<DecidedBlock> blocks) throws IOException {
      List<Draft> written = new ArrayList<>();
      DecidedBlock block = next(blocks);
      while (block != null) {
        Draft draft = draft(block, written.size());
        try (ParquetWriter<PackedRow> writer = open(draft)) {
          while (block != null && block.file().arrivalDate().equals(draft.night())) {
            for (Iterator<PackedRow> rows = block.accepted(); rows.hasNext(); ) {
              writer.write(rows.next());
            }
            block = next(blocks);
          }
        }
        written.add(draft);
      }
      return written.iterator();
    }

    private static DecidedBlock next(Iterator<DecidedBlock> blocks) {
      return blocks.hasNext() ? blocks.next() : null;
    }

    private static Draft draft(DecidedBlock first, int number) {
      String file = "part-%05d-%05d.zstd.parquet".formatted(first.block().task(), number);
      String attempt = TaskContext.get().taskAttemptId() + "-" + file;
      return new Draft(attempt, file, first.file().arrivalDate());
    }

    private ParquetWriter<PackedRow> open(Draft draft) throws IOException {
      Path file = Storage.path(folder).resolve(draft.draft());
      return new Builder(ParquetOutput.of(file), columns)
          .withConf(new PlainParquetConfiguration())
          .withCompressionCodec(CompressionCodecName.ZSTD)
          .build();
    }
  }

  private static final class Builder extends ParquetWriter.Builder<PackedRow, Builder> {
    private final LandedColumns columns;

    Builder(OutputFile file, LandedColumns columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // and abstract
    protected WriteSupport<PackedRow> getWriteSupport(Configuration configuration) {
      return columns.writeSupport();
    }

    @Override
    protected WriteSupport<PackedRow> getWriteSupport(ParquetConfiguration configuration) {
      return columns.writeSupport();
    }
  }
}
