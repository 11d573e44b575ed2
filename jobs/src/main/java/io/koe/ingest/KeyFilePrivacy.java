package io.koe.ingest;

import io.koe.store.Storage;
import io.koe.text.JapaneseNormalizer;
import io.koe.text.OwnDetails;
import io.koe.text.PiiMasker;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import java.util.Set;

/**
 * Privacy by a key that every process reads from a file itself.
 *
 * @param keyFile the key's absolute path
 * @param erased hashes of the erasure ledger; none when nobody was erased
 */
record KeyFilePrivacy(String keyFile, Set<String> erased) implements PrivacySource {
  KeyFilePrivacy(String keyFile) {
    this(keyFile, Set.of());
  }

  @Override
  public PrivacySource without(Set<String> hashes) {
    return new KeyFilePrivacy(keyFile, hashes);
  }

  @Override
  public TextPrivacy open() {
    Pseudonymizer pseudonymizer = PseudonymKey.cached(Storage.path(keyFile)).pseudonymizer();
    PseudonymCache users = new PseudonymCache(pseudonymizer::user);
    PseudonymCache erasedUsers = new PseudonymCache(pseudonymizer::erasedUser);
    PiiMasker masker =
        new PiiMasker(
            pseudonymizer::item,
            users::of,
            pseudonym -> !erased.isEmpty() && erased.contains(erasedUsers.of(pseudonym)));
    return new Keyed(
        pseudonymizer,
        masker,
        users,
        new PseudonymCache(pseudonymizer::agent),
        erasedUsers,
        erased);
  }

  private record Keyed(
      Pseudonymizer pseudonymizer,
      PiiMasker masker,
      PseudonymCache users,
      PseudonymCache agents,
      PseudonymCache erasedUsers,
      Set<String> erased)
      implements TextPrivacy {
    @Override
    public String mask(String text, OwnDetails own) {
      return masker.mask(JapaneseNormalizer.normalize(text), own);
    }

    @Override
    public String userPseudonym(String userId) {
      return users.of(userId);
    }

    @Override
    public String agentPseudonym(String agentId) {
      return agents.of(agentId);
    }

    @Override
    public boolean isErasedUser(String pseudonym) {
      return !erased.isEmpty() && erased.contains(erasedUsers.of(pseudonym));
    }

    @Override
    public boolean isErasedInquiry(String inquiryId) {
      return !erased.isEmpty() && erased.contains(erasedInquiry(inquiryId));
    }

    @Override
    public String erasedInquiry(String inquiryId) {
      return pseudonymizer.erasedInquiry(inquiryId);
    }

    @Override
    public String rowHash(byte[] row) {
      return pseudonymizer.row(row);
    }
  }
}
