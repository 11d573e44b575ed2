package io.koe.pipeline;

import io.koe.night.Night;
import io.koe.night.RunTables;
import io.koe.night.SideBySide;
import io.koe.night.SqlStage;
import io.koe.night.Stage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stages of a night side by side. Stages of Java run in their order; a table of a SQL stage is
 * computed as soon as those it reads are there, whatever stage they are of.
 */
final class StagesTogether {
  private record Step(Stage stage, Set<String> needs, Runnable work) {}

  private final List<Stage> stages;
  private final RunTables tables;
  private final Night night;
  private final Consumer<String> progress;

  /** Each step after those it needs. */
  private final Map<String, Step> steps = new LinkedHashMap<>();

  private final Set<Stage> ended = new HashSet<>();
  private int current;

  /**
   * @param stages each after those whose tables it reads
   * @param progress told of each stage, in their order, once those before it have ended
   */
  StagesTogether(List<Stage> stages, RunTables tables, Night night, Consumer<String> progress) {
    this.stages = List.copyOf(stages);
    this.tables = tables;
    this.night = night;
    this.progress = progress;
  }

  /** Runs all stages and returns when they have ended; throws the first failure in their order. */
  void run() {
    stages.forEach(this::addSteps);
    progress.accept(stages.get(0).name());
    SideBySide.run(
        List.copyOf(steps.keySet()), name -> steps.get(name).needs(), name -> run(steps.get(name)));
  }

  private void addSteps(Stage stage) {
    Set<String> needs = new TreeSet<>();
    Runnable end;
    if (stage instanceof SqlStage sql) {
      sql.prepare(tables);
      Function<String, Collection<LocalDate>> dates = sql.dates(tables, night);
      for (String table : sql.tables()) {
        Runnable work = () -> tables.compute(table, night, dates.apply(table));
        steps.put(table, new Step(stage, stepsBefore(table, stage), work));
        needs.add(table);
      }
      end = () -> sql.finish(tables, night);
    } else {
      stages.stream()
          .takeWhile(before -> !before.equals(stage))
          .filter(before -> !(before instanceof SqlStage))
          .forEach(before -> needs.add(end(before.name())));
      end = () -> stage.run(tables, night);
    }
    steps.put(
        end(stage.name()),
        new Step(
            stage,
            needs,
            () -> {
              end.run();
              ended(stage);
            }));
  }

  /** A table Java writes is there when its stage has ended; of its own stage it was before. */
  private Set<String> stepsBefore(String table, Stage stage) {
    return tables.tablesRead(table).stream()
        .map(
            read ->
                tables.catalog().table(read).computedBySql()
                    ? read
                    : end(tables.catalog().table(read).stage()))
        .filter(step -> !step.equals(end(stage.name())))
        .collect(Collectors.toSet());
  }

  private static String end(String stage) {
    return "end of " + stage;
  }

  private void run(Step step) {
    String stage = step.stage().name();
    tables.spark().sparkContext().setJobGroup(stage, stage, false);
    step.work().run();
  }

  private synchronized void ended(Stage stage) {
    ended.add(stage);
    while (current < stages.size() && ended.contains(stages.get(current))) {
      current++;
      stages.stream().skip(current).limit(1).map(Stage::name).forEach(progress);
    }
  }
}
