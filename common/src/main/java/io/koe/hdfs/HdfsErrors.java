package io.koe.hdfs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.ipc.RemoteException;
import org.apache.hadoop.security.AccessControlException;

/** What HDFS refuses, said as {@link java.nio.file.Files} says it. */
final class HdfsErrors {
  /** A call to HDFS. */
  interface Call<T> {
    T run() throws IOException;
  }

  /** A call that gives nothing. */
  interface Step {
    void run() throws IOException;
  }

  private HdfsErrors() {}

  static void run(HdfsPath path, Step step) throws IOException {
    on(
        path,
        () -> {
          step.run();
          return path;
        });
  }

  static <T> T on(HdfsPath path, Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw as(path.toString(), unwrapped(e));
    }
  }

  /** What the NameNode threw, as the class it threw. */
  static IOException unwrapped(IOException e) {
    return e instanceof RemoteException remote ? remote.unwrapRemoteException() : e;
  }

  private static IOException as(String path, IOException e) {
    FileSystemException said;
    if (e instanceof FileNotFoundException) {
      said = new NoSuchFileException(path);
    } else if (e instanceof org.apache.hadoop.fs.FileAlreadyExistsException) {
      said = new FileAlreadyExistsException(path);
    } else if (e instanceof AccessControlException) {
      said = new AccessDeniedException(path);
    } else if (e instanceof PathIsNotEmptyDirectoryException) {
      said = new DirectoryNotEmptyException(path);
    } else if (e instanceof ParentNotDirectoryException) {
      said = new NotDirectoryException(path);
    } else {
      said = new FileSystemException(path, null, firstLine(e));
    }
    said.initCause(e);
    return said;
  }

  static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
