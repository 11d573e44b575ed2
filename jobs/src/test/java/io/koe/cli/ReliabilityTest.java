package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of promises names every number once, and tests that are there. */
class ReliabilityTest {
  private static final List<Path> TESTS =
      List.of(Path.of("src/test"), Path.of("../common/src/test"));
  private static final List<Path> CODE =
      List.of(Path.of("src/main"), Path.of("../common/src/main"));
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  private final List<String> page;

  ReliabilityTest() throws IOException {
    page = Files.readAllLines(Path.of("docs", "RELIABILITY.md"));
  }

  @Test
  void everyNumberHasItsRow() {
    List<String> numbers = new ArrayList<>();
    IntStream.rangeClosed(1, 54).forEach(n -> numbers.add("T" + n));
    IntStream.rangeClosed(1, 18).forEach(n -> numbers.add("G" + n));
    assertEquals(numbers, rows().map(row -> row.split("[| ]+", 3)[1]).toList());
  }

  @Test
  void everyRowNamesATestOrSaysWhyThereIsNone() {
    List<String> bare =
        rows()
            .filter(row -> !TEST.matcher(row).find() && !row.matches(".*not covered: \\w.*"))
            .toList();
    assertEquals(List.of(), bare);
  }

  @Test
  void everyNamedTestIsThere() throws IOException {
    Map<String, String> classes = new TreeMap<>();
    for (Path file : javaFiles(TESTS)) {
      classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
    }
    List<String> missing = new ArrayList<>();
    rows()
        .flatMap(row -> TEST.matcher(row).results())
        .filter(m -> !hasTest(classes.getOrDefault(m.group(1), ""), m.group(2)))
        .forEach(m -> missing.add(m.group()));
    assertEquals(List.of(), missing);
  }

  /** Whether the class has the method, and it is annotated as a test. */
  private static boolean hasTest(String text, String method) {
    int end = text.indexOf(" " + method + "(");
    int start = Math.max(0, text.lastIndexOf("\n  }\n", Math.max(0, end)));
    return end > 0
        && Pattern.compile("@(Test|ParameterizedTest|TestFactory)\\b")
            .matcher(text.substring(start, end))
            .find();
  }

  @Test
  void nothingIsOverwrittenInPlaceAndNoAccumulatorCounts() throws IOException {
    Pattern banned =
        Pattern.compile(
            "SaveMode\\.Overwrite|mode\\(\"overwrite\"\\)|partitionOverwriteMode|insertInto\\(|"
                + "(long|double|collection)Accumulator|AccumulatorV2|algorithm\\.version\", 2");
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles(CODE)) {
      banned
          .matcher(Files.readString(file))
          .results()
          .forEach(m -> found.add(file + ": " + m.group()));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void theLauncherKeepsWhatIsWrittenFromOthersAndDumpsNoMemory() throws IOException {
    String launcher = Files.readString(Path.of("bin", "koe"));
    assertTrue(launcher.contains("\numask 027\n"));
    assertTrue(launcher.contains("\nulimit -c 0\n"));
    assertTrue(launcher.contains("-XX:-HeapDumpOnOutOfMemoryError"));
    assertTrue(launcher.contains("-XX:-CreateCoredumpOnCrash -XX:+SuppressFatalErrorMessage"));
  }

  @Test
  void whatIsBuiltHasAFixedTimeAndIsListedWithoutOne() throws IOException {
    String parent = Files.readString(Path.of("..", "pom.xml"));
    assertTrue(parent.contains("<project.build.outputTimestamp>20"));
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<includeBomSerialNumber>false</includeBomSerialNumber>"));
    assertTrue(Files.isExecutable(Path.of("bench", "reproducible.sh")));
  }

  @Test
  void everyLibraryMustHaveAnAllowedLicence() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<goal>add-third-party</goal>"));
    assertTrue(pom.contains("<failOnBlacklist>true</failOnBlacklist>"));
    assertTrue(pom.contains("<failOnMissing>true</failOnMissing>"));
    List<String> names = Files.readAllLines(Path.of("..", ".mvn", "licences.txt"));
    List<String> allowed =
        Pattern.compile("<includedLicense>(.*)</includedLicense>")
            .matcher(pom)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertTrue(allowed.containsAll(names.stream().map(n -> n.split("\\|", 2)[0]).toList()));
  }

  private Stream<String> rows() {
    return page.stream().filter(line -> line.matches("\\| [TG]\\d+ \\|.*"));
  }

  private static List<Path> javaFiles(List<Path> folders) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.filter(p -> p.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
