package io.koe.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koe.KoeProcess;
import io.koe.TestKey;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A drop full of canaries, and the processes that run its nights: what they leave is below {@code
 * left}, what was there for a while below {@code seen}.
 */
final class CanaryDrop {
  private static final String NAME = "綾小路蓮太郎";
  private static final String KANA = "ゼルダリウス";
  private static final String PHONE = "090-7391-4628";
  private static final String EMAIL = "quokka.zephyr8231@kanaria-mail.example";
  private static final String CARD = "4716 9183 5527 6041";

  /** As they are planted, and as unifying widths and leaving out separators would make them. */
  static final List<String> CANARIES =
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

  private final Path folder;

  /**
   * @param folder where all goes
   */
  CanaryDrop(Path folder) throws IOException {
    this.folder = folder;
    TestKey.in(folder);
  }

  Path root() {
    return folder.resolve("drop");
  }

  Path left() {
    return folder.resolve("left");
  }

  Path seen() {
    return folder.resolve("seen");
  }

  Path warehouse() {
    return left().resolve("warehouse");
  }

  /** Processes with more options for Java. */
  KoeProcess koe(String... options) {
    return new KoeProcess(left(), options);
  }

  /** Runs a night to its end, whatever that is; gives the exit code. */
  int run(LocalDate night, String... options) throws IOException, InterruptedException {
    return watch(start(night, options));
  }

  /** Starts a night. */
  Process start(LocalDate night, String... options) throws IOException {
    return koe(options)
        .run(
            root(),
            warehouse(),
            folder.resolve("koe.key"),
            "--date",
            night.toString(),
            "--stacktrace");
  }

  /** Keeps what is there for a while until the process has ended; gives its exit code. */
  int watch(Process process) throws InterruptedException {
    List<Path> watched = List.of(koe().temporary(), warehouse().resolve("_koe"));
    return new SeenFiles(seen(), watched).watch(process);
  }

  /** Canaries in good rows, in rows and files that are rejected, and in columns nobody knows. */
  void writeNight(LocalDate night, int good) throws IOException {
    StringBuilder inquiries = new StringBuilder();
    for (int i = 0; i < good; i++) {
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

  /** Rows of a night so large that reading a few of them takes hundreds of megabytes. */
  void writeGiants(LocalDate night, int rows) throws IOException {
    String giant = TEXT.repeat((30 << 20) / TEXT.getBytes(UTF_8).length);
    for (int row = 0; row < rows; row++) {
      String line =
          inquiry("g" + row, night, "mercari").replace("body\": \"" + TEXT, "body\": \"" + giant);
      file(night, "inquiries/%s/giant" + row + ".jsonl", line);
    }
  }

  /** So many rows of a night that can't be read that the run stops. */
  void writeBroken(LocalDate night) throws IOException {
    file(night, "inquiries/%s/broken.jsonl", ("{\"body\": \"" + TEXT + "\n").repeat(101));
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
