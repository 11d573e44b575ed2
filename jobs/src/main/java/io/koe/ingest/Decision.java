package io.koe.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * What the other rows of its key and its inquiry make of a row that keeps the contract alone.
 *
 * @param fate rejected when it happened before its inquiry was created
 * @param isSuperseding whether it is accepted and an earlier night brought its key too, within the
 *     days a row may be late: what happened once can't have arrived earlier than that
 * @param earlierDays of an inquiry, days since 1970 it was created on by what earlier nights say
 */
record Decision(Fate fate, boolean isSuperseding, List<Integer> earlierDays)
    implements Serializable {
  /** On a row whose key no other row has, and whose inquiry has nothing against it. */
  static final Decision NONE = new Decision(Fate.ACCEPTED, false, List.of());
}
