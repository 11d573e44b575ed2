package io.koe.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its native library starts a {@code chmod} process for every
 * file and folder; this one asks Java. 15 ms a small file become 2. Nor does it keep a file of
 * checksums beside each file, since Parquet's pages have theirs. A session takes it by {@code
 * spark.hadoop.fs.file.impl}.
 */
public final class LocalDisk extends LocalFileSystem {
  /** For Hadoop, which makes it by name. */
  public LocalDisk() {
    super(new Raw());
    setWriteChecksum(false);
    setVerifyChecksum(false);
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      String symbols =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
    }
  }
}
