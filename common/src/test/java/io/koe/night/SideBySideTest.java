package io.koe.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

  @Test
  void aStepBeginsAfterThoseItNeeds() {
    Map<String, Set<String>> needs =
        Map.of("c", Set.of("a", "elsewhere"), "d", Set.of("b", "c"), "e", Set.of("d"));
    SideBySide.run(
        List.of("a", "b", "c", "d", "e"), name -> needs.getOrDefault(name, Set.of()), done::add);
    List<String> order = List.copyOf(done);
    assertEquals(5, order.size());
    needs.forEach(
        (name, before) ->
            before.stream()
                .filter(order::contains)
                .forEach(b -> assertTrue(order.indexOf(b) < order.indexOf(name), name)));
  }

  @Test
  void stepsThatNeedNothingRunAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    SideBySide.run(
        List.of("a", "b"),
        name -> Set.of(),
        name -> {
          both.countDown();
          await(both);
          done.add(name);
        });
    assertEquals(Set.of("a", "b"), Set.copyOf(done));
  }

  @Test
  void afterAFailureNothingElseBeginsAndItIsThrown() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                SideBySide.run(
                    List.of("a", "b", "c"),
                    name -> name.equals("a") ? Set.of() : Set.of("a"),
                    name -> {
                      done.add(name);
                      throw new IllegalStateException(name);
                    }));
    assertEquals("a", failure.getMessage());
    assertEquals(List.of("a"), List.copyOf(done));
  }

  /** As Spark's methods of Scala throw them: the others must not wait for the step for ever. */
  @Test
  void afterACheckedExceptionNobodyDeclaresItEndsAndSaysWhy() {
    CompletionException failure =
        assertThrows(
            CompletionException.class,
            () ->
                assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () ->
                        SideBySide.run(
                            List.of("a", "b", "c"),
                            name -> name.equals("c") ? Set.of("a") : Set.of(),
                            name -> SideBySideTest.<RuntimeException>fail(new IOException(name)))));
    assertEquals(IOException.class, failure.getCause().getClass());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> void fail(Exception undeclared) throws E {
    throw (E) undeclared;
  }

  @Test
  void aStepBeforeOneItNeedsIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SideBySide.run(List.of("a", "b"), name -> Set.of("b"), done::add));
    assertEquals(List.of(), List.copyOf(done));
  }

  /** More steps than threads wait for one that is listed after them. */
  @Test
  void ofTheReadyTheOneWithTheLongestChainBegins() {
    List<String> steps = List.of("a", "b", "c", "d", "e", "f", "first", "second");
    CountDownLatch first = new CountDownLatch(1);
    SideBySide.run(
        steps,
        name -> name.equals("second") ? Set.of("first") : Set.of(),
        name -> {
          if (name.equals("first")) {
            first.countDown();
          }
          await(first);
          done.add(name);
        });
    assertEquals(Set.copyOf(steps), Set.copyOf(done));
  }

  @Test
  void resultsComeInTheStepsOrder() {
    assertEquals(List.of(3, 1, 2), SideBySide.results(List.of("3", "1", "2"), Integer::valueOf));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS), "alone");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
