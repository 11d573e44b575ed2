package io.koe.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDropTest {
  private static final LocalDate FROM = LocalDate.of(2026, 9, 21);
  private static final LocalDate TO = FROM.plusDays(62);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry(
              "inquiries",
              List.of("inquiry_id", "user_id", "service", "channel", "created_at", "body")),
          Map.entry(
              "inquiry_messages",
              List.of("message_id", "inquiry_id", "sent_at", "author_type", "is_public")),
          Map.entry(
              "inquiry_events",
              List.of("event_id", "inquiry_id", "occurred_at", "event_type", "actor_type")),
          Map.entry(
              "help_sessions", List.of("session_id", "service", "started_at", "ended_at", "entry")),
          Map.entry("exposures", List.of("exposure_date", "service", "measure", "value")),
          Map.entry("transactions", List.of("transaction_id", "service", "created_at")),
          Map.entry("experiments", List.of("experiment_id", "user_id", "arm", "assigned_at")),
          Map.entry("articles", List.of("article_id", "service", "title")),
          Map.entry("releases", List.of("release_id", "kind", "started_at", "title")),
          Map.entry("agents", List.of("agent_id", "valid_from", "office")),
          Map.entry("calendar", List.of("calendar_date", "day_class")));

  @TempDir static Path nineWeeks;
  private static SampleDrop drop;
  private static SampleTotals totals;
  private static List<JsonNode> inquiries;

  @BeforeAll
  static void writeNineWeeks() throws IOException {
    drop = new SampleDrop(nineWeeks, FROM, TO, 60, 7);
    totals = drop.write(day -> {});
    inquiries = goodRows(nineWeeks.resolve("inquiries"), REQUIRED.get("inquiries"));
  }

  @Test
  void theSameSeedGivesTheSameBytesWhateverTheThreads(@TempDir Path folder) throws Exception {
    Map<String, String> one = hashes(write(folder.resolve("one"), 5, 1));
    assertEquals(one, hashes(write(folder.resolve("four"), 5, 4)));
    Map<String, String> other = hashes(write(folder.resolve("other"), 6, 4));
    String day = "inquiries/dt=" + FROM + "/part-000.jsonl.gz";
    assertNotEquals(one.get(day), other.get(day));
  }

  @Test
  void everyTableIsThereAndItsGoodRowsHaveWhatIsRequired() throws IOException {
    for (Map.Entry<String, List<String>> table : REQUIRED.entrySet()) {
      SampleTotals.Count count = totals.tables().get(table.getKey());
      List<JsonNode> rows = goodRows(nineWeeks.resolve(table.getKey()), table.getValue());
      assertFalse(rows.isEmpty(), table.getKey());
      assertEquals(count.rows() - count.dirty(), rows.size(), table.getKey());
      Set<JsonNode> distinct = new HashSet<>(rows);
      assertEquals(rows.size() - count.duplicates(), distinct.size(), table.getKey());
    }
  }

  @Test
  void theDaysAddUpToTheMeanAskedFor() {
    SampleTotals.Count count = totals.tables().get("inquiries");
    long late = 10;
    long good = count.rows() - count.dirty() - count.duplicates();
    assertEquals(63 * 60.0, (double) good, 63 * 0.5 + late);
  }

  @Test
  void rowsArriveOnTheirDayOrUpToThreeDaysLaterAndNothingPrecedesItsInquiry() throws IOException {
    Map<String, OffsetDateTime> created = new HashMap<>();
    for (JsonNode row : inquiries) {
      created.put(row.get("inquiry_id").asText(), time(row, "created_at"));
    }
    for (JsonNode row :
        goodRows(nineWeeks.resolve("inquiry_events"), REQUIRED.get("inquiry_events"))) {
      OffsetDateTime inquiry = created.get(row.get("inquiry_id").asText());
      assertTrue(inquiry != null && !time(row, "occurred_at").isBefore(inquiry));
    }
    for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
      for (JsonNode row : goodRows(day("inquiries", day), REQUIRED.get("inquiries"))) {
        LocalDate date = time(row, "created_at").toLocalDate();
        assertTrue(!date.isAfter(day) && !date.isBefore(day.minusDays(3)));
      }
    }
  }

  @Test
  void customersHaveAtLeastFortyReasonsInTheirOwnWords() {
    assertTrue(drop.reasons().size() >= 45);
    Set<String> seen = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    for (JsonNode row : inquiries) {
      seen.add(drop.reasonOf(row.get("inquiry_id").asText()));
      bodies.add(row.get("body").asText());
    }
    assertTrue(seen.size() >= 40, seen.size() + " reasons");
    assertTrue(bodies.size() > 0.9 * inquiries.size(), bodies.size() + " bodies");
  }

  @Test
  void textsAreAsLongAndAsUnevenAsRealOnes() {
    double[] lengths =
        inquiries.stream().mapToDouble(r -> r.get("body").asText().length()).toArray();
    assertEquals(170, Arrays.stream(lengths).average().orElseThrow(), 5);
    assertEquals(
        0.1, Arrays.stream(lengths).filter(n -> n < 60).count() / (double) lengths.length, 0.02);
    assertEquals(
        0.03, Arrays.stream(lengths).filter(n -> n > 500).count() / (double) lengths.length, 0.02);
  }

  @Test
  void noSentenceStandsInMoreThanAFewTexts() {
    Map<String, Integer> texts = new HashMap<>();
    for (JsonNode row : inquiries) {
      Set<String> sentences = new HashSet<>(List.of(row.get("body").asText().split("[。\\n]", -1)));
      sentences.remove("");
      sentences.forEach(sentence -> texts.merge(sentence, 1, Integer::sum));
    }
    int most = texts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertTrue(most < 0.05 * inquiries.size(), most + " of " + inquiries.size());
  }

  @Test
  void everyReasonHasSixSentencesAndItsSlotsAreFilled() {
    for (Reason reason : Catalogue.load().reasons()) {
      assertTrue(reason.polite().size() >= 6, reason.id());
      assertTrue(reason.asks().size() >= 2 && reason.more().size() >= 2, reason.id());
    }
    for (JsonNode row : inquiries) {
      assertFalse(row.get("body").asText().contains("{"));
    }
  }

  @Test
  void theNewProblemStartsOnItsDayInTheEighthWeek() {
    LocalDate birth = drop.plan().newProblemDate();
    assertTrue(!birth.isBefore(FROM.plusWeeks(7)) && birth.isBefore(FROM.plusWeeks(8)));
    Map<LocalDate, Integer> perDay = new TreeMap<>();
    for (JsonNode row : inquiries) {
      if (drop.reasonOf(row.get("inquiry_id").asText()).equals(drop.plan().newProblem())) {
        perDay.merge(time(row, "created_at").toLocalDate(), 1, Integer::sum);
      }
    }
    assertTrue(perDay.keySet().stream().noneMatch(day -> day.isBefore(birth)));
    double mean =
        perDay.values().stream().mapToInt(Integer::intValue).average().orElseThrow() * 200 / 60;
    assertEquals(33, mean, 8);
  }

  @Test
  void theReleaseMakesItsReasonMoreFrequentOnIos() {
    double[] days = {
      drop.plan().worseDate().toEpochDay() - FROM.toEpochDay(),
      TO.toEpochDay() - drop.plan().worseDate().toEpochDay() + 1
    };
    double[] contacts = new double[2];
    for (JsonNode row : inquiries) {
      String reason = drop.reasonOf(row.get("inquiry_id").asText());
      if (reason.equals(drop.plan().worseReason()) && row.get("platform").asText().equals("ios")) {
        boolean after = !time(row, "created_at").toLocalDate().isBefore(drop.plan().worseDate());
        contacts[after ? 1 : 0]++;
      }
    }
    assertTrue(contacts[1] / days[1] > 1.8 * contacts[0] / days[0]);
  }

  @Test
  void aBusyDayIsSplitIntoPartsThatHoldEachInquiryOnce(@TempDir Path folder) throws IOException {
    SampleDrop busy = new SampleDrop(folder, FROM, FROM.plusDays(1), 1000, 3, 300, 2);
    busy.write(day -> {});
    assertTrue(Files.exists(folder.resolve("inquiries/dt=" + FROM + "/part-003.jsonl.gz")));
    List<JsonNode> rows = goodRows(folder.resolve("inquiries"), REQUIRED.get("inquiries"));
    Set<String> ids = new HashSet<>();
    rows.forEach(row -> ids.add(row.get("inquiry_id").asText()));
    assertEquals(2000, ids.size(), 50);
  }

  @Test
  void aRangeThatEndsBeforeItStartsIsRefused() {
    assertThrows(KoeException.class, () -> new SampleDrop(nineWeeks, TO, FROM, 10, 1));
  }

  @Test
  void aFolderThatCannotBeWrittenEndsInTheDisksExitCode(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("inquiries"));
    SampleDrop refused = new SampleDrop(folder, FROM, FROM.plusDays(1), 5, 1);
    KoeException e = assertThrows(KoeException.class, () -> refused.write(day -> {}));
    assertEquals(ExitCode.DISK, e.exitCode());
  }

  private static Path write(Path out, long seed, int threads) {
    new SampleDrop(out, FROM, FROM.plusDays(8), 20, seed, 7, threads).write(day -> {});
    return out;
  }

  private static OffsetDateTime time(JsonNode row, String column) {
    return OffsetDateTime.parse(row.get(column).asText());
  }

  private static Path day(String table, LocalDate day) {
    return nineWeeks.resolve(table).resolve("dt=" + day);
  }

  private static List<JsonNode> goodRows(Path folder, List<String> required) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (Path file : files(folder)) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          addGood(rows, line, required);
        }
      }
    }
    return rows;
  }

  private static void addGood(List<JsonNode> rows, String line, List<String> required) {
    try {
      JsonNode row = JSON.readTree(line);
      if (required.stream().allMatch(row::hasNonNull) && !line.contains("2026-13-45")) {
        rows.add(row);
      }
    } catch (JsonProcessingException e) {
      assertTrue(line.startsWith("{"), "a cut row starts like a row");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Map<String, String> hashes(Path folder)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(folder)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      hashes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
    }
    return hashes;
  }
}
