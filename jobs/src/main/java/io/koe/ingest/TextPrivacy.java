package io.koe.ingest;

import io.koe.text.OwnDetails;

/** What happens to a person's words and ids before a row leaves the parser. */
interface TextPrivacy {
  /**
   * Normalised text with personal data replaced by its kind.
   *
   * @param own what the row tells of the person who wrote it
   */
  String mask(String text, OwnDetails own);

  /** The keyed pseudonym of a user. */
  String userPseudonym(String userId);

  /** The keyed pseudonym of an agent. */
  String agentPseudonym(String agentId);

  /** Whether the person of a pseudonym has been erased and must not come in again. */
  boolean isErasedUser(String pseudonym);

  /** The same of an inquiry. */
  boolean isErasedInquiry(String inquiryId);

  /** What the erasure ledger keeps of an inquiry. */
  String erasedInquiry(String inquiryId);

  /** The keyed hash of a row, to find it again in the drop. */
  String rowHash(byte[] row);
}
