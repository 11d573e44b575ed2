package io.koe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * Leaves the classes of this process, as Java has loaded and checked them, to the next one: Java's
 * own archive of class data sharing. {@code jobs/bin/koe} asks for it where there is none, with the
 * option that lets Java remember what goes into it.
 */
final class ClassArchive {
  private static final String FILE = "koe.class.archive";

  /** Java ends the process when it can't write an archive to its end; one has up to 200 MB. */
  private static final long ROOM_BYTES = 1L << 30;

  private ClassArchive() {}

  /**
   * Writes the archive when it was asked for, as {@code jcmd VM.cds dynamic_dump} would: under a
   * name of its own first, since another start may write it too. Without it the next start is
   * slower and nothing else.
   */
  static void writeIfAsked() {
    String file = System.getProperty(FILE);
    if (file == null) {
      return;
    }
    Path archive = Path.of(file);
    Path draft = Path.of(file + "." + ProcessHandle.current().pid());
    try {
      if (Files.getFileStore(archive.toAbsolutePath().getParent()).getUsableSpace() < ROOM_BYTES) {
        return;
      }
      try {
        dump(draft);
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | JMException | JMRuntimeException e) {
      // Another Java than OpenJDK's, a folder that is gone, or a name with both kinds of quotes.
    }
  }

  /** Java tells of it on standard output, which is for what the command was asked for. */
  private static void dump(Path draft) throws JMException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {new String[] {"dynamic_dump", quoted(draft)}},
              new String[] {String[].class.getName()});
    } finally {
      System.setOut(out);
    }
  }

  /** The words of such a command are split at blanks. */
  private static String quoted(Path path) {
    String quote = path.toString().contains("\"") ? "'" : "\"";
    return quote + path + quote;
  }
}
