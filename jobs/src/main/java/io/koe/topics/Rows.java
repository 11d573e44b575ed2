package io.koe.topics;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Work on rows, spread over the machine's cores in blocks of a fixed size, so that no outcome
 * depends on how many cores there are.
 */
final class Rows {
  private static final int BLOCK = 256;

  private Rows() {}

  /** Rows {@code from} to {@code to}, exclusive. */
  record Block(int from, int to) {}

  /** Does something for each of {@code count} rows; rows must not touch one another's results. */
  static void each(int count, IntConsumer work) {
    IntStream.range(0, blocks(count))
        .parallel()
        .forEach(number -> IntStream.range(from(number), to(number, count)).forEach(work));
  }

  /** One result per block, in the order of the blocks. */
  static <T> List<T> blocks(int count, Function<Block, T> work) {
    IntFunction<T> ofNumber = number -> work.apply(new Block(from(number), to(number, count)));
    return IntStream.range(0, blocks(count)).parallel().mapToObj(ofNumber).toList();
  }

  private static int blocks(int count) {
    return (count + BLOCK - 1) / BLOCK;
  }

  private static int from(int number) {
    return number * BLOCK;
  }

  private static int to(int number, int count) {
    return Math.min(count, (number + 1) * BLOCK);
  }
}
