package io.koe.ingest;

import io.koe.text.JapaneseNormalizer;
import io.koe.text.PiiMasker;
import io.koe.text.PseudonymKey;
import io.koe.text.Pseudonymizer;
import java.nio.file.Path;

/**
 * Privacy by a key that every process reads from a file itself.
 *
 * @param keyFile the key's absolute path
 */
record KeyFilePrivacy(String keyFile) implements PrivacySource {
  @Override
  public TextPrivacy open() {
    Pseudonymizer pseudonymizer = PseudonymKey.cached(Path.of(keyFile)).pseudonymizer();
    return new Keyed(
        pseudonymizer,
        new PiiMasker(pseudonymizer),
        new PseudonymCache(pseudonymizer::user),
        new PseudonymCache(pseudonymizer::agent));
  }

  private record Keyed(
      Pseudonymizer pseudonymizer, PiiMasker masker, PseudonymCache users, PseudonymCache agents)
      implements TextPrivacy {
    @Override
    public String mask(String text) {
      return masker.mask(JapaneseNormalizer.normalize(text));
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
    public String rowHash(byte[] row) {
      return pseudonymizer.row(row);
    }
  }
}
