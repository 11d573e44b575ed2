package io.koe.hdfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What {@link java.nio.file.Files} does with a path of HDFS. A file is written once, from its
 * beginning or at its end; a rename is one step, and one without {@code REPLACE_EXISTING} and
 * {@code ATOMIC_MOVE} fails when the target is there, also when two try at the same time.
 */
public final class HdfsProvider extends FileSystemProvider {
  /**
   * What its client is told, here and in Spark: files are closed to others, as the launcher's umask
   * has it on a disk; and whether a file's end has arrived is asked again after 10 ms, not 400, and
   * twice as long each time, for most files are small.
   */
  public static final Map<String, String> SETTINGS =
      Map.of(
          FsPermission.UMASK_LABEL,
          "027",
          "dfs.client.block.write.locateFollowingBlock.initial.delay.ms",
          "10",
          "dfs.client.block.write.locateFollowingBlock.retries",
          "11");

  static final String SCHEME = "hdfs";
  static final HdfsProvider INSTANCE = new HdfsProvider();

  private HdfsProvider() {}

  /** Whether a text is a path of HDFS: {@code hdfs://host:port/…}. */
  public static boolean takes(String text) {
    return text.startsWith(SCHEME + "://");
  }

  /**
   * The path of a text like {@code hdfs://host:port/a/b}, {@code hdfs://service/a/b}, or {@code
   * hdfs:///a/b}, which is in the HDFS that Hadoop's {@code fs.defaultFS} names.
   *
   * @throws IllegalArgumentException when no NameNode or no absolute path is named
   */
  public static HdfsPath path(String text) {
    URI uri = new org.apache.hadoop.fs.Path(text).toUri();
    String authority = uri.getAuthority() == null ? defaultAuthority(text) : uri.getAuthority();
    if (!SCHEME.equals(uri.getScheme()) || uri.getPath().isEmpty()) {
      throw new IllegalArgumentException("not a path like hdfs://host:port/folder: " + text);
    }
    return HdfsFileSystem.of(authority).getPath(uri.getPath());
  }

  private static String defaultAuthority(String text) {
    URI address = FileSystem.getDefaultUri(new Configuration());
    if (!SCHEME.equals(address.getScheme())) {
      throw new IllegalArgumentException(
          "names no NameNode, and Hadoop's fs.defaultFS does not, either: " + text);
    }
    return address.getAuthority();
  }

  private static HdfsPath hdfs(Path path) {
    return (HdfsPath) path;
  }

  private static FileContext files(Path path) throws IOException {
    return hdfs(path).getFileSystem().files();
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public java.nio.file.FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    return getFileSystem(uri);
  }

  @Override
  public java.nio.file.FileSystem getFileSystem(URI uri) {
    return HdfsFileSystem.of(uri.getAuthority());
  }

  @Override
  public Path getPath(URI uri) {
    return path(uri.toString());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  /** A file that is there, opened to be written but neither anew nor at its end, can be forced. */
  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return createFlags(options).isEmpty()
        ? HdfsChannel.toRead(hdfs(path))
        : HdfsChannel.toWrite(hdfs(path), create(hdfs(path), options));
  }

