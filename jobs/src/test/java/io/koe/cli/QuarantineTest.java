package io.koe.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.TestKey;
import io.koe.TestSpark;
import io.koe.query.PinnedTables;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with rejects, and the next one, which reads the mended files, through the CLI. */
class QuarantineTest {
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final String PHONE = "090-1234-5678";

  @TempDir private Path folder;

  @Test
  void whatIsListedIsReplayedByTheNextNight() throws IOException {
    TestSpark.session();
    TestKey.in(folder);
    String broken = inquiry("q1") + "{\"body\": \"" + PHONE + "\n" + inquiry("q2");
    file("drop/inquiries/dt=2026-10-01/a.jsonl", broken, UTF_8);
    file("drop/inquiries/dt=2026-10-01/b.csv", csv(3, 5), CP932);
    file("drop/inquiries/dt=2026-10-02/a.jsonl", inquiry("q9"), UTF_8);
    assertEquals(73, night("run", "--date", "2026-10-01").exit());
    assertEquals(
        """
        table_name,file,reason,rows,first_night,last_night,replayed_on
        inquiries,inquiries/dt=2026-10-01/a.jsonl,unparseable,1,2026-10-01,2026-10-01,
        inquiries,inquiries/dt=2026-10-01/b.csv,wrong_encoding,3,2026-10-01,2026-10-01,
        """,
        list("csv"));

    file("mended/inquiries/dt=2026-10-01/a.jsonl", broken.replace("{\"body", "{\"b"), UTF_8);
    file("mended/inquiries/dt=2026-10-01/b.cp932.csv", csv(3, 5), CP932);
    Console.Result replay = replay("--date", "2026-10-02");
    assertEquals(73, replay.exit(), replay.err());
    assertEquals(
        """
        Input:   7 rows read = 4 accepted + 1 rejected + 2 duplicates; 0 unreadable files
        Mended:  inquiries/dt=2026-10-01/a.jsonl: 3 rows read = 0 accepted + 1 rejected + 2 duplicates
        Mended:  inquiries/dt=2026-10-01/b.cp932.csv: 3 rows read = 3 accepted + 0 rejected + 0 duplicates\
        """,
        input(replay));
    assertEquals(
        """
        table_name,file,reason,rows,first_night,last_night,replayed_on
        inquiries,inquiries/dt=2026-10-01/a.jsonl,unparseable,1,2026-10-01,2026-10-02,
        inquiries,inquiries/dt=2026-10-01/b.csv,wrong_encoding,3,2026-10-01,2026-10-01,2026-10-02
        """,
        list("csv"));

    Console.Result lost = night("run", "--force", "--date", "2026-10-02");
    assertEquals(2, lost.exit(), lost.err());
    assertTrue(lost.err().contains("koe quarantine replay --force --mended"), lost.err());
    assertEquals("q1 q2 q3 q4 q5 q9", inquiries());
    assertTrue(list("table").contains("2026-10-02"));
    assertTrue(list("json").startsWith("["));
    assertFalse(list("json").contains(PHONE));
  }

  private static String input(Console.Result run) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith("Input") || line.startsWith("Mended"))
        .collect(Collectors.joining("\n"));
  }

  private Console.Result replay(String... options) {
    List<String> line = new ArrayList<>(List.of("--mended", folder.resolve("mended").toString()));
    line.addAll(Arrays.asList(options));
    return night("quarantine replay", line.toArray(String[]::new));
  }

  private Console.Result night(String command, String... options) {
    List<String> line = new ArrayList<>(Arrays.asList(command.split(" ")));
    line.addAll(List.of("--input", folder.resolve("drop").toString()));
    line.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    line.addAll(List.of("--pseudonym-key-file", folder.resolve("koe.key").toString()));
    line.addAll(Arrays.asList(options));
    return Console.run(line.toArray(String[]::new));
  }

  private String list(String format) {
    String warehouse = folder.resolve("warehouse").toString();
    Console.Result list =
        Console.run("quarantine", "list", "--warehouse", warehouse, "--format", format);
    assertEquals(0, list.exit(), list.err());
    return list.out().replace("\r\n", "\n");
  }

  private String inquiries() {
    try (PinnedTables tables = PinnedTables.open(folder.resolve("warehouse/current"))) {
      return tables.query("select inquiry_id from inquiries order by inquiry_id").rows().stream()
          .map(row -> String.valueOf(row.get(0)))
          .collect(Collectors.joining(" "));
    }
  }

  private static String inquiry(String id) {
    return """
        {"inquiry_id": "%s", "user_id": "u1", "service": "mercari", "channel": "form", \
        "created_at": "2026-10-01T10:00:00+09:00", "body": "商品が届かない"}
        """
        .formatted(id);
  }

  private static String csv(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(n -> "q" + n + ",u2,mercari,form,2026-10-01T11:00:00+09:00,返金してください\n")
        .collect(
            Collectors.joining("", "inquiry_id,user_id,service,channel,created_at,body\n", ""));
  }

  private void file(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(charset));
  }
}
