package io.koe.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.cli.Koe;
import io.koe.query.PinnedTables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night over a drop full of canaries, and one that is stopped, each in a process of its own:
 * nothing of them is in any byte the processes leave, write for a while, or print.
 */
class CanaryNightTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

  private static final String NAME = "綾小路蓮太郎";
  private static final String KANA = "ゼルダリウス";
  private static final String PHONE = "090-7391-4628";
  private static final String EMAIL = "quokka.zephyr8231@kanaria-mail.example";
  private static final String CARD = "4716 9183 5527 6041";

  /** As they are planted, and as unifying widths and leaving out separators would make them. */
  private static final List<String> CANARIES =
      List.of(
          NAME,
          KANA,
          PHONE,
          "09073914628",
          "０９０－７３９１－４６２８",
          EMAIL,
          "quokka.zephyr8231",
          CARD,
          "4716918355276041");

  private static final String TEXT =
      "氏名："
          + NAME
          + "。受取人："
          + KANA
          + "。電話は"
          + PHONE
          + "です。また０９０－７３９１－４６２８か09073914628へ。"
          + EMAIL
          + "へ。カードは"
          + CARD
          + "か4716918355276041です。商品が届かないので返金してください。";

  @TempDir private Path folder;

  @Test
  void nothingOfThemIsInAnyByteOfANightOrOfOneThatIsStopped() throws Exception {
    Path key = folder.resolve("koe.key");
    Files.writeString(key, "0123456789abcdef0123456789abcdef");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
    writeNight(FIRST);
    writeNight(FIRST.plusDays(1));
    file(
        FIRST.plusDays(1),
        "inquiries/%s/broken.jsonl",
        ("{\"body\": \"" + TEXT + "\n").repeat(101));
    assertEquals(new TreeSet<>(CANARIES), canaries(folder.resolve("drop")));

    assertEquals(73, run(FIRST), this::printed);
    try (PinnedTables tables = PinnedTables.open(folder.resolve("left/warehouse/current"))) {
      String masked =
          "select count(*) from inquiries where body like '%<NAME>%<NAME>%<PHONE>%<EMAIL>%<CARD>%'";
      assertEquals("20", String.valueOf(tables.query(masked).rows().get(0).get(0)));
    }
    assertEquals(65, run(FIRST.plusDays(1)), this::printed);
    assertTrue(printed().contains("rows are rejected"), this::printed);

    CanaryScan scan = new CanaryScan(CANARIES);
    assertEquals(Set.of(), scan.scan(folder.resolve("left")));
    assertEquals(Set.of(), scan.unread());
    assertEquals(Set.of(), new CanaryScan(CANARIES).scan(folder.resolve("seen")));
    try (Stream<Path> seen = Files.list(folder.resolve("seen"))) {
      assertTrue(seen.anyMatch(file -> file.toString().contains("shuffle_")), "no spill was seen");
    }
  }

  private static Set<String> canaries(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    new CanaryScan(CANARIES)
        .scan(folder)
        .forEach(leak -> found.add(leak.substring(leak.indexOf(": ") + 2)));
    return found;
  }

  private String printed() {
    try {
      return Files.readString(folder.resolve("left/printed.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** In {@code left}: the warehouse, the temporary and the working folder, and what is printed. */
  private int run(LocalDate night) throws IOException, InterruptedException {
    Path left = folder.resolve("left");
    Path temporary = Files.createDirectories(left.resolve("tmp"));
    Path working = Files.createDirectories(left.resolve("working"));
    Path warehouse = left.resolve("warehouse");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.matches("--add-opens.*|-XX.*|-D(jdk|io\\.netty).*"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Koe.class.getName(),
            "run",
            "--input",
            folder.resolve("drop").toString(),
            "--warehouse",
            warehouse.toString(),
            "--pseudonym-key-file",
            folder.resolve("koe.key").toString(),
            "--date",
            night.toString(),
            "--stacktrace"));
    Process process =
        new ProcessBuilder(command)
            .directory(working.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(left.resolve("printed.txt").toFile()))
            .start();
    List<Path> watched = List.of(temporary, warehouse.resolve("_koe"));
    return new SeenFiles(folder.resolve("seen"), watched).watch(process);
  }

  /** Canaries in good rows, in rows and files that are rejected, and in columns nobody knows. */
  private void writeNight(LocalDate night) throws IOException {
    StringBuilder inquiries = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      inquiries.append(inquiry("q" + night.getDayOfMonth() + i, night, "mercari"));
    }
    inquiries.append("{\"body\": \"" + TEXT + "\n");
    inquiries.append(inquiry("q0", night.plusDays(9), "mercari"));
    inquiries.append(inquiry("", night, "mercari"));
    file(night, "inquiries/%s/a.jsonl", inquiries.toString());
    String row = "q,u,mercari,form," + night + "T10:00:00Z," + TEXT + "\n";
    write(
        "inquiries/dt=" + night + "/b.csv",
        ("inquiry_id,user_id,service,channel,created_at,body\n" + row.repeat(3))
            .getBytes(Charset.forName("windows-31j")));
    file(
        night,
        "inquiry_messages/%s/a.csv",
        "message_id,inquiry_id,sent_at,author_type,is_public,body,agent_id,extra\n"
            + message("m1", night, "customer")
            + message("m2", night, PHONE));
    file(
        night,
        "help_sessions/%s/a.csv",
        "session_id,service,started_at,ended_at,entry,user_id,search_terms\n"
            + "s1,mercari,%1$sT10:00:00Z,%1$sT10:01:00Z,guide,%2$s,%3$s\n"
                .formatted(night, EMAIL, TEXT));
  }

  private static String inquiry(String id, LocalDate night, String service) {
    return """
        {"inquiry_id": "%s", "user_id": "%s", "service": "%s", "channel": "form", \
        "created_at": "%sT10:00:00Z", "subject": "%s", "body": "%s", "name": "%s", \
        "email": "%s", "phone": "%s", "note": "%s"}
        """
        .formatted(id, EMAIL, service, night, TEXT, TEXT, NAME, EMAIL, PHONE, TEXT);
  }

  private static String message(String id, LocalDate night, String author) {
    return "%s,q%d0,%sT11:00:00Z,%s,true,%s,%s,%s\n"
        .formatted(id, night.getDayOfMonth(), night, author, TEXT, EMAIL, TEXT);
  }

  private void file(LocalDate night, String name, String text) throws IOException {
    write(name.formatted("dt=" + night), text.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve("drop").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
