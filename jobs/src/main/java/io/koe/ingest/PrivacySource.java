package io.koe.ingest;

import java.io.Serializable;
import java.util.Set;

/** Opens the privacy of text where a task runs; what travels is where the key is, not the key. */
interface PrivacySource extends Serializable {
  TextPrivacy open();

  /**
   * The same, and these may not come in again.
   *
   * @param erased hashes of the erasure ledger
   */
  PrivacySource without(Set<String> erased);
}
