package io.koe.search;

import io.koe.store.Storage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** The folder of an index, as Lucene takes it. */
final class IndexDirectory {
  private IndexDirectory() {}

  /**
   * Where an index is written: the folder, or for one in HDFS, where each of the many small files
   * on the way takes long, memory, 40 to 60 bytes an inquiry.
   */
  static Directory draft(Path folder) throws IOException {
    return Storage.isLocal(folder) ? open(folder) : new ByteBuffersDirectory();
  }

  /** Puts a finished draft into its folder. */
  static void keep(Directory draft, Path folder) throws IOException {
    if (Storage.isLocal(folder)) {
      return;
    }
    try (Directory target = open(folder)) {
      for (String file : draft.listAll()) {
        target.copyFrom(draft, file, file, IOContext.DEFAULT);
      }
    }
  }

  /** Opens it; in HDFS files are neither mapped into memory nor locked: a draft has one writer. */
  static Directory open(Path folder) throws IOException {
    return Storage.isLocal(folder)
        ? FSDirectory.open(folder)
        : new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
  }
}
