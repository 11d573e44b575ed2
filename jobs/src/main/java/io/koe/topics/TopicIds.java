package io.koe.topics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ids of new topics: {@code t} and 10 base-32 characters of a hash of the night and the terms. */
final class TopicIds {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final LocalDate date;
  private final Set<String> taken = new HashSet<>();

  TopicIds(Optional<TopicModel> previous, LocalDate date) {
    this.date = date;
    previous.ifPresent(p -> p.topics().forEach(topic -> taken.add(topic.id())));
  }

  String newId(List<TopicTerm> terms) {
    String name = date + " " + String.join(" ", terms.stream().map(TopicTerm::term).toList());
    String id = hash(name);
    for (int again = 1; !taken.add(id); again++) {
      id = hash(name + " " + again);
    }
    return id;
  }

  private static String hash(String name) {
    byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder("t");
    for (int i = 0; i < 10; i++) {
      id.append(ALPHABET.charAt(digest[i] & 31));
    }
    return id.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
