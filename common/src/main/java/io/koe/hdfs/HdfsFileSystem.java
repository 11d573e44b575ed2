package io.koe.hdfs;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * One HDFS, by its NameNode's address or the name of its service. Its client's settings are those
 * of Hadoop's files on the class path. It is open as long as the process lives.
 */
final class HdfsFileSystem extends java.nio.file.FileSystem {
  private static final Map<String, HdfsFileSystem> OPEN = new ConcurrentHashMap<>();

  private final String authority;
  private final Configuration settings = new Configuration();
  private FileContext files;
  private final Path root = FileSystems.getDefault().getPath("/");

  private HdfsFileSystem(String authority) {
    this.authority = authority;
    HdfsProvider.SETTINGS.forEach(settings::set);
  }

  static HdfsFileSystem of(String authority) {
    return OPEN.computeIfAbsent(authority, HdfsFileSystem::new);
  }

  String authority() {
    return authority;
  }

  /**
   * Its client.
   *
   * @throws KoeException with {@code CONFIGURATION} when files would travel unencrypted: those of a
   *     drop hold what customers wrote; with {@code DISK} when the NameNode does not answer
   */
  synchronized FileContext files() throws IOException {
    if (files == null) {
      URI address = URI.create(HdfsProvider.SCHEME + "://" + authority);
      if (!isEncrypted(address)) {
        throw new KoeException(
            ExitCode.CONFIGURATION,
            "This HDFS sends files unencrypted",
            address.toString(),
            "Set dfs.encrypt.data.transfer and dfs.block.access.token.enable to true in"
                + " hdfs-site.xml, or with Kerberos dfs.data.transfer.protection to privacy");
      }
      files = FileContext.getFileContext(address, settings);
    }
    return files;
  }

  private boolean isEncrypted(URI address) {
    try (FileSystem hdfs = FileSystem.newInstance(address, settings)) {
      return hdfs.getServerDefaults(new org.apache.hadoop.fs.Path("/")).getEncryptDataTransfer()
          || settings.get("dfs.data.transfer.protection", "").equals("privacy");
    } catch (IOException e) {
      throw new KoeException(
          ExitCode.DISK,
          "HDFS does not answer: " + HdfsErrors.firstLine(e),
          address.toString(),
          "Check that its NameNode runs under this address and that this user may ask it.",
          e);
    }
  }

  /** The first of all names. */
  Path root() {
    return root;
  }

  FileStatus status(HdfsPath path) throws IOException {
    return HdfsErrors.on(path, () -> files().getFileStatus(path.hadoop()));
  }

  @Override
  public HdfsProvider provider() {
    return HdfsProvider.INSTANCE;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("open as long as the process lives");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(new HdfsPath(this, root));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of(new HdfsFileStore(this));
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic", "posix");
  }

  @Override
  public HdfsPath getPath(String first, String... more) {
    return new HdfsPath(this, root.getFileSystem().getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = root.getFileSystem().getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(root.getFileSystem().getPath(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("HDFS takes users by their names");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("HDFS tells nobody of changes");
  }
}
