package io.koe.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error is what, where and how to fix, with its exit code. */
class ErrorsTest {
  @TempDir private Path folder;

  @Test
  void noCommandIsAUsageError() {
    assertThreeLines(ExitCode.USAGE);
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThreeLines(ExitCode.USAGE, "run", "--colour", "red");
  }

  @Test
  void noRowsToShowIsAUsageError() {
    assertThreeLines(
        ExitCode.USAGE, "query", "--warehouse", folder.toString(), "--rows", "0", "select 1");
  }

  @Test
  void aNumberOfTopicsThatIsNoneIsAUsageError() {
    assertThreeLines(
        ExitCode.USAGE,
        "topics",
        "evaluate",
        "--labelled",
        folder.resolve("x").toString(),
        "--topics",
        "many");
  }

  /** Java finds such names only without a locale for them, and then says what it cannot read. */
  @Test
  void aNameTheLocaleCannotReadIsAMatterOfSettings() {
    InvalidPathException unreadable =
        new InvalidPathException("drop/\uFFFD\uFFFD.csv", "unmappable characters");
    KoeException explained = Failures.explain(new SparkException("task failed", unreadable));
    assertEquals(ExitCode.CONFIGURATION, explained.exitCode());
    assertFalse(explained.getMessage().contains("\uFFFD"), explained.getMessage());
  }

  /** The folder for temporary files may be mounted noexec. */
  @Test
  void aLibraryThatCannotBeLoadedIsAMatterOfTheDisk() {
    KoeException explained =
        Failures.explain(new SparkException("task failed", new UnsatisfiedLinkError("zstd")));
    assertEquals(ExitCode.DISK, explained.exitCode());
    assertEquals(System.getProperty("java.io.tmpdir"), explained.where());
  }

  @Test
  void missingLabelledTextsAreMissingInput() {
    assertThreeLines(
        ExitCode.INPUT_MISSING,
        "topics",
        "evaluate",
        "--labelled",
        folder.resolve("none.jsonl").toString());
  }

  @Test
  void aBackfillThatRunsBackwardsIsAUsageError() throws IOException {
    assertThreeLines(
        ExitCode.USAGE, run(folder, key(32), "--from", "2026-10-02", "--date", "2026-10-01"));
  }

  @Test
  void officesThatCloseBeforeTheyOpenAreAUsageError() throws IOException {
    assertThreeLines(
        ExitCode.USAGE,
        run(
            folder,
            key(32),
            "--date",
            "2026-10-01",
            "--opens-at",
            "18:00",
            "--closes-at",
            "09:00"));
  }

  @ParameterizedTest
  @CsvSource({"--date, 2026-13-01", "--from, 1 October", "--opens-at, 25:00"})
  void aDayOrTimeThereIsNoneOfIsAUsageErrorInPlainWords(String option, String value)
      throws IOException {
    String error =
        assertThreeLines(ExitCode.USAGE, run(folder, key(32), option, value, "--date=2026-10-01"));
    assertTrue(error.contains("there is no " + value + "; it takes the form"), error);
  }

  @ParameterizedTest
  @CsvSource({
    "--horizon-hours, 0",
    "--stability-hours, 0",
    "--repeat-days, -1",
    "--session-hours, 0",
    "--lateness-days, -1",
    "--topics, -1",
    "--minimum-users, 4",
    "--maximum-reject-share, 2",
    "--maximum-reject-share, NaN",
    "--false-discovery-rate, -0.1"
  })
  void aSettingNoNumberCouldMeanAnythingWithIsAUsageError(String option, String value)
      throws IOException {
    String error =
        assertThreeLines(ExitCode.USAGE, run(folder, key(32), option, value, "--date=2026-10-01"));
    assertTrue(error.contains(option), error);
  }

  @Test
  void aFileOfSettingsThatIsNotThereIsNamed() {
    String error = assertThreeLines(ExitCode.USAGE, "run", "@" + folder.resolve("koe.args"));
    assertTrue(error.contains("there is no file " + folder.resolve("koe.args")), error);
  }

  @Test
  void whatIsWrongIsCalledAnErrorOnce() {
    String error = assertThreeLines(ExitCode.USAGE, "erase", "--warehouse", folder.toString());
    assertFalse(error.startsWith("error: Error"), error);
  }

  @Test
  void aMissingDropIsMissingInput() throws IOException {
    assertThreeLines(
        ExitCode.INPUT_MISSING, run(folder.resolve("none"), key(32), "--date", "2026-10-01"));
  }

