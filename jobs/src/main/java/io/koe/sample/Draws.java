package io.koe.sample;

import java.util.List;

/**
 * Random draws that depend on nothing but a seed and the keys of what is drawn (day, index,
 * purpose), so any row can be derived again without the rows before it.
 *
 * <p>SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
final class Draws {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  static Draws of(long seed, long day, long index, long purpose) {
    long key = mix(seed + GAMMA);
    key = mix(key ^ (day * GAMMA + 0x632BE59BD9B4E019L));
    key = mix(key ^ (index * GAMMA + 0xD1B54A32D192ED03L));
    return new Draws(mix(key ^ (purpose * GAMMA + 0x8CB92BA72F3D8DD7L)));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** In [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** In [0, bound). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** In [0, bound). */
  long below(long bound) {
    return (long) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Log-normal with this median; sigma is the standard deviation of the logarithm. */
  double around(double median, double sigma) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return median * StrictMath.exp(sigma * radius * StrictMath.cos(2 * Math.PI * unit()));
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** The index of a share, each as likely as its size; the shares need not add up to 1. */
  int pickShare(double... shares) {
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    double left = unit() * total;
    int last = shares.length - 1;
    for (int i = 0; i < last; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return last;
  }
}
