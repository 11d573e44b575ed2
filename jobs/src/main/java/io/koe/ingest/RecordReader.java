package io.koe.ingest;

import java.io.Closeable;
import java.io.IOException;

/** Reads a file record by record. */
interface RecordReader extends Closeable {
  /** The next record, or null at the end. Throws when the file can't be read on. */
  RawRecord next() throws IOException;
}