  @Test
  void aMissingKeyIsAConfigurationError() {
    assertThreeLines(
        ExitCode.CONFIGURATION, run(folder, folder.resolve("no.key"), "--date", "2026-10-01"));
  }

  @Test
  void aShortKeyIsAConfigurationError() throws IOException {
    assertThreeLines(ExitCode.CONFIGURATION, run(folder, key(31), "--date", "2026-10-01"));
  }

  @Test
  void aWarehouseWithNothingPublishedIsMissingInput() {
    assertThreeLines(ExitCode.INPUT_MISSING, "query", "--warehouse", folder.toString(), "select 1");
  }

  @Test
  void anUnknownTableIsAUsageError() {
    assertThreeLines(ExitCode.USAGE, "catalog", "no_such_table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "catalog ../topics",
        "catalog topics;drop",
        "report --warehouse W --week ../../2026-W40",
        "report --warehouse W --week 2026-W40' or '1'='1",
        "report --warehouse W --week 2026-W60",
        "stage ../ingest --warehouse W --out W/o",
        "run --input W --warehouse W/* --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W/?x --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W/[x] --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W/{x} --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W/\"x --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W/`x --date 2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W --date 2026-10-01'--",
        "run --input W --warehouse W --date ../2026-10-01 --pseudonym-key-file W/k",
        "run --input W --warehouse W --date 2026-02-30 --pseudonym-key-file W/k",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --minimum-users 1;x",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --target x=1e9",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --accept G12 --reason x",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --accept G13",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --reason x",
        "run --input W --warehouse W --date 2026-10-01 --pseudonym-key-file W/k --minimum-users 4",
        "snapshots rollback 1;rm --warehouse W",
        "snapshots rollback ../1 --warehouse W",
        "query --warehouse W --format ../csv x",
        "query --warehouse W --rows -1 x",
        "check --warehouse W --engine sh",
        "sample --out W/s --from 2026-10-01' --to 2026-10-02",
        "topics evaluate --labelled W --topics $(id)",
        "erase --warehouse W"
      })
  void whatIsInjectedIntoAnArgumentIsAUsageError(String line) throws IOException {
    Files.writeString(folder.resolve("k"), "0123456789abcdef0123456789abcdef");
    Files.setPosixFilePermissions(
        folder.resolve("k"), PosixFilePermissions.fromString("r--------"));
    assertThreeLines(ExitCode.USAGE, line.replaceAll("\\bW\\b", folder.toString()).split(" "));
  }

  @Test
  void aLineBreakInAnArgumentMakesNoLineOfItsOwn() {
    assertThreeLines(ExitCode.USAGE, "catalog", "x\nerror: y\r\n\u202ewhere: z\u2028");
    assertThreeLines(ExitCode.USAGE, "run", "--colour\nfix: none");
  }

  @Test
  void anUnknownSettingInAFileIsAUsageError() throws IOException {
    Path settings = Files.writeString(folder.resolve("settings"), "--minimum-user=5\n");
    assertThreeLines(ExitCode.USAGE, "run", "@" + settings);
  }

  @Test
  void theHelpDeclaresEveryExitCode() {
    String help = Console.run("run", "--help").out();
    for (ExitCode code : ExitCode.values()) {
      assertTrue(help.contains(" " + code.code() + " "), help);
    }
  }

  @Test
  void theCatalogueDescribesEveryColumnInTwoLanguages() {
    Console.Result catalogue = Console.run("catalog");
    assertEquals(0, catalogue.exit(), catalogue.err());
    List<String> bare =
        catalogue
            .out()
            .lines()
            .filter(l -> l.startsWith("    ") && !l.matches(".+ \\S.*｜.+"))
            .toList();
    assertEquals(List.of(), bare);
  }

  /** What was printed. */
  private String assertThreeLines(ExitCode code, String... line) {
    Console.Result result = Console.run(line);
    assertEquals(code.code(), result.exit(), result.err());
    List<String> lines = result.err().lines().toList();
    assertEquals(3, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("error: "), result.err());
    assertTrue(lines.get(1).startsWith("where: "), result.err());
    assertTrue(lines.get(2).startsWith("fix:   "), result.err());
    return result.err();
  }

  private String[] run(Path drop, Path key, String... options) {
    List<String> line =
        new java.util.ArrayList<>(
            List.of(
                "run",
                "--input",
                drop.toString(),
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--pseudonym-key-file",
                key.toString()));
    line.addAll(List.of(options));
    return line.toArray(String[]::new);
  }

  private Path key(int bytes) throws IOException {
    byte[] random = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      random[i] = (byte) (i * 37 + 11);
    }
    Path file = Files.write(folder.resolve("koe.key"), random);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
  }
}
