package io.koe.ingest;

import io.koe.text.OwnDetails;
import java.util.Arrays;
import java.util.Set;

/** Privacy one can see through, for tests that look at everything else. */
record PlainPrivacy(Set<String> erased) implements TextPrivacy {
  PlainPrivacy() {
    this(Set.of());
  }

  @Override
  public String mask(String text, OwnDetails own) {
    return "masked " + text;
  }

  @Override
  public String userPseudonym(String userId) {
    return "user-" + userId;
  }

  @Override
  public String agentPseudonym(String agentId) {
    return "agent-" + agentId;
  }

  @Override
  public boolean isErasedUser(String pseudonym) {
    return erased.contains(pseudonym);
  }

  @Override
  public boolean isErasedInquiry(String inquiryId) {
    return erased.contains(inquiryId);
  }

  @Override
  public String erasedInquiry(String inquiryId) {
    return inquiryId;
  }

  @Override
  public String rowHash(byte[] row) {
    return Integer.toHexString(Arrays.hashCode(row));
  }
}
