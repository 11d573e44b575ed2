package io.koe.hdfs;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/** What the NameNode knows of a file or a folder. */
record HdfsAttributes(FileStatus status) implements PosixFileAttributes {
  /** A user or a group, by name. */
  private record Principal(String name) implements GroupPrincipal {
    @Override
    public String getName() {
      return name;
    }
  }

  /** Reads and changes what the NameNode knows of a path. */
  record View(HdfsPath path) implements PosixFileAttributeView {
    @Override
    public String name() {
      return "posix";
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return new HdfsAttributes(path.getFileSystem().status(path));
    }

    @Override
    public void setTimes(FileTime modified, FileTime read, FileTime created) throws IOException {
      HdfsErrors.run(
          path,
          () -> {
            path.getFileSystem().files().setTimes(path.hadoop(), millis(modified), millis(read));
          });
    }

    private static long millis(FileTime time) {
      return time == null ? -1 : time.toMillis();
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      FsPermission wanted = permission(permissions);
      HdfsErrors.run(
          path,
          () -> {
            path.getFileSystem().files().setPermission(path.hadoop(), wanted);
          });
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
      return readAttributes().owner();
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
      changeOwner(owner.getName(), null);
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
      changeOwner(null, group.getName());
    }

    private void changeOwner(String owner, String group) throws IOException {
      HdfsErrors.run(
          path,
          () -> {
            path.getFileSystem().files().setOwner(path.hadoop(), owner, group);
          });
    }
  }

  static FsPermission permission(Set<PosixFilePermission> permissions) {
    String symbols = PosixFilePermissions.toString(permissions);
    return new FsPermission(
        FsAction.getFsAction(symbols.substring(0, 3)),
        FsAction.getFsAction(symbols.substring(3, 6)),
        FsAction.getFsAction(symbols.substring(6)));
  }

  @Override
  public UserPrincipal owner() {
    return new Principal(status.getOwner());
  }

  @Override
  public GroupPrincipal group() {
    return new Principal(status.getGroup());
  }

  @Override
  public Set<PosixFilePermission> permissions() {
    FsPermission permission = status.getPermission();
    return PosixFilePermissions.fromString(
        permission.getUserAction().SYMBOL
            + permission.getGroupAction().SYMBOL
            + permission.getOtherAction().SYMBOL);
  }

  @Override
  public FileTime lastModifiedTime() {
    return FileTime.fromMillis(status.getModificationTime());
  }

  @Override
  public FileTime lastAccessTime() {
    return FileTime.fromMillis(status.getAccessTime());
  }

  /** HDFS keeps none. */
  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }

  @Override
  public boolean isRegularFile() {
    return status.isFile();
  }

  @Override
  public boolean isDirectory() {
    return status.isDirectory();
  }

  @Override
  public boolean isSymbolicLink() {
    return status.isSymlink();
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return status.getLen();
  }

  @Override
  public Object fileKey() {
    return null;
  }
}
