package io.koe.topics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The centre each row has the largest cosine with, followed while the centres move, without most of
 * the products: a centre c that moves by δ changes no row's cosine by more than |δ| (Elkan 2003,
 * "Using the triangle inequality to accelerate k-means", for cosines of rows of length 1 as by
 * Schubert, Lang and Feher 2021, "Accelerating spherical k-means"). The bounds leave room for the
 * rounding of floats, so the centres found are exactly those that all products would give.
 */
final class NearestCentres {
  /**
   * A sum of n products of floats is off by at most γₙ ≈ n · 2⁻²⁴ times the rows' lengths (Higham
   * 2002, section 3.1), here 1; both of two such sums, and twice that to be safe.
   */
  private static final float ROUNDING_OF_A_PRODUCT = 0x1p-22f;

  /** What lengths that are only nearly 1, and adding up the moves, may be off by; generously. */
  private static final float ROUNDING = 0x1p-16f;

  private final float[][] rows;
  private final int[] all;
  private final float[] moves;

  /** One row per row, one column per centre: no cosine is larger than this plus its move. */
  private final float[][] bounds;

  private final float[] largest;
  private final int[] nearest;
  private float[][] centres;

  /** Nearest centres of rows of length 1, among at least one centre of length 1. */
  NearestCentres(float[][] centres, float[][] rows) {
    this.rows = rows;
    this.centres = centres;
    this.all = IntStream.range(0, centres.length).toArray();
    this.moves = new float[centres.length];
    this.bounds = Dense.times(rows, Dense.transpose(centres));
    this.largest = new float[rows.length];
    this.nearest = new int[rows.length];
    Rows.each(
        rows.length,
        i -> {
          nearest[i] = Dense.largest(bounds[i]);
          largest[i] = bounds[i][nearest[i]];
        });
  }

  /** Follows the centres to where they are now. */
  void follow(float[][] moved) {
    boolean[] isMoved = new boolean[moved.length];
    for (int c = 0; c < moved.length; c++) {
      double distance = Dense.distance(centres[c], moved[c]);
      isMoved[c] = distance > 0;
      if (isMoved[c]) {
        moves[c] += (float) distance + ROUNDING_OF_A_PRODUCT * moved[c].length + ROUNDING;
      }
    }
    centres = moved;
    int[] those = Arrays.stream(all).filter(c -> isMoved[c]).toArray();
    Rows.each(
        rows.length,
        i -> {
          if (isMoved[nearest[i]]) {
            largest[i] = cosine(i, nearest[i]);
            find(i, all);
          } else {
            find(i, those);
          }
        });
  }

  /** The first of the nearest centres among some and the one that was it. */
  private void find(int row, int[] among) {
    float[] ofRow = bounds[row];
    int before = nearest[row];
    for (int c : among) {
      if (ofRow[c] + moves[c] >= largest[row] && c != before) {
        float cosine = cosine(row, c);
        if (cosine > largest[row] || (cosine == largest[row] && c < nearest[row])) {
          nearest[row] = c;
          largest[row] = cosine;
        }
      }
    }
  }

  private float cosine(int row, int centre) {
    float cosine = Dense.element(rows[row], centres[centre]);
    bounds[row][centre] = cosine - moves[centre] + ROUNDING;
    return cosine;
  }

  /** Centre of each row. */
  int[] clusterOf() {
    return nearest.clone();
  }
}
