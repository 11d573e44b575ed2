package io.koe.hdfs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.ipc.RemoteException;

/**
 * The right to write at the end of a file, which HDFS gives to one client at a time and which that
 * client renews while it lives. When its process has died, the next that asks gets it after a
 * minute, HDFS's soft limit of leases.
 */
public final class HdfsLease implements Closeable {
  /** Another's lease that has run out is taken back by a DataNode, which takes some seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final FSDataOutputStream out;

  private HdfsLease(FSDataOutputStream out) {
    this.out = out;
  }

  /**
   * Takes the lease of a file, made when it is not there, and adds a line to it.
   *
   * @param line who takes it
   * @return empty when another client has it
   */
  public static Optional<HdfsLease> take(HdfsPath file, String line) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return Optional.of(open(file, line));
      } catch (FileSystemException e) {
        if (e.getCause() instanceof AlreadyBeingCreatedException) {
          return Optional.empty();
        }
        if (!isBeingTakenBack(e) || System.nanoTime() > end) {
          throw e;
        }
      }
      pause();
    }
  }

  /** The client's jars have no class for it, the servers' have. */
  private static boolean isBeingTakenBack(FileSystemException e) {
    String said =
        e.getCause() instanceof RemoteException remote
            ? remote.getClassName()
            : e.getCause().getClass().getName();
    return said.endsWith(".RecoveryInProgressException");
  }

  private static HdfsLease open(HdfsPath file, String line) throws IOException {
    FSDataOutputStream out =
        HdfsErrors.on(
            file,
            () ->
                file.getFileSystem()
                    .files()
                    .create(file.hadoop(), EnumSet.of(CreateFlag.CREATE, CreateFlag.APPEND)));
    HdfsErrors.run(
        file,
        () -> {
          out.write((line + "\n").getBytes(UTF_8));
          out.hsync();
        });
    return new HdfsLease(out);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException();
    }
  }

  /** Gives it back; where a DataNode that is gone keeps it from that, it ends with the process. */
  @Override
  public void close() {
    IOUtils.closeStream(out);
  }
}
