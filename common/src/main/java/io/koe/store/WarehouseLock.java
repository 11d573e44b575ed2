package io.koe.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.hdfs.HdfsLease;
import io.koe.hdfs.HdfsPath;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two runs from doing the same work: one process at a time holds {@code _koe/LOCK}, on a disk
 * by the system's lock, in HDFS by the right to write to it. The system frees it when the process
 * dies, HDFS a minute later. What is published is right without it (see {@link
 * StagedSnapshot#publish}).
 */
public final class WarehouseLock implements AutoCloseable {
  /**
   * Held by this process. Opening and closing the file again would free the system's lock, so a
   * second taker in the same process must not touch it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final Closeable held;

  private WarehouseLock(Path file, Closeable held) {
    this.file = file;
    this.held = held;
  }

  static WarehouseLock take(Path file, String runId) throws IOException {
    if (!HELD.add(file)) {
      throw busy(file, "this process");
    }
    try {
      String holder = holder(runId);
      Optional<? extends Closeable> held =
          file instanceof HdfsPath path ? HdfsLease.take(path, holder) : lock(file, holder);
      return new WarehouseLock(file, held.orElseThrow(() -> busy(file, lastHolder(file))));
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  private static Optional<FileChannel> lock(Path file, String holder) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(UTF_8)), 0);
        return Optional.of(channel);
      }
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** One line. */
  private static String holder(String runId) {
    Map<String, Object> holder = new TreeMap<>();
    holder.put("host", host());
    holder.put("pid", ProcessHandle.current().pid());
    holder.put("run_id", runId);
    holder.put("started", Instant.now());
    return Json.write(holder).strip().replaceAll("\\s+", " ");
  }

  /** In HDFS every holder adds a line. */
  private static String lastHolder(Path file) {
    List<String> lines = Disk.on(file, () -> Files.readAllLines(file));
    return lines.isEmpty() ? "it has not said who it is" : lines.get(lines.size() - 1);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static KoeException busy(Path file, String holder) {
    return new KoeException(
        ExitCode.LOCKED,
        "Another run holds the warehouse: " + holder,
        file.toString(),
        "Wait until it ends, or stop it; the lock is freed when its process ends"
            + (Storage.isLocal(file) ? "." : ", or a minute later when it was killed."));
  }

  @Override
  public void close() {
    Disk.on(
        file,
        () -> {
          held.close();
          return HELD.remove(file);
        });
  }
}
