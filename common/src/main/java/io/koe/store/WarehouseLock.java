package io.koe.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps two runs from doing the same work: one process at a time holds {@code _koe/LOCK}. The
 * system frees it when the process dies. What is published is right without it (see {@link
 * StagedSnapshot#publish}).
 */
public final class WarehouseLock implements AutoCloseable {
  /**
   * Held by this process. Opening and closing the file again would free the system's lock, so a
   * second taker in the same process must not touch it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private WarehouseLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static WarehouseLock take(Path file, String runId) throws IOException {
    if (!HELD.add(file)) {
      throw busy(file, "this process");
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw busy(file, Files.readString(file).strip().replaceAll("\\s+", " "));
      }
      describe(channel, runId);
      return new WarehouseLock(file, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(file);
      throw e;
    }
  }

  private static void describe(FileChannel channel, String runId) throws IOException {
    Map<String, Object> holder = new TreeMap<>();
    holder.put("host", host());
    holder.put("pid", ProcessHandle.current().pid());
    holder.put("run_id", runId);
    holder.put("started", Instant.now());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Json.write(holder).getBytes(UTF_8)), 0);
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
        "Wait until it ends, or stop it; the lock is freed when its process ends.");
  }

  @Override
  public void close() {
    Disk.on(
        file,
        () -> {
          channel.close();
          return HELD.remove(file);
        });
  }
}
