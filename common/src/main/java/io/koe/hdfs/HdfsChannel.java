package io.koe.hdfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;

/**
 * A file of HDFS, read at any place, or written from its beginning or its end on. A folder can be
 * opened, too, and be put on the medium: the NameNode has done that already.
 */
final class HdfsChannel extends FileChannel {
  private final HdfsPath path;
  private final FSDataOutputStream out;
  private FSDataInputStream in;
  private long position;

  private HdfsChannel(HdfsPath path, FSDataOutputStream out) {
    this.path = path;
    this.out = out;
    this.position = out == null ? 0 : out.getPos();
  }

  /** Opens what is there; the file's blocks are asked for when it is first read. */
  static HdfsChannel toRead(HdfsPath path) throws IOException {
    path.getFileSystem().status(path);
    return new HdfsChannel(path, null);
  }

  static HdfsChannel toWrite(HdfsPath path, FSDataOutputStream out) {
    return new HdfsChannel(path, out);
  }

  private synchronized FSDataInputStream in() throws IOException {
    if (out != null) {
      throw new NonReadableChannelException();
    }
    if (in == null) {
      in = HdfsErrors.on(path, () -> path.getFileSystem().files().open(path.hadoop()));
    }
    return in;
  }

  private FSDataOutputStream out() {
    if (out == null) {
      throw new NonWritableChannelException();
    }
    return out;
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    int read = read(target, position);
    position += Math.max(0, read);
    return read;
  }

  @Override
  public int read(ByteBuffer target, long from) throws IOException {
    byte[] bytes = new byte[target.remaining()];
    int read = HdfsErrors.on(path, () -> in().read(from, bytes, 0, bytes.length));
    target.put(bytes, 0, Math.max(0, read));
    return read;
  }

  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    HdfsErrors.run(
        path,
        () -> {
          out().write(bytes);
        });
    position += bytes.length;
    return bytes.length;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized FileChannel position(long next) throws IOException {
    in();
    position = next;
    return this;
  }

  @Override
  public long size() throws IOException {
    return out == null ? path.getFileSystem().status(path).getLen() : position();
  }

  @Override
  public void force(boolean metaData) throws IOException {
    if (out != null) {
      HdfsErrors.run(
          path,
          () -> {
            out.hsync();
          });
    }
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      int read = read(targets[i]);
      if (read < 0) {
        return all == 0 ? -1 : all;
      }
      all += read;
    }
    return all;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    long all = 0;
    for (int i = offset; i < offset + length; i++) {
      all += write(sources[i]);
    }
    return all;
  }

  @Override
  public int write(ByteBuffer source, long to) {
    throw unsupported();
  }

  @Override
  public FileChannel truncate(long size) {
    throw unsupported();
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) {
    throw unsupported();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long to, long count) {
    throw unsupported();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw unsupported();
  }

  /** See {@link HdfsLease}. */
  @Override
  public FileLock lock(long from, long size, boolean shared) {
    throw unsupported();
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) {
    throw unsupported();
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("HDFS cannot do that");
  }

  @Override
  protected void implCloseChannel() throws IOException {
    HdfsErrors.run(
        path,
        () -> {
          if (out != null) {
            out.close();
          } else if (in != null) {
            in.close();
          }
        });
  }
}