  private static EnumSet<CreateFlag> createFlags(Set<? extends OpenOption> options) {
    EnumSet<CreateFlag> flags = EnumSet.noneOf(CreateFlag.class);
    if (options.contains(StandardOpenOption.CREATE_NEW)) {
      flags.add(CreateFlag.CREATE);
    } else if (options.contains(StandardOpenOption.APPEND)) {
      flags.add(CreateFlag.APPEND);
      if (options.contains(StandardOpenOption.CREATE)) {
        flags.add(CreateFlag.CREATE);
      }
    } else if (options.contains(StandardOpenOption.CREATE)) {
      flags.addAll(Set.of(CreateFlag.CREATE, CreateFlag.OVERWRITE));
    } else if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
      flags.add(CreateFlag.OVERWRITE);
    }
    return flags;
  }

  private static FSDataOutputStream create(HdfsPath path, Set<? extends OpenOption> options)
      throws IOException {
    return HdfsErrors.on(path, () -> files(path).create(path.hadoop(), createFlags(options)));
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return HdfsErrors.on(hdfs(path), () -> files(path).open(hdfs(path).hadoop()));
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    Set<OpenOption> wanted =
        options.length == 0 ? Set.of(StandardOpenOption.CREATE) : Set.of(options);
    return create(hdfs(path), wanted);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    HdfsPath parent = hdfs(folder);
    List<Path> children = new ArrayList<>();
    RemoteIterator<FileStatus> listed =
        HdfsErrors.on(parent, () -> files(parent).listStatus(parent.hadoop()));
    while (HdfsErrors.on(parent, listed::hasNext)) {
      Path child = parent.resolve(HdfsErrors.on(parent, listed::next).getPath().getName());
      if (filter.accept(child)) {
        children.add(child);
      }
    }
    return new Listing(children);
  }

  /** Children as they were when they were listed. */
  private record Listing(List<Path> children) implements DirectoryStream<Path> {
    @Override
    public java.util.Iterator<Path> iterator() {
      return children.iterator();
    }

    @Override
    public void close() {}
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    HdfsPath path = hdfs(folder);
    HdfsErrors.run(
        path,
        () -> {
          if (files(path).util().exists(path.hadoop())) {
            throw new org.apache.hadoop.fs.FileAlreadyExistsException(path.toString());
          }
          files(path).mkdir(path.hadoop(), null, false);
        });
  }

  @Override
  public void delete(Path path) throws IOException {
    HdfsErrors.run(
        hdfs(path),
        () -> {
          if (!files(path).delete(hdfs(path).hadoop(), false)) {
            throw new java.io.FileNotFoundException(path.toString());
          }
        });
  }

  /** A file's bytes, permissions and time of change; the target must not be there. */
  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    if (options.length > 0) {
      throw new UnsupportedOperationException(Arrays.toString(options));
    }
    FileStatus original = hdfs(source).getFileSystem().status(hdfs(source));
    try (InputStream from = newInputStream(source);
        OutputStream to = create(hdfs(target), Set.of(StandardOpenOption.CREATE_NEW))) {
      from.transferTo(to);
    }
    HdfsErrors.run(
        hdfs(target),
        () -> {
          files(target).setPermission(hdfs(target).hadoop(), original.getPermission());
          files(target)
              .setTimes(
                  hdfs(target).hadoop(), original.getModificationTime(), original.getAccessTime());
        });
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    boolean replaces =
        Set.of(options).contains(StandardCopyOption.REPLACE_EXISTING)
            || Set.of(options).contains(StandardCopyOption.ATOMIC_MOVE);
    HdfsErrors.run(
        hdfs(target),
        () -> {
          files(source)
              .rename(
                  hdfs(source).hadoop(),
                  hdfs(target).hadoop(),
                  replaces ? Options.Rename.OVERWRITE : Options.Rename.NONE);
        });
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    return new HdfsFileStore(hdfs(path).getFileSystem());
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    HdfsPath asked = hdfs(path);
    asked.getFileSystem().status(asked);
    for (AccessMode mode : modes) {
      FsAction action =
          switch (mode) {
            case READ -> FsAction.READ;
            case WRITE -> FsAction.WRITE;
            case EXECUTE -> FsAction.EXECUTE;
          };
      HdfsErrors.run(
          asked,
          () -> {
            files(asked).access(asked.hadoop(), action);
          });
    }
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return type == PosixFileAttributeView.class || type == BasicFileAttributeView.class
        ? type.cast(new HdfsAttributes.View(hdfs(path)))
        : null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type != BasicFileAttributes.class && type != PosixFileAttributes.class) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(new HdfsAttributes.View(hdfs(path)).readAttributes());
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
    throw new UnsupportedOperationException(attributes);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
    throw new UnsupportedOperationException(attribute);
  }
}
