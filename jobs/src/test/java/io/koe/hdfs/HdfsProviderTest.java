package io.koe.hdfs;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestHdfs;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.store.Storage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class HdfsProviderTest {
  private Path folder;

  @BeforeEach
  void newFolder(TestInfo test) throws IOException {
    folder = TestHdfs.folder("files/" + test.getTestMethod().orElseThrow().getName());
  }

  @Test
  void aPathIsPutTogetherLikeOneOfThisMachineAndItsTextIsItsAddress() {
    Path path = Storage.path("hdfs://name:8020/a/b c/../d=1/f.parquet");
    assertEquals("hdfs://name:8020/a/d=1/f.parquet", path.normalize().toString());
    assertEquals(path, Storage.path(path.toString()));
    assertEquals("f.parquet", path.getFileName().toString());
    assertEquals("d=1", path.getParent().getFileName().toString());
    Path root = Storage.path("hdfs://name:8020/a");
    assertEquals("d=1/f.parquet", root.relativize(path.normalize()).toString());
    assertEquals(path.normalize(), root.resolve(Path.of("d=1", "f.parquet")));
    assertTrue(root.relativize(path.normalize()).startsWith(Path.of("d=1")));
    assertFalse(path.equals(Storage.path("hdfs://other:8020" + "/a/b c/../d=1/f.parquet")));
    assertEquals("hdfs://name:8020/a/b%20c", root.resolve("b c").toUri().toString());
    assertTrue(Storage.isLocal(Path.of("/a")) && !Storage.isLocal(path));
  }

  @Test
  void textsThatAreNoPathsAreRefused() {
    for (String text : List.of("hdfs:///a", "hdfs://name:8020", "s3a://bucket/a", "file:///a")) {
      assertThrows(IllegalArgumentException.class, () -> Storage.path(text), text);
    }
  }

  @Test
  void aNameNodeThatDoesNotAnswerIsSaid() throws IOException {
    Path nobody = Storage.path("hdfs://127.0.0.1:" + unusedPort() + "/a");
    KoeException silent = assertThrows(KoeException.class, () -> Files.exists(nobody));
    assertEquals(ExitCode.DISK, silent.exitCode());
    assertTrue(silent.getMessage().startsWith("HDFS does not answer"), silent.getMessage());
  }

  @Test
  void anHdfsThatSendsFilesUnencryptedIsRefused() throws IOException {
    try (MiniDFSCluster open = TestHdfs.start(false)) {
      Path folder = Storage.path(open.getURI() + "/koe");
      KoeException refused = assertThrows(KoeException.class, () -> Files.exists(folder));
      assertEquals(ExitCode.CONFIGURATION, refused.exitCode());
      assertTrue(refused.fix().contains("dfs.encrypt.data.transfer"), refused.fix());
    }
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aFileIsWrittenOnceAndReadAtAnyPlace() throws IOException {
    Path file = folder.resolve("a");
    Files.writeString(file, "0123456789");
    assertEquals("0123456789", Files.readString(file));
    assertEquals(10, Files.size(file));
    Files.writeString(file, "new");
    assertEquals("new", Files.readString(file));
    assertThrows(FileAlreadyExistsException.class, () -> Files.createFile(file));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer two = ByteBuffer.allocate(2);
      assertEquals(2, channel.read(two, 1));
      assertArrayEquals(new byte[] {'e', 'w'}, two.array());
      assertEquals(-1, channel.position(3).read(ByteBuffer.allocate(1)));
      assertEquals(3, channel.size());
      channel.force(true);
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(new byte[] {'!'}));
      channel.force(true);
    }
    assertEquals("new!", Files.readString(file));
  }

  @Test
  void foldersAreListedAndDeletedLikeThoseOfADisk() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("x/y"));
    Files.writeString(inner.resolve("f"), "f");
    assertThrows(FileAlreadyExistsException.class, () -> Files.createDirectory(inner));
    assertThrows(DirectoryNotEmptyException.class, () -> Files.delete(inner));
    assertThrows(NoSuchFileException.class, () -> Files.delete(folder.resolve("no")));
    assertThrows(NoSuchFileException.class, () -> Files.readString(folder.resolve("no")));
    try (Stream<Path> all = Files.walk(folder)) {
      assertEquals(
          List.of("", "x", "x/y", "x/y/f"),
          all.map(p -> folder.relativize(p).toString()).sorted().toList());
    }
    Files.delete(inner.resolve("f"));
    Files.delete(inner);
    assertFalse(Files.exists(inner));
  }

  @Test
  void aMoveReplacesOnlyWhenItIsTold() throws IOException {
    Path old = Files.writeString(folder.resolve("old"), "old");
    Path young = Files.writeString(folder.resolve("young"), "young");
    assertThrows(FileAlreadyExistsException.class, () -> Files.move(young, old));
    assertEquals("old", Files.readString(old));
    Files.move(young, old, ATOMIC_MOVE, REPLACE_EXISTING);
    assertEquals("young", Files.readString(old));
    assertFalse(Files.exists(young));
  }

  @Test
  void aCopyHasTheBytesThePermissionsAndTheTimeOfItsOriginal() throws IOException {
    Path original = Files.writeString(folder.resolve("original"), "text");
    assertEquals("rw-r-----", permissions(original));
    Files.setPosixFilePermissions(original, PosixFilePermissions.fromString("r--r-----"));
    Path copy = Files.copy(original, folder.resolve("copy"));
    assertEquals("text", Files.readString(copy));
    assertEquals("r--r-----", permissions(copy));
    assertEquals(Files.getLastModifiedTime(original), Files.getLastModifiedTime(copy));
    assertThrows(FileAlreadyExistsException.class, () -> Files.copy(original, copy));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
