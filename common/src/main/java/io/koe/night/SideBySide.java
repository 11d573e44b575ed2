package io.koe.night;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Steps side by side, each as soon as the steps it needs are done. Planning a query keeps one core
 * busy, so one after the other would leave the others idle.
 */
public final class SideBySide {
  /** Steps at once: planning a query takes a core, and few steps are ever ready together. */
  private static final int MOST = 4;

  private SideBySide() {}

  /**
   * Runs all steps and returns when they have ended. After a failure no other step starts, and the
   * first failure, in the order of the steps, is thrown.
   *
   * @param steps each after those it needs
   * @param needs names of steps that must be done before; what is no step is done already
   */
  public static void run(
      List<String> steps, Function<String, Set<String>> needs, Consumer<String> step) {
    ExecutorService threads = threads();
    try {
      AtomicBoolean failed = new AtomicBoolean();
      Map<String, CompletableFuture<Void>> begun = new HashMap<>();
      List<CompletableFuture<Void>> inOrder = new ArrayList<>();
      for (String name : steps) {
        CompletableFuture<Void> end =
            CompletableFuture.allOf(before(name, steps, needs, begun))
                .thenRunAsync(() -> runUnless(failed, step, name), threads);
        begun.put(name, end);
        inOrder.add(end);
      }
      throwFirst(inOrder);
    } finally {
      threads.shutdown();
    }
  }

  /** The steps' results, in their order; no step needs another. */
  public static <T> List<T> results(List<String> steps, Function<String, T> step) {
    Map<String, T> found = new ConcurrentHashMap<>();
    run(steps, name -> Set.of(), name -> found.put(name, step.apply(name)));
    return steps.stream().map(found::get).toList();
  }

  /** Started by the caller, so that they inherit its Spark job group and session. */
  private static ExecutorService threads() {
    int size = Math.max(2, Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    threads.prestartAllCoreThreads();
    return threads;
  }

  private static CompletableFuture<?>[] before(
      String name,
      List<String> steps,
      Function<String, Set<String>> needs,
      Map<String, CompletableFuture<Void>> begun) {
    List<CompletableFuture<Void>> before = new ArrayList<>();
    for (String other : needs.apply(name)) {
      if (begun.containsKey(other)) {
        before.add(begun.get(other));
      } else if (steps.contains(other)) {
        throw new IllegalArgumentException(name + " comes before " + other + ", which it needs");
      }
    }
    return before.toArray(CompletableFuture[]::new);
  }

  private static void runUnless(AtomicBoolean failed, Consumer<String> step, String name) {
    if (failed.get()) {
      return;
    }
    try {
      step.accept(name);
    } catch (RuntimeException | Error e) {
      failed.set(true);
      throw e;
    }
  }

  private static void throwFirst(List<CompletableFuture<Void>> inOrder) {
    List<Throwable> failures =
        inOrder.stream().map(SideBySide::failure).flatMap(Optional::stream).toList();
    if (failures.isEmpty()) {
      return;
    }
    if (failures.get(0) instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failures.get(0);
  }

  /** Waits for a step to end. */
  private static Optional<Throwable> failure(CompletableFuture<Void> step) {
    try {
      step.join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(e.getCause());
    }
  }
}
