package io.koe.hdfs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A path in HDFS: names and how they are put together are those of a path of this machine. An
 * absolute one's text is what Hadoop, and so Spark, takes for it: {@code hdfs://host:8020/a/b}.
 *
 * <p>A relative path of this machine is understood as one of HDFS.
 */
public final class HdfsPath implements Path {
  private final HdfsFileSystem fileSystem;
  private final Path names;

  HdfsPath(HdfsFileSystem fileSystem, Path names) {
    this.fileSystem = fileSystem;
    this.names = names;
  }

  /** The same path as Hadoop knows it. */
  org.apache.hadoop.fs.Path hadoop() {
    Path absolute = fileSystem.root().resolve(names).normalize();
    return new org.apache.hadoop.fs.Path(
        HdfsProvider.SCHEME, fileSystem.authority(), absolute.toString());
  }

  private HdfsPath of(Path other) {
    return other == null ? null : new HdfsPath(fileSystem, other);
  }

  /** The names of a path of the same file system, or of a relative one of this machine. */
  private Path names(Path other) {
    if (other instanceof HdfsPath path) {
      return path.names;
    }
    if (other.isAbsolute()) {
      throw new ProviderMismatchException();
    }
    return other;
  }

  private boolean isElsewhere(Path other) {
    return other instanceof HdfsPath path
        ? !path.fileSystem.equals(fileSystem)
        : other.isAbsolute();
  }

  @Override
  public HdfsFileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public boolean isAbsolute() {
    return names.isAbsolute();
  }

  @Override
  public HdfsPath getRoot() {
    return of(names.getRoot());
  }

  @Override
  public HdfsPath getFileName() {
    return of(names.getFileName());
  }

  @Override
  public HdfsPath getParent() {
    return of(names.getParent());
  }

  @Override
  public int getNameCount() {
    return names.getNameCount();
  }

  @Override
  public HdfsPath getName(int index) {
    return of(names.getName(index));
  }

  @Override
  public HdfsPath subpath(int begin, int end) {
    return of(names.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return !isElsewhere(other) && names.startsWith(names(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return !isElsewhere(other) && names.endsWith(names(other));
  }

  @Override
  public HdfsPath normalize() {
    return of(names.normalize());
  }

  @Override
  public HdfsPath resolve(Path other) {
    return other instanceof HdfsPath path && path.isAbsolute()
        ? path
        : of(names.resolve(names(other)));
  }

  @Override
  public HdfsPath resolve(String other) {
    return resolve(fileSystem.getPath(other));
  }

  @Override
  public HdfsPath relativize(Path other) {
    return of(names.relativize(names(other)));
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public HdfsPath toAbsolutePath() {
    return of(fileSystem.root().resolve(names));
  }

  @Override
  public HdfsPath toRealPath(LinkOption... options) throws IOException {
    HdfsPath real = toAbsolutePath().normalize();
    fileSystem.status(real);
    return real;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("HDFS tells nobody of changes");
  }

  @Override
  public int compareTo(Path other) {
    return names.compareTo(((HdfsPath) other).names);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HdfsPath path
        && path.fileSystem.equals(fileSystem)
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return isAbsolute()
        ? HdfsProvider.SCHEME + "://" + fileSystem.authority() + names
        : names.toString();
  }
}
