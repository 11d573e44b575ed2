package io.koe.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Held against scikit-learn 1.5: the examples of its documentation of {@code v_measure_score},
 * {@code adjusted_rand_score} and {@code adjusted_mutual_info_score}, to more digits, and one more
 * worked out with exact binomials.
 */
class ClusterAgreementTest {
  @Test
  void equalPartitionsAgreeWhateverTheirPartsAreCalled() {
    assertAgreement(1, 1, 1, new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0});
  }

  @Test
  void aPartCutInTwoCostsAsPublished() {
    assertAgreement(
        0.8, 0.5714285714, 0.5714285714, new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2});
  }

  @Test
  void partsThatOverlapScoreAsInTheUserGuide() {
    assertAgreement(
        0.5158037430,
        0.2987924582,
        0.2424242424,
        new int[] {0, 0, 0, 1, 1, 1},
        new int[] {0, 0, 1, 1, 2, 2});
  }

  @Test
  void unevenPartsScoreAsByExactBinomials() {
    assertAgreement(
        0.5945694437,
        0.4343112994,
        0.3691756272,
        new int[] {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2},
        new int[] {0, 0, 1, 0, 1, 1, 1, 2, 2, 0, 2, 3});
  }

  @Test
  void everythingInOnePartSaysNothing() {
    assertAgreement(0, 0, 0, new int[] {0, 0, 0, 0}, new int[] {0, 1, 0, 1});
  }

  private static void assertAgreement(
      double vMeasure, double information, double rand, int[] one, int[] other) {
    for (ClusterAgreement found :
        new ClusterAgreement[] {ClusterAgreement.of(one, other), ClusterAgreement.of(other, one)}) {
      assertEquals(vMeasure, found.vMeasure(), 1e-9);
      assertEquals(information, found.adjustedMutualInformation(), 1e-9);
      assertEquals(rand, found.adjustedRand(), 1e-9);
    }
  }
}
