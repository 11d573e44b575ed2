package io.koe.ingest;

import java.util.Arrays;

/** Privacy one can see through, for tests that look at everything else. */
final class PlainPrivacy implements TextPrivacy {
  @Override
  public String mask(String text) {
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
  public String rowHash(byte[] row) {
    return Integer.toHexString(Arrays.hashCode(row));
  }
}
