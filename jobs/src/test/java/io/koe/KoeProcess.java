package io.koe;

import io.koe.cli.Koe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code koe} in processes of their own, which a test can watch and kill: with the launcher's
 * limits and options for Java, on the classes of this build.
 */
public final class KoeProcess {
  /** What the launcher sets for the process it becomes. */
  private static final Pattern LIMIT = Pattern.compile("(?m)^(?:umask|ulimit) .*$");

  private static final Pattern COMMAND = Pattern.compile("(?s)\nexec \"\\$java\"(.*?)-jar");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)-(?:X|D(?!koe)).*?(?=\\s)");

  /** Where digits are others and a day begins at another time: none of it may change anything. */
  private static final List<String> ABROAD =
      List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/Los_Angeles");

  private final Path folder;
  private final List<String> options;

  /**
   * @param folder where all goes that such a process leaves: {@code tmp}, {@code working}, what is
   *     printed
   * @param options more options for Java; of two of a kind the last counts
   */
  public KoeProcess(Path folder, String... options) {
    this.folder = folder;
    this.options = List.of(options);
  }

  /** Its temporary folder. */
  public Path temporary() {
    return folder.resolve("tmp");
  }

  /** All that was printed so far. */
  public String printed() {
    try {
      return Files.readString(folder.resolve("printed.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Starts {@code koe run}, with more of its options. */
  public Process run(Path drop, Path warehouse, Path key, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                drop.toString(),
                "--warehouse",
                warehouse.toString(),
                "--pseudonym-key-file",
                key.toString()));
    line.addAll(List.of(more));
    return start(line);
  }

  /** Starts a command. */
  public Process start(List<String> line) throws IOException {
    Files.createDirectories(temporary());
    Path working = Files.createDirectories(folder.resolve("working"));
    String launcher = Files.readString(Path.of("bin", "koe"));
    List<String> command = new ArrayList<>(List.of("bash", "-c", limits(launcher), "koe"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options(launcher));
    command.addAll(ABROAD);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.add("-Djava.io.tmpdir=" + temporary());
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Koe.class.getName());
    command.addAll(line);
    return new ProcessBuilder(command)
        .directory(working.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("printed.txt").toFile()))
        .start();
  }

  private static String limits(String launcher) {
    List<String> lines =
        new ArrayList<>(LIMIT.matcher(launcher).results().map(m -> m.group()).toList());
    lines.add("exec \"$@\"");
    return String.join("\n", lines);
  }

  private static List<String> options(String launcher) {
    String command = COMMAND.matcher(launcher).results().findFirst().orElseThrow().group(1);
    return OPTION.matcher(command).results().map(m -> m.group()).toList();
  }
}
