package io.koe.cli;

import io.koe.error.ExitCode;
import io.koe.error.KoeException;
import io.koe.hdfs.LoginUser;
import io.koe.store.Storage;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: one class per verb. */
@Command(
    name = "koe",
    description = "Voice-of-the-customer analytics for Japanese inquiries.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    footer = {"", "Options can be kept in a file, one a line: koe run @settings.txt"})
public final class Koe implements Runnable {
  private static final String LOGGING = "log4j2.configurationFile";

  /** By name, in the order of the help page. */
  private static final Map<String, Class<?>> VERBS = new LinkedHashMap<>();

  static {
    VERBS.put("demo", DemoCommand.class);
    VERBS.put("sample", SampleCommand.class);
    VERBS.put("run", RunCommand.class);
    VERBS.put("stage", StageCommand.class);
    VERBS.put("check", CheckCommand.class);
    VERBS.put("query", QueryCommand.class);
    VERBS.put("search", SearchCommand.class);
    VERBS.put("catalog", CatalogCommand.class);
    VERBS.put("report", ReportCommand.class);
    VERBS.put("snapshots", SnapshotsCommand.class);
    VERBS.put("quarantine", QuarantineCommand.class);
    VERBS.put("erase", EraseCommand.class);
    VERBS.put("topics", TopicsCommand.class);
    VERBS.put("completion", CompletionCommand.class);
  }

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean stacktrace;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
  }

  public static void main(String[] arguments) {
    // Names of runs and files, and figures on the console, have the same digits everywhere.
    Locale.setDefault(Locale.ROOT);
    LoginUser.nameIfNameless();
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "classpath:io/koe/cli/log4j2.properties");
    }
    System.exit(execute(arguments));
  }

  /** Runs one command line and gives its exit code. */
  public static int execute(String... arguments) {
    String verb = arguments.length == 0 ? "" : arguments[0];
    // Reading what all verbs take would be a good part of a short command's time.
    return commandLine(VERBS.containsKey(verb) ? Set.of(verb) : VERBS.keySet()).execute(arguments);
  }

  /** With all verbs. */
  static CommandLine commandLine() {
    return commandLine(VERBS.keySet());
  }

  private static CommandLine commandLine(Set<String> verbs) {
    Koe koe = new Koe();
    CommandLine line = new CommandLine(koe);
    verbs.forEach(verb -> line.addSubcommand(verb, VERBS.get(verb)));
    line.registerConverter(Path.class, Koe::path)
        .registerConverter(LocalDate.class, text -> timeOf(text, LocalDate::parse, "2026-10-01"))
        .registerConverter(LocalTime.class, text -> timeOf(text, LocalTime::parse, "09:00"))
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> koe.explain(e, command))
        .setParameterExceptionHandler(Koe::explainUsage);
    describeExitCodes(line);
    return line;
  }

  private static Path path(String text) {
    try {
      return Storage.path(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static <T> T timeOf(String text, Function<String, T> parse, String example) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("there is no " + text + "; it takes the form " + example);
    }
  }

  private static void describeExitCodes(CommandLine line) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.code()), code.meaning());
    }
    line.getCommandSpec().usageMessage().exitCodeList(codes);
    line.getSubcommands().values().forEach(command -> describe(command, codes));
  }

  private static void describe(CommandLine command, Map<String, String> codes) {
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes);
    command.getSubcommands().values().forEach(verb -> describe(verb, codes));
  }

  private int explain(Exception failure, CommandLine command) {
    KoeException known = Failures.explain(failure);
    PrintWriter err = command.getErr();
    print(err, known.getMessage(), known.where(), known.fix());
    if (stacktrace) {
      failure.printStackTrace(err);
    }
    return known.exitCode().code();
  }

  private static int explainUsage(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String what = failure.getMessage().replaceFirst("^Error: ", "") + missingFiles(arguments);
    print(command.getErr(), what, name, "see " + name + " --help");
    return ExitCode.USAGE.code();
  }

  /** A file of settings that is not there is read as a word, and then something else is wrong. */
  private static String missingFiles(String[] arguments) {
    return Arrays.stream(arguments)
        .filter(a -> a.startsWith("@") && !a.startsWith("@@") && !new File(a.substring(1)).exists())
        .map(a -> "; there is no file " + a.substring(1) + " to read options from")
        .collect(Collectors.joining());
  }

  private static void print(PrintWriter err, String what, String where, String fix) {
    err.printf("error: %s%nwhere: %s%nfix:   %s%n", oneLine(what), oneLine(where), oneLine(fix));
  }

  /** A name from outside can neither begin a line of its own nor turn the text around. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
  }
}
