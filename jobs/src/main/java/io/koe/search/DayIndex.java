package io.koe.search;

import io.koe.store.FileTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * The Lucene index of one day of arrival, as it is written: in a folder of its own that takes its
 * name when it is whole, so that a task run twice does no harm. One segment; no text is stored.
 */
final class DayIndex implements Closeable {
  static final String TERMS = "terms";
  static final String INQUIRY = "inquiry_id";
  static final String CREATED = "created_date";
  static final String ARRIVAL = "arrival_date";

  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.setTokenized(true);
    COUNTED.freeze();
  }

  private final LocalDate arrival;
  private final Path draft;
  private final Path target;
  private final Directory directory;
  private final IndexWriter writer;

  DayIndex(Path folder, LocalDate arrival) throws IOException {
    this.arrival = arrival;
    this.target = folder.resolve(IndexSpan.of(arrival).name());
    this.draft = folder.resolve("." + arrival + "." + UUID.randomUUID());
    Files.createDirectories(draft);
    this.directory = IndexDirectory.draft(draft);
    this.writer = new IndexWriter(directory, settings());
  }

  /** One file a segment: there are few segments, and opening files is what takes time. */
  static IndexWriterConfig settings() {
    return new IndexWriterConfig(new NoText()).setUseCompoundFile(true);
  }

  LocalDate arrival() {
    return arrival;
  }

  void add(IndexedInquiry inquiry) throws IOException {
    Document document = new Document();
    document.add(new StringField(INQUIRY, inquiry.inquiryId(), Field.Store.YES));
    document.add(new SortedDocValuesField(INQUIRY, new BytesRef(inquiry.inquiryId())));
    long created = inquiry.created().toEpochDay();
    document.add(new LongPoint(CREATED, created));
    document.add(new NumericDocValuesField(CREATED, created));
    document.add(new StoredField(CREATED, created));
    document.add(new StoredField(ARRIVAL, arrival.toEpochDay()));
    document.add(new NumericDocValuesField(ARRIVAL, arrival.toEpochDay()));
    document.add(new Field(TERMS, new TermStream(inquiry.terms()), COUNTED));
    writer.addDocument(document);
  }

  /** Makes the day visible; when another attempt of the task was first, its work stays. */
  void finish() throws IOException {
    writer.forceMerge(1);
    writer.close();
    IndexDirectory.keep(directory, draft);
    close();
    Files.deleteIfExists(draft.resolve(IndexWriter.WRITE_LOCK_NAME));
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Of a folder in the way the system says only that it is not empty.
      if (!Files.isDirectory(target)) {
        throw e;
      }
      FileTree.delete(draft);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
