package io.koe.night;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Steps side by side, each as soon as the steps it needs are done; of those that could begin, the
 * one with the longest chain of steps after it. Planning a query keeps one core busy, so one after
 * the other would leave the others idle.
 */
public final class SideBySide {
  /** Steps at once: planning a query takes a core, and few steps are ever ready together. */
  private static final int MOST = 4;

  private final List<String> steps;
  private final Consumer<String> work;

  private final Lock lock = new ReentrantLock();
  private final Condition anEnd = lock.newCondition();

  /** By step, those it needs that aren't done. */
  private final Map<String, Set<String>> missing = new HashMap<>();

  private final TreeSet<String> ready;
  private final Map<String, Throwable> failures = new HashMap<>();
  private int running;

  private SideBySide(
      List<String> steps, Function<String, Set<String>> needs, Consumer<String> work) {
    this.steps = steps;
    this.work = work;
    for (String step : steps) {
      Set<String> before = new HashSet<>(needs.apply(step));
      before.retainAll(steps);
      if (!missing.keySet().containsAll(before)) {
        throw new IllegalArgumentException(step + " comes before a step it needs: " + before);
      }
      missing.put(step, before);
    }
    Map<String, Integer> after = after();
    this.ready =
        new TreeSet<>(
            Comparator.<String>comparingInt(after::get).reversed().thenComparing(steps::indexOf));
    steps.stream().filter(step -> missing.get(step).isEmpty()).forEach(ready::add);
  }

  /** By step, the length of the longest chain of steps that need it and each other. */
  private Map<String, Integer> after() {
    Map<String, Integer> after = new HashMap<>();
    for (int i = steps.size() - 1; i >= 0; i--) {
      int longer = after.computeIfAbsent(steps.get(i), step -> 0) + 1;
      missing.get(steps.get(i)).forEach(before -> after.merge(before, longer, Math::max));
    }
    return after;
  }

  /**
   * Runs all steps and returns when they have ended. After a failure no other step starts, and the
   * first failure, in the order of the steps, is thrown.
   *
   * @param steps each after those it needs
   * @param needs names of steps that must be done before; what is no step is done already
   */
  public static void run(
      List<String> steps, Function<String, Set<String>> needs, Consumer<String> step) {
    new SideBySide(steps, needs, step).run();
  }

  /** The steps' results, in their order; no step needs another. */
  public static <T> List<T> results(List<String> steps, Function<String, T> step) {
    Map<String, T> found = new ConcurrentHashMap<>();
    run(steps, name -> Set.of(), name -> found.put(name, step.apply(name)));
    return steps.stream().map(found::get).toList();
  }

  /** In threads the caller starts, so that they inherit its Spark job group and session. */
  private void run() {
    int size = Math.max(2, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<CompletableFuture<Void>> ends = new ArrayList<>();
      Stream.generate(() -> CompletableFuture.runAsync(this::work, threads))
          .limit(size)
          .forEach(ends::add);
      ends.forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
    steps.stream()
        .filter(failures::containsKey)
        .findFirst()
        .map(failures::get)
        .ifPresent(SideBySide::fail);
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw failure instanceof RuntimeException known ? known : new CompletionException(failure);
  }

  private void work() {
    for (Optional<String> step = begin(); step.isPresent(); step = begin()) {
      Optional<Throwable> failure = Optional.empty();
      try {
        work.accept(step.get());
      } catch (Throwable e) {
        // Spark throws checked exceptions that nothing declares, too.
        failure = Optional.of(e);
      }
      end(step.get(), failure);
    }
  }

  /** The next step, once there is one; empty when no other will begin. */
  private Optional<String> begin() {
    lock.lock();
    try {
      while (ready.isEmpty() && running > 0 && failures.isEmpty()) {
        anEnd.awaitUninterruptibly();
      }
      if (ready.isEmpty() || !failures.isEmpty()) {
        return Optional.empty();
      }
      running++;
      return Optional.of(ready.pollFirst());
    } finally {
      lock.unlock();
    }
  }

  private void end(String step, Optional<Throwable> failure) {
    lock.lock();
    try {
      running--;
      failure.ifPresent(e -> failures.put(step, e));
      for (String other : steps) {
        if (missing.get(other).remove(step) && missing.get(other).isEmpty()) {
          ready.add(other);
        }
      }
      anEnd.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
